package org.seprank.rewire.backbone;

import java.util.Arrays;
import org.seprank.graph.Graph;
import org.seprank.rewire.Ties;
import org.seprank.rewire.removal.Rankings;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.rewire.score.Undirected;
import org.seprank.work.Progress;

/**
 * The ultrametric backbone stays longest (T. Simas, R. B. Correia and L. M. Rocha, J. Complex Netw. 9, 2021, arXiv
 * 2103.04668): the edges no longer than the longest edge of any other path between their ends, which are those of all
 * minimum spanning forests. The score of an edge of length w is b / w, in 0..1, where b is the least that the longest
 * edge of a path between its ends can be: the most distorted go first, a score of 1 is the backbone, and of equal
 * scores the longer edge goes first. Of n vertices and c components at least n - c edges have score 1. Exact, no sum is
 * rounded; lengths of 0 have score 1. Undirected graphs only.
 *
 * <p>The parts that edges join in the order of their lengths (J. Kruskal, 1956) are kept as a forest of depth O(log n);
 * b is the largest length on the path in it. Time O(m log m), memory O(n + m).
 *
 * @param lengths what weights mean
 */
public record UltrametricBackbone(EdgeLengths lengths) implements EdgeScore {
    /** @throws IllegalArgumentException if a weight is no length, or the graph is directed */
    @Override
    public double[] scores(Graph graph, Progress progress) {
        Undirected.require(graph, "the ultrametric backbone");
        double[] length = lengths.of(graph);
        Joins joins = new Joins(graph.vertexCount());
        int[] order = Rankings.ascending(length, Ties.FIRST);
        for (int place = 0; place < order.length; place++) {
            joins.join(graph.source(order[place]), graph.target(order[place]), place);
        }
        double[] scores = new double[length.length];
        for (int e = 0; e < scores.length; e++) {
            double longest = length[order[joins.place(graph.source(e), graph.target(e))]];
            scores[e] = length[e] > 0 ? longest / length[e] : 1;
        }
        return scores;
    }

    @Override
    public double[] amongEqual(Graph graph) {
        return lengths.longestFirst(graph);
    }

    /** Which edge first joined two vertices, by places in an order; paths in the forest are never made shorter. */
    private static final class Joins {
        private final int[] parents;
        private final int[] sizes;
        private final int[] places; // of the edge that joined a vertex to its parent

        Joins(int n) {
            this.parents = new int[n];
            this.sizes = new int[n];
            this.places = new int[n];
            Arrays.setAll(parents, v -> v);
            Arrays.fill(sizes, 1);
            Arrays.fill(places, Integer.MAX_VALUE);
        }

        /** The smaller part gets below the larger; places only grow. */
        void join(int u, int v, int place) {
            int a = root(u);
            int b = root(v);
            if (a != b) {
                int low = sizes[a] < sizes[b] ? a : b;
                int high = low == a ? b : a;
                parents[low] = high;
                places[low] = place;
                sizes[high] += sizes[low];
            }
        }

        private int root(int v) {
            int root = v;
            while (parents[root] != root) {
                root = parents[root];
            }
            return root;
        }

        /** Places grow towards the roots, so that the vertex with the smaller one is never above the other. */
        int place(int u, int v) {
            int a = u;
            int b = v;
            int last = 0;
            while (a != b) {
                if (places[a] < places[b]) {
                    last = places[a];
                    a = parents[a];
                } else {
                    last = places[b];
                    b = parents[b];
                }
            }
            return last;
        }
    }
}
