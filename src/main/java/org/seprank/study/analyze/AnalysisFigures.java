package org.seprank.study.analyze;

import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.BracketChart;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;
import org.seprank.separation.Bound;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphInput;
import org.seprank.walk.SingletonWalkIndices;

/** The figures of an {@link AnalyzeStudy}. */
final class AnalysisFigures {
    private static final int MOST_SERIES = 12;

    private AnalysisFigures() {}

    /** Walk index by depth, a line per partition, and the bounds of each. */
    static List<Block.Figure> of(List<PartitionAnalysis> analyses) {
        return analyses.isEmpty() ? List.of() : List.of(byDepth(analyses), bounds(analyses));
    }

    private static Block.Figure bounds(List<PartitionAnalysis> analyses) {
        List<BracketChart.Row> rows = analyses.stream()
                .limit(MOST_SERIES)
                .map(analysis -> new BracketChart.Row(
                        analysis.name(),
                        analysis.separation().bounds().all().stream()
                                .map(bound -> new BracketChart.Limit(
                                        bound.name(), bound.nats(), bound.side() == Bound.Side.UPPER))
                                .toList()))
                .toList();
        String title = "Bounds on the separation rank" + Series.shownOf(rows.size(), analyses.size(), "partitions");
        Axis nats = Axis.log10("ln of the separation rank").withUnit("nats");
        return new Block.Figure("bounds", title, new BracketChart(title, nats, rows));
    }

    private static Block.Figure byDepth(List<PartitionAnalysis> analyses) {
        List<Series> series = new ArrayList<>();
        for (PartitionAnalysis analysis : analyses.subList(0, Math.min(MOST_SERIES, analyses.size()))) {
            List<Series.Point> points = new ArrayList<>();
            for (int depth = 1; depth <= analysis.byDepth().size(); depth++) {
                points.add(
                        Series.Point.of(depth, analysis.byDepth().get(depth - 1).doubleValue()));
            }
            series.add(Series.of(analysis.name(), points));
        }
        String title = "Walk index by depth" + Series.shownOf(series.size(), analyses.size(), "partitions");
        return new Block.Figure(
                "walk_index_by_depth",
                title,
                new LineChart(title, Axis.linear("depth"), Axis.log10("walk index"), series));
    }

    /** The graph with the first partition, and the walk indices of single vertices as sizes. */
    static Block.Figure drawing(
            AnalyzeStudy study, GraphInput input, ChosenPartitions chosen, SingletonWalkIndices indices) {
        Graph graph = input.graph();
        List<Partition> partitions = chosen.partitions();
        VertexSet side = partitions.isEmpty()
                ? VertexSet.of(graph.vertexCount())
                : partitions.get(0).vertices();
        String name = partitions.isEmpty() ? "" : ", " + partitions.get(0).name();
        return new Block.Figure(
                "graph",
                "The graph",
                GraphPicture.of(graph, study.options().seed())
                        .drawing(
                                input.location() + name,
                                "walk index of each vertex, depth "
                                        + study.network().depth(),
                                side,
                                v -> indices.at(v).doubleValue()));
    }
}
