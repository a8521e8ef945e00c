/** Measuring graphs as a study. */
@NullMarked
package org.seprank.study.measure;

import org.jspecify.annotations.NullMarked;
