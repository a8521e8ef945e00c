/**
 * Graph layers for Deeplearning4j: configurations ({@link org.seprank.gnn.layer.GraphLayer}, readout, edge mask,
 * losses) and what runs them, written once for both precisions. What differs between kinds of layers is an
 * {@link org.seprank.gnn.layer.Aggregator}. Uses the kernels and batches.
 */
@NullMarked
package org.seprank.gnn.layer;

import org.jspecify.annotations.NullMarked;
