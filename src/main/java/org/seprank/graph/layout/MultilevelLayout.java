package org.seprank.graph.layout;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;

/**
 * A place for every vertex, in a rectangle of height 1: each connected component is drawn by forces that pull
 * neighbours together and push all others apart, first a coarsening of it by heavy-edge matching, then level by level
 * the finer ones (Walshaw 2001, Hu 2005; repulsion by Barnes and Hut); those of at most {@value #FEW} vertices then go
 * on to lower stress; and the components are packed apart, the largest first. Directions and weights of edges do not
 * count.
 *
 * <p>Equal graphs and seeds have equal places to the bit, whatever the number of threads ({@code Parallel.current()}
 * works). No two vertices are at one place, and the bounding boxes of components are disjoint. Time O((n + m) log n),
 * memory O(n + m).
 */
public final class MultilevelLayout {
    private static final int STEPS = 40;
    private static final int STEPS_OF_FEW = 150;
    private static final int FEW = 600;
    private static final double GAP = 1; // between components: about an edge

    private final double[] x;
    private final double[] y;

    private MultilevelLayout(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** In the unit square. */
    public static MultilevelLayout of(Graph graph, long seed) {
        return of(graph, seed, 1);
    }

    /**
     * In a rectangle from 0 to {@code aspect} across and from 0 to 1 down.
     *
     * @param seed of the first places and the order of matching
     * @param aspect width over height, in 0.01..100
     * @throws IllegalArgumentException if the aspect is not in its range
     */
    public static MultilevelLayout of(Graph graph, long seed, double aspect) {
        if (!(aspect >= 0.01 && aspect <= 100)) {
            throw new IllegalArgumentException("aspect " + aspect + " is not in 0.01..100");
        }
        int n = graph.vertexCount();
        MultilevelLayout layout = new MultilevelLayout(new double[n], new double[n]);
        layout.place(graph, new SplittableRandom(seed), aspect);
        layout.separate(aspect);
        return layout;
    }

    /** The abscissa of a vertex, in 0..aspect. */
    public double x(int vertex) {
        return x[vertex];
    }

    /** The ordinate of a vertex, in 0..1. */
    public double y(int vertex) {
        return y[vertex];
    }

    private void place(Graph graph, SplittableRandom random, double aspect) {
        int[][] components = Components.of(graph).members();
        Arrays.sort(components, Comparator.comparingInt(vertices -> -vertices.length));
        int[] places = new int[graph.vertexCount()];
        for (int[] vertices : components) {
            for (int i = 0; i < vertices.length; i++) {
                places[vertices[i]] = i;
            }
        }
        for (int[] vertices : components) {
            SplittableRandom own = random.split();
            if (vertices.length > 1) {
                component(Level.of(graph, vertices, places), own, vertices, aspect >= 1);
            }
        }
        pack(components, aspect);
    }

    private void component(Level level, SplittableRandom random, int[] vertices, boolean lying) {
        Deque<Level> levels = new ArrayDeque<>(List.of(level));
        Deque<Level.Parents> parents = new ArrayDeque<>();
        for (var coarser = level.coarser(random);
                coarser.isPresent();
                coarser = levels.peek().coarser(random)) {
            levels.push(coarser.get().level());
            parents.push(coarser.get().parents());
        }
        Springs springs = Springs.scattered(levels.pop(), random);
        springs.relax(2 * STEPS_OF_FEW, 2);
        while (!levels.isEmpty()) {
            Level finer = levels.pop();
            springs = springs.refined(finer, parents.pop(), random);
            springs.relax(finer.size() <= FEW ? STEPS_OF_FEW : STEPS, 1);
        }
        if (level.size() <= FEW) {
            Stress.lower(level, springs);
        }
        turn(springs, lying);
        for (int i = 0; i < vertices.length; i++) {
            x[vertices[i]] = springs.x()[i];
            y[vertices[i]] = springs.y()[i];
        }
    }

    /** Turns the places so that their longest extent lies or stands. */
    private static void turn(Springs springs, boolean lying) {
        double[] x = springs.x();
        double[] y = springs.y();
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int v = 0; v < x.length; v++) {
            xx += (x[v] - meanX) * (x[v] - meanX);
            xy += (x[v] - meanX) * (y[v] - meanY);
            yy += (y[v] - meanY) * (y[v] - meanY);
        }
        // the eigenvector of the larger eigenvalue of [xx xy; xy yy]
        double half = (xx - yy) / 2;
        double root = Math.sqrt(half * half + xy * xy);
        double a = half >= 0 ? half + root : xy;
        double b = half >= 0 ? xy : root - half;
        double length = Math.sqrt(a * a + b * b);
        double cos = length > 0 ? a / length : 1;
        double sin = length > 0 ? b / length : 0;
        for (int v = 0; v < x.length; v++) {
            double along = cos * (x[v] - meanX) + sin * (y[v] - meanY);
            double across = cos * (y[v] - meanY) - sin * (x[v] - meanX);
            x[v] = lying ? along : across;
            y[v] = lying ? across : along;
        }
    }

    private void pack(int[][] components, double aspect) {
        Box[] boxes = new Box[components.length];
        Arrays.setAll(boxes, c -> Box.of(x, y, components[c]));
        int[] order = IntStream.range(0, boxes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -boxes[c].width() * boxes[c].height()))
                .mapToInt(Integer::intValue)
                .toArray();
        Packing packing = Packing.of(
                Arrays.stream(order).mapToDouble(c -> boxes[c].width() + GAP).toArray(),
                Arrays.stream(order).mapToDouble(c -> boxes[c].height() + GAP).toArray(),
                aspect);
        double scale = Math.min(aspect / packing.width(), 1 / packing.height());
        double left = (aspect - scale * packing.width()) / 2 + scale * GAP / 2;
        double top = (1 - scale * packing.height()) / 2 + scale * GAP / 2;
        for (int i = 0; i < order.length; i++) {
            Box box = boxes[order[i]];
            for (int v : components[order[i]]) {
                x[v] = left + scale * (packing.x(i) + x[v] - box.left());
                y[v] = top + scale * (packing.y(i) + y[v] - box.top());
            }
        }
    }

    /** A bounding box. */
    private record Box(double left, double top, double width, double height) {
        static Box of(double[] x, double[] y, int[] vertices) {
            double left = Arrays.stream(vertices).mapToDouble(v -> x[v]).min().orElse(0);
            double top = Arrays.stream(vertices).mapToDouble(v -> y[v]).min().orElse(0);
            double right = Arrays.stream(vertices).mapToDouble(v -> x[v]).max().orElse(0);
            double bottom = Arrays.stream(vertices).mapToDouble(v -> y[v]).max().orElse(0);
            return new Box(left, top, right - left, bottom - top);
        }
    }

    /** Moves vertices that have come to one place apart, by the least that makes them differ. */
    private void separate(double aspect) {
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, v -> v);
        Comparator<Integer> byPlace =
                Comparator.comparingDouble((Integer v) -> x[v]).thenComparingDouble(v -> y[v]);
        boolean moved = true;
        while (moved) {
            moved = false;
            Arrays.sort(order, byPlace);
            for (int i = 1; i < order.length; i++) {
                int u = order[i - 1];
                int v = order[i];
                if (x[u] == x[v] && y[u] == y[v]) {
                    double step = 1e-9 * (v + 1) / x.length;
                    x[v] += x[v] < aspect / 2 ? step : -step;
                    moved = true;
                }
            }
        }
    }
}
