/**
 * Estimates of the separation rank between bounds that do not meet:
 * {@link org.seprank.separation.estimate.RankEstimate}, an extrapolation from small problems whose ranks are certified.
 * May use {@code separation} and what that uses.
 */
@NullMarked
package org.seprank.separation.estimate;

import org.jspecify.annotations.NullMarked;
