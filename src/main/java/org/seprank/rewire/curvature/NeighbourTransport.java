package org.seprank.rewire.curvature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.seprank.rewire.curvature.numeric.Transportation;

/**
 * The cheapest transport between the measures around the two ends of an edge. Masses are whole multiples of {@code 1 /
 * (q lcm(d_u, d_v))}, where the laziness is a multiple of 1/q. What both measures have at a vertex stays there, which
 * costs least since distances are a metric; the rest is at distance 1, 2 or 3. Scratch memory of 24 n bytes and the
 * rows of bits, for one thread.
 */
final class NeighbourTransport {
    private final UndirectedRows rows;
    private final long lazy; // of q
    private final long q;
    private final long[] excess;
    private final int[] places; // of rows of bits, plus 1
    private final int[] sinkNumbers; // plus 1
    private int[] touched = new int[16];
    private int touchedCount;
    private long[] bits = new long[16];
    private int[] sources = new int[0];
    private int[] sinks = new int[0];
    private long unit;

    NeighbourTransport(UndirectedRows rows, long lazy, long q) {
        this.rows = rows;
        this.lazy = lazy;
        this.q = q;
        this.excess = new long[rows.vertexCount()];
        this.places = new int[rows.vertexCount()];
        this.sinkNumbers = new int[rows.vertexCount()];
    }

    /** {@code 1 - W1} for an edge u-v. */
    double curvature(int u, int v) {
        return 1 - (double) solve(u, v).cost() / unit;
    }

    /** What is shipped along which distance, by source and sink. */
    List<OllivierRicci.Shipment> plan(int u, int v) {
        boolean turned = rows.degree(u) < rows.degree(v);
        Transportation solved = solve(u, v);
        int[] costs = costs();
        List<OllivierRicci.Shipment> plan = new ArrayList<>();
        for (int i = 0; i < sources.length; i++) {
            for (int j = 0; j < sinks.length; j++) {
                long mass = solved.shipped(i, j);
                if (mass > 0) {
                    plan.add(new OllivierRicci.Shipment(
                            turned ? sinks[j] : sources[i],
                            turned ? sources[i] : sinks[j],
                            (double) mass / unit,
                            costs[i * sinks.length + j]));
                }
            }
        }
        plan.sort(Comparator.comparingInt(OllivierRicci.Shipment::from).thenComparingInt(OllivierRicci.Shipment::to));
        return plan;
    }

    /** From the end of larger degree, since the rows of bits are as long as there are sinks. */
    private Transportation solve(int u, int v) {
        return rows.degree(u) < rows.degree(v) ? solveFrom(v, u) : solveFrom(u, v);
    }

    private Transportation solveFrom(int u, int v) {
        long du = rows.degree(u);
        long dv = rows.degree(v);
        long each = du / gcd(du, dv) * dv;
        unit = Math.multiplyExact(q, each);
        spread(u, lazy * each, (q - lazy) * (each / du));
        spread(v, -lazy * each, -(q - lazy) * (each / dv));
        int[] vertices = new int[(int) (du + dv)];
        System.arraycopy(rows.neighbours(u), rows.start(u), vertices, 0, (int) du);
        System.arraycopy(rows.neighbours(v), rows.start(v), vertices, (int) du, (int) dv);
        Arrays.sort(vertices);
        long[] masses = new long[vertices.length];
        int[] ends = new int[vertices.length];
        int size = 0;
        for (int x : vertices) { // u and v are among them
            masses[size] = excess[x];
            ends[size] = x;
            size += excess[x] == 0 ? 0 : 1;
            excess[x] = 0;
        }
        return ship(Arrays.copyOf(ends, size), Arrays.copyOf(masses, size));
    }

    private void spread(int v, long own, long each) {
        excess[v] += own;
        for (int i = rows.start(v); i < rows.end(v); i++) {
            excess[rows.neighbours(v)[i]] += each;
        }
    }

    private Transportation ship(int[] ends, long[] masses) {
        int out = (int) Arrays.stream(masses).filter(x -> x > 0).count();
        long[] supplies = new long[out];
        long[] demands = new long[ends.length - out];
        sources = new int[out];
        sinks = new int[ends.length - out];
        int i = 0;
        int j = 0;
        for (int x = 0; x < ends.length; x++) {
            if (masses[x] > 0) {
                sources[i] = ends[x];
                supplies[i++] = masses[x];
            } else {
                sinks[j] = ends[x];
                demands[j++] = -masses[x];
            }
        }
        return Transportation.solve(supplies, demands, costs());
    }

    /**
     * The distances from sources to sinks. Every neighbour z of a sink gets a row of bits, the sinks that z is next to;
     * the rows of the neighbours of a source together are the sinks within two steps of it.
     */
    private int[] costs() {
        int words = (sinks.length + 63) >> 6;
        touchedCount = 0;
        for (int j = 0; j < sinks.length; j++) {
            int y = sinks[j];
            sinkNumbers[y] = j + 1;
            for (int i = rows.start(y); i < rows.end(y); i++) {
                int at = rowOf(rows.neighbours(y)[i], words) + (j >> 6);
                bits[at] |= 1L << j;
            }
        }
        int[] costs = new int[sources.length * sinks.length];
        long[] within = new long[words];
        for (int i = 0; i < sources.length; i++) {
            Arrays.fill(within, 0);
            distancesFrom(sources[i], within, costs, i * sinks.length);
        }
        for (int t = 0; t < touchedCount; t++) {
            places[touched[t]] = 0;
        }
        for (int y : sinks) {
            sinkNumbers[y] = 0;
        }
        return costs;
    }

    private int rowOf(int z, int words) {
        if (places[z] == 0) {
            int needed = Math.multiplyExact(touchedCount + 1, words);
            if (bits.length < needed) {
                bits = Arrays.copyOf(bits, (int) Math.min(Integer.MAX_VALUE - 8, 2L * needed));
            }
            Arrays.fill(bits, needed - words, needed, 0);
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, 2 * touchedCount);
            }
            touched[touchedCount++] = z;
            places[z] = touchedCount;
        }
        return (places[z] - 1) * words;
    }

    private void distancesFrom(int x, long[] within, int[] costs, int row) {
        for (int i = rows.start(x); i < rows.end(x); i++) {
            int place = (places[rows.neighbours(x)[i]] - 1) * within.length;
            for (int k = 0; place >= 0 && k < within.length; k++) {
                within[k] |= bits[place + k];
            }
        }
        for (int j = 0; j < sinks.length; j++) {
            costs[row + j] = (within[j >> 6] >>> j & 1) == 1 ? 2 : 3;
        }
        for (int i = rows.start(x); i < rows.end(x); i++) {
            int sink = sinkNumbers[rows.neighbours(x)[i]];
            if (sink > 0) {
                costs[row + sink - 1] = 1;
            }
        }
    }

    static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
