package org.seprank.gnn.layer;

import org.seprank.gnn.kernel.Matrix;

/**
 * The aggregation of one layer, running: from the parts z of all vertices to their values y, and back. An instance
 * remembers what its last forward pass left for the backward pass.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
interface Aggregator<B> {
    /** Writes y, [n, output width], from z, [n, groups * group width]. */
    void forward(Matrix<B> z, Matrix<B> y);

    /** Writes the gradient of z from that of y, and those of the aggregation's own parameters. */
    void backward(Matrix<B> z, Matrix<B> gy, Matrix<B> gz);
}
