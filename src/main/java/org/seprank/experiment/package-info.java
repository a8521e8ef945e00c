/**
 * Studies: records of what to do that run to an {@link org.seprank.experiment.Outcome}. A command line and a line of a
 * batch are both a study. May use every package below it.
 */
@NullMarked
package org.seprank.experiment;

import org.jspecify.annotations.NullMarked;
