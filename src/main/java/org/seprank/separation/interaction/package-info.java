/**
 * Interaction measured on a function that can only be evaluated, such as a trained network: a grid of its values
 * ({@link org.seprank.separation.interaction.InteractionGrid}), what the grid says on how strongly the function mixes
 * the two sides of a partition ({@link org.seprank.separation.interaction.InteractionMeasures}), how sure that is, and
 * companions from the literature: smoothness of layers, reach of influence, walk counts. May use {@code graph},
 * {@code linear}, {@code rank} and {@code work}, and {@code separation} for a bound.
 */
@NullMarked
package org.seprank.separation.interaction;

import org.jspecify.annotations.NullMarked;
