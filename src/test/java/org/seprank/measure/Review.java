package org.seprank.measure;

import java.util.EnumSet;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;

/** Short ways to measure in tests. */
final class Review {
    private Review() {}

    static Graph family(String specification) {
        return GraphFamily.parse("family:" + specification, 0);
    }

    static GraphReview of(Graph graph, Group first, Group... rest) {
        return GraphReview.of(graph, MeasureOptions.seeded(3).withGroups(EnumSet.of(first, rest)));
    }

    /** Measures with so small a limit that everything that can be is sampled. */
    static GraphReview sampled(Graph graph, MeasureOptions.Effort effort, Group... groups) {
        return GraphReview.of(
                graph,
                MeasureOptions.seeded(3)
                        .withGroups(EnumSet.copyOf(java.util.List.of(groups)))
                        .withEffort(effort));
    }
}
