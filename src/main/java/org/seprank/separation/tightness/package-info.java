/**
 * How tight the bounds on the separation rank are: {@link org.seprank.separation.tightness.TightnessSuite} lists small
 * graphs with all their partitions up to symmetry, {@link org.seprank.separation.tightness.TightnessJudge} says on how
 * many of them the rank is pinned exactly. May use {@code separation} and what that uses, and JGraphT for a graph.
 */
@NullMarked
package org.seprank.separation.tightness;

import org.jspecify.annotations.NullMarked;
