package org.seprank.rewire.curvature;

import java.util.Locale;
import java.util.stream.IntStream;
import org.seprank.graph.Graph;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Ollivier-Ricci curvature of an edge u-v of an undirected graph, {@code kappa(u,v) = 1 - W1(mu_u, mu_v)}: mu_u has the
 * mass alpha at u and the rest spread evenly over the neighbours of u, and W1 is the cost of the cheapest transport
 * from one to the other, the cost being graph distance times mass. In -2..1; the distances that occur are 0 to 3.
 *
 * <p>Exact up to one rounding to double; alpha, the laziness, is rounded to a multiple of 2^-20. Values for alpha 0:
 * clique of n vertices {@code (n-2)/(n-1)}, cycle of 3 vertices 1/2, of 4 or more 0, star 0, tree {@code -2 max(0, 1 -
 * 1/d_u - 1/d_v)}, inner edges of the grid 0. Source: Y. Ollivier, J. Funct. Anal. 256, 2009; as used by arXiv
 * 2211.15779 (alpha 0). Edge weights are ignored.
 *
 * <p>Time about O(d_u d_v) per edge, at worst that times the degree; all edges on all threads of the current fork-join
 * pool, with the same values for any number of threads. Memory per thread 20 bytes times the largest {@code d_u d_v},
 * n/8 bytes times the largest {@code min(d_u, d_v)}, and O(n). {@link #steps} estimates the time beforehand; more than
 * the limit is refused.
 */
public final class OllivierRicci {
    private static final int PARTS = 1 << 20;
    private static final double STEPS_PER_SECOND = 3.5e8; // of one thread, as measured

    /**
     * The settings.
     *
     * @param laziness alpha, in 0..1, 1 excluded
     * @param mostSteps what is refused if {@link OllivierRicci#steps} exceeds it
     */
    public record Options(double laziness, double mostSteps) {
        /** Checks the values. */
        public Options {
            if (!(laziness >= 0 && laziness < 1)) {
                throw new IllegalArgumentException("laziness " + laziness + " is not in 0..1, 1 excluded");
            }
            if (!(mostSteps > 0)) {
                throw new IllegalArgumentException("limit of " + mostSteps + " steps is not above 0");
            }
        }

        /** No laziness, and at most 10^12 steps: about an hour on one thread. */
        public static Options defaults() {
            return new Options(0, 1e12);
        }
    }

    /**
     * A part of a transport.
     *
     * @param from the vertex that has more of mu_u than of mu_v
     * @param to the vertex that has less
     * @param mass how much, in 0..1
     * @param distance between the two, in 1..3
     */
    record Shipment(int from, int to, double mass, int distance) {
        /** What it contributes to W1. */
        double cost() {
            return mass * distance;
        }
    }

    private final Options options;
    private final long lazy;
    private final long parts;

    private OllivierRicci(Options options) {
        this.options = options;
        long rounded = Math.min(PARTS - 1, Math.round(options.laziness() * PARTS));
        long common = NeighbourTransport.gcd(PARTS, rounded);
        this.lazy = rounded / common;
        this.parts = PARTS / common;
    }

    /** The curvature with these settings. */
    public static OllivierRicci of(Options options) {
        return new OllivierRicci(options);
    }

    /**
     * About how many elementary steps the curvatures of all edges take: {@code sum (d_u + 1)(d_v + 1) sqrt(d_u + d_v)}
     * over the edges. Time O(m).
     *
     * @throws IllegalArgumentException if the graph is directed
     */
    public static double steps(Graph graph) {
        return steps(UndirectedRows.of(graph));
    }

    private static double steps(UndirectedRows rows) {
        double sum = 0;
        for (int e = 0; e < rows.edgeNumbers(); e++) {
            sum += steps(rows, e);
        }
        return sum;
    }

    private static double steps(UndirectedRows rows, int e) {
        double du = rows.degree(rows.source(e));
        double dv = rows.degree(rows.target(e));
        return (du + 1) * (dv + 1) * Math.sqrt(du + dv);
    }

    /**
     * The curvature of every edge, by edge number.
     *
     * @throws IllegalArgumentException if the graph is directed, or needs more steps than the limit, or more memory
     *     than there is
     */
    public double[] all(Graph graph) {
        return all(UndirectedRows.of(graph), Progress.none());
    }

    /**
     * The curvature of some edges, given and answered by edge number: for samples of graphs that are too large for
     * {@link #all(Graph)}.
     *
     * @throws IllegalArgumentException as {@link #all(Graph)}, of these edges alone
     */
    public double[] of(Graph graph, int[] edges) {
        return of(UndirectedRows.of(graph), edges, Progress.none());
    }

    private double[] of(UndirectedRows rows, int[] edges, Progress progress) {
        check(rows, edges);
        double[] values = new double[edges.length];
        Parallel.current().blocks(values.length, progress, () -> {
            NeighbourTransport worker = worker(rows);
            return i -> values[i] = worker.curvature(rows.source(edges[i]), rows.target(edges[i]));
        });
        return values;
    }

    /** The curvature of every edge of rows that have not been changed. */
    double[] all(UndirectedRows rows, Progress progress) {
        return of(rows, IntStream.range(0, rows.edgeNumbers()).toArray(), progress);
    }

    NeighbourTransport worker(UndirectedRows rows) {
        return new NeighbourTransport(rows, lazy, parts);
    }

    private void check(UndirectedRows rows, int[] edges) {
        double steps = 0;
        double bytes = 0;
        for (int e : edges) {
            steps += steps(rows, e);
            bytes = Math.max(bytes, bytes(rows, e));
        }
        if (steps > options.mostSteps()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Ollivier-Ricci curvature of %d edges takes about %.1e steps, %.1f hours on one thread; the limit is"
                            + " %.1e steps. Raise it, or use balanced or augmented Forman curvature",
                    edges.length,
                    steps,
                    steps / STEPS_PER_SECOND / 3600,
                    options.mostSteps()));
        }
        checkMemory(bytes, Parallel.current().threads());
    }

    /** Costs and flows of all pairs, and a row of bits for every vertex near the smaller end. */
    private static double bytes(UndirectedRows rows, int e) {
        double du = rows.degree(rows.source(e));
        double dv = rows.degree(rows.target(e));
        return 20 * du * dv + rows.vertexCount() * (Math.min(du, dv) / 8 + 8);
    }

    private static void checkMemory(double bytes, int threads) {
        double most = Math.min(Runtime.getRuntime().maxMemory() / 2.0, 16e9 * threads); // 2^31 bit words or pairs
        if (bytes * threads > most) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the transport at the largest vertices needs about %.0f MB on %d threads; there are %.0f MB for it",
                    bytes * threads / 1e6,
                    threads,
                    most / 1e6));
        }
    }
}
