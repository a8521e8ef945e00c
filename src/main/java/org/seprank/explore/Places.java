package org.seprank.explore;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.seprank.graph.Graph;
import org.seprank.graph.layout.MultilevelLayout;

/**
 * Where vertices are drawn: at the numeric vertex attributes {@code x} and {@code y} where every vertex has them, else
 * by a layout; moved and scaled into the unit square, the longer side filling it.
 *
 * @param x abscissae by vertex, in 0..1
 * @param y ordinates by vertex, in 0..1
 */
record Places(IntToDoubleFunction x, IntToDoubleFunction y) {
    private static final double ASPECT = 1.1;

    static Places of(Graph graph, long seed) {
        double[] x = given(graph, "x");
        double[] y = given(graph, "y");
        if (graph.vertexCount() == 0) {
            return new Places(v -> 0, v -> 0);
        }
        if (x.length > 0 && y.length > 0) {
            return scaled(graph.vertexCount(), v -> x[v], v -> y[v]);
        }
        MultilevelLayout layout = MultilevelLayout.of(graph, seed, ASPECT);
        return scaled(graph.vertexCount(), layout::x, layout::y);
    }

    private static Places scaled(int n, IntToDoubleFunction x, IntToDoubleFunction y) {
        double left = IntStream.range(0, n).mapToDouble(x).min().orElse(0);
        double top = IntStream.range(0, n).mapToDouble(y).min().orElse(0);
        double width = IntStream.range(0, n).mapToDouble(x).max().orElse(0) - left;
        double height = IntStream.range(0, n).mapToDouble(y).max().orElse(0) - top;
        double extent = Math.max(width, height) > 0 ? Math.max(width, height) : 1;
        return new Places(v -> (x.applyAsDouble(v) - left) / extent, v -> (y.applyAsDouble(v) - top) / extent);
    }

    private static double[] given(Graph graph, String name) {
        if (!graph.vertexAttributes().has(name)) {
            return new double[0];
        }
        double[] numbers = IntStream.range(0, graph.vertexCount())
                .mapToDouble(v -> graph.vertexAttributes()
                        .value(name, v)
                        .map(Places::number)
                        .orElse(Double.NaN))
                .toArray();
        return IntStream.range(0, numbers.length).allMatch(v -> Double.isFinite(numbers[v])) ? numbers : new double[0];
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
