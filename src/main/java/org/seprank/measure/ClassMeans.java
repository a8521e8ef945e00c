package org.seprank.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.SparseFeatures;
import org.seprank.graph.Graph;
import org.seprank.measure.alignment.NearestClassMean;
import org.seprank.rank.Certainty;

/**
 * Measures of {@link NearestClassMean}: of the features, bags of words with rows that sum to 1, and of their averages
 * for every depth. Up to {@value #MOST_JUDGED} vertices are judged, and of many features so many are used as the limit
 * of steps allows, both drawn by the seed.
 */
public final class ClassMeans {
    /** The name of the measure of features as they are. */
    public static final String OWN = "nearest class mean, own features";
    /** The name of the measure of averaged features, which has a depth. */
    public static final String AVERAGED = "nearest class mean, averaged features";

    private static final int MOST_JUDGED = 20_000;

    private ClassMeans() {}

    /** The measures of a graph, in the group {@link Group#ALIGNMENT}. */
    public static List<Measure> of(Graph graph, Labels labels, MeasureOptions options) {
        Features features = options.subject().features();
        String why = refusal(graph, labels, features);
        if (!why.isEmpty() || features == null) {
            return measures(options.depths(), List.of(), new Certainty.NotComputed(why));
        }
        SparseFeatures scaled = FeatureScaling.AUTO.applyTo(features).toSparse();
        MeasureOptions.Effort effort = options.effort();
        int[] known = labels.known();
        int[] judged = PairSample.numbers(known.length, MOST_JUDGED, effort.seed());
        for (int j = 0; j < judged.length; j++) {
            judged[j] = known[judged[j]];
        }
        double arcs = graph.vertexCount() + (graph.directed() ? 1.0 : 2.0) * graph.edgeCount();
        double steps = (options.depths().last() + 1) * (arcs + judged.length * (double) labels.classCount());
        int most = (int) Math.max(1, Math.min(scaled.columns(), effort.mostSteps() / steps));
        int[] columns = PairSample.numbers(scaled.columns(), most, effort.seed());
        List<Double> shares = NearestClassMean.shares(
                graph, labels, scaled, columns, judged, options.depths().last());
        boolean all = columns.length == scaled.columns() && judged.length == known.length;
        Certainty certainty = all
                ? new Certainty.Exact()
                : Certainty.sampled(
                        judged.length,
                        "of " + known.length + " vertices, by " + columns.length + " of " + scaled.columns()
                                + " features",
                        effort.seed());
        return measures(options.depths(), shares, certainty);
    }

    private static List<Measure> measures(MeasureOptions.Depths depths, List<Double> shares, Certainty certainty) {
        List<Measure> measures = new ArrayList<>(List.of(measure(OWN, shares, 0, certainty)));
        for (int depth = depths.first(); depth <= depths.last(); depth++) {
            measures.add(measure(AVERAGED, shares, depth, certainty));
        }
        return measures;
    }

    private static Measure measure(String name, List<Double> shares, int depth, Certainty certainty) {
        Measure measure = certainty instanceof Certainty.NotComputed none
                ? Measure.missing(Group.ALIGNMENT, name, none.why())
                : Measure.real(Group.ALIGNMENT, name, shares.get(depth)).with(certainty);
        return measure.at("", depth);
    }

    private static String refusal(Graph graph, Labels labels, @Nullable Features features) {
        if (features == null) {
            return "no features are known";
        }
        if (features.rows() != graph.vertexCount()) {
            return features.rows() + " rows of features do not fit " + graph.vertexCount() + " vertices";
        }
        long classes = Arrays.stream(labels.toArray())
                .filter(label -> label != Labels.MISSING)
                .distinct()
                .count();
        return classes < 2 ? "there are no labels of two classes" : "";
    }
}
