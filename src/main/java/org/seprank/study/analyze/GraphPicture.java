package org.seprank.study.analyze;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.layout.MultilevelLayout;
import org.seprank.report.chart.NetworkDrawing;
import org.seprank.report.chart.NetworkDrawing.Line;
import org.seprank.report.chart.NetworkDrawing.Point;
import org.seprank.report.chart.NetworkDrawing.Style;

/**
 * Draws a graph with the sides of a partition, the edges across it, the edges that were removed, and a value per
 * vertex. Positions are the numeric vertex attributes {@code x} and {@code y} where every vertex has them, else those
 * of {@link MultilevelLayout}.
 */
public final class GraphPicture {
    /** Of a drawing, so that a page with it can be opened: vertices and edges together. */
    public static final int MOST_ELEMENTS = 200_000;

    /** The largest graph that is drawn unasked. */
    public static final int USUAL_VERTICES = 600;

    private final Graph graph;
    private final IntToDoubleFunction x;
    private final IntToDoubleFunction y;

    private GraphPicture(Graph graph, IntToDoubleFunction x, IntToDoubleFunction y) {
        this.graph = graph;
        this.x = x;
        this.y = y;
    }

    /** Whether a graph can be drawn. */
    public static boolean fits(Graph graph) {
        return (long) graph.vertexCount() + graph.edgeCount() <= MOST_ELEMENTS;
    }

    /**
     * Finds a place for every vertex.
     *
     * @throws IllegalArgumentException if the graph has more than {@value #MOST_ELEMENTS} vertices and edges
     */
    public static GraphPicture of(Graph graph, long seed) {
        if (!fits(graph)) {
            throw new IllegalArgumentException("a drawing of " + graph.vertexCount() + " vertices and "
                    + graph.edgeCount() + " edges would make a page too large to open; the limit is " + MOST_ELEMENTS
                    + " together");
        }
        double[] x = given(graph, "x");
        double[] y = given(graph, "y");
        if (x.length > 0 && y.length > 0) {
            return new GraphPicture(graph, v -> x[v], v -> y[v]);
        }
        MultilevelLayout layout = MultilevelLayout.of(graph, seed);
        return new GraphPicture(graph, layout::x, layout::y);
    }

    /** The numbers that an attribute gives every vertex, or none where one has no number. */
    private static double[] given(Graph graph, String name) {
        double[] numbers = new double[graph.vertexAttributes().has(name) ? graph.vertexCount() : 0];
        for (int v = 0; v < numbers.length; v++) {
            numbers[v] = coordinate(graph, name, v);
            if (!Double.isFinite(numbers[v])) {
                return new double[0];
            }
        }
        return numbers;
    }

    private static double coordinate(Graph graph, String name, int v) {
        try {
            return graph.vertexAttributes()
                    .value(name, v)
                    .map(Double::parseDouble)
                    .orElse(Double.NaN);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * The drawing.
     *
     * @param title what it shows
     * @param scale what {@code values} are
     * @param side the vertices drawn as squares; edges from them to others are emphasized
     * @param values the size of each vertex
     */
    public NetworkDrawing drawing(String title, String scale, VertexSet side, IntToDoubleFunction values) {
        return drawing(title, scale, side, values, lines(side, new BitSet()));
    }

    private NetworkDrawing drawing(
            String title, String scale, VertexSet side, IntToDoubleFunction values, List<Line> lines) {
        List<Point> points = new ArrayList<>();
        for (int v = 0; v < graph.vertexCount(); v++) {
            points.add(new Point(
                    x.applyAsDouble(v),
                    y.applyAsDouble(v),
                    values.applyAsDouble(v),
                    side.contains(v),
                    graph.ids().id(v)));
        }
        return new NetworkDrawing(title, scale, points, lines);
    }

    private List<Line> lines(VertexSet side, BitSet removed) {
        List<Line> lines = new ArrayList<>();
        for (int e = 0; e < graph.edgeCount(); e++) {
            boolean crossing = side.contains(graph.source(e)) != side.contains(graph.target(e));
            Style style = removed.get(e) ? Style.REMOVED : crossing ? Style.CROSSING : Style.PLAIN;
            lines.add(new Line(graph.source(e), graph.target(e), style));
        }
        return lines;
    }

    /**
     * The graph without sides, the edges whose bits are set dashed, as they were removed, and edges that were added.
     *
     * @param values the size of each vertex
     */
    public NetworkDrawing edited(
            String title, String scale, IntToDoubleFunction values, BitSet removed, List<Edge> added) {
        VertexSet none = VertexSet.of(graph.vertexCount());
        List<Line> lines = lines(none, removed);
        added.forEach(edge -> lines.add(new Line(edge.u(), edge.v(), Style.ADDED)));
        return drawing(title, scale, none, values, lines);
    }
}
