package org.seprank.rewire.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Communities;

/**
 * The pairs of communities that edges are within or between, numbered from 0 in the order of their first edges. Of each
 * the mean cosine s of its edges, and its weight: the product of the sizes of the two communities, that of one with
 * itself being a square.
 */
final class VertexGroups {
    private final int[] communities;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final double[] means;
    private final double[] weights;
    private final List<List<ScoredPair>> edges = new ArrayList<>();

    private VertexGroups(Graph graph, FeatureRows rows, int[] communities) {
        this.communities = communities;
        for (int e = 0; e < graph.edgeCount(); e++) {
            ScoredPair pair = ScoredPair.ofEdge(graph, e, rows);
            int number = numbers.computeIfAbsent(key(pair.u(), pair.v()), key -> numbers.size());
            if (number == edges.size()) {
                edges.add(new ArrayList<>());
            }
            edges.get(number).add(pair);
        }
        this.means = new double[edges.size()];
        this.weights = new double[edges.size()];
        Arrays.setAll(means, g -> mean(edges.get(g)));
        weigh();
    }

    /** Those of a graph. */
    static VertexGroups of(Graph graph, FeatureRows rows, SimilarityRewirer.Grouping grouping, long seed) {
        int[] communities = switch (grouping) {
            case NONE -> new int[graph.vertexCount()];
            case LOUVAIN -> Communities.louvain(graph, seed);
            case LEIDEN -> Communities.leiden(graph, seed);
        };
        return new VertexGroups(graph, rows, communities);
    }

    private static double mean(List<ScoredPair> pairs) {
        return FeatureRows.rounded(pairs.stream().mapToDouble(ScoredPair::score).sum() / pairs.size());
    }

    private void weigh() {
        double[] sizes = new double[1 + Arrays.stream(communities).max().orElse(0)];
        for (int community : communities) {
            sizes[community]++;
        }
        for (int g = 0; g < weights.length; g++) {
            ScoredPair one = edges.get(g).get(0);
            weights[g] = sizes[communities[one.u()]] * sizes[communities[one.v()]];
        }
    }

    private long key(int u, int v) {
        int a = communities[u];
        int b = communities[v];
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    /** The number of pairs of communities with an edge. */
    int count() {
        return means.length;
    }

    /** The pair of communities that a pair of vertices is within or between; -1 if it has no edge. */
    int of(int u, int v) {
        return numbers.getOrDefault(key(u, v), -1);
    }

    /** s of a pair of communities. */
    double mean(int group) {
        return means[group];
    }

    /** What budgets are in proportion to, a whole number. */
    double weight(int group) {
        return weights[group];
    }

    /** The edges that are less alike than s, the least alike first, by pair of communities. */
    List<List<ScoredPair>> edgesBelowMean() {
        List<List<ScoredPair>> below = new ArrayList<>();
        for (int g = 0; g < means.length; g++) {
            double mean = means[g];
            below.add(edges.get(g).stream()
                    .filter(pair -> pair.score() < mean)
                    .sorted(ScoredPair.SMALLEST)
                    .toList());
        }
        return below;
    }
}
