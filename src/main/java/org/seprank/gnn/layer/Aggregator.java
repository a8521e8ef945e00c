package org.seprank.gnn.layer;

import org.seprank.gnn.kernel.Matrix;

/**
 * The aggregation of one layer, running: from the parts z of all vertices to their values y, and back. It remembers
 * what its last forward pass left for the backward pass.
 *
 * @param <B> {@code float[]} or {@code double[]}
 * @param forward from z to y
 * @param backward from the gradient of y to that of z
 */
record Aggregator<B>(Forward<B> forward, Backward<B> backward) {
    /** Writes y, [n, output width], from z, [n, groups * group width]. */
    interface Forward<B> {
        void run(Matrix<B> z, Matrix<B> y);
    }

    /** Writes the gradient of z from that of y, and those of the aggregation's own parameters. */
    interface Backward<B> {
        void run(Matrix<B> z, Matrix<B> gy, Matrix<B> gz);
    }
}
