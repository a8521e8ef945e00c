package org.seprank.study.experiment.curves;

import java.util.List;
import java.util.Map;
import org.seprank.gnn.NetworkKind;

/**
 * The scores of all runs, as far as they are finished.
 *
 * @param protocol what was run
 * @param edges how many the graph has
 * @param cells by {@linkplain #key key}
 */
record Curves(CurveProtocol protocol, int edges, Map<String, Map<String, Double>> cells) {
    /** The test accuracy of a cell. */
    static final String TEST = "test";

    /**
     * One run.
     *
     * @param model the network
     * @param seed of its first weights
     */
    record Run(NetworkKind model, long seed) {}

    /** How many edges are removed, ascending. */
    List<Integer> counts() {
        return protocol.counts(edges);
    }

    /** The share of the edges, in per cent. */
    double percent(int count) {
        return edges == 0 ? 0 : 100.0 * count / edges;
    }

    /** The key of a cell; where no edge is removed, or every one, it does not matter by which method. */
    static String key(RemovalMethod method, Run run, int count, int edges) {
        String by = count == 0 || count == edges ? "any method" : method.id();
        return by + ", " + run.model().id() + ", " + count + " edges removed, seed " + run.seed();
    }

    /** A score in per cent for every seed; NaN where there is none. */
    double[] scores(RemovalMethod method, NetworkKind model, int count) {
        return protocol.allSeeds().stream()
                .mapToDouble(seed -> 100
                        * cells.getOrDefault(key(method, new Run(model, seed), count, edges), Map.of())
                                .getOrDefault(TEST, Double.NaN))
                .toArray();
    }

    /** The mean over the curve for every seed; NaN where a score is missing. */
    double[] wholeCurves(RemovalMethod method, NetworkKind model) {
        double[] sums = new double[protocol.seeds()];
        for (int count : counts()) {
            double[] scores = scores(method, model, count);
            for (int s = 0; s < sums.length; s++) {
                sums[s] += scores[s] / counts().size();
            }
        }
        return sums;
    }

    /** How many trainings diverged. */
    long diverged() {
        return cells.values().stream()
                .filter(cell -> Double.isNaN(cell.getOrDefault(TEST, 0.0)))
                .count();
    }
}
