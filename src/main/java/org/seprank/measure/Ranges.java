package org.seprank.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.seprank.graph.Graph;
import org.seprank.measure.range.RangeSummary;
import org.seprank.measure.range.SampleMean;
import org.seprank.measure.range.TargetMatrix;
import org.seprank.measure.range.VertexDistances;
import org.seprank.measure.range.VertexRange;
import org.seprank.rank.Certainty;
import org.seprank.work.Progress;

/**
 * The range (arXiv 2506.05971; {@link RangeSummary}) of the walks that the power {@code Â^L} of the normalised
 * adjacency counts, which is that of a graph convolution in expectation, for every depth, and of given tasks: in hops
 * and in effective resistance, as it is, normalised vertex by vertex, and normalised over all. Of all vertices up to
 * {@value #MOST_EXACT}, of a sample in larger graphs.
 */
final class Ranges {
    private static final int MOST_EXACT = VertexDistances.MOST_INVERTED;

    private final Graph graph;
    private final MeasureOptions options;
    private final int[] sources;
    private final List<Kind> kinds = new ArrayList<>();

    /**
     * Whose range is measured.
     *
     * @param words what it is
     * @param depth of the network; 0: none
     * @param rows the influences on a vertex
     */
    private record Kind(String words, int depth, IntFunction<double[]> rows) {}

    private Ranges(Graph graph, MeasureOptions options) {
        this.graph = graph;
        this.options = options;
        int n = graph.vertexCount();
        int some = n <= MOST_EXACT ? n : options.effort().vertices();
        this.sources = PairSample.numbers(n, some, options.effort().seed());
        for (int depth = options.depths().first(); depth <= options.depths().last(); depth++) {
            kinds.add(new Kind("walks", depth, new TargetMatrix.Power(depth).over(graph)));
        }
        for (TargetMatrix task : options.subject().tasks()) {
            kinds.add(new Kind(task.name(), 0, task.over(graph)));
        }
    }

    static List<Measure> of(Graph graph, MeasureOptions options, Progress progress) {
        Ranges ranges = new Ranges(graph, options);
        List<Measure> measures = new ArrayList<>(ranges.measures(VertexDistances.hops(graph), progress));
        if (graph.directed()) {
            for (Kind kind : ranges.kinds) {
                names(kind, "resistance")
                        .forEach(name -> measures.add(Measure.missing(Group.RANGE, name, Structure.DIRECTED)
                                .at("", kind.depth)));
            }
            return measures;
        }
        long seed = options.effort().seed();
        measures.addAll(ranges.measures(VertexDistances.resistances(graph, seed, progress), progress));
        return measures;
    }

    private static List<String> names(Kind kind, String distance) {
        String name = "range of " + kind.words + " in " + distance;
        return List.of(name, name + ", normalised", name + ", normalised over all");
    }

    private List<Measure> measures(VertexDistances distances, Progress progress) {
        List<List<VertexRange>> ranges = new ArrayList<>();
        kinds.forEach(kind -> ranges.add(new ArrayList<>()));
        progress.start("ranges in " + distances.words(), sources.length);
        for (int i = 0; i < sources.length; i++) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            double[] far = distances.of(sources[i]);
            for (int k = 0; k < ranges.size(); k++) {
                ranges.get(k).add(VertexRange.of(kinds.get(k).rows.apply(sources[i]), far));
            }
            progress.advanceTo(i + 1L);
        }
        List<Measure> measures = new ArrayList<>();
        for (int k = 0; k < ranges.size(); k++) {
            Kind kind = kinds.get(k);
            RangeSummary summary = RangeSummary.of(ranges.get(k), graph.vertexCount());
            List<String> names = names(kind, distances.words());
            measures.add(measure(names.get(0), summary.range(), distances).at("", kind.depth));
            measures.add(measure(names.get(1), summary.normalised(), distances).at("", kind.depth));
            measures.add(measure(names.get(2), summary.pooled(), distances).at("", kind.depth));
        }
        return measures;
    }

    private Measure measure(String name, SampleMean mean, VertexDistances distances) {
        if (Double.isNaN(mean.value())) {
            return Measure.missing(Group.RANGE, name, "no vertex has an influence on another or itself");
        }
        int n = graph.vertexCount();
        Measure measure = Measure.real(Group.RANGE, name, mean.value());
        if (sources.length == n && distances.projections() == 0) {
            return measure;
        }
        String how = distances.projections() == 0
                ? ""
                : ", resistances by " + distances.projections() + " random projections";
        return measure.with(new Certainty.Estimated(
                mean.samples(), "of " + n + " vertices" + how, options.effort().seed(), mean.standardError()));
    }
}
