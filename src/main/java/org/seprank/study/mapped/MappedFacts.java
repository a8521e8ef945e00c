package org.seprank.study.mapped;

import java.util.Arrays;
import org.seprank.mapped.MappedGraph;
import org.seprank.report.Facts;

/** What answers say of a mapped graph. */
final class MappedFacts {
    private MappedFacts() {}

    /** Its size and degrees. */
    static Facts of(MappedGraph graph) {
        int[] degrees = graph.degrees();
        double mean = degrees.length == 0 ? 0 : 2.0 * graph.edgeCount() / degrees.length;
        return Facts.of("graph", "Graph")
                .add("vertices", graph.vertexCount())
                .add("edges", graph.edgeCount())
                .add(
                        "isolated_vertices",
                        Arrays.stream(degrees).filter(d -> d == 0).count())
                .add("mean_degree", mean)
                .add("max_degree", Arrays.stream(degrees).max().orElse(0));
    }
}
