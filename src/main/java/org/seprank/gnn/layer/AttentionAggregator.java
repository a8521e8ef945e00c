package org.seprank.gnn.layer;

import java.util.Arrays;
import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.AttentionKernels;
import org.seprank.gnn.kernel.AttentionKernels.Attended;
import org.seprank.gnn.kernel.AttentionKernels.AttendedGradient;
import org.seprank.gnn.kernel.AttentionKernels.GradientPair;
import org.seprank.gnn.kernel.AttentionKernels.Heads;
import org.seprank.gnn.kernel.AttentionKernels.Pair;
import org.seprank.gnn.kernel.AttentionKernels.Projection;
import org.seprank.gnn.kernel.AttentionKernels.Scores;
import org.seprank.gnn.kernel.AttentionKernels.Sides;
import org.seprank.gnn.kernel.AttentionKernels.Terms;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;

/**
 * {@code y_i = sum_j alpha_ij z_j} with one alpha per head: scores, their softmax, dropout of coefficients, sums, and
 * heads side by side or averaged.
 */
final class AttentionAggregator<B> {
    private static final long DROPOUT = 2; // which use of the layer's random numbers this is

    private final Aggregation.Gat gat;
    private final boolean edged; // whether scores see the features of edges
    private final LayerState<B> state;
    private final int heads;
    private final Heads values;
    private Csr averaging; // one row per vertex: the mean of its heads

    private AttentionAggregator(Aggregation.Gat gat, boolean edged, LayerState<B> state) {
        this.gat = gat;
        this.edged = edged;
        this.state = state;
        this.heads = gat.heads();
        this.values = new Heads(heads, gat.groups(), gat.groups() - heads);
        this.averaging = averaging(0);
    }

    static <B> Aggregator<B> running(Aggregation.Gat gat, LayerState<B> state) {
        AttentionAggregator<B> attention = new AttentionAggregator<>(gat, false, state);
        return new Aggregator<>(attention::forward, attention::backward);
    }

    static <B> Aggregator<B> running(Aggregation.EdgeGat gat, LayerState<B> state) {
        AttentionAggregator<B> attention = new AttentionAggregator<>(gat.withoutEdges(), true, state);
        return new Aggregator<>(attention::forward, attention::backward);
    }

    private Matrix<B> parts(Matrix<B> z) {
        return z.cut(gat.groups(), z.width() / gat.groups());
    }

    private boolean drops() {
        return state.training() && gat.dropout() > 0;
    }

    /** A number per head of every entry, entry by entry, in one row that is padded as those of any block. */
    private Matrix<B> perEntry(String name, Csr pattern) {
        return state.matrix(name, 1, pattern.entryCount() * heads);
    }

    private void forward(Matrix<B> z, Matrix<B> y) {
        Operator<B> a = state.operator(OperatorKind.WITH_SELF);
        Csr pattern = a.pattern();
        AttentionKernels<B> kernels = state.kernels().attention();
        Matrix<B> alpha = perEntry("alpha", pattern);
        scores(parts(z), pattern, alpha.data());
        kernels.softmax(pattern, heads, alpha.data());
        Matrix<B> used = alpha;
        if (drops()) {
            used = perEntry("used", pattern);
            Matrix<B> mask = perEntry("dropped", pattern);
            state.dense().dropout(mask, 1 - gat.dropout(), state.stepSeed(DROPOUT));
            state.dense().copy(used, 1, alpha);
            state.dense().times(used, mask);
        }
        Matrix<B> perHead = perHead(z, "perHead");
        kernels.attend(a, values, new Attended<>(used.data(), parts(z)), perHead);
        combine(perHead, y);
    }

    /** One row per vertex and head. */
    private Matrix<B> perHead(Matrix<B> z, String name) {
        return state.matrix(name, z.rows() * heads, z.width() / gat.groups());
    }

    private void scores(Matrix<B> x, Csr pattern, B scores) {
        AttentionKernels<B> kernels = state.kernels().attention();
        Matrix<B> a = state.parameter("a");
        if (edged) {
            kernels.edgeScores(pattern, pair(), new Projection<>(x, a), terms(), scores);
        } else if (gat.dynamic()) {
            kernels.pairScores(pattern, pair(), new Projection<>(x, a), scores);
        } else {
            kernels.project(values, x, a, left(pattern.rows()));
            kernels.project(values, x, state.parameter("aRight"), right(pattern.rows()));
            kernels.sumScores(pattern, heads, new Sides<>(left(pattern.rows()), right(pattern.rows())), scores);
        }
    }

    /** {@code W_e e} of all edges, and of what stands for them where a vertex sees itself: one row per head. */
    private Matrix<B> terms() {
        Matrix<B> weights = state.parameter(EdgeMessages.WEIGHTS);
        Matrix<B> features = EdgeMessages.fitting(state.batch().edgeFeaturesWithLoops(), state);
        Matrix<B> terms = perEdge("terms", features.rows());
        state.dense().multiply(features, whole(weights), whole(terms));
        return terms.cut(heads, terms.width() / heads);
    }

    private Matrix<B> perEdge(String name, int rows) {
        return state.grouped(name, rows, state.fetched(EdgeMessages.WEIGHTS).width() / heads, heads);
    }

    /** The padding inside a block of several heads taken for columns; that of weights is zero. */
    private static <B> Matrix<B> whole(Matrix<B> m) {
        return new Matrix<>(m.data(), m.rows(), m.stride(), m.stride());
    }

    private void edgeScoresBack(Csr pattern, GradientPair<B> at, B gscores) {
        Matrix<B> features = EdgeMessages.fitting(state.batch().edgeFeaturesWithLoops(), state);
        int width = state.fetched(EdgeMessages.WEIGHTS).width() / heads;
        Matrix<B> gradient = state.cleared(perEdge("gTerms", features.rows()));
        Terms<B> terms = new Terms<>(perEdge("terms", features.rows()).cut(heads, width), gradient.cut(heads, width));
        state.kernels().attention().edgeScoresBack(pattern, pair(), at, terms, gscores);
        state.dense().addTransposedProduct(features, whole(gradient), whole(state.gradient(EdgeMessages.WEIGHTS)));
    }

    private Pair pair() {
        return new Pair(new Heads(heads, 2 * heads, 0), values);
    }

    private B left(int n) {
        return state.array("left", n * heads);
    }

    private B right(int n) {
        return state.array("right", n * heads);
    }

    /** Heads side by side in every row of y, or their mean. */
    private void combine(Matrix<B> perHead, Matrix<B> y) {
        int width = perHead.width();
        if (gat.concatenated()) {
            for (int row = 0; row < perHead.rows(); row++) {
                int into = row / heads * y.stride() + row % heads * width;
                System.arraycopy(perHead.data(), row * perHead.stride(), y.data(), into, width);
            }
            return;
        }
        if (averaging.rows() != y.rows()) {
            averaging = averaging(y.rows());
        }
        state.sparse().multiply(new Operator<>(averaging, state.kernels().values(averaging)), perHead, y);
    }

    private Csr averaging(int n) {
        int[] offsets = new int[n + 1];
        int[] indices = new int[n * heads];
        double[] means = new double[n * heads];
        Arrays.setAll(offsets, i -> i * heads);
        Arrays.setAll(indices, k -> k);
        Arrays.fill(means, 1.0 / heads);
        return Csr.of(n * heads, offsets, indices, means);
    }

    private void split(Matrix<B> gy, Matrix<B> perHead) {
        int width = perHead.width();
        for (int row = 0; row < perHead.rows(); row++) {
            int from = row / heads * gy.stride() + (gat.concatenated() ? row % heads * width : 0);
            System.arraycopy(gy.data(), from, perHead.data(), row * perHead.stride(), width);
        }
        if (!gat.concatenated()) {
            state.dense().copy(perHead, 1.0 / heads, perHead);
        }
    }

    private void backward(Matrix<B> z, Matrix<B> gy, Matrix<B> gz) {
        Operator<B> a = state.operator(OperatorKind.WITH_SELF);
        AttentionKernels<B> kernels = state.kernels().attention();
        Matrix<B> perHead = perHead(z, "gPerHead");
        split(gy, perHead);
        B alpha = perEntry("alpha", a.pattern()).data();
        B used = drops() ? perEntry("used", a.pattern()).data() : alpha;
        Matrix<B> gradient = perEntry("galpha", a.pattern());
        B galpha = gradient.data();
        Matrix<B> gx = parts(state.cleared(gz));
        kernels.attendBack(a, values, new Attended<>(used, parts(z)), new AttendedGradient<>(perHead, gx, galpha));
        state.maskGradient(
                a.pattern(), out -> kernels.addEntrySums(a.pattern(), heads, new Sides<>(used, galpha), out));
        kernels.scaleEntries(a, heads, galpha);
        if (drops()) {
            state.dense().times(gradient, perEntry("dropped", a.pattern()));
        }
        kernels.softmaxBack(a.pattern(), heads, alpha, galpha);
        scoresBack(parts(z), a.pattern(), galpha, gx);
    }

    private void scoresBack(Matrix<B> x, Csr pattern, B gscores, Matrix<B> gx) {
        AttentionKernels<B> kernels = state.kernels().attention();
        int n = pattern.rows();
        Projection<B> left = new Projection<>(x, state.fetched("a"));
        Projection<B> gLeft = new Projection<>(gx, state.gradient("a"));
        if (edged) {
            edgeScoresBack(pattern, new GradientPair<>(left, gLeft), gscores);
            return;
        }
        if (gat.dynamic()) {
            kernels.pairScoresBack(pattern, pair(), new GradientPair<>(left, gLeft), gscores);
            return;
        }
        Sides<B> gradient = new Sides<>(state.zeros("gLeft", n * heads), state.zeros("gRight", n * heads));
        Scores<B> at = new Scores<>(new Sides<>(left(n), right(n)), gscores);
        kernels.sumScoresBack(pattern, heads, at, gradient);
        kernels.projectBack(values, left, gradient.left(), gLeft);
        Projection<B> right = new Projection<>(x, state.fetched("aRight"));
        kernels.projectBack(values, right, gradient.right(), new Projection<>(gx, state.gradient("aRight")));
    }
}
