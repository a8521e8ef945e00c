package org.seprank.walk;

import java.math.BigInteger;
import java.util.function.IntConsumer;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The walk indices of all partitions ({t}, V\{t}) of a graph at once, exact.
 *
 * <p>For vertex prediction at t itself, {@code WI_{L-1,t}({t}) = (A^L)_tt} if t has an in-neighbour and 0 if not.
 * Proof: the boundary holds t's out-neighbours, and t itself exactly if it has an in-neighbour; {@code (A^L)_tt} is the
 * sum of {@code rho_{L-1}({j},{t})} over t and its out-neighbours j; and without in-neighbour no walk from another
 * vertex ends in t. In an undirected graph that is, with deg and tri counted without self-loops, 1 for L=1, {@code 1 +
 * deg(t)} for L=2 and {@code 1 + 3 deg(t) + 2 tri(t)} for L=3. For larger L it is the product of the walks of half the
 * length that start at t and end at t, on the ball that they reach; never a dense matrix.
 */
public final class SingletonWalkIndices {
    private static final long WIDE = -1;

    private final long[] small; // WIDE where the index exceeds 64 bits
    private final BigInteger[] big; // empty while all fit

    private SingletonWalkIndices(long[] small, BigInteger[] big) {
        this.small = small;
        this.big = big;
    }

    /** Elementary steps that all of them take, at most: O(n + m), O(m^1.5), or the balls of radius floor(depth/2). */
    public static double steps(Graph graph, int depth) {
        double n = graph.vertexCount();
        double m = graph.edgeCount();
        if (depth <= 2) {
            return n + m;
        }
        if (depth == 3 && !graph.directed()) {
            return n + wedges(graph);
        }
        double ball = 1;
        double meanDegree = 2 * m / Math.max(1, n);
        for (int radius = 0; radius < depth / 2; radius++) {
            ball = Math.min(n, ball * Math.max(1, 2 * meanDegree));
        }
        return n * depth * Math.min(2 * m, ball * meanDegree + 1);
    }

    /** Pairs that the degree-ordered triangle count looks at, at most. */
    private static double wedges(Graph graph) {
        double sum = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            sum += Math.min(graph.out().degree(graph.source(e)), graph.out().degree(graph.target(e)));
        }
        return sum;
    }

    /** {@link #vertexPrediction(Graph, int, Progress)} without progress. */
    public static SingletonWalkIndices vertexPrediction(Graph graph, int depth) {
        return vertexPrediction(graph, depth, Progress.none());
    }

    /**
     * {@code WI_{L-1,t}({t})} for every vertex t. Time O(n + m) for L=2, O(m^1.5) for L=3 and 4, and for larger L
     * (directed graphs: L at least 2) the sum over t of the edges in its ball of radius floor(L/2), times L; memory O(n
     * L) per thread. Counts beyond 64 bits take O(L m) {@link BigInteger} additions per vertex that has them.
     *
     * @param depth L, in 1..{@value WalkIndex#MAX_DEPTH}
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static SingletonWalkIndices vertexPrediction(Graph graph, int depth, Progress progress) {
        WalkIndex.checkDepth(depth);
        long[] small = closedWalks(graph, depth, progress);
        boolean wide = false;
        for (int t = 0; t < small.length; t++) {
            if (graph.in().degree(t) == 0) {
                small[t] = 0;
            }
            wide |= small[t] == WIDE;
        }
        return new SingletonWalkIndices(small, wide ? wideOnes(graph, depth, small, progress) : new BigInteger[0]);
    }

    private static long[] closedWalks(Graph graph, int depth, Progress progress) {
        if (depth == 1 || (depth == 2 && !graph.directed())) {
            return fromDegrees(graph, depth);
        }
        if (depth > 4 || graph.directed()) {
            return fromBalls(graph, depth, progress);
        }
        return depth == 3 ? fromTriangles(graph) : fromFourCycles(graph);
    }

    /** {@code (A^L)_tt}, for L=1 and in undirected graphs for L=2. */
    private static long[] fromDegrees(Graph graph, int depth) {
        long[] closed = new long[graph.vertexCount()];
        for (int t = 0; t < closed.length; t++) {
            closed[t] = depth == 1 ? 1 : 1 + graph.out().degree(t);
        }
        return closed;
    }

    /** {@code (A^3)_tt} in an undirected graph. */
    private static long[] fromTriangles(Graph graph) {
        Triangles triangles = Triangles.of(graph);
        long[] closed = new long[graph.vertexCount()];
        for (int t = 0; t < closed.length; t++) {
            closed[t] = 1 + 3L * graph.out().degree(t) + 2 * triangles.at(t);
        }
        return closed;
    }

    /**
     * {@code (A^4)_tt} in an undirected graph: of the squared codegrees that it sums, every pair of common neighbours
     * of t and j is a cycle of length four.
     */
    private static long[] fromFourCycles(Graph graph) {
        Triangles triangles = Triangles.of(graph);
        FourCycles cycles = FourCycles.of(graph);
        Adjacency adjacency = graph.out();
        long[] closed = new long[graph.vertexCount()];
        for (int t = 0; t < closed.length; t++) {
            long degree = adjacency.degree(t);
            long paths = 0; // of length 2 from t
            for (int k = adjacency.offsets()[t]; k < adjacency.offsets()[t + 1]; k++) {
                paths += adjacency.degree(adjacency.neighbours()[k]) - 1;
            }
            closed[t] = 1 + 6 * degree + 8 * triangles.at(t) + degree * degree + paths + 2 * cycles.at(t);
        }
        return closed;
    }

    private static long[] fromBalls(Graph graph, int depth, Progress progress) {
        long[] closed = new long[graph.vertexCount()];
        progress.start("walk indices of all vertices", closed.length);
        Parallel.current().blocks(closed.length, progress, () -> closedWalks(graph, depth, closed));
        return closed;
    }

    private static IntConsumer closedWalks(Graph graph, int depth, long[] closed) {
        int half = depth / 2;
        LocalWalks starting = new LocalWalks(graph.out(), half);
        LocalWalks ending = graph.directed() ? new LocalWalks(graph.in(), half) : starting;
        return t -> {
            try {
                starting.centreAt(t);
                ending.centreAt(t);
                closed[t] = depth % 2 == 0
                        ? starting.joined(half, ending, half)
                        : joinedByAStep(graph.out(), starting, ending, half);
            } catch (ArithmeticException overflow) {
                closed[t] = WIDE;
            }
        };
    }

    /** {@code x A y}, where x and y count the walks of that length that start and end at the centre. */
    private static long joinedByAStep(Adjacency out, LocalWalks starting, LocalWalks ending, int length) {
        int[] offsets = out.offsets();
        int[] columns = out.neighbours();
        long[] x = starting.counts(length);
        long[] y = ending.counts(length);
        int size = starting.size(length);
        long sum = 0;
        for (int i = 0; i < size; i++) {
            int v = starting.ball()[i];
            long row = y[v];
            for (int k = offsets[v]; k < offsets[v + 1]; k++) {
                row = Math.addExact(row, y[columns[k]]);
            }
            sum = Math.addExact(sum, Math.multiplyExact(x[v], row));
        }
        return sum;
    }

    private static BigInteger[] wideOnes(Graph graph, int depth, long[] small, Progress progress) {
        int n = small.length;
        BigInteger[] big = new BigInteger[n];
        progress.start("walk indices beyond 64 bits", n);
        Parallel.current()
                .each(
                        n,
                        progress,
                        t -> big[t] = small[t] == WIDE ? closedWalks(graph, depth, t) : BigInteger.valueOf(small[t]));
        return big;
    }

    private static BigInteger closedWalks(Graph graph, int depth, int t) {
        VertexSet self = VertexSet.of(graph.vertexCount(), t);
        WalkCounts starting = WalkCounts.startingIn(graph, self, depth / 2);
        WalkCounts ending = WalkCounts.endingIn(graph, self, depth - depth / 2);
        BigInteger sum = BigInteger.ZERO;
        for (int v = 0; v < graph.vertexCount(); v++) {
            if (starting.at(v).signum() > 0) {
                sum = sum.add(starting.at(v).multiply(ending.at(v)));
            }
        }
        return sum;
    }

    /**
     * {@code WI_{L-1}({t})}, for graph prediction, for every vertex t: the walks of length L-1 that start at t's
     * out-neighbours, or at t if it has an in-neighbour. Time O(L (n + m)), memory O(n).
     *
     * @param depth L, in 1..{@value WalkIndex#MAX_DEPTH}
     */
    public static SingletonWalkIndices graphPrediction(Graph graph, int depth) {
        WalkIndex.checkDepth(depth);
        int n = graph.vertexCount();
        WalkCounts walks = WalkCounts.endingIn(graph, VertexSet.all(n), depth - 1);
        WalkCounts longer = walks.prepended(graph);
        long[] small = new long[n];
        BigInteger[] big = new BigInteger[longer.fitsLong() ? 0 : n];
        for (int t = 0; t < n; t++) {
            boolean onBoundary = graph.in().degree(t) > 0;
            if (longer.fitsLong()) {
                small[t] = longer.longAt(t) - (onBoundary ? 0 : walks.longAt(t));
            } else {
                big[t] = onBoundary ? longer.at(t) : longer.at(t).subtract(walks.at(t));
                small[t] = big[t].bitLength() < Long.SIZE ? big[t].longValue() : WIDE;
            }
        }
        return new SingletonWalkIndices(small, big);
    }

    /** The number of vertices. */
    public int size() {
        return small.length;
    }

    /** The walk index of {t}. */
    public BigInteger at(int t) {
        return big.length == 0 ? BigInteger.valueOf(small[t]) : big[t];
    }

    /** Whether every index fits a {@code long}. */
    public boolean fitsLong() {
        for (long index : small) {
            if (index == WIDE) {
                return false;
            }
        }
        return true;
    }

    /**
     * The walk index of {t} as a {@code long}.
     *
     * @throws ArithmeticException if it does not fit
     */
    public long longAt(int t) {
        return small[t] == WIDE ? big[t].longValueExact() : small[t];
    }
}
