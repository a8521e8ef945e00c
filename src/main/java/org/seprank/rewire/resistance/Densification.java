package org.seprank.rewire.resistance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;

/**
 * The first step of GOKU: adds, one after the other, the pair without an edge with the largest {@code |f_u - f_v| /
 * (d_u + d_v + 1)}, f the Fiedler vector of the graph before and d the degrees as they are then. To add k of them,
 * pairs among {@code ⌈(1 + √(1 + 16 k)) / 2⌉} vertices of smallest degree and as many of largest |f| are looked at.
 * Scores only fall, so that a queue of what they were finds the largest: time O(k log k) for every time that a pair is
 * looked at, of which there are about 8 k at first.
 */
final class Densification {
    private record Candidate(int u, int v, double score) {
        static final Comparator<Candidate> BEST = Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparingInt(Candidate::u)
                .thenComparingInt(Candidate::v);
    }

    /** An addition with its score. */
    record Added(Edge edge, double score) {}

    private final Graph graph;
    private final double[] f;
    private final int[] degrees;

    /** Of a graph with that Fiedler vector. */
    Densification(Graph graph, double[] f) {
        this.graph = graph;
        this.f = f.clone();
        this.degrees = new int[f.length];
        Arrays.setAll(degrees, v -> graph.out().degree(v));
    }

    /** So many additions; fewer where the vertices that are looked at have no more pairs without an edge. */
    List<Added> additions(int count) {
        PriorityQueue<Candidate> queue = new PriorityQueue<>(Candidate.BEST);
        int[] chosen = promising(count);
        for (int i = 0; i < chosen.length; i++) {
            for (int j = i + 1; j < chosen.length; j++) {
                if (graph.edgeBetween(chosen[i], chosen[j]) < 0) {
                    queue.add(candidate(chosen[i], chosen[j]));
                }
            }
        }
        List<Added> added = new ArrayList<>();
        while (added.size() < count && !queue.isEmpty()) {
            Candidate best = queue.remove();
            Candidate now = candidate(best.u(), best.v());
            if (now.score() < best.score()) {
                queue.add(now);
            } else {
                added.add(new Added(new Edge(best.u(), best.v()), best.score()));
                degrees[best.u()]++;
                degrees[best.v()]++;
            }
        }
        return added;
    }

    private Candidate candidate(int u, int v) {
        return new Candidate(u, v, Math.abs(f[u] - f[v]) / (degrees[u] + degrees[v] + 1.0));
    }

    /** Ascending. Of equal vertices the first are taken. */
    private int[] promising(int count) {
        int size = (int) Math.min(f.length, Math.ceil((1 + Math.sqrt(1 + 16.0 * count)) / 2));
        TreeSet<Integer> chosen = new TreeSet<>();
        first(size, Comparator.comparingInt(v -> degrees[v])).forEach(chosen::add);
        first(size, Comparator.comparingDouble(v -> -Math.abs(f[v]))).forEach(chosen::add);
        return chosen.stream().mapToInt(v -> v).toArray();
    }

    private List<Integer> first(int size, Comparator<Integer> order) {
        return IntStream.range(0, f.length).boxed().sorted(order).limit(size).toList();
    }
}
