package org.seprank.rewire.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.seprank.dataset.Features;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.curvature.JostLiu;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * SJLR, stochastic Jost-Liu curvature rewiring (J. Giraldo, K. Skianis, T. Bouwmans and F. Malliaros, "On the trade-off
 * between over-smoothing and over-squashing in deep graph neural networks", CIKM 2023, arXiv 2212.02374), by the
 * features that vertices start with. Edges are removed with probability in proportion to {@code exp(τ (α κ + (1 - α)
 * δ))}, κ the {@link JostLiu} curvature and δ the distance of the features of the ends, and pairs added with
 * {@code exp(τ (α Δ - (1 - α) δ))}, both drawn without replacement. The pairs are those that close a triangle over
 * edges of the least curvature, until there are enough of them; Δ is the mean of what the curvatures of the edges of
 * all triangles gain that the pair would close. κ, Δ and δ are moved and scaled to 0..1 each over the edges, or over
 * the pairs; all of them are those of the graph before any edit.
 *
 * <p>Additions and removals take turns. The score of an edit is its exponent without τ. Of equal curvatures the first
 * edge is taken. The draw is the exponential race, so that a smaller count is a prefix. Undirected graphs only; weights
 * are ignored, new edges weigh 1, in relation 1.
 *
 * <p>The paper does this anew in every step of training and before every layer, with the features inside the network,
 * and tests on the graph as it was; this is its order for a graph that is changed once. Its τ is 1, and its code draws
 * some pairs in one direction only, as it sees one of the two arcs of an edge.
 *
 * <p>Time O(m^1.5) for the curvatures, and for the pairs O(degree) each; entries of rows for distances.
 *
 * @param features of the vertices
 * @param options of the draws
 */
public record StochasticJostLiu(Features features, Options options) implements Rewirer {
    /**
     * The options.
     *
     * @param alpha weight of the curvature against that of the features, in 0..1
     * @param tau inverse temperature, at least 0
     * @param additions share of the edits that add, in 0..1
     * @param candidates how many pairs may be added, as a share of the edges, at least 0
     * @param seed of the draws
     */
    public record Options(double alpha, double tau, double additions, double candidates, long seed) {
        /** Checks the ranges. */
        public Options {
            Turns.checkShare(additions);
            if (!(alpha >= 0 && alpha <= 1)) {
                throw new IllegalArgumentException("alpha " + alpha + " is not in 0..1");
            }
            if (!(tau >= 0 && Double.isFinite(tau) && candidates >= 0 && Double.isFinite(candidates))) {
                throw new IllegalArgumentException(
                        "tau " + tau + " or candidates " + candidates + " is not at least 0");
            }
        }
    }

    /**
     * @throws IllegalArgumentException if the graph is directed, or has another number of vertices than there are rows
     */
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        FeatureRows rows = FeatureRows.of(features);
        rows.checkFit(graph);
        progress.start("drawing edges by curvature and features", 2);
        if (count == 0 || progress.cancelled()) {
            return EditList.empty();
        }
        SplittableRandom random = new SplittableRandom(options.seed());
        double[] curvatures = JostLiu.all(graph);
        List<Edge> edges = IntStream.range(0, curvatures.length)
                .mapToObj(e -> new Edge(graph.source(e), graph.target(e)))
                .toList();
        List<Edge> pairs = closing(graph, edges, curvatures);
        double[] gains = new TriangleGains(graph, curvatures).of(pairs);
        progress.advanceTo(1);
        Turns.Order removals = drawn(Edit.Kind.REMOVE, edges, exponents(curvatures, edges, rows, 1), random.split());
        Turns.Order additions = drawn(Edit.Kind.ADD, pairs, exponents(gains, pairs, rows, -1), random.split());
        return new Turns(options.additions()).edits(additions, removals, count);
    }

    /** Pairs without an edge that close triangles over the edges of least curvature. */
    private List<Edge> closing(Graph graph, List<Edge> edges, double[] curvatures) {
        double wanted = options.candidates() * edges.size();
        int[] order = IntStream.range(0, curvatures.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer e) -> curvatures[e]).thenComparingInt(e -> e))
                .mapToInt(e -> e)
                .toArray();
        Set<Edge> seen = new HashSet<>();
        List<Edge> pairs = new ArrayList<>();
        for (int i = 0; i < order.length && pairs.size() < wanted; i++) {
            Edge edge = edges.get(order[i]);
            join(graph, edge.u(), edge.v(), seen, pairs);
            join(graph, edge.v(), edge.u(), seen, pairs);
        }
        return pairs;
    }

    private static void join(Graph graph, int u, int v, Set<Edge> seen, List<Edge> pairs) {
        Adjacency out = graph.out();
        for (int k = out.offsets()[u]; k < out.offsets()[u + 1]; k++) {
            int w = out.neighbours()[k];
            Edge pair = new Edge(Math.min(v, w), Math.max(v, w));
            if (w != v && graph.edgeBetween(v, w) < 0 && seen.add(pair)) {
                pairs.add(pair);
            }
        }
    }

    private double[] exponents(double[] values, List<Edge> pairs, FeatureRows rows, int sign) {
        double[] distances = scaled(pairs.stream()
                .mapToDouble(pair -> rows.distance(pair.u(), pair.v()))
                .toArray());
        double[] exponents = scaled(values);
        Arrays.setAll(exponents, i -> options.alpha() * exponents[i] + sign * (1 - options.alpha()) * distances[i]);
        return exponents;
    }

    /** Moved and scaled to 0..1; 0 where all are equal. */
    private static double[] scaled(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        double spread = Arrays.stream(values).max().orElse(0) - least;
        return Arrays.stream(values)
                .map(value -> spread > 0 ? (value - least) / spread : 0)
                .toArray();
    }

    /** In the order of a draw without replacement, each time in proportion to exp(τ exponent). */
    private Turns.Order drawn(Edit.Kind kind, List<Edge> pairs, double[] exponents, SplittableRandom random) {
        double[] keys = new double[exponents.length]; // of the race: the largest Gumbel variable comes first
        for (int i = 0; i < keys.length; i++) {
            keys[i] = options.tau() * exponents[i] - Math.log(-Math.log(random.nextDouble(Double.MIN_NORMAL, 1)));
        }
        int[] order = IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -keys[i]).thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
        return new Turns.Order() {
            @Override
            public int size() {
                return order.length;
            }

            @Override
            public void append(int i, EditList.Builder edits) {
                Edge pair = pairs.get(order[i]);
                edits.add(new Edit(kind, pair.u(), pair.v())).scored(exponents[order[i]]);
            }
        };
    }
}
