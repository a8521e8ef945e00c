package org.seprank.study.experiment.curves;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seprank.gnn.NetworkKind;

/**
 * Published test accuracies in per cent, read off Figure 3 of arXiv 2211.16494 to about 0.3: Cora, GCN of 3 layers,
 * mean of 10 runs.
 */
final class PublishedCurves {
    private static final List<Integer> PERCENTS = List.of(0, 25, 50, 75, 90, 100);

    private static final Map<String, List<Double>> CORA_GCN = Map.of(
            "random", List.of(87.3, 84.1, 80.7, 75.6, 72.3, 72.9),
            "spectral", List.of(87.0, 84.9, 82.5, 76.5, 72.2, 73.3),
            "ugs", List.of(86.6, 84.9, 81.3, 77.9, 73.4, 72.7),
            "2-WIS", List.of(86.3, 85.9, 84.7, 81.2, 75.5, 73.0),
            "1-WIS", List.of(86.4, 86.5, 84.8, 79.4, 77.3, 71.2));

    private PublishedCurves() {}

    /**
     * One published number.
     *
     * @param percent of the edges removed
     * @param accuracy in per cent
     */
    record Point(int percent, double accuracy) {}

    /** The curve of a method, where it is known. */
    static Optional<List<Point>> of(CurveProtocol protocol, NetworkKind model, RemovalMethod method) {
        boolean published = protocol.isNamed("cora") && protocol.isOfPublishedSize();
        String name = method.name(protocol.depth(model));
        if (!published || model != NetworkKind.GCN || !CORA_GCN.containsKey(name)) {
            return Optional.empty();
        }
        List<Double> accuracies = CORA_GCN.getOrDefault(name, List.of());
        return Optional.of(PERCENTS.stream()
                .map(percent -> new Point(percent, accuracies.get(PERCENTS.indexOf(percent))))
                .toList());
    }
}
