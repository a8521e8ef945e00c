package org.seprank.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Ties;
import org.seprank.rewire.edit.Edit;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;

/**
 * Walk Index Sparsification to the letter: dense matrices, walk indices from boundaries, all vectors formed and sorted
 * for every candidate, components counted for every safeguard. Time O(m² n³ L).
 */
public final class SparsificationOracle {
    private final boolean directed;
    private final boolean[][] edge; // edge[u][v]: u -> v, symmetric if undirected
    private final List<Interaction> partitions;
    private final int depth;
    private final RemovalRules rules;

    private SparsificationOracle(Graph graph, List<Interaction> partitions, int depth, RemovalRules rules) {
        int n = graph.vertexCount();
        this.directed = graph.directed();
        this.edge = new boolean[n][n];
        for (int e = 0; e < graph.edgeCount(); e++) {
            set(graph.edge(e), true);
        }
        this.partitions = partitions;
        this.depth = depth;
        this.rules = rules;
    }

    /** The whole order of removal. */
    public static List<Edit> order(Graph graph, List<Interaction> partitions, int depth, RemovalRules rules) {
        return new SparsificationOracle(graph, partitions, depth, rules).run();
    }

    /** The walk indices of all partitions, ascending. */
    public static long[] walkIndices(Graph graph, List<Interaction> partitions, int depth) {
        return new SparsificationOracle(graph, partitions, depth, RemovalRules.defaults()).sortedIndices();
    }

    private List<Edit> run() {
        List<Edit> order = new ArrayList<>();
        int removedInChunk;
        do {
            removedInChunk = 0;
            for (Edge e : ranked()) {
                if (removedInChunk < rules.chunk() && mayGo(e)) {
                    set(e, false);
                    order.add(Edit.remove(e.u(), e.v()));
                    removedInChunk++;
                }
            }
        } while (removedInChunk > 0);
        return order;
    }

    private record Candidate(Edge edge, List<Long> vector) {}

    private List<Edge> ranked() {
        List<Candidate> candidates = new ArrayList<>();
        for (Edge e : edges()) {
            set(e, false);
            candidates.add(
                    new Candidate(e, Arrays.stream(sortedIndices()).boxed().toList()));
            set(e, true);
        }
        Comparator<Candidate> byEdge = Comparator.<Candidate>comparingInt(
                        c -> c.edge().u())
                .thenComparingInt(c -> c.edge().v());
        candidates.sort(((Comparator<Candidate>) (c, d) -> compare(d.vector(), c.vector()))
                .thenComparing(rules.ties() == Ties.FIRST ? byEdge : byEdge.reversed()));
        return candidates.stream().map(Candidate::edge).toList();
    }

    private static int compare(List<Long> a, List<Long> b) {
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return a.get(i).compareTo(b.get(i));
            }
        }
        return 0;
    }

    private List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (int u = 0; u < edge.length; u++) {
            for (int v = directed ? 0 : u + 1; v < edge.length; v++) {
                if (edge[u][v]) {
                    edges.add(new Edge(u, v));
                }
            }
        }
        return edges;
    }

    private void set(Edge e, boolean present) {
        edge[e.u()][e.v()] = present;
        if (!directed) {
            edge[e.v()][e.u()] = present;
        }
    }

    private long[] sortedIndices() {
        long[][] walks = walksOfLength(depth - 1);
        return partitions.stream().mapToLong(p -> walkIndex(p, walks)).sorted().toArray();
    }

    private long[][] walksOfLength(int length) {
        int n = edge.length;
        long[][] power = new long[n][n];
        for (int v = 0; v < n; v++) {
            power[v][v] = 1;
        }
        for (int step = 0; step < length; step++) {
            long[][] next = new long[n][n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    for (int j = 0; j < n; j++) {
                        next[i][j] += k == j || edge[k][j] ? power[i][k] : 0;
                    }
                }
            }
            power = next;
        }
        return power;
    }

    private long walkIndex(Interaction p, long[][] walks) {
        long index = 0;
        for (int i = 0; i < edge.length; i++) {
            if (onBoundary(p, i)) {
                for (int j = 0; j < edge.length; j++) {
                    boolean counts = p.target() instanceof Target.AtVertex at ? at.t() == j : true;
                    index += counts ? walks[i][j] : 0;
                }
            }
        }
        return index;
    }

    private boolean onBoundary(Interaction p, int v) {
        for (int u = 0; u < edge.length; u++) {
            if (edge[u][v] && p.partition().contains(u) != p.partition().contains(v)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayGo(Edge e) {
        int components = components();
        set(e, false);
        boolean splits = components() > components;
        boolean isolates = degree(e.u()) == 0 || degree(e.v()) == 0;
        set(e, true);
        return !(rules.keepConnected() && splits) && !(rules.noIsolated() && isolates);
    }

    private int degree(int v) {
        int degree = 0;
        for (int w = 0; w < edge.length; w++) {
            degree += edge[v][w] || edge[w][v] ? 1 : 0;
        }
        return degree;
    }

    private int components() {
        int n = edge.length;
        int[] label = new int[n];
        int count = 0;
        for (int root = 0; root < n; root++) {
            if (label[root] == 0) {
                fill(root, ++count, label);
            }
        }
        return count;
    }

    private void fill(int v, int mark, int[] label) {
        label[v] = mark;
        for (int w = 0; w < edge.length; w++) {
            if (label[w] == 0 && (edge[v][w] || edge[w][v])) {
                fill(w, mark, label);
            }
        }
    }
}
