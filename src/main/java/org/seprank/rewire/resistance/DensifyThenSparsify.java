package org.seprank.rewire.resistance;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.seprank.dataset.Features;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.feature.FeatureRows;
import org.seprank.rewire.spectral.EffectiveResistance;
import org.seprank.rewire.spectral.FiedlerVector;
import org.seprank.rewire.spectral.ResistanceSparsifier;
import org.seprank.work.Progress;

/**
 * GOKU (L. Liang, F. Bu, Z. Song, Z. Xu, S. Pan and K. Shin, "Mitigating over-squashing in graph neural networks by
 * spectrum-preserving sparsification", ICML 2025, arXiv 2506.16110): takes the graph for a sparsifier of a denser one,
 * guesses that and sparsifies it again. First come k additions by {@code |f_u - f_v| / (d_u + d_v + 1)}, f the Fiedler
 * vector, of the pairs among vertices of small degree or large |f|. Then edges go until M are left, new ones among
 * them: all edges are drawn without replacement at rates {@code p_e = (1 + (1 + cos_e) / 4) R_e w_e}, cos the cosine of
 * the features of the ends and R the effective resistance in the denser graph, and go in the reverse of that order. At
 * last the edges that stay get the weight {@code w_e / π_e}, π_e the probability to be among M drawn, or its root, the
 * heaviest first; each is removed and, by the next edit, added, and no count ends between the two. The result of the
 * paper is that of all edits. Scores are those of the additions, the rates, and the weights.
 *
 * <p>Without features all cosines are 0, and rows of zeros have cosine 0 with all. Of equal scores the pair with the
 * smallest smaller end goes first, then that with the smallest larger end. A disconnected graph has no one Fiedler
 * vector: one that is constant on each component is picked by the seed, and components are joined. Undirected graphs
 * only.
 *
 * <p>The published code differs: an added pair is one arc there and an edge of the graph two, so that an old edge
 * weighs 2 and a new one 1 in the resistances, an old one has two independent chances to be drawn, and M counts arcs.
 * Here each edge is one. Its draws are with replacement, as many as have M distinct edges on average, and it uses the
 * root of the weights, whole parts of which are relations; the number of additions follows from an error bound, while
 * here it is asked for. It also draws f towards 0 at both ends of an addition, by a factor that depends on k; here f
 * stays.
 *
 * <p>Time of the Fiedler vector, of {@link EffectiveResistance#ofEdges} and O(k log k + m log m).
 *
 * @param features of the vertices; no columns where there are none
 * @param options of both steps
 */
public record DensifyThenSparsify(Features features, Options options) implements Rewirer {
    /** What the edges that stay weigh in the end. */
    public enum Weighting {
        /** As before; nothing is weighed anew. */
        NONE,
        /** As much as keeps the mean. */
        UNBIASED,
        /** The root of that, as in the published code. */
        ROOT
    }

    /**
     * The options.
     *
     * @param additions k as a share of the edges of the graph, in 0..100
     * @param kept M as a share of the edges of the graph, above 0; at most the denser graph is kept
     * @param weighting of the edges that stay
     * @param seed of everything random
     */
    public record Options(double additions, double kept, Weighting weighting, long seed) {
        /** Checks the ranges. */
        public Options {
            if (!(additions >= 0 && additions <= 100)) {
                throw new IllegalArgumentException("share of additions " + additions + " is not in 0..100");
            }
            if (!(kept > 0 && kept <= 100)) {
                throw new IllegalArgumentException("share of edges kept " + kept + " is not above 0, up to 100");
            }
        }
    }

    /**
     * @throws IllegalArgumentException if the graph is directed, has another number of vertices than there are rows, or
     *     a weight is not positive and finite
     */
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        EffectiveResistance.checkConductors(graph);
        FeatureRows rows = FeatureRows.of(features);
        rows.checkFit(graph);
        EditList.Builder edits = EditList.builder();
        progress.start("densifying", count);
        if (count == 0 || graph.edgeCount() == 0 || progress.cancelled()) {
            return edits.build();
        }
        List<Densification.Added> added = additions(graph);
        added.stream()
                .limit(count)
                .forEach(one ->
                        edits.add(Edit.add(one.edge().u(), one.edge().v())).scored(one.score()));
        if (edits.size() < count) {
            Graph dense =
                    graph.with(added.stream().map(Densification.Added::edge).toList());
            try {
                new Sampling(graph, dense, rates(dense, rows, progress.silent())).append(edits, count);
            } catch (CancellationException stopped) {
                return edits.build();
            }
        }
        return edits.build();
    }

    private List<Densification.Added> additions(Graph graph) {
        int count = (int) Math.min(Integer.MAX_VALUE, Math.round(options.additions() * graph.edgeCount()));
        return count == 0
                ? List.of()
                : new Densification(
                                graph, FiedlerVector.of(graph, options.seed()).vector())
                        .additions(count);
    }

    private double[] rates(Graph dense, FeatureRows rows, Progress progress) {
        double[] rates = EffectiveResistance.ofEdges(dense, options.seed(), progress);
        for (int e = 0; e < rates.length; e++) {
            double similarity = (1 + rows.cosine(dense.source(e), dense.target(e))) / 2;
            rates[e] *= (1 + similarity / 2) * dense.weight(e);
        }
        return rates;
    }

    /** The second step. */
    private final class Sampling {
        private final Graph before;
        private final Graph dense;
        private final double[] rates;
        private final int kept;

        Sampling(Graph before, Graph dense, double[] rates) {
            this.before = before;
            this.dense = dense;
            this.rates = rates;
            this.kept = (int) Math.max(1, Math.min(dense.edgeCount(), Math.round(options.kept() * before.edgeCount())));
        }

        void append(EditList.Builder edits, int count) {
            int[] order = ResistanceSparsifier.lastDrawnFirst(rates, options.seed());
            int removed = order.length - kept;
            for (int i = 0; i < removed && edits.size() < count; i++) {
                edits.add(Edit.remove(dense.source(order[i]), dense.target(order[i])))
                        .scored(rates[order[i]]);
            }
            if (options.weighting() != Weighting.NONE && removed > 0) {
                weigh(IntStream.range(removed, order.length).map(i -> order[i]).toArray(), edits, count);
            }
        }

        private void weigh(int[] staying, EditList.Builder edits, int count) {
            double[] weights = SamplingWeights.factors(rates, kept);
            for (int e = 0; e < weights.length; e++) {
                double weight = weights[e] * dense.weight(e);
                weights[e] = options.weighting() == Weighting.ROOT ? Math.sqrt(weight) : weight;
            }
            int[] order = IntStream.of(staying)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer e) -> -weights[e])
                            .thenComparingInt(e -> e))
                    .mapToInt(e -> e)
                    .toArray();
            for (int i = 0; i < order.length && edits.size() <= count - 2; i++) {
                Edge edge = new Edge(dense.source(order[i]), dense.target(order[i]));
                double weight = weights[order[i]];
                int relation = before.edgeBetween(edge.u(), edge.v()) >= 0 ? EditList.ORIGINAL : EditList.ADDED;
                edits.add(Edit.remove(edge.u(), edge.v())).scored(weight);
                edits.add(Edit.add(edge.u(), edge.v()), weight, relation).scored(weight);
            }
        }
    }
}
