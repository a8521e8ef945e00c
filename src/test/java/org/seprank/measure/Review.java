package org.seprank.measure;

import java.util.EnumSet;
import java.util.List;
import org.seprank.dataset.Labels;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.work.Progress;

/** Short ways to measure in tests. */
final class Review {
    private Review() {}

    static Graph family(String specification) {
        return GraphFamily.parse("family:" + specification, 0);
    }

    static GraphReview of(Graph graph, MeasureOptions options) {
        return of(graph, Labels.missing(graph.vertexCount()), options, Progress.none());
    }

    static GraphReview of(Graph graph, Labels labels, MeasureOptions options, Progress progress) {
        return GraphReview.of(graph, labels, options, progress);
    }

    static BeforeAfter of(List<Graph> graphs, MeasureOptions options) {
        Labels none = Labels.missing(graphs.get(0).vertexCount());
        return BeforeAfter.of(graphs, none, options, Progress.none());
    }

    static GraphReview of(Graph graph, Group first, Group... rest) {
        return of(graph, MeasureOptions.seeded(3).withGroups(EnumSet.of(first, rest)));
    }

    /** Measures with so small a limit that everything that can be is sampled. */
    static GraphReview sampled(Graph graph, MeasureOptions.Effort effort, Group... groups) {
        return of(
                graph,
                MeasureOptions.seeded(3)
                        .withGroups(EnumSet.copyOf(List.of(groups)))
                        .withEffort(effort));
    }
}
