package org.seprank.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.separation.Bound;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;
import org.seprank.work.Progress;

/**
 * The tightest bounds on ln of the separation rank of the partitions, by {@link SeparationAnalysis} with bounds alone
 * and enumeration kept short: lower ones for almost all weights, upper ones for all.
 */
final class Separations {
    private static final SeparationAnalysis.Options HOW = SeparationAnalysis.Options.boundsOnly()
            .withBounds(Bounds.Options.defaults().withEnumerationCap(2000).withExhaustiveLimit(10));

    private Separations() {}

    static List<Measure> of(Graph graph, MeasureOptions options, Progress progress) {
        List<Measure> measures = new ArrayList<>();
        for (Partition partition : options.question().partitions()) {
            for (int depth = options.depths().first(); depth <= options.depths().last(); depth++) {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                MeasureOptions.Question question = options.question();
                SeparationProblem problem = new SeparationProblem(
                        graph,
                        partition.vertices(),
                        question.target(),
                        depth,
                        question.inputWidth(),
                        question.hiddenWidth());
                SeparationAnalysis analysis = SeparationAnalysis.of(problem, HOW, progress);
                analysis.interactionDimension()
                        .map(dimension -> Measure.whole(Group.SEPARATION, "interaction dimension", dimension.value())
                                .with(dimension.certainty()))
                        .ifPresent(measure -> measures.add(
                                measure.at(partition.name(), analysis.problem().depth())));
                measures.add(bound("ln rank from", analysis.lower()).at(partition.name(), depth));
                measures.add(bound("ln rank to", analysis.upper()).at(partition.name(), depth));
            }
        }
        return measures;
    }

    private static Measure bound(String name, Bound bound) {
        return Measure.real(Group.SEPARATION, name, bound.nats());
    }
}
