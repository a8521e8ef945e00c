/**
 * Studies: records of what to do that run to an {@link org.seprank.study.Outcome}. A command line and a line of a batch
 * are both a study. May use every package below it.
 */
@NullMarked
package org.seprank.study;

import org.jspecify.annotations.NullMarked;
