package org.seprank.study.analyze;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.IndexedFRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.LayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.LayoutModel2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.report.chart.NetworkDrawing;
import org.seprank.report.chart.NetworkDrawing.Line;
import org.seprank.report.chart.NetworkDrawing.Point;
import org.seprank.report.chart.NetworkDrawing.Style;

/**
 * Draws a graph with the sides of a partition, the edges across it, the edges that were removed, and a value per vertex
 * as its colour. Positions are the numeric vertex attributes {@code x} and {@code y} where every vertex has them, else
 * JGraphT's Fruchterman-Reingold layout from a seed.
 */
public final class GraphPicture {
    /** Larger graphs are refused: nothing could be seen, and the layout would take minutes. */
    public static final int MAX_VERTICES = 5_000;

    private static final int ALL_PAIRS_LIMIT = 800;
    private static final int ITERATIONS = 300;

    private final Graph graph;
    private final Map<Integer, Point2D> positions;

    private GraphPicture(Graph graph, Map<Integer, Point2D> positions) {
        this.graph = graph;
        this.positions = positions;
    }

    /**
     * Finds a place for every vertex.
     *
     * @throws IllegalArgumentException if the graph has more than {@value #MAX_VERTICES} vertices
     */
    public static GraphPicture of(Graph graph, long seed) {
        int n = graph.vertexCount();
        if (n > MAX_VERTICES) {
            throw new IllegalArgumentException(
                    "a drawing of " + n + " vertices is not legible; the limit is " + MAX_VERTICES);
        }
        Map<Integer, Point2D> given = givenPositions(graph);
        return new GraphPicture(graph, given.size() == n ? given : layout(graph, seed));
    }

    private static Map<Integer, Point2D> givenPositions(Graph graph) {
        Map<Integer, Point2D> given = new LinkedHashMap<>();
        if (graph.vertexAttributes().has("x") && graph.vertexAttributes().has("y")) {
            for (int v = 0; v < graph.vertexCount(); v++) {
                double x = coordinate(graph, "x", v);
                double y = coordinate(graph, "y", v);
                if (Double.isFinite(x) && Double.isFinite(y)) {
                    given.put(v, new Point2D(x, y));
                }
            }
        }
        return given;
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

    private static Map<Integer, Point2D> layout(Graph graph, long seed) {
        LayoutModel2D<Integer> model = new MapLayoutModel2D<>(Box2D.of(1, 1));
        LayoutAlgorithm2D<Integer, Integer> algorithm = graph.vertexCount() <= ALL_PAIRS_LIMIT
                ? new FRLayoutAlgorithm2D<>(ITERATIONS, 0.5, new Random(seed))
                : new IndexedFRLayoutAlgorithm2D<>(ITERATIONS, 0.9, 0.5, new Random(seed));
        algorithm.layout(graph.asUndirected().asJGraphT(), model);
        Map<Integer, Point2D> places = new LinkedHashMap<>();
        for (int v = 0; v < graph.vertexCount(); v++) {
            places.put(v, model.get(v));
        }
        return places;
    }

    /**
     * The drawing.
     *
     * @param title what it shows
     * @param scale what {@code values} are
     * @param side the vertices drawn as squares; edges from them to others are emphasized
     * @param values the colour of each vertex
     */
    public NetworkDrawing drawing(String title, String scale, VertexSet side, IntToDoubleFunction values) {
        return drawing(title, scale, side, values, new BitSet());
    }

    private NetworkDrawing drawing(
            String title, String scale, VertexSet side, IntToDoubleFunction values, BitSet removed) {
        List<Point> points = new ArrayList<>();
        for (int v = 0; v < graph.vertexCount(); v++) {
            Point2D place = positions.getOrDefault(v, new Point2D(0, 0));
            points.add(new Point(
                    place.getX(),
                    place.getY(),
                    values.applyAsDouble(v),
                    side.contains(v),
                    graph.ids().id(v)));
        }
        List<Line> lines = new ArrayList<>();
        for (int e = 0; e < graph.edgeCount(); e++) {
            boolean crossing = side.contains(graph.source(e)) != side.contains(graph.target(e));
            Style style = removed.get(e) ? Style.REMOVED : crossing ? Style.CROSSING : Style.PLAIN;
            lines.add(new Line(graph.source(e), graph.target(e), style));
        }
        return new NetworkDrawing(title, scale, points, lines);
    }

    /** The same drawing with the edges whose bits are set dashed, as they were removed. */
    public NetworkDrawing withRemoved(String title, String scale, IntToDoubleFunction values, BitSet removed) {
        return drawing(title, scale, VertexSet.of(graph.vertexCount()), values, removed);
    }
}
