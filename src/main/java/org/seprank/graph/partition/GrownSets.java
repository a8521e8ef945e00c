package org.seprank.graph.partition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * Random sets I of a given size whose boundaries range from small to large. A set grows vertex by vertex: with
 * probability {@code mixture} the next one is any vertex outside, drawn uniformly; else it is the next in breadth-first
 * order around those that are in already (around a vertex drawn uniformly, once a component is exhausted). So mixture 0
 * gives balls, with few edges to the outside, and mixture 1 uniformly random sets, with many. Edge directions do not
 * count. The same seed gives the same sets.
 */
public final class GrownSets {
    private static final int CANDIDATES_PER_SET = 4;

    private final Adjacency rows;
    private final SplittableRandom random;
    private final int[] order; // the vertices, those of the set first
    private final int[] places;
    private final int[] queue;
    private final boolean[] queued;
    private int size;
    private int head;
    private int tail;

    private GrownSets(Graph undirected, SplittableRandom random) {
        int n = undirected.vertexCount();
        this.rows = undirected.out();
        this.random = random;
        this.order = IntStream.range(0, n).toArray();
        this.places = IntStream.range(0, n).toArray();
        this.queue = new int[n];
        this.queued = new boolean[n];
    }

    /**
     * One set. Time O(n + m).
     *
     * @param size the number of vertices, in 1..n-1
     * @param mixture 0 for a ball, 1 for a uniformly random set
     * @throws IllegalArgumentException if size or mixture is out of range
     */
    public static VertexSet one(Graph graph, int size, double mixture, long seed) {
        check(graph, size);
        if (!(mixture >= 0 && mixture <= 1)) {
            throw new IllegalArgumentException("mixture " + mixture + " is not in [0, 1]");
        }
        return new GrownSets(graph.asUndirected(), new SplittableRandom(seed)).grown(size, mixture);
    }

    /**
     * Different sets whose boundary sizes ({@link VertexSet#boundary}, |C_I|) are spread over what growing with
     * mixtures from 0 to 1 finds. Of {@value #CANDIDATES_PER_SET} times as many candidates those are taken whose
     * boundary sizes are nearest to evenly spaced ones. Time O((n + m)·count + count²).
     *
     * @param size the number of vertices of each set, in 1..n-1
     * @param count how many sets, at least 1
     * @return by ascending boundary size; fewer than {@code count} if fewer different ones were found
     * @throws IllegalArgumentException if size or count is out of range
     */
    public static List<VertexSet> spread(Graph graph, int size, int count, long seed) {
        check(graph, size);
        if (count < 1 || count > Integer.MAX_VALUE / CANDIDATES_PER_SET) {
            throw new IllegalArgumentException(
                    "number of sets " + count + " is not in 1.." + Integer.MAX_VALUE / CANDIDATES_PER_SET);
        }
        Graph undirected = graph.asUndirected();
        SplittableRandom random = new SplittableRandom(seed);
        int attempts = CANDIDATES_PER_SET * count;
        Set<VertexSet> different = new LinkedHashSet<>();
        for (int k = 0; k < attempts; k++) {
            double mixture = (double) k / (attempts - 1);
            different.add(new GrownSets(undirected, random.split()).grown(size, mixture));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (VertexSet set : different) {
            candidates.add(new Candidate(set, set.boundary(graph).size()));
        }
        candidates.sort(Comparator.comparingInt(Candidate::boundary));
        return evenlySpaced(candidates, count);
    }

    private record Candidate(VertexSet set, int boundary) {}

    /** From candidates in ascending order, leaving enough of them for the sets that follow. */
    private static List<VertexSet> evenlySpaced(List<Candidate> candidates, int count) {
        int wanted = Math.min(count, candidates.size());
        double smallest = candidates.get(0).boundary;
        double range = candidates.get(candidates.size() - 1).boundary - smallest;
        List<VertexSet> sets = new ArrayList<>();
        int next = 0;
        for (int k = 0; k < wanted; k++) {
            double target = smallest + (wanted == 1 ? 0 : range * k / (wanted - 1));
            int last = candidates.size() - (wanted - k);
            int best = next;
            for (int i = next + 1; i <= last; i++) {
                double gain = Math.abs(candidates.get(best).boundary - target)
                        - Math.abs(candidates.get(i).boundary - target);
                best = gain > 0 ? i : best;
            }
            sets.add(candidates.get(best).set);
            next = best + 1;
        }
        return sets;
    }

    private static void check(Graph graph, int size) {
        int n = graph.vertexCount();
        if (n < 2) {
            throw new IllegalArgumentException("a graph with " + n + " vertices has no two parts");
        }
        if (size < 1 || size >= n) {
            throw new IllegalArgumentException("size " + size + " of a set is not in 1.." + (n - 1));
        }
    }

    private VertexSet grown(int wanted, double mixture) {
        while (size < wanted) {
            take(random.nextDouble() < mixture ? outside() : nearest());
        }
        return VertexSet.of(
                order.length, IntStream.range(0, size).map(i -> order[i]).toArray());
    }

    private int outside() {
        return order[random.nextInt(size, order.length)];
    }

    private int nearest() {
        while (head < tail && places[queue[head]] < size) {
            head++;
        }
        return head < tail ? queue[head++] : outside();
    }

    private void take(int v) {
        int place = places[v];
        int other = order[size];
        order[place] = other;
        places[other] = place;
        order[size] = v;
        places[v] = size++;
        int first = tail;
        for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
            int w = rows.neighbours()[k];
            if (!queued[w] && places[w] >= size) {
                queued[w] = true;
                queue[tail++] = w;
            }
        }
        shuffle(first);
    }

    /** Without it small vertex numbers would come first. */
    private void shuffle(int first) {
        for (int i = tail - 1; i > first; i--) {
            int j = random.nextInt(first, i + 1);
            int kept = queue[i];
            queue[i] = queue[j];
            queue[j] = kept;
        }
    }
}
