package org.seprank.study.rewire;

import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.Value;

/** Measures of a graph before and after edges were changed, side by side. */
final class GraphMeasures {
    private final List<List<Value>> rows = new ArrayList<>();

    private GraphMeasures() {}

    static GraphMeasures of(Graph before, Graph after) {
        GraphMeasures measures = new GraphMeasures();
        measures.row("edges", before.edgeCount(), after.edgeCount());
        measures.row(
                "components",
                Components.of(before).count(),
                Components.of(after).count());
        measures.row("isolated vertices", isolated(before), isolated(after));
        measures.row("maximum degree", before.out().maxDegree(), after.out().maxDegree());
        measures.rows.add(List.of(Value.of("mean degree"), Value.of(meanDegree(before)), Value.of(meanDegree(after))));
        return measures;
    }

    private static long isolated(Graph graph) {
        long count = 0;
        for (int v = 0; v < graph.vertexCount(); v++) {
            if (graph.out().degree(v) == 0 && graph.in().degree(v) == 0) {
                count++;
            }
        }
        return count;
    }

    private static double meanDegree(Graph graph) {
        double arcs = graph.directed() ? graph.edgeCount() : 2.0 * graph.edgeCount();
        return graph.vertexCount() == 0 ? 0 : arcs / graph.vertexCount();
    }

    private void row(String measure, long before, long after) {
        rows.add(List.of(Value.of(measure), Value.of(before), Value.of(after)));
    }

    /** Adds a measure. */
    void add(String measure, Value before, Value after) {
        rows.add(List.of(Value.of(measure), before, after));
    }

    /** The table. */
    Block table() {
        return new Table("measures", "Before and after", List.of("measure", "before", "after"), rows);
    }
}
