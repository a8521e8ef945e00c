/**
 * Ranks of matrices, exact modulo a prime or numerical with a named tolerance, and the measures of a spectrum. Every
 * answer says its {@link org.seprank.rank.Certainty}. May use {@code linear} and {@code work}.
 */
@NullMarked
package org.seprank.rank;

import org.jspecify.annotations.NullMarked;
