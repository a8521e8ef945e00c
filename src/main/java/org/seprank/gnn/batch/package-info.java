/**
 * What reaches graph layers beside their input: {@link org.seprank.gnn.batch.GraphBatch}, one graph or many packed
 * block-diagonally with features and cached operators, and {@link org.seprank.gnn.batch.GraphContext}, the link that
 * hands the batch to the layers of a network. Uses graphs and kernels.
 */
@NullMarked
package org.seprank.gnn.batch;

import org.jspecify.annotations.NullMarked;
