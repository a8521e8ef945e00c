package org.seprank.study.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Attributes;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.report.chart.NetworkDrawing;
import org.seprank.report.chart.NetworkDrawing.Style;

class GraphPictureTest {
    @Test
    void placesThatTheGraphHasAreKept() {
        Graph graph = placed("1.5", "-2");
        NetworkDrawing drawing = GraphPicture.of(graph, 0).drawing("t", "walk index", VertexSet.of(2, 1), v -> v);
        assertThat(drawing.points().get(0).x()).isEqualTo(1.5);
        assertThat(drawing.points().get(1).y()).isEqualTo(-2);
        assertThat(drawing.points().get(1).onSide()).isTrue();
        assertThat(drawing.lines().get(0).style()).isEqualTo(Style.CROSSING);
    }

    @Test
    void placesOfWhichOneIsNoNumberAreNot() {
        NetworkDrawing drawing =
                GraphPicture.of(placed("1.5", "here"), 0).drawing("t", "walk index", VertexSet.of(2), v -> v);
        assertThat(drawing.points().get(0).x()).isNotEqualTo(1.5).isBetween(0.0, 1.0);
    }

    private static Graph placed(String x, String y) {
        GraphBuilder builder = GraphBuilder.over(2, false);
        builder.edge(0, 1);
        builder.vertexAttributes().column("x", Attributes.Type.TEXT).column("y", Attributes.Type.TEXT);
        for (int v = 0; v < 2; v++) {
            builder.vertexAttributes().value("x", v, x).value("y", v, y);
        }
        return builder.build();
    }

    @Test
    void editsAreDrawn() {
        Graph graph = GraphFamily.parse("family:cycle,n=5", 0);
        BitSet removed = new BitSet();
        removed.set(3);
        NetworkDrawing drawing =
                GraphPicture.of(graph, 0).edited("t", "degree", v -> v, removed, List.of(new Edge(0, 2)));
        assertThat(drawing.lines().stream().map(NetworkDrawing.Line::style))
                .containsExactly(Style.PLAIN, Style.PLAIN, Style.PLAIN, Style.REMOVED, Style.PLAIN, Style.ADDED);
    }

    @Test
    void graphsOfTenThousandVerticesAreDrawnAndLargerThanAPageAreNot() {
        Graph large = GraphFamily.parse("family:path,n=10000", 0);
        assertThat(GraphPicture.of(large, 0)
                        .drawing("t", "walk index", VertexSet.of(10_000), v -> v)
                        .points())
                .hasSize(10_000);
        assertThatThrownBy(() -> GraphPicture.of(GraphFamily.parse("family:erdos-renyi,n=200001,m=0", 0), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a drawing of 200001 vertices and 0 edges would make a page too large to open;"
                        + " the limit is 200000 together");
    }
}
