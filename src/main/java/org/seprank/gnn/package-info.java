/**
 * Graph neural networks on Deeplearning4j: a {@link org.seprank.gnn.GnnSpec} says what a network is, a
 * {@link org.seprank.gnn.Network} is one, and works on {@link org.seprank.gnn.batch.GraphBatch batches}. Layers and
 * arithmetic are in the sub-packages. May use {@code graph}, {@code rewire}, {@code dataset}, {@code file} and
 * {@code work}.
 */
@NullMarked
package org.seprank.gnn;

import org.jspecify.annotations.NullMarked;
