package org.seprank.rewire.backbone;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * The neighbours of every vertex with their ranks: 1 + the number of neighbours there whose tie is stronger. Time O(m
 * log d), memory O(n + m).
 */
final class RankedTies {
    private final Adjacency rows;
    private final int[] ranks; // by entry
    private final int[] sorted; // the ranks of each row, ascending

    private RankedTies(Adjacency rows, int[] ranks, int[] sorted) {
        this.rows = rows;
        this.ranks = ranks;
        this.sorted = sorted;
    }

    /**
     * The ranks in an undirected graph.
     *
     * @param strengths by edge, not NaN
     */
    static RankedTies of(Graph graph, double[] strengths) {
        Adjacency rows = graph.out();
        int[] ranks = new int[rows.neighbours().length];
        double[] weakness = new double[rows.maxDegree()];
        for (int v = 0; v < graph.vertexCount(); v++) {
            int start = rows.offsets()[v];
            int degree = rows.degree(v);
            for (int i = 0; i < degree; i++) {
                weakness[i] = 0.0 - strengths[rows.edges()[start + i]]; // no -0
            }
            Arrays.sort(weakness, 0, degree);
            for (int i = start; i < start + degree; i++) {
                ranks[i] = 1 + below(weakness, degree, 0.0 - strengths[rows.edges()[i]]);
            }
        }
        int[] sorted = ranks.clone();
        for (int v = 0; v < graph.vertexCount(); v++) {
            Arrays.sort(sorted, rows.offsets()[v], rows.offsets()[v + 1]);
        }
        return new RankedTies(rows, ranks, sorted);
    }

    /** How many of the first {@code size} numbers are smaller. */
    private static int below(double[] numbers, int size, double number) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int vertexCount() {
        return rows.offsets().length - 1;
    }

    /** Where the row of v begins, and that of v - 1 ends. */
    int start(int v) {
        return rows.offsets()[v];
    }

    int neighbour(int entry) {
        return rows.neighbours()[entry];
    }

    int edge(int entry) {
        return rows.edges()[entry];
    }

    int rank(int entry) {
        return ranks[entry];
    }

    /** The entry of w in the row of v, where it is. Time O(log d). */
    int entry(int v, int w) {
        return Arrays.binarySearch(rows.neighbours(), start(v), start(v + 1), w);
    }

    /** How many neighbours of v have a rank of at most r. Time O(log d). */
    int upTo(int v, int r) {
        int low = start(v);
        int high = start(v + 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= r) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - start(v);
    }

    /** Whether v has a smaller degree than u, or the same and a smaller number. */
    boolean isBelow(int v, int u) {
        int difference = rows.degree(v) - rows.degree(u);
        return difference != 0 ? difference < 0 : v < u;
    }

    /** Puts the ranks of the neighbours of v at their places. */
    void mark(int v, int[] rankOf) {
        for (int k = start(v); k < start(v + 1); k++) {
            rankOf[neighbour(k)] = ranks[k];
        }
    }

    /** Puts 0 there again. */
    void unmark(int v, int[] rankOf) {
        for (int k = start(v); k < start(v + 1); k++) {
            rankOf[neighbour(k)] = 0;
        }
    }
}
