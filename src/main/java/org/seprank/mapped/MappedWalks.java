package org.seprank.mapped;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAccumulator;
import org.seprank.work.Progress;

/**
 * The exact numbers of walks {@code rho_l(C, J)} from sets C to one set J of the vertices of a mapped graph, self-loops
 * usable everywhere, for all lengths up to one (Definition 4 of arXiv 2211.16494).
 *
 * <p>Counts are 64-bit while they fit. Of longer walks they are found modulo as many primes below 2^62 as the bound
 * {@code n (Δ + 1)^l} asks for and put together by the Chinese remainder theorem, so that memory stays 16 n bytes; Δ is
 * the largest degree. A step takes O(n + m) additions for each prime.
 */
public final class MappedWalks {
    private static final int PRIME_BITS = 62;

    private final MappedGraph graph;
    private final BitSet ends;
    private final List<BitSet> starts;
    private final Progress progress;

    private MappedWalks(MappedGraph graph, BitSet ends, List<BitSet> starts, Progress progress) {
        this.graph = graph;
        this.ends = ends;
        this.starts = starts;
        this.progress = progress;
    }

    /**
     * The boundary of a partition: the vertices on either side that have a neighbour on the other. Time O(n + m).
     *
     * @param side I
     */
    public static BitSet boundary(MappedGraph graph, BitSet side) {
        BitSet boundary = new BitSet(graph.vertexCount());
        graph.ranges(Progress.none(), (from, to) -> {
            BitSet found = new BitSet();
            for (int v = from; v < to; v++) {
                boolean inside = side.get(v);
                long end = graph.start(v + 1);
                long k = graph.start(v);
                while (k < end && side.get(graph.neighbour(k)) == inside) {
                    k++;
                }
                if (k < end) {
                    found.set(v);
                }
            }
            synchronized (boundary) {
                boundary.or(found);
            }
        });
        return boundary;
    }

    /**
     * Counts walks.
     *
     * @param ends J
     * @param starts the sets C, any number
     * @param length the largest length, at least 0
     * @return by set, then by length 0..length
     * @throws CancellationException if {@code progress} asks to stop
     */
    public static BigInteger[][] count(
            MappedGraph graph, BitSet ends, List<BitSet> starts, int length, Progress progress) {
        return new MappedWalks(graph, ends, starts, progress).counts(length);
    }

    private BigInteger[][] counts(int length) {
        BigInteger[][] counts = new BigInteger[starts.size()][length + 1];
        int known = exact(counts, length);
        if (known < length) {
            modular(counts, known + 1, length);
        }
        return counts;
    }

    private long[] ones() {
        long[] ones = new long[graph.vertexCount()];
        ends.stream().forEach(v -> ones[v] = 1);
        return ones;
    }

    private long steps() {
        return (graph.vertexCount() + (1L << 14) - 1) >> 14;
    }

    /** Fills in what fits; returns the last length of which all counts of single vertices do. */
    private int exact(BigInteger[][] counts, int length) {
        long[] x = ones();
        long[] y = new long[x.length];
        for (int l = 0; ; l++) {
            for (int c = 0; c < starts.size(); c++) {
                counts[c][l] = sum(x, starts.get(c));
            }
            if (l == length) {
                return l;
            }
            progress.start("walks of length " + (l + 1), steps());
            if (!stepped(x, y)) {
                return l;
            }
            long[] swap = x;
            x = y;
            y = swap;
        }
    }

    /** Whether all of the next counts fit. */
    private boolean stepped(long[] x, long[] y) {
        AtomicBoolean fits = new AtomicBoolean(true);
        graph.ranges(progress, (from, to) -> {
            long k = graph.start(from);
            for (int v = from; v < to && fits.get(); v++) {
                long sum = x[v];
                for (long end = graph.start(v + 1); k < end; k++) {
                    sum += x[graph.neighbour(k)];
                    if (sum < 0) {
                        fits.set(false);
                        return;
                    }
                }
                y[v] = sum;
            }
        });
        return fits.get();
    }

    static BigInteger sum(long[] x, BitSet set) {
        BigInteger total = BigInteger.ZERO;
        long partial = 0;
        for (int v = set.nextSetBit(0); v >= 0; v = set.nextSetBit(v + 1)) {
            if (partial > Long.MAX_VALUE - x[v]) {
                total = total.add(BigInteger.valueOf(partial));
                partial = 0;
            }
            partial += x[v];
        }
        return total.add(BigInteger.valueOf(partial));
    }

    private void modular(BigInteger[][] counts, int first, int length) {
        LongAccumulator largest = new LongAccumulator(Math::max, 0);
        graph.ranges(Progress.none(), (from, to) -> {
            for (int v = from; v < to; v++) {
                largest.accumulate(graph.degree(v));
            }
        });
        BigInteger bound = BigInteger.valueOf(largest.get() + 1)
                .pow(length)
                .multiply(BigInteger.valueOf(graph.vertexCount()))
                .add(BigInteger.ONE);
        BigInteger product = BigInteger.ONE;
        for (long prime : primes(bound)) {
            BigInteger p = BigInteger.valueOf(prime);
            BigInteger inverse = product.modInverse(p);
            long[][] residues = residues(prime, length);
            for (int c = 0; c < counts.length; c++) {
                for (int l = first; l <= length; l++) {
                    BigInteger before = product.equals(BigInteger.ONE) ? BigInteger.ZERO : counts[c][l];
                    BigInteger more = BigInteger.valueOf(residues[c][l]).subtract(before);
                    counts[c][l] = before.add(more.multiply(inverse).mod(p).multiply(product));
                }
            }
            product = product.multiply(p);
        }
    }

    /** Numbers below 2^62 without common divisors whose product exceeds the bound. */
    private static List<Long> primes(BigInteger bound) {
        List<Long> primes = new ArrayList<>();
        BigInteger product = BigInteger.ONE;
        BigInteger prime = BigInteger.ONE.shiftLeft(PRIME_BITS - 1);
        while (product.compareTo(bound) <= 0) {
            prime = prime.nextProbablePrime();
            primes.add(prime.longValueExact());
            product = product.multiply(prime);
        }
        return primes;
    }

    private long[][] residues(long prime, int length) {
        long[][] residues = new long[starts.size()][length + 1];
        long[] x = ones();
        long[] y = new long[x.length];
        for (int l = 0; l <= length; l++) {
            for (int c = 0; c < residues.length; c++) {
                long sum = 0;
                BitSet set = starts.get(c);
                for (int v = set.nextSetBit(0); v >= 0; v = set.nextSetBit(v + 1)) {
                    sum = plus(sum, x[v], prime);
                }
                residues[c][l] = sum;
            }
            if (l < length) {
                progress.start("walks of length " + (l + 1) + " modulo a prime", steps());
                step(x, y, prime);
                long[] swap = x;
                x = y;
                y = swap;
            }
        }
        return residues;
    }

    private void step(long[] x, long[] y, long prime) {
        graph.ranges(progress, (from, to) -> {
            long k = graph.start(from);
            for (int v = from; v < to; v++) {
                long sum = x[v];
                for (long end = graph.start(v + 1); k < end; k++) {
                    sum = plus(sum, x[graph.neighbour(k)], prime);
                }
                y[v] = sum;
            }
        });
    }

    private static long plus(long a, long b, long prime) {
        long sum = a + b - prime;
        return sum + ((sum >> (Long.SIZE - 1)) & prime);
    }

    /**
     * {@code WI_{L-1}({t})}, for graph prediction, of all vertices t at once: the walks of length L-1 from t and its
     * neighbours, 0 where it has none.
     *
     * @param depth L, at least 1
     * @throws ArithmeticException if one exceeds 64 bits
     */
    public static long[] ofSingletons(MappedGraph graph, int depth, Progress progress) {
        BitSet all = new BitSet(graph.vertexCount());
        all.set(0, graph.vertexCount());
        MappedWalks walks = new MappedWalks(graph, all, List.of(), progress);
        long[] x = walks.ones();
        long[] y = new long[x.length];
        for (int l = 0; l < depth; l++) {
            progress.start("walks of length " + (l + 1), walks.steps());
            if (!walks.stepped(x, y)) {
                throw new ArithmeticException("walk indices of depth " + depth + " exceed 64 bits");
            }
            long[] swap = x;
            x = y;
            y = swap;
        }
        for (int v = 0; v < x.length; v++) {
            if (graph.degree(v) == 0) {
                x[v] = 0;
            }
        }
        return x;
    }
}
