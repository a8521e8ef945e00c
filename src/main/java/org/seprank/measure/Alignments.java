package org.seprank.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Features;
import org.seprank.graph.Graph;
import org.seprank.measure.alignment.FeatureAlignment;
import org.seprank.rank.Certainty;

/** The alignment of a graph and its features, {@link FeatureAlignment} with {@value #VECTORS} vectors of each. */
final class Alignments {
    private static final int VECTORS = 16;
    private static final double STEPS = 300; // of the iteration, at most
    private static final double PATIENCE = 50;
    private static final List<String> NAMES =
            List.of("alignment of graph and features", "alignment of graph and features, mean square");

    private Alignments() {}

    static List<Measure> of(Graph graph, @Nullable Features features, MeasureOptions.Effort effort) {
        if (features == null) {
            return Measure.missing(Group.ALIGNMENT, NAMES, "no features are known");
        }
        String why = refusal(graph, features, effort);
        if (!why.isEmpty()) {
            return Measure.missing(Group.ALIGNMENT, NAMES, why);
        }
        FeatureAlignment alignment = FeatureAlignment.of(graph, features, VECTORS, effort.seed());
        Certainty certainty = new Certainty.Numerical(alignment.residual());
        return List.of(
                Measure.real(Group.ALIGNMENT, NAMES.get(0), alignment.largestCosine())
                        .with(certainty),
                Measure.real(Group.ALIGNMENT, NAMES.get(1), alignment.meanSquare())
                        .with(certainty));
    }

    private static String refusal(Graph graph, Features features, MeasureOptions.Effort effort) {
        if (graph.directed()) {
            return Structure.DIRECTED;
        }
        if (graph.edgeCount() == 0) {
            return "there is no edge";
        }
        if (features.rows() != graph.vertexCount()) {
            return features.rows() + " rows of features do not fit " + graph.vertexCount() + " vertices";
        }
        if (features.nonZeros() == 0) {
            return "all features are 0";
        }
        double block = 3.0 * VECTORS;
        double entries = 2.0 * graph.edgeCount() + 2.0 * features.nonZeros();
        double steps = STEPS * block * (entries + 4 * block * graph.vertexCount());
        return steps > PATIENCE * effort.mostSteps()
                ? "the iteration might take " + Math.round(steps / 1e9) + " billion steps"
                : "";
    }
}
