package org.seprank.gnn.batch;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.seprank.gnn.kernel.CounterRandom;
import org.seprank.gnn.kernel.Csr;

/**
 * Draws parts of a batch: some vertices and, hop by hop, some of the in-neighbours of each vertex that was reached
 * (GraphSAGE, arXiv 1706.02216, algorithm 2), uniformly and without repetition. A vertex has the same neighbours in all
 * layers. What is drawn of a vertex depends on the seed and the vertex alone. Safe to share between threads.
 *
 * <p>Operators of a part are cut out of those of the whole, so degrees are those of the whole graph; where messages are
 * added up, those of a sample are multiplied by how many neighbours there are for each that was drawn, so that their
 * expectation is the sum over all (arXiv 1710.10568, eq. 3). Softmax, maximum and product are over the sample.
 */
public final class NeighbourSampler {
    /** The fan-out that takes all neighbours. */
    public static final int ALL = -1;

    private static final int ABSENT = -1;

    private final GraphBatch whole;
    private final Queue<int[]> places = new ConcurrentLinkedQueue<>(); // of every vertex, absent; one per thread

    private NeighbourSampler(GraphBatch whole) {
        this.whole = whole;
    }

    /** A sampler of parts of that batch. */
    public static NeighbourSampler over(GraphBatch whole) {
        return new NeighbourSampler(whole);
    }

    /** What parts are drawn of. */
    public GraphBatch whole() {
        return whole;
    }

    /** The number of in-neighbours of a vertex. */
    public int degree(int vertex) {
        return whole.neighbours().offsets()[vertex + 1] - whole.neighbours().offsets()[vertex];
    }

    /**
     * Those vertices and who is drawn to answer for them. Time and memory O(n) once per thread, then O(degrees of the
     * vertices that are reached).
     *
     * @param vertices each at most once
     * @param fanOuts the most neighbours of a vertex at 0, 1, .. hops, {@link #ALL} for all
     * @throws IllegalArgumentException if a vertex repeats or does not exist
     */
    public NeighbourSample sample(int[] vertices, int[] fanOuts, long seed) {
        int[] known = places.poll();
        int[] place = known == null ? absent() : known;
        Draw draw = new Draw(place, vertices.length);
        try {
            for (int v : vertices) {
                draw.start(v);
            }
            SampledRows rows = draw.rows(fanOuts, seed);
            return new NeighbourSample(rows.vertices(), vertices.length, whole.sampled(rows));
        } finally {
            draw.forget();
            places.add(place);
        }
    }

    private int[] absent() {
        int[] place = new int[whole.vertexCount()];
        Arrays.fill(place, ABSENT);
        return place;
    }

    /** One part while it grows. */
    private final class Draw {
        private final int[] place;
        private int[] vertices;
        private int count;
        private int[] chosen = new int[16];
        private int[] columns = new int[16];
        private int entries;

        Draw(int[] place, int expected) {
            this.place = place;
            this.vertices = new int[Math.max(16, 2 * expected)];
        }

        void start(int v) {
            if (v < 0 || v >= place.length) {
                throw new IllegalArgumentException("vertex " + v + " is not in 0.." + (place.length - 1));
            }
            if (place[v] != ABSENT) {
                throw new IllegalArgumentException("vertex " + v + " is there twice");
            }
            add(v);
        }

        private void add(int v) {
            if (count == vertices.length) {
                vertices = Arrays.copyOf(vertices, 2 * count);
            }
            place[v] = count;
            vertices[count++] = v;
        }

        SampledRows rows(int[] fanOuts, long seed) {
            int[] hops = new int[fanOuts.length + 1];
            int[] from = {0};
            hops[0] = count;
            int done = 0;
            for (int hop = 0; hop < fanOuts.length; hop++) {
                from = Arrays.copyOf(from, count + 1);
                for (; done < hops[hop]; done++) {
                    take(vertices[done], fanOuts[hop], seed);
                    from[done + 1] = entries;
                }
                hops[hop + 1] = count;
            }
            from = Arrays.copyOf(from, count + 1);
            Arrays.fill(from, done + 1, count + 1, entries);
            return new SampledRows(
                    whole,
                    Arrays.copyOf(vertices, count),
                    hops,
                    from,
                    Arrays.copyOf(chosen, entries),
                    Arrays.copyOf(columns, entries));
        }

        private void take(int v, int fanOut, long seed) {
            Csr all = whole.neighbours();
            int start = all.offsets()[v];
            int degree = all.offsets()[v + 1] - start;
            boolean some = fanOut != ALL && fanOut < degree;
            int[] picked = some ? picked(degree, fanOut, CounterRandom.of(CounterRandom.mix(seed, v))) : new int[0];
            int size = some ? fanOut : degree;
            if (entries + size > chosen.length) {
                int room = Math.addExact(entries + size, entries / 2);
                chosen = Arrays.copyOf(chosen, room);
                columns = Arrays.copyOf(columns, room);
            }
            for (int c = 0; c < size; c++) {
                int position = some ? picked[c] : c;
                int w = all.indices()[start + position];
                if (place[w] == ABSENT) {
                    add(w);
                }
                chosen[entries] = position;
                columns[entries++] = place[w];
            }
        }

        void forget() {
            for (int i = 0; i < count; i++) {
                place[vertices[i]] = ABSENT;
            }
        }
    }

    /** So many of 0..degree-1, ascending (Floyd's algorithm). */
    private static int[] picked(int degree, int count, CounterRandom random) {
        int[] picked = new int[count];
        for (int size = 0; size < count; size++) {
            int last = degree - count + size;
            int drawn = (int) (random.nextDouble() * (last + 1));
            int at = Arrays.binarySearch(picked, 0, size, drawn);
            if (at >= 0) {
                picked[size] = last; // the largest so far
            } else {
                System.arraycopy(picked, -at - 1, picked, -at, size + at + 1);
                picked[-at - 1] = drawn;
            }
        }
        return picked;
    }
}
