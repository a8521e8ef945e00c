package org.seprank.rewire.score;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * Forest fire (J. Leskovec and C. Faloutsos, KDD 2006; as an edge score: M. Hamann et al., arXiv 1601.00286): fires
 * start at random vertices that have neighbours. A burning vertex sets fire to one random neighbour after the other
 * that has not burnt in this fire, each with probability {@code spread} and until it fails for the first time; in a
 * directed graph the fire runs along the edges. The vertex a fire starts at has burnt like any other, so that no edge
 * is used by a fire that comes back to it. Fires are lit until edges have burnt {@code ratio * m} times in all; the
 * score of an edge is how often it has. Edges that burn often stay longest. Ties, of which there are many at a small
 * ratio, go by the rules of removal.
 *
 * <p>Time O(ratio m d), d the mean degree of the vertices that burn.
 *
 * @param spread probability that a fire goes on to a further neighbour, above 0 and at most 1; 0.2 and 0.6 are in use
 * @param ratio how often edges burn on average, above 0; 5 is in use
 * @param seed the same seed gives the same fires
 */
public record ForestFire(double spread, double ratio, long seed) implements EdgeScore {
    /** Checks probability and ratio. */
    public ForestFire {
        if (!(spread > 0 && spread <= 1)) {
            throw new IllegalArgumentException("spread " + spread + " of a fire is not above 0 and at most 1");
        }
        if (!(ratio > 0 && ratio <= 1e6)) {
            throw new IllegalArgumentException("ratio " + ratio + " of burnt edges is not above 0 and at most 1e6");
        }
    }

    @Override
    public double[] scores(Graph graph, Progress progress) {
        int[] starts = IntStream.range(0, graph.vertexCount())
                .filter(v -> graph.out().degree(v) > 0)
                .toArray();
        Fire fire = new Fire(graph, spread, new SplittableRandom(seed));
        long total = (long) Math.ceil(ratio * graph.edgeCount());
        progress.start("burning edges", total);
        for (long burnt = 0; burnt < total; progress.advanceTo(Math.min(burnt, total))) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            burnt += fire.burn(starts);
        }
        return fire.burnt;
    }

    /** One fire after the other. */
    private static final class Fire {
        private final Adjacency rows;
        private final double spread;
        private final SplittableRandom random;
        private final double[] burnt; // by edge, how often
        private final int[] fires; // by vertex, the last fire it burnt in
        private final int[] queue;
        private final int[] entries; // of neighbours that have not burnt
        private int fire;

        Fire(Graph graph, double spread, SplittableRandom random) {
            this.rows = graph.out();
            this.spread = spread;
            this.random = random;
            this.burnt = new double[graph.edgeCount()];
            this.fires = new int[graph.vertexCount()];
            this.queue = new int[graph.vertexCount()];
            this.entries = new int[rows.maxDegree()];
        }

        /** How many edges one fire burns. */
        int burn(int[] starts) {
            newFire();
            int end = 0;
            queue[end++] = starts[random.nextInt(starts.length)];
            fires[queue[0]] = fire;
            for (int i = 0; i < end; i++) {
                if (random.nextDouble() < spread) {
                    end = spreadFrom(queue[i], end);
                }
            }
            return end - 1;
        }

        private void newFire() {
            if (++fire == Integer.MAX_VALUE) {
                Arrays.fill(fires, 0);
                fire = 1;
            }
        }

        /** The first neighbour burns for sure. */
        private int spreadFrom(int v, int size) {
            int end = size;
            int left = 0;
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                if (fires[rows.neighbours()[k]] != fire) {
                    entries[left++] = k;
                }
            }
            boolean on = true;
            while (on && left > 0) {
                int i = random.nextInt(left);
                int k = entries[i];
                entries[i] = entries[--left];
                burnt[rows.edges()[k]]++;
                fires[rows.neighbours()[k]] = fire;
                queue[end++] = rows.neighbours()[k];
                on = random.nextDouble() < spread;
            }
            return end;
        }
    }
}
