package org.seprank.walk;

import java.math.BigInteger;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * The exact number of walks of one length between each vertex and a fixed set: {@code rho_l({v}, J)} or {@code rho_l(I,
 * {v})} for all v, self-loops usable everywhere. Immutable.
 *
 * <p>Counts are 64-bit while they fit and {@link BigInteger} from the first step that overflows, so they are never
 * wrong. A step takes O(n + m) additions.
 */
public final class WalkCounts {
    private final long[] small;
    private final BigInteger[] big; // empty while all counts fit a long

    private WalkCounts(long[] small, BigInteger[] big) {
        this.small = small;
        this.big = big;
    }

    /** Walks of length 0: one from each vertex of the set to itself. */
    public static WalkCounts of(VertexSet set) {
        long[] ones = new long[set.universe()];
        set.stream().forEach(v -> ones[v] = 1);
        return new WalkCounts(ones, new BigInteger[0]);
    }

    /** {@code rho_length({v}, J)} for every v: walks that start at v and end in J. Time O(length · (n + m)). */
    public static WalkCounts endingIn(Graph graph, VertexSet ends, int length) {
        WalkCounts counts = of(ends);
        for (int step = 0; step < length; step++) {
            counts = counts.prepended(graph);
        }
        return counts;
    }

    /** {@code rho_length(I, {v})} for every v: walks that start in I and end at v. Time O(length · (n + m)). */
    public static WalkCounts startingIn(Graph graph, VertexSet starts, int length) {
        WalkCounts counts = of(starts);
        for (int step = 0; step < length; step++) {
            counts = counts.appended(graph);
        }
        return counts;
    }

    /** Walks that end as these do and have one more step in front: {@code A s}. */
    public WalkCounts prepended(Graph graph) {
        return summed(graph.out());
    }

    /** Walks that start as these do and have one more step behind: {@code Aᵀ s}. */
    public WalkCounts appended(Graph graph) {
        return summed(graph.in());
    }

    private WalkCounts summed(Adjacency neighbours) {
        if (big.length == 0) {
            try {
                return new WalkCounts(sumLongs(neighbours), big);
            } catch (ArithmeticException overflow) {
                return new WalkCounts(new long[0], sumBig(neighbours));
            }
        }
        return new WalkCounts(small, sumBig(neighbours));
    }

    private long[] sumLongs(Adjacency neighbours) {
        int[] offsets = neighbours.offsets();
        int[] columns = neighbours.neighbours();
        long[] next = new long[small.length];
        for (int v = 0; v < next.length; v++) {
            long sum = small[v];
            for (int k = offsets[v]; k < offsets[v + 1]; k++) {
                sum = Math.addExact(sum, small[columns[k]]);
            }
            next[v] = sum;
        }
        return next;
    }

    private BigInteger[] sumBig(Adjacency neighbours) {
        int[] offsets = neighbours.offsets();
        int[] columns = neighbours.neighbours();
        BigInteger[] next = new BigInteger[size()];
        for (int v = 0; v < next.length; v++) {
            BigInteger sum = at(v);
            for (int k = offsets[v]; k < offsets[v + 1]; k++) {
                sum = sum.add(at(columns[k]));
            }
            next[v] = sum;
        }
        return next;
    }

    /** The number of vertices. */
    public int size() {
        return big.length == 0 ? small.length : big.length;
    }

    /** The count of vertex {@code v}. */
    public BigInteger at(int v) {
        return big.length == 0 ? BigInteger.valueOf(small[v]) : big[v];
    }

    /** Whether every count fits a {@code long}. */
    public boolean fitsLong() {
        return big.length == 0;
    }

    /**
     * The count of vertex {@code v} as a {@code long}.
     *
     * @throws ArithmeticException if it does not fit
     */
    public long longAt(int v) {
        return big.length == 0 ? small[v] : big[v].longValueExact();
    }

    /** The sum over a set: {@code rho_l(I, J)}. */
    public BigInteger sum(VertexSet set) {
        BigInteger total = BigInteger.ZERO;
        long partial = 0;
        for (int v = set.next(0); v >= 0; v = set.next(v + 1)) {
            if (big.length > 0) {
                total = total.add(big[v]);
            } else if (partial > Long.MAX_VALUE - small[v]) {
                total = total.add(BigInteger.valueOf(partial));
                partial = small[v];
            } else {
                partial += small[v];
            }
        }
        return total.add(BigInteger.valueOf(partial));
    }
}
