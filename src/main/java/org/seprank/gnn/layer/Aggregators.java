package org.seprank.gnn.layer;

import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.DenseKernels;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.SoftmaxTape;
import org.seprank.gnn.kernel.SparseKernels;

/** What most kinds of layers do when they run. Kernels are asked for anew in every pass, as a layer's may change. */
final class Aggregators {
    private Aggregators() {}

    /** {@code y = z}. */
    static <B> Aggregator<B> identity(LayerState<B> state) {
        return new Aggregator<>(
                (z, y) -> state.dense().copy(y, 1, z),
                (z, gy, gz) -> state.dense().copy(gz, 1, gy));
    }

    /**
     * {@code y = P z} with a fixed sparse operator, whose columns are the parts of vertices: GCN, GraphSAGE with means,
     * and relational layers are this with different operators.
     */
    static <B> Aggregator<B> operator(LayerState<B> state, OperatorKind kind, int groups) {
        return new Aggregator<>(
                (z, y) -> {
                    int relations = state.batch().relations();
                    if (kind == OperatorKind.RELATIONAL && relations != groups - 1) {
                        throw new IllegalArgumentException("the layer has weights for " + (groups - 1)
                                + " relations, but the batch has " + relations);
                    }
                    state.sparse().multiply(state.operator(kind), z.cut(groups, y.width()), y);
                },
                (z, gy, gz) -> {
                    Operator<B> p = state.operator(kind);
                    state.sparse().multiply(state.transposed(p), gy, gz.cut(groups, gy.width()));
                    state.productMaskGradient(p, gy, z.cut(groups, gy.width()));
                });
    }

    /** {@code y_i = (1 + epsilon) z_i + sum_j z_j}. */
    static <B> Aggregator<B> sum(LayerState<B> state, Aggregation.Gin gin) {
        return new Aggregator<>(
                (z, y) -> {
                    state.sparse().multiply(state.operator(OperatorKind.SUM), z, y);
                    state.dense().add(y, 1 + epsilon(state, gin), z);
                },
                (z, gy, gz) -> {
                    Operator<B> a = state.operator(OperatorKind.SUM);
                    state.sparse().multiply(state.transposed(a), gy, gz);
                    state.dense().add(gz, 1 + epsilon(state, gin), gy);
                    if (gin.trainable()) {
                        state.gradient("epsilon", state.dense().dot(gy, z));
                    }
                    state.productMaskGradient(a, gy, z);
                });
    }

    private static double epsilon(LayerState<?> state, Aggregation.Gin gin) {
        return gin.trainable() ? state.number("epsilon") : gin.epsilon();
    }

    /** {@code y_i = prod_j z_j} over the neighbours and i itself. */
    static <B> Aggregator<B> product(LayerState<B> state) {
        return new Aggregator<>(
                (z, y) -> state.sparse().product(0, state.operator(OperatorKind.WITH_SELF), z, y), (z, gy, gz) -> {
                    Operator<B> a = state.operator(OperatorKind.WITH_SELF);
                    state.sparse().productBack(0, a, z, gy, state.cleared(gz));
                    state.maskGradient(a.pattern(), out -> state.sparse().productEntries(0, a, z, gy, out));
                });
    }

    /** {@code y_i = prod_j (1 + a_ij z_j) - 1} over the neighbours and i itself. */
    static <B> Aggregator<B> productNearOne(LayerState<B> state) {
        return new Aggregator<>(
                (z, y) -> {
                    state.sparse().product(1, state.operator(OperatorKind.BY_SENDER), z, y);
                    state.addConstant(y, -1);
                },
                (z, gy, gz) -> {
                    Operator<B> a = state.operator(OperatorKind.BY_SENDER);
                    state.sparse().productBack(1, a, z, gy, state.cleared(gz));
                    state.maskGradient(a.pattern(), out -> state.sparse().productEntries(1, a, z, gy, out));
                });
    }

    /** {@code y_i = z_i + max_j z'_j}, entry-wise over the neighbours. */
    static <B> Aggregator<B> maximum(LayerState<B> state) {
        int[][] winners = {new int[0]};
        return new Aggregator<>(
                (z, y) -> {
                    winners[0] = winners[0].length < y.length() ? new int[y.length()] : winners[0];
                    Operator<B> a = state.operator(OperatorKind.NEIGHBOURS_BESIDE_SELF);
                    Matrix<B> parts = z.cut(2, y.width());
                    state.sparse().max(a, parts, y, winners[0]);
                    Matrix<B> self = state.matrix("self", y.rows(), y.width());
                    for (int i = 0; i < self.rows(); i++) {
                        copyRow(parts, 2 * i, self, i);
                    }
                    state.dense().add(y, 1, self);
                },
                (z, gy, gz) -> {
                    Operator<B> a = state.operator(OperatorKind.NEIGHBOURS_BESIDE_SELF);
                    Matrix<B> parts = state.cleared(gz).cut(2, gy.width());
                    state.sparse().maxBack(a, winners[0], gy, parts);
                    for (int i = 0; i < gy.rows(); i++) {
                        copyRow(gy, i, parts, 2 * i);
                    }
                    state.maskGradient(
                            a.pattern(),
                            out -> state.sparse().maxEntries(winners[0], a.pattern(), z.cut(2, gy.width()), gy, out));
                });
    }

    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of one primitive type
    private static <B> void copyRow(Matrix<B> from, int row, Matrix<B> to, int place) {
        System.arraycopy(from.data(), row * from.stride(), to.data(), place * to.stride(), from.stride());
    }

    /** {@code y_i = x_i + sum_j p_j m_j}, p the softmax of the messages m. */
    static <B> Aggregator<B> softmax(LayerState<B> state, Aggregation.GenConv gen) {
        return new Aggregator<>(
                (z, y) -> {
                    SoftmaxTape<B> tape = tape(state, gen, y);
                    state.sparse().softmax(state.operator(OperatorKind.NEIGHBOURS), z, tape);
                    state.dense().copy(y, 1, z);
                    state.dense().add(y, 1, tape.y());
                },
                (z, gy, gz) -> {
                    Operator<B> a = state.operator(OperatorKind.NEIGHBOURS);
                    SoftmaxTape<B> tape = tape(state, gen, gy);
                    state.dense().copy(gz, 1, gy);
                    state.sparse().softmaxBack(a, z, tape, gz);
                    if (gen.trainable()) {
                        state.gradient("temperature", state.sparse().softmaxTemperature(a, z, tape));
                    }
                    state.maskGradient(a.pattern(), out -> state.sparse().softmaxEntries(a, z, tape, out));
                });
    }

    private static <B> SoftmaxTape<B> tape(LayerState<B> state, Aggregation.GenConv gen, Matrix<B> gy) {
        return new SoftmaxTape<>(
                gen.trainable() ? state.number("temperature") : gen.temperature(),
                state.matrix("soft", gy.rows(), gy.width()),
                state.matrix("top", gy.rows(), gy.width()),
                state.matrix("sum", gy.rows(), gy.width()),
                gy);
    }

    /** {@code h <- (1 - teleport) P h + teleport z}, repeated. */
    static <B> Aggregator<B> propagation(LayerState<B> state, Aggregation.Appnp appnp) {
        return new Aggregator<>(
                (z, y) -> {
                    Operator<B> p = state.operator(OperatorKind.GCN);
                    DenseKernels<B> dense = state.dense();
                    dense.copy(step(state, 0, z), 1, z);
                    Matrix<B> product = state.matrix("product", z.rows(), z.width());
                    for (int s = 1; s <= appnp.steps(); s++) {
                        state.sparse().multiply(p, step(state, s - 1, z), product);
                        dense.copy(step(state, s, z), 1 - appnp.teleport(), product);
                        dense.add(step(state, s, z), appnp.teleport(), z);
                    }
                    dense.copy(y, 1, step(state, appnp.steps(), z));
                },
                (z, gy, gz) -> propagateBack(state, appnp, z, gy, gz));
    }

    private static <B> void propagateBack(
            LayerState<B> state, Aggregation.Appnp appnp, Matrix<B> z, Matrix<B> gy, Matrix<B> gz) {
        Operator<B> p = state.operator(OperatorKind.GCN);
        Operator<B> flipped = state.transposed(p);
        DenseKernels<B> dense = state.dense();
        SparseKernels<B> sparse = state.sparse();
        Matrix<B> g = state.matrix("gh", gy.rows(), gy.width());
        Matrix<B> product = state.matrix("product", gy.rows(), gy.width());
        dense.copy(g, 1, gy);
        state.cleared(gz);
        for (int s = appnp.steps(); s >= 1; s--) {
            dense.add(gz, appnp.teleport(), g);
            dense.copy(product, 1 - appnp.teleport(), g);
            state.productMaskGradient(p, product, step(state, s - 1, z));
            sparse.multiply(flipped, product, g);
        }
        dense.add(gz, 1, g);
    }

    /** h after that many steps; without a mask only the last two are needed. */
    private static <B> Matrix<B> step(LayerState<B> state, int s, Matrix<B> like) {
        return state.matrix("h" + (state.isMasked() ? s : s % 2), like.rows(), like.width());
    }
}
