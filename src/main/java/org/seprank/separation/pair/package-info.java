/**
 * How strongly a network for links can tie the features of two vertices together, the rest of the graph given: walk
 * index, interaction dimension and bounds of the partition ({u}, {v}) for the prediction of the pair (u, v), see
 * {@link org.seprank.separation.pair.PairSeparation}; {@link org.seprank.separation.pair.PairSeparations} answers many
 * at once. May use {@code graph}, {@code walk}, {@code work} and the bounds of {@code separation}.
 */
@NullMarked
package org.seprank.separation.pair;

import org.jspecify.annotations.NullMarked;
