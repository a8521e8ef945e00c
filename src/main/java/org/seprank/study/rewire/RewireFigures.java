package org.seprank.study.rewire;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;
import org.seprank.study.Context;
import org.seprank.study.analyze.GraphPicture;
import org.seprank.study.analyze.SingletonTables;

/** What edits did to a graph, as pictures. */
final class RewireFigures {
    private static final int STEPS = 40;

    private RewireFigures() {}

    /** The share of the vertices up to each walk index, before and after. */
    static Block.Figure walkIndices(SingletonTables old, SingletonTables now, int depth) {
        String title = "Walk indices of the vertices before and after";
        LineChart chart = new LineChart(
                title,
                Axis.log10("walk index, depth " + depth),
                Axis.linear("share of the vertices"),
                List.of(shares("before", old), shares("after", now)));
        return new Block.Figure("vertex_walk_index", title, chart)
                .finding("The median walk index of the vertices is "
                        + old.quantile(0.5).text() + " before and "
                        + now.quantile(0.5).text() + " after.")
                .ofTable("");
    }

    private static Series shares(String name, SingletonTables vertices) {
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            points.add(Series.Point.of(vertices.quantile(share).asDouble(), share));
        }
        return Series.of(name, points).withStyle(Series.Style.LINE);
    }

    /**
     * The graph before with what was removed and added; nothing where it is too large to be drawn unasked, or the edits
     * changed its vertices.
     */
    static Optional<Block.Figure> edits(Graph before, Graph after, long seed, Context context) {
        boolean legible = context.figures() == Context.Figures.ALL
                ? GraphPicture.fits(before)
                : before.vertexCount() <= GraphPicture.USUAL_VERTICES;
        if (!legible || before.vertexCount() != after.vertexCount()) {
            return Optional.empty();
        }
        BitSet removed = new BitSet();
        for (int e = 0; e < before.edgeCount(); e++) {
            removed.set(e, after.edgeBetween(before.source(e), before.target(e)) < 0);
        }
        List<Edge> added = new ArrayList<>();
        for (int e = 0; e < after.edgeCount(); e++) {
            if (before.edgeBetween(after.source(e), after.target(e)) < 0) {
                added.add(after.edge(e));
            }
        }
        String title = "Edges removed and added";
        String finding =
                removed.cardinality() + " of " + before.edgeCount() + " edges removed, " + added.size() + " added.";
        return Optional.of(new Block.Figure(
                        "edits",
                        title,
                        GraphPicture.of(before, seed)
                                .edited(title, "degree", v -> before.out().degree(v), removed, added))
                .finding(finding));
    }
}
