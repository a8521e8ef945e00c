/**
 * Paired comparisons of methods and the correction for how many of them there are. May use {@code report} and the
 * classes of {@code study} itself.
 */
@NullMarked
package org.seprank.study.statistics;

import org.jspecify.annotations.NullMarked;
