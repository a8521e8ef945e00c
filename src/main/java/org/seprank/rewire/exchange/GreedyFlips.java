package org.seprank.rewire.exchange;

import java.util.Optional;
import java.util.SplittableRandom;

/** The draws of G-RLEF. */
final class GreedyFlips implements ExchangeLoop.Draw {
    private static final double TEMPERATURE = 5;
    private static final double HIGHEST = TEMPERATURE / 2;
    private static final int U = 1;
    private static final int V = 2;

    private final ExchangeRows rows;
    private final SplittableRandom random;
    private final int[] sides; // by vertex, whose neighbour it is, U + V being both

    GreedyFlips(ExchangeRows rows, int vertexCount, SplittableRandom random) {
        this.rows = rows;
        this.random = random;
        this.sides = new int[vertexCount];
    }

    @Override
    public Optional<Exchange> next() {
        int uv = edge();
        int u = rows.tail(uv);
        int v = rows.head(uv);
        mark(u, U);
        mark(v, V);
        int i = best(u, v, U);
        int j = best(v, u, V);
        mark(u, -U);
        mark(v, -V);
        return i < 0 || j < 0 ? Optional.empty() : Optional.of(new Exchange(i, u, j, v));
    }

    /** Draws by rejection, which takes 1/12 of the edges at least: triangles need not be kept up to date. */
    private int edge() {
        while (true) {
            int uv = random.nextInt(rows.arcs());
            double exponent = TEMPERATURE / (2 + triangles(rows.tail(uv), rows.head(uv)));
            if (random.nextDouble() < Math.exp(exponent - HIGHEST)) {
                return uv;
            }
        }
    }

    private int triangles(int u, int v) {
        int common = 0;
        int i = 0;
        int j = 0;
        int[] nearU = rows.neighbours(u);
        int[] nearV = rows.neighbours(v);
        while (i < rows.degree(u) && j < rows.degree(v)) {
            int difference = nearU[i] - nearV[j];
            common += difference == 0 ? 1 : 0;
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        return common;
    }

    private void mark(int v, int side) {
        for (int k = 0; k < rows.degree(v); k++) {
            sides[rows.neighbours(v)[k]] += side;
        }
    }

    /** The neighbour of {@code from} alone whose triangles with {@code to} exceed those with {@code from} least. */
    private int best(int from, int to, int side) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int k = 0; k < rows.degree(from); k++) {
            int i = rows.neighbours(from)[k];
            if (sides[i] == side && i != to) {
                int excess = excess(i, side);
                if (excess < least) {
                    least = excess;
                    best = i;
                }
            }
        }
        return best;
    }

    private int excess(int i, int side) {
        int excess = 0;
        int[] near = rows.neighbours(i);
        for (int k = 0; k < rows.degree(i); k++) {
            int marked = sides[near[k]];
            excess += marked == U + V - side ? 1 : 0;
            excess -= marked == side ? 1 : 0;
        }
        return excess;
    }
}
