package org.seprank.graph;

import java.util.Arrays;

/**
 * Edges in ascending order of (source, target), without self-loops, and of each run of equal ones the first. Time O(n +
 * m log maxDegree).
 */
final class EdgeSorter {
    private final boolean directed;
    private final ParallelEdges parallel;
    private final int[] offsets;
    private long[] rows = new long[0]; // per source, (target, index as added), sorted
    private int[] sources = new int[0];
    private int[] targets = new int[0];
    private int[] origin = new int[0];
    private long selfLoops;

    EdgeSorter(int n, boolean directed, ParallelEdges parallel) {
        this.directed = directed;
        this.parallel = parallel;
        this.offsets = new int[n + 1];
    }

    /** Takes the first {@code count} edges. */
    void sort(int[] us, int[] vs, int count) {
        if (parallel == ParallelEdges.FIRST && inOrder(us, vs, count)) {
            keepFirsts(us, vs, count);
            return;
        }
        int n = offsets.length - 1;
        for (int e = 0; e < count; e++) {
            if (us[e] == vs[e]) {
                selfLoops++;
            } else {
                offsets[first(us[e], vs[e]) + 1]++;
            }
        }
        for (int v = 0; v < n; v++) {
            offsets[v + 1] += offsets[v];
        }
        rows = new long[offsets[n]];
        int[] next = Arrays.copyOf(offsets, n);
        for (int e = 0; e < count; e++) {
            if (us[e] != vs[e]) {
                int other = us[e] + vs[e] - first(us[e], vs[e]);
                rows[next[first(us[e], vs[e])]++] = (long) other << 32 | e;
            }
        }
        for (int v = 0; v < n; v++) {
            Arrays.sort(rows, offsets[v], offsets[v + 1]);
        }
        keepFirsts();
    }

    /** Whether they come sorted, as edges read from many files do. */
    private boolean inOrder(int[] us, int[] vs, int count) {
        for (int e = 0; e < count; e++) {
            boolean before = e > 0 && (us[e] < us[e - 1] || (us[e] == us[e - 1] && vs[e] < vs[e - 1]));
            if (before || (!directed && us[e] > vs[e])) {
                return false;
            }
        }
        return true;
    }

    /** The first of equal ones, where these are neighbours. */
    private void keepFirsts(int[] us, int[] vs, int count) {
        origin = new int[count];
        int kept = 0;
        for (int e = 0; e < count; e++) {
            boolean loop = us[e] == vs[e];
            selfLoops += loop ? 1 : 0;
            if (!loop && (e == 0 || us[e] != us[e - 1] || vs[e] != vs[e - 1])) {
                origin[kept++] = e;
            }
        }
        origin = kept == count ? origin : Arrays.copyOf(origin, kept);
        sources = gathered(us);
        targets = gathered(vs);
    }

    private int[] gathered(int[] of) {
        int[] values = new int[origin.length];
        for (int e = 0; e < values.length; e++) {
            values[e] = of[origin[e]];
        }
        return values;
    }

    private int first(int u, int v) {
        return directed ? u : Math.min(u, v);
    }

    private static int target(long entry) {
        return (int) (entry >>> 32);
    }

    private void keepFirsts() {
        int n = offsets.length - 1;
        int kept = 0;
        for (int v = 0; v < n; v++) {
            for (int i = offsets[v]; i < offsets[v + 1]; i++) {
                kept += i == offsets[v] || target(rows[i]) != target(rows[i - 1]) ? 1 : 0;
            }
        }
        sources = new int[kept];
        targets = new int[kept];
        origin = new int[kept];
        int e = 0;
        for (int v = 0; v < n; v++) {
            for (int i = offsets[v]; i < offsets[v + 1]; i++) {
                if (i == offsets[v] || target(rows[i]) != target(rows[i - 1])) {
                    sources[e] = v;
                    targets[e] = target(rows[i]);
                    origin[e++] = (int) rows[i];
                }
            }
        }
    }

    /** The weights of the kept edges when those were the weights of all; empty where none are needed. */
    double[] weights(double[] added) {
        boolean counted = parallel == ParallelEdges.SUM && rows.length > origin.length;
        if (added.length == 0 && !counted) {
            return added;
        }
        double[] weights = new double[origin.length];
        if (rows.length == 0) { // they came in their order, and each weighs what the first did
            for (int k = 0; k < weights.length; k++) {
                weights[k] = added[origin[k]];
            }
            return weights;
        }
        int e = -1;
        for (int i = 0; i < rows.length; i++) {
            double weight = added.length == 0 ? 1 : added[(int) rows[i]];
            boolean first = e + 1 < origin.length && origin[e + 1] == (int) rows[i];
            e += first ? 1 : 0;
            weights[e] = first ? weight : parallel.joined(weights[e], weight);
            if (!Double.isFinite(weights[e])) {
                throw new ArithmeticException(
                        "the weights of the edges (" + sources[e] + ", " + targets[e] + ") have no finite sum");
            }
        }
        return weights;
    }

    int[] sources() {
        return sources;
    }

    int[] targets() {
        return targets;
    }

    /** The index as added of every kept edge. */
    int[] origin() {
        return origin;
    }

    long selfLoops() {
        return selfLoops;
    }
}
