package org.seprank.rewire.curvature;

import java.util.Arrays;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The {@link SquareCounts} of all edges. For one vertex u at a time every vertex w within two steps gets a row of bits,
 * its neighbours among those of u; then the count of a neighbour w of v, for an edge u-v, is the number of bits in the
 * row of w that the row of v does not have. Where the rows would exceed {@value #MOST_WORDS} words, the edges of u are
 * counted one by one.
 */
final class SquareTable {
    static final int MOST_WORDS = 1 << 21;

    private final UndirectedRows rows;
    private final BalancedForman.Variant variant;
    private final int mostWords;
    private final int[] triangles;
    private final int[] sharpOfTarget; // counted among the neighbours of the target, found from the source
    private final int[] sharpOfSource;
    private final int[] gammaOfTarget;
    private final int[] gammaOfSource;

    SquareTable(UndirectedRows rows, BalancedForman.Variant variant) {
        this(rows, variant, MOST_WORDS);
    }

    SquareTable(UndirectedRows rows, BalancedForman.Variant variant, int mostWords) {
        int m = rows.edgeNumbers();
        this.rows = rows;
        this.variant = variant;
        this.mostWords = mostWords;
        this.triangles = new int[m];
        this.sharpOfTarget = new int[m];
        this.sharpOfSource = new int[m];
        this.gammaOfTarget = new int[m];
        this.gammaOfSource = new int[m];
    }

    void fill(Progress progress) {
        Parallel.current().blocks(rows.vertexCount(), progress, () -> {
            BitRows bits = new BitRows();
            SquareCounts counts = new SquareCounts(rows, variant);
            return u -> {
                if (bits.load(u)) {
                    fillByBits(u, bits);
                } else {
                    fillByScans(u, counts);
                }
            };
        });
    }

    int triangles(int e) {
        return triangles[e];
    }

    int sharp(int e) {
        return sharpOfSource[e] + sharpOfTarget[e];
    }

    int gamma(int e) {
        return Math.max(gammaOfSource[e], gammaOfTarget[e]);
    }

    private void fillByBits(int u, BitRows bits) {
        for (int i = rows.start(u); i < rows.end(u); i++) {
            int v = rows.neighbours(u)[i];
            int e = rows.edges(u)[i];
            bits.count(u, v);
            store(u, e, bits.sharp, bits.gamma);
            if (u == rows.source(e)) {
                triangles[e] = bits.triangles(v);
            }
        }
    }

    private void fillByScans(int u, SquareCounts counts) {
        for (int i = rows.start(u); i < rows.end(u); i++) {
            int v = rows.neighbours(u)[i];
            int e = rows.edges(u)[i];
            counts.load(u, v);
            store(u, e, counts.sharpV(), counts.gammaV());
            if (u == rows.source(e)) {
                triangles[e] = counts.triangles();
            }
        }
    }

    private void store(int from, int e, int sharp, int gamma) {
        boolean target = from == rows.source(e);
        (target ? sharpOfTarget : sharpOfSource)[e] = sharp;
        (target ? gammaOfTarget : gammaOfSource)[e] = gamma;
    }

    /** The rows of bits around one vertex u. */
    private final class BitRows {
        private final int[] stamps = new int[rows.vertexCount()]; // u + 1: has a row
        private final int[] places = new int[rows.vertexCount()]; // of the row
        private final int[] near = new int[rows.vertexCount()]; // u + 1: a neighbour of u
        private long[] bits = new long[1024];
        private int words;
        private int stamp;
        private int sharp;
        private int gamma;

        private boolean load(int u) {
            words = (rows.degree(u) + 63) >> 6;
            long most = words * Math.min(rows.vertexCount(), rows.secondDegree(u));
            if (most > mostWords) {
                return false;
            }
            if (bits.length < most) {
                bits = new long[(int) Math.min(mostWords, 2 * most)];
            }
            stamp = u + 1;
            int used = 0;
            for (int i = rows.start(u); i < rows.end(u); i++) {
                int bit = i - rows.start(u);
                int k = rows.neighbours(u)[i];
                near[k] = stamp;
                for (int j = rows.start(k); j < rows.end(k); j++) {
                    int w = rows.neighbours(k)[j];
                    if (stamps[w] != stamp) {
                        stamps[w] = stamp;
                        places[w] = used;
                        Arrays.fill(bits, used, used + words, 0);
                        used += words;
                    }
                    bits[places[w] + (bit >> 6)] |= 1L << bit;
                }
            }
            return true;
        }

        /** The number of neighbours of u that are neighbours of {@code v}. */
        private int triangles(int v) {
            int count = 0;
            for (int i = 0; stamps[v] == stamp && i < words; i++) {
                count += Long.bitCount(bits[places[v] + i]);
            }
            return count;
        }

        /** Counts the neighbours of {@code v}. */
        private void count(int u, int v) {
            boolean paper = variant == BalancedForman.Variant.PAPER;
            boolean hidden = paper && stamps[v] == stamp;
            sharp = 0;
            gamma = 0;
            for (int i = rows.start(v); i < rows.end(v); i++) {
                int w = rows.neighbours(v)[i];
                if (paper && (w == u || near[w] == stamp)) {
                    continue;
                }
                int count = hidden ? bitsBeside(places[w], places[v]) : triangles(w);
                if (paper || near[w] == stamp) {
                    count--; // v itself, or the edge u-w
                }
                sharp += count > 0 ? 1 : 0;
                gamma = Math.max(gamma, count);
            }
        }

        private int bitsBeside(int place, int without) {
            int count = 0;
            for (int i = 0; i < words; i++) {
                count += Long.bitCount(bits[place + i] & ~bits[without + i]);
            }
            return count;
        }
    }
}
