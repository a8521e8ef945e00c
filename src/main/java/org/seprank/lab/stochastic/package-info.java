/** Stochastic gradient descent: what its noise selects among the solutions, and what it does not. */
@NullMarked
package org.seprank.lab.stochastic;

import org.jspecify.annotations.NullMarked;
