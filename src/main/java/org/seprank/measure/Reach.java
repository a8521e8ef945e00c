package org.seprank.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.rank.Certainty;
import org.seprank.separation.interaction.WalkCountBound;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * What can reach a vertex in L layers. The receptive field of v is the set of vertices with a path of at most L edges
 * to v, v among them. The Jacobian of a graph convolution is bounded by a multiple of {@code (Â^L)_vu} (Topping et al.
 * 2022, arXiv 2111.14522; {@link WalkCountBound}), given for a sample of pairs.
 */
final class Reach {
    private Reach() {}

    static List<Measure> fields(Graph graph, MeasureOptions options, Progress progress) {
        int n = graph.vertexCount();
        MeasureOptions.Depths depths = options.depths();
        int[] sources = Distances.sources(graph, options.effort());
        double[][] sizes = new double[depths.last() - depths.first() + 1][sources.length];
        BreadthFirst search = new BreadthFirst(graph.in());
        progress.start("receptive fields", sources.length);
        for (int i = 0; i < sources.length; i++) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            search.from(sources[i], depths.last());
            for (int d = 0; d < sizes.length; d++) {
                sizes[d][i] = search.within(depths.first() + d);
            }
            progress.advanceTo(i + 1);
        }
        List<Measure> measures = new ArrayList<>();
        for (int d = 0; d < sizes.length; d++) {
            Measure measure = Measure.spread(
                            Group.REACH, "receptive field", Distribution.of(sizes[d], Distribution.Binning.NONE))
                    .at("", depths.first() + d);
            measures.add(
                    sources.length == n
                            ? measure
                            : measure.with(Certainty.sampled(
                                    sources.length,
                                    "of " + n + " vertices",
                                    options.effort().seed())));
        }
        return measures;
    }

    static List<Measure> jacobians(Graph graph, MeasureOptions options, Progress progress) {
        PairSample pairs = options.pairs().pairs().isEmpty()
                ? PairSample.within(graph, options.depths().last(), options.effort())
                : options.pairs();
        List<Measure> measures = new ArrayList<>();
        for (int depth = options.depths().first(); depth <= options.depths().last(); depth++) {
            int layers = depth;
            double[] values = new double[pairs.pairs().size()];
            progress.start("bounds of the Jacobian", values.length);
            Parallel.current().each(values.length, progress, i -> {
                PairSample.Pair pair = pairs.pairs().get(i);
                values[i] = WalkCountBound.of(graph, pair.v(), layers).at(pair.u());
            });
            measures.add(
                    Measure.spread(Group.JACOBIAN, "Jacobian bound", Distribution.of(values, Distribution.Binning.NONE))
                            .at("", depth)
                            .with(Certainty.sampled(values.length, pairs.description(), pairs.seed())));
        }
        return measures;
    }
}
