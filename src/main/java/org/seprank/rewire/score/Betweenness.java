package org.seprank.rewire.score;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Edge betweenness (L. Freeman, 1977; M. Girvan and M. Newman, PNAS 99, 2002): the sum over pairs of vertices of the
 * share of their shortest paths that use the edge, at least 1 for every edge. Ordered pairs and directed paths in a
 * directed graph, unordered pairs otherwise; lengths are numbers of edges. Exact, by U. Brandes' algorithm (2001) from
 * every vertex.
 *
 * <p>The vertices are dealt out to a fixed number of sums, which are added in a fixed order, so that the result does
 * not depend on the number of threads. Edges that a symmetry of the graph exchanges may still differ by rounding, and
 * then do not count as equal.
 *
 * <p>Time O(n m) on all threads of {@link Parallel#current()}, memory about 128 m + 400 n bytes.
 *
 * @param highestFirst whether the edges most used, those between clusters, go first: the score is then the negated
 *     betweenness (Girvan and Newman count anew after every removal; here it is counted once)
 */
public record Betweenness(boolean highestFirst) implements EdgeScore {
    private static final int LANES = 16;

    /** @throws IllegalArgumentException if memory does not suffice or two vertices have 10^308 shortest paths */
    @Override
    public double[] scores(Graph graph, Progress progress) {
        checkMemory(graph);
        Sources sources = new Sources(graph.vertexCount(), progress);
        double[][] sums = new double[LANES][];
        Parallel.current().each(LANES, lane -> sums[lane] = sources.sum(graph, lane));
        double[] scores = new double[graph.edgeCount()];
        for (double[] sum : sums) {
            for (int e = 0; e < scores.length; e++) {
                scores[e] += sum[e];
            }
        }
        double factor = (highestFirst ? -1 : 1) * (graph.directed() ? 1 : 0.5);
        for (int e = 0; e < scores.length; e++) {
            scores[e] *= factor;
        }
        return scores;
    }

    private static void checkMemory(Graph graph) {
        long bytes = LANES * (8L * graph.edgeCount() + 24L * graph.vertexCount());
        if (bytes > Runtime.getRuntime().maxMemory()) {
            throw new IllegalArgumentException("edge betweenness needs about " + (bytes >> 20) + " MiB of memory, but "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB is all there is");
        }
    }

    /** The vertices, dealt out, and how many are done. */
    private static final class Sources {
        private final int n;
        private final Progress progress;
        private long done;

        Sources(int n, Progress progress) {
            this.n = n;
            this.progress = progress;
            progress.start("edge betweenness", n);
        }

        /** What the paths from every {@value #LANES}th vertex contribute. */
        double[] sum(Graph graph, int lane) {
            PathsFrom paths = new PathsFrom(graph);
            for (int source = lane; source < n; source += LANES) {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                paths.add(source);
                advance();
            }
            return paths.sum;
        }

        private synchronized void advance() {
            progress.advanceTo(++done);
        }
    }

    /** The shortest paths from one vertex after the other. */
    private static final class PathsFrom {
        private final Adjacency rows;
        private final double[] sum; // by edge
        private final int[] queue;
        private final int[] distances;
        private final double[] paths; // by vertex, their number
        private final double[] shares; // by vertex, (1 + what its edges away from the source carry) / paths

        PathsFrom(Graph graph) {
            this.rows = graph.out();
            this.sum = new double[graph.edgeCount()];
            this.queue = new int[graph.vertexCount()];
            this.distances = new int[graph.vertexCount()];
            this.paths = new double[graph.vertexCount()];
            this.shares = new double[graph.vertexCount()];
        }

        void add(int source) {
            int size = search(source);
            for (int i = size - 1; i >= 0; i--) {
                int v = queue[i];
                double carried = 0;
                for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                    int w = rows.neighbours()[k];
                    if (distances[w] == distances[v] + 1) {
                        double share = paths[v] * shares[w];
                        sum[rows.edges()[k]] += share;
                        carried += share;
                    }
                }
                shares[v] = (1 + carried) / paths[v];
            }
        }

        /** Breadth first; how many vertices it reaches. */
        private int search(int source) {
            Arrays.fill(distances, -2);
            int end = 0;
            queue[end++] = source;
            distances[source] = 0;
            paths[source] = 1;
            for (int i = 0; i < end; i++) {
                int v = queue[i];
                for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                    int w = rows.neighbours()[k];
                    if (distances[w] < 0) {
                        distances[w] = distances[v] + 1;
                        paths[w] = 0;
                        queue[end++] = w;
                    }
                    if (distances[w] == distances[v] + 1) {
                        paths[w] += paths[v];
                    }
                }
                if (paths[v] > Double.MAX_VALUE) {
                    throw new IllegalArgumentException(
                            "vertices " + source + " and " + v + " have more than 10^308 shortest paths");
                }
            }
            return end;
        }
    }
}
