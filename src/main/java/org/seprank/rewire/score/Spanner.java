package org.seprank.rewire.score;

import java.util.concurrent.CancellationException;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * A multiplicative spanner stays longest: a set of edges in which no distance is more than 2k-1 times what it is in the
 * graph (I. Althofer et al., Discrete Comput. Geom. 9, 1993). Edges are tried in their order, and one joins the spanner
 * unless its ends are within 2k-1 steps there already. The score is 1 in the spanner, of which there are at most n +
 * n^(1 + 1/k) edges, and 0 elsewhere. At k = 1 it is all edges, from k = n/2 on a spanning forest. Undirected graphs
 * only.
 *
 * <p>Time per edge O(min(m, balls of k and k-1 steps in the spanner)), the smaller ball growing first.
 *
 * @param k at least 1
 */
public record Spanner(int k) implements EdgeScore {
    private static final int CHECK = 1024; // edges between two looks at the progress

    /** Checks k. */
    public Spanner {
        if (k < 1 || k > Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException("k = " + k + " of a spanner is not in 1.." + Integer.MAX_VALUE / 4);
        }
    }

    @Override
    public double[] scores(Graph graph, Progress progress) {
        Undirected.require(graph, "a spanner");
        Growth growth = new Growth(graph);
        double[] scores = new double[graph.edgeCount()];
        progress.start("growing a spanner", scores.length);
        for (int e = 0; e < scores.length; e++) {
            if (e % CHECK == 0) {
                progress.advanceTo(e);
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
            }
            int u = graph.source(e);
            int v = graph.target(e);
            if (!growth.within(u, v, 2 * k - 1)) {
                growth.add(u, v);
                scores[e] = 1;
            }
        }
        return scores;
    }

    /** The spanner so far, in the rows of the graph, and a search in it from two ends. */
    private static final class Growth {
        private final int[] offsets;
        private final int[] neighbours;
        private final int[] degrees;
        private final int[] marks; // by vertex, 2 * search for those reached from u, one more for those from v
        private final int[][] queues;
        private final int[] starts = new int[2]; // where the outermost level begins
        private final int[] ends = new int[2];
        private int search;

        Growth(Graph graph) {
            Adjacency rows = graph.out();
            this.offsets = rows.offsets();
            this.neighbours = new int[offsets[graph.vertexCount()]];
            this.degrees = new int[graph.vertexCount()];
            this.marks = new int[graph.vertexCount()];
            this.queues = new int[2][graph.vertexCount()];
        }

        void add(int u, int v) {
            neighbours[offsets[u] + degrees[u]++] = v;
            neighbours[offsets[v] + degrees[v]++] = u;
        }

        boolean within(int u, int v, int steps) {
            search++; // at most m < 2^30 searches, as both rows of an edge fit an array
            begin(0, u);
            begin(1, v);
            for (int step = 0; step < steps; step++) {
                int side = ends[0] - starts[0] <= ends[1] - starts[1] ? 0 : 1;
                if (starts[side] == ends[side]) {
                    return false; // all of a component is seen
                }
                if (meets(side)) {
                    return true;
                }
            }
            return false;
        }

        private void begin(int side, int vertex) {
            queues[side][0] = vertex;
            starts[side] = 0;
            ends[side] = 1;
            marks[vertex] = 2 * search + side;
        }

        /** Goes one step further on one side; whether that reaches what the other side has reached. */
        private boolean meets(int side) {
            int[] queue = queues[side];
            int own = 2 * search + side;
            int other = 2 * search + 1 - side;
            int from = starts[side];
            int to = ends[side];
            int end = to;
            for (int i = from; i < to; i++) {
                int last = offsets[queue[i]] + degrees[queue[i]];
                for (int at = offsets[queue[i]]; at < last; at++) {
                    int w = neighbours[at];
                    if (marks[w] == other) {
                        return true;
                    }
                    if (marks[w] != own) {
                        marks[w] = own;
                        queue[end++] = w;
                    }
                }
            }
            starts[side] = to;
            ends[side] = end;
            return false;
        }
    }
}
