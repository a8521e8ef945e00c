package org.seprank.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;

/**
 * Pairs (v, u) of vertices at which something is measured. Kept while edges change, so that the values of several
 * graphs on the same vertices are about the same pairs.
 *
 * @param pairs in the order drawn; may repeat
 * @param description how they were drawn, such as "uniform pairs"
 * @param seed of the draw
 */
public record PairSample(List<Pair> pairs, String description, long seed) {
    /**
     * A vertex and another.
     *
     * @param v where a message arrives
     * @param u where it starts
     */
    public record Pair(int v, int u) {}

    /** Copies the list. */
    public PairSample {
        pairs = List.copyOf(pairs);
    }

    /** No pairs. */
    public static PairSample none() {
        return new PairSample(List.of(), "none", 0);
    }

    /** Pairs of different vertices, uniformly at random; none if there are fewer than two vertices. */
    static PairSample uniform(int n, int count, long seed) {
        List<Pair> pairs = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count && n > 1; i++) {
            int v = random.nextInt(n);
            int other = random.nextInt(n - 1);
            pairs.add(new Pair(v, other < v ? other : other + 1));
        }
        return new PairSample(pairs, "uniform pairs", seed);
    }

    /**
     * Pairs where u is within reach of v: v uniform, u uniform among the other vertices with a path of at most
     * {@code depth} edges to v; a v without such a u is drawn with u = v. Time: {@code count} balls of that radius.
     */
    static PairSample within(Graph graph, int depth, MeasureOptions.Effort effort) {
        List<Pair> pairs = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(effort.seed());
        BreadthFirst search = new BreadthFirst(graph.in());
        int n = graph.vertexCount();
        for (int i = 0; i < effort.pairs() && n > 0; i++) {
            int v = random.nextInt(n);
            int size = search.from(v, depth);
            pairs.add(new Pair(v, size == 1 ? v : search.vertex(1 + random.nextInt(size - 1))));
        }
        return new PairSample(pairs, "pairs within " + depth + " steps", effort.seed());
    }

    /** {@code count} of the numbers 0..n-1 without repetition, ascending; all of them if there are no more. */
    public static int[] numbers(int n, int count, long seed) {
        int[] chosen = new int[Math.min(n, count)];
        SplittableRandom random = new SplittableRandom(seed);
        int size = 0;
        for (int i = 0; size < chosen.length; i++) { // selection sampling: D. Knuth, TAOCP 2, 3.4.2 S
            if (random.nextInt(n - i) < chosen.length - size) {
                chosen[size++] = i;
            }
        }
        return chosen;
    }
}
