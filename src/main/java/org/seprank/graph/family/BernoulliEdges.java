package org.seprank.graph.family;

import java.util.random.RandomGenerator;
import org.seprank.graph.GraphBuilder;

/**
 * Edges that each exist with probability p, independently. Instead of trying every pair it draws the geometrically
 * distributed number of pairs until the next edge, so it takes time proportional to the vertices and edges (V. Batagelj
 * and U. Brandes, Physical Review E 71, 2005).
 */
final class BernoulliEdges {
    private final GraphBuilder builder;
    private final double logOfAbsence;
    private final RandomGenerator random;

    private BernoulliEdges(GraphBuilder builder, double p, RandomGenerator random) {
        this.builder = builder;
        this.logOfAbsence = Math.log1p(-p);
        this.random = random;
    }

    static BernoulliEdges of(GraphBuilder builder, double p, RandomGenerator random) {
        return new BernoulliEdges(builder, p, random);
    }

    /** The number of pairs without an edge before the next edge, at most 2^62. */
    private long gap() {
        if (logOfAbsence == 0) {
            return 1L << 62;
        }
        double gap = Math.floor(Math.log1p(-random.nextDouble()) / logOfAbsence);
        return (long) Math.min(gap, 0x1p62);
    }

    /** Edges among {@code size} vertices from {@code first} on. */
    void among(int first, int size) {
        long column = -1;
        for (int row = 1; row < size; ) {
            column += 1 + gap();
            while (row < size && column >= row) {
                column -= row;
                row++;
            }
            if (row < size) {
                builder.edge(first + (int) column, first + row);
            }
        }
    }

    /** Edges between the vertices from..middle-1 and middle..to-1. */
    void across(int from, int middle, int to) {
        long width = to - (long) middle;
        long cells = (middle - (long) from) * width;
        for (long cell = gap(); cell < cells; cell += 1 + gap()) {
            builder.edge(from + (int) (cell / width), middle + (int) (cell % width));
        }
    }
}
