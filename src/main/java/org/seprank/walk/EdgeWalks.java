package org.seprank.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * The walks of a walk index cut at every step: those from the boundary and those into the target. From them follows how
 * many walks use an edge, every walk counted as often as it does.
 */
final class EdgeWalks {
    /** Outweighs what rounding may take off a sum of at most 256 products of non-negative numbers. */
    private static final double ROUNDING = 1 + 0x1p-40;

    private final Graph graph;
    private final int steps; // L-1
    private final VertexSet partition;
    private final int[] crossings; // per vertex, its in-neighbours on the other side
    private final List<WalkCounts> fromBoundary = new ArrayList<>(); // a_k, k < steps
    private final List<WalkCounts> intoTarget = new ArrayList<>(); // s_k, k <= steps

    EdgeWalks(Graph graph, VertexSet partition, Target target, int depth) {
        this.graph = graph;
        this.steps = depth - 1;
        this.partition = partition;
        this.crossings = crossings(graph, partition);
        WalkCounts from = WalkCounts.of(partition.boundary(graph));
        WalkCounts into = WalkCounts.of(target.ends(graph.vertexCount()));
        intoTarget.add(into);
        for (int k = 0; k < steps; k++) {
            from = k == 0 ? from : from.appended(graph);
            fromBoundary.add(from);
            into = into.prepended(graph);
            intoTarget.add(into);
        }
    }

    private static int[] crossings(Graph graph, VertexSet partition) {
        int[] crossings = new int[graph.vertexCount()];
        Adjacency in = graph.in();
        for (int v = 0; v < crossings.length; v++) {
            for (int k = in.offsets()[v]; k < in.offsets()[v + 1]; k++) {
                if (partition.contains(in.neighbours()[k]) != partition.contains(v)) {
                    crossings[v]++;
                }
            }
        }
        return crossings;
    }

    Graph graph() {
        return graph;
    }

    /** L-1, the length of the walks. */
    int steps() {
        return steps;
    }

    /** The walks of length {@code k} from the boundary, k in 0..L-2. */
    WalkCounts from(int k) {
        return fromBoundary.get(k);
    }

    /** The walks of length {@code k} into the target, k in 0..L-1. */
    WalkCounts into(int k) {
        return intoTarget.get(k);
    }

    /** Whether the head of edge {@code e} leaves the boundary with it. */
    boolean headLeaves(int e) {
        return leaves(graph.target(e), graph.source(e));
    }

    /** Whether the tail of edge {@code e} leaves the boundary with it: never in a directed graph. */
    boolean tailLeaves(int e) {
        return !graph.directed() && leaves(graph.source(e), graph.target(e));
    }

    private boolean leaves(int end, int other) {
        return crossings[end] == 1 && partition.contains(end) != partition.contains(other);
    }

    /**
     * For every edge a number that its loss does not exceed: the walks that use it, counted as often as they do, and
     * all walks from the ends that leave the boundary. Time O(L m).
     */
    double[] upperBounds() {
        double[] bounds = new double[graph.edgeCount()];
        double[] starting = doubles(into(steps));
        for (int e = 0; e < bounds.length; e++) {
            bounds[e] =
                    (headLeaves(e) ? starting[graph.target(e)] : 0) + (tailLeaves(e) ? starting[graph.source(e)] : 0);
        }
        for (int k = 0; k < steps; k++) {
            addUses(doubles(from(k)), doubles(into(steps - 1 - k)), bounds);
        }
        for (int e = 0; e < bounds.length; e++) {
            bounds[e] *= ROUNDING;
        }
        return bounds;
    }

    private void addUses(double[] before, double[] after, double[] bounds) {
        for (int e = 0; e < bounds.length; e++) {
            int u = graph.source(e);
            int v = graph.target(e);
            bounds[e] += before[u] * after[v] + (graph.directed() ? 0 : before[v] * after[u]);
        }
    }

    private static double[] doubles(WalkCounts counts) {
        double[] doubles = new double[counts.size()];
        Arrays.setAll(
                doubles,
                v -> counts.fitsLong() ? counts.longAt(v) : counts.at(v).doubleValue());
        return doubles;
    }
}
