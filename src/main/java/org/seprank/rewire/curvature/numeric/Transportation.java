package org.seprank.rewire.curvature.numeric;

import java.util.Arrays;

/**
 * The cheapest way to ship masses from sources to sinks: minimise {@code sum c_ij f_ij} subject to {@code sum_j f_ij =
 * s_i}, {@code sum_i f_ij = t_j} and {@code f >= 0}. Masses and costs are whole numbers, so the answer is exact.
 *
 * <p>Method: primal-dual successive shortest paths (L. R. Ford and D. R. Fulkerson, 1957). Dual variables only grow,
 * and for each distance the arcs without slack carry a maximum flow, found by E. A. Dinic's algorithm; with few
 * different costs there are few distances. Ties are broken by position, so the plan is determined. Time O(d^3) for d
 * sources and sinks and few different costs, typically O(d^2); memory 8 bytes per pair.
 */
public final class Transportation {
    private static final int NOT_REACHED = -1;

    private final int[] costs; // row by row
    private final long[] shipped;
    private final long[] supplies; // what is left
    private final long[] demands;
    private final int[] sourceDuals;
    private final int[] sinkDuals; // cost + source dual - sink dual is at least 0
    private final int[] sourceLevels;
    private final int[] sinkLevels;
    private final int[] nextSink; // where the search at a source goes on
    private final int[] nextSource;
    private long left;

    private Transportation(long[] supplies, long[] demands, int[] costs) {
        this.costs = costs;
        this.supplies = supplies.clone();
        this.demands = demands.clone();
        this.shipped = new long[costs.length];
        this.sourceDuals = new int[supplies.length];
        this.sinkDuals = new int[demands.length];
        this.sourceLevels = new int[supplies.length];
        this.sinkLevels = new int[demands.length];
        this.nextSink = new int[supplies.length];
        this.nextSource = new int[demands.length];
        this.left = Arrays.stream(supplies).sum();
    }

    /**
     * Ships everything.
     *
     * @param supplies s, each at least 0
     * @param demands t, each at least 0, with the same sum
     * @param costs {@code costs[i * demands.length + j]}, each in 0..2^20
     * @throws IllegalArgumentException if the sizes or sums do not agree or a value is out of range
     */
    public static Transportation solve(long[] supplies, long[] demands, int[] costs) {
        if (costs.length != Math.multiplyExact(supplies.length, demands.length)) {
            throw new IllegalArgumentException(
                    costs.length + " costs for " + supplies.length + " sources and " + demands.length + " sinks");
        }
        if (total(supplies) != total(demands)) {
            throw new IllegalArgumentException(
                    "supplies of " + total(supplies) + " do not meet demands of " + total(demands));
        }
        for (int cost : costs) {
            if (cost < 0 || cost > 1 << 20) {
                throw new IllegalArgumentException("cost " + cost + " is not in 0.." + (1 << 20));
            }
        }
        Transportation problem = new Transportation(supplies, demands, costs);
        problem.run();
        return problem;
    }

    private static long total(long[] masses) {
        long sum = 0;
        for (long mass : masses) {
            if (mass < 0) {
                throw new IllegalArgumentException("mass " + mass + " is negative");
            }
            sum = Math.addExact(sum, mass);
        }
        return sum;
    }

    /** The least total cost. */
    public long cost() {
        long sum = 0;
        for (int ij = 0; ij < costs.length; ij++) {
            sum = Math.addExact(sum, Math.multiplyExact(shipped[ij], costs[ij]));
        }
        return sum;
    }

    /** How much goes from source {@code i} to sink {@code j}. */
    public long shipped(int i, int j) {
        return shipped[i * demands.length + j];
    }

    private void run() {
        startDuals();
        while (left > 0) {
            while (reach()) {
                Arrays.fill(nextSink, 0);
                Arrays.fill(nextSource, 0);
                for (int i = 0; i < supplies.length; i++) {
                    if (supplies[i] > 0) {
                        long sent = fromSource(i, supplies[i]);
                        supplies[i] -= sent;
                        left -= sent;
                    }
                }
            }
            if (left > 0) {
                raiseDuals();
            }
        }
    }

    private void startDuals() {
        Arrays.fill(sinkDuals, Integer.MAX_VALUE);
        for (int ij = 0; ij < costs.length; ij++) {
            int j = ij % demands.length;
            sinkDuals[j] = Math.min(sinkDuals[j], costs[ij]);
        }
    }

    private int slack(int i, int j) {
        return costs[i * demands.length + j] + sourceDuals[i] - sinkDuals[j];
    }

    /** Levels along arcs without slack from sources with supply; whether a sink with demand has one. */
    private boolean reach() {
        int[] queue = new int[supplies.length];
        int size = 0;
        Arrays.fill(sinkLevels, NOT_REACHED);
        for (int i = 0; i < supplies.length; i++) {
            sourceLevels[i] = supplies[i] > 0 ? 0 : NOT_REACHED;
            if (supplies[i] > 0) {
                queue[size++] = i;
            }
        }
        boolean found = false;
        for (int head = 0; head < size; head++) {
            int i = queue[head];
            for (int j = 0; j < demands.length; j++) {
                if (sinkLevels[j] == NOT_REACHED && slack(i, j) == 0) {
                    sinkLevels[j] = sourceLevels[i] + 1;
                    found |= demands[j] > 0;
                    size = reachSources(j, queue, size);
                }
            }
        }
        return found;
    }

    private int reachSources(int j, int[] queue, int before) {
        int size = before;
        for (int i = 0; i < supplies.length; i++) {
            if (sourceLevels[i] == NOT_REACHED && shipped(i, j) > 0) {
                sourceLevels[i] = sinkLevels[j] + 1;
                queue[size++] = i;
            }
        }
        return size;
    }

    private long fromSource(int i, long most) {
        long sent = 0;
        while (sent < most && nextSink[i] < demands.length) {
            int j = nextSink[i];
            if (sinkLevels[j] == sourceLevels[i] + 1 && slack(i, j) == 0) {
                long now = intoSink(j, most - sent);
                shipped[i * demands.length + j] += now;
                sent += now;
            }
            if (sent < most) {
                nextSink[i]++;
            }
        }
        return sent;
    }

    private long intoSink(int j, long most) {
        long taken = Math.min(most, demands[j]);
        demands[j] -= taken;
        while (taken < most && nextSource[j] < supplies.length) {
            int i = nextSource[j];
            long back = shipped(i, j);
            if (back > 0 && sourceLevels[i] == sinkLevels[j] + 1) {
                long now = fromSource(i, Math.min(back, most - taken));
                shipped[i * demands.length + j] -= now;
                taken += now;
            }
            if (taken < most) {
                nextSource[j]++;
            }
        }
        return taken;
    }

    /** Raises the duals by the distances from sources with supply, up to the nearest sink with demand. */
    private void raiseDuals() {
        int sources = supplies.length;
        int vertices = sources + demands.length;
        int[] distances = new int[vertices];
        boolean[] done = new boolean[vertices];
        for (int x = 0; x < vertices; x++) {
            distances[x] = x < sources && supplies[x] > 0 ? 0 : Integer.MAX_VALUE;
        }
        int nearest = Integer.MAX_VALUE;
        while (nearest == Integer.MAX_VALUE) {
            int x = closest(distances, done);
            done[x] = true;
            if (x < sources) {
                for (int j = 0; j < demands.length; j++) {
                    distances[sources + j] = Math.min(distances[sources + j], distances[x] + slack(x, j));
                }
            } else if (demands[x - sources] > 0) {
                nearest = distances[x];
            } else {
                for (int i = 0; i < sources; i++) {
                    if (shipped(i, x - sources) > 0) {
                        distances[i] = Math.min(distances[i], distances[x]);
                    }
                }
            }
        }
        for (int x = 0; x < vertices; x++) {
            int raised = Math.min(distances[x], nearest);
            if (x < sources) {
                sourceDuals[x] += raised;
            } else {
                sinkDuals[x - sources] += raised;
            }
        }
    }

    private static int closest(int[] distances, boolean[] done) {
        int best = -1;
        for (int x = 0; x < distances.length; x++) {
            if (!done[x] && (best < 0 || distances[x] < distances[best])) {
                best = x;
            }
        }
        return best;
    }
}
