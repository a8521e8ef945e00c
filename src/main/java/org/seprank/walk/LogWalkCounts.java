package org.seprank.walk;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * The natural logarithms of {@link WalkCounts}, for any length: -∞ where there is no walk. Immutable. The relative
 * error of a count grows by a few units in the last place per step. A step takes O(n + m) exponentials.
 */
final class LogWalkCounts {
    private final double[] logs;

    private LogWalkCounts(double[] logs) {
        this.logs = logs;
    }

    /** Walks of length 0: one from each vertex of the set to itself. */
    public static LogWalkCounts of(VertexSet set) {
        double[] logs = new double[set.universe()];
        Arrays.fill(logs, Double.NEGATIVE_INFINITY);
        set.stream().forEach(v -> logs[v] = 0);
        return new LogWalkCounts(logs);
    }

    /** Walks that end as these do and have one more step in front. */
    public LogWalkCounts prepended(Graph graph) {
        return summed(graph.out());
    }

    /** Walks that start as these do and have one more step behind. */
    public LogWalkCounts appended(Graph graph) {
        return summed(graph.in());
    }

    private LogWalkCounts summed(Adjacency neighbours) {
        int[] offsets = neighbours.offsets();
        int[] columns = neighbours.neighbours();
        double[] next = new double[logs.length];
        for (int v = 0; v < next.length; v++) {
            double max = logs[v];
            for (int k = offsets[v]; k < offsets[v + 1]; k++) {
                max = Math.max(max, logs[columns[k]]);
            }
            if (max == Double.NEGATIVE_INFINITY) {
                next[v] = max;
                continue;
            }
            double sum = Math.exp(logs[v] - max);
            for (int k = offsets[v]; k < offsets[v + 1]; k++) {
                sum += Math.exp(logs[columns[k]] - max);
            }
            next[v] = max + Math.log(sum);
        }
        return new LogWalkCounts(next);
    }

    /** The logarithm of the count of vertex {@code v}. */
    public double at(int v) {
        return logs[v];
    }

    /** The logarithm of the sum over a set. */
    public double sum(VertexSet set) {
        double max = set.stream().mapToDouble(v -> logs[v]).max().orElse(Double.NEGATIVE_INFINITY);
        if (max == Double.NEGATIVE_INFINITY) {
            return max;
        }
        return max
                + Math.log(
                        set.stream().mapToDouble(v -> Math.exp(logs[v] - max)).sum());
    }
}
