package org.seprank.rewire.feature.plane;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A Delaunay triangulation of points in the plane: no point is inside the circle through the corners of a triangle, and
 * the triangles fill the convex hull. Points are added from left to right, each joined with the part of the hull that
 * it sees, and edges are flipped until none is against the rule (C. Lawson, 1977). Predicates are exact, so that any
 * input is right: of points on one circle, where there are several such triangulations, the order of the points decides
 * on one; points on one line are a path; of equal points the first stands for all, and the others follow it in a path.
 *
 * <p>Time O(n log n) and O(1) for a flip, of which random points take a few each.
 */
public final class Triangulation {
    private static final int NONE = -1;

    private final Orientation orientation;
    private final int[] corners; // 3 per triangle, turning left; entry e is where half-edge e begins
    private final int[] twins; // the half-edge in the other direction, NONE on the hull
    private final int[] next; // along the hull, turning left, by point
    private final int[] previous;
    private final int[]
            hullEdges; // the half-edge from a point of the hull to the next, NONE before there are triangles
    private int size; // half-edges so far
    private int[] stack = new int[64];

    private Triangulation(double[] x, double[] y, int count) {
        this.orientation = new Orientation(x, y);
        this.corners = new int[Math.multiplyExact(6, count)];
        this.twins = new int[corners.length];
        this.next = new int[x.length];
        this.previous = new int[x.length];
        this.hullEdges = new int[x.length];
    }

    /**
     * The edges of a triangulation.
     *
     * @param x a coordinate of each point, finite
     * @param y the other
     * @return the two ends of each edge, the smaller first, ascending
     */
    public static int[][] edges(double[] x, double[] y) {
        int[] sorted = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> x[i] + 0.0)
                        .thenComparingDouble(i -> y[i] + 0.0)
                        .thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
        int[] distinct = IntStream.range(0, sorted.length)
                .filter(i -> i == 0 || !same(x, y, sorted[i - 1], sorted[i]))
                .map(i -> sorted[i])
                .toArray();
        IntStream.Builder equal = IntStream.builder(); // pairs of equal points, one number each
        for (int i = 1; i < sorted.length; i++) {
            if (same(x, y, sorted[i - 1], sorted[i])) {
                equal.add(i);
            }
        }
        int[][] twice = equal.build()
                .mapToObj(i -> new int[] {sorted[i - 1], sorted[i]})
                .toArray(int[][]::new);
        int[][] apart = new Triangulation(x, y, distinct.length).of(distinct);
        return merged(twice, apart);
    }

    private static boolean same(double[] x, double[] y, int i, int j) {
        return x[i] == x[j] && y[i] == y[j];
    }

    private static int[][] merged(int[][] some, int[][] others) {
        int[][] all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        for (int[] pair : all) {
            Arrays.sort(pair);
        }
        Arrays.sort(all, Comparator.comparingInt((int[] pair) -> pair[0]).thenComparingInt(pair -> pair[1]));
        return all;
    }

    /** The edges between different points, from left to right. */
    private int[][] of(int[] points) {
        int onLine = Math.min(2, points.length);
        while (onLine < points.length && orientation.turn(points[0], points[1], points[onLine]) == 0) {
            onLine++;
        }
        if (onLine == points.length) {
            return IntStream.range(1, points.length)
                    .mapToObj(i -> new int[] {points[i - 1], points[i]})
                    .toArray(int[][]::new);
        }
        begin(points, onLine);
        for (int i = onLine + 1; i < points.length; i++) {
            add(points[i], points[i - 1]);
        }
        return IntStream.range(0, size)
                .filter(e -> e > twins[e])
                .mapToObj(e -> new int[] {corners[e], corners[after(e)]})
                .toArray(int[][]::new);
    }

    private static int after(int e) {
        return e % 3 == 2 ? e - 2 : e + 1;
    }

    private static int before(int e) {
        return e % 3 == 0 ? e + 2 : e - 1;
    }

    /** Joins the first points, all on a line, with the next, which is off it. */
    private void begin(int[] points, int onLine) {
        int apex = points[onLine];
        boolean left = orientation.turn(points[0], points[1], apex) > 0;
        int[] line = left
                ? Arrays.copyOf(points, onLine)
                : IntStream.range(0, onLine).map(i -> points[onLine - 1 - i]).toArray();
        int last = NONE;
        for (int i = 1; i < onLine; i++) {
            int e = triangle(line[i - 1], line[i], apex);
            link(e + 2, last);
            hull(line[i - 1], line[i], e);
            last = e + 1;
        }
        hull(line[onLine - 1], apex, last);
        hull(apex, line[0], 2); // of the first triangle
        for (int e = 0; e < size; e++) {
            push(e, e);
        }
        settle(size);
    }

    private void hull(int from, int to, int edge) {
        next[from] = to;
        previous[to] = from;
        hullEdges[from] = edge;
    }

    private int triangle(int a, int b, int c) {
        int e = size;
        corners[e] = a;
        corners[e + 1] = b;
        corners[e + 2] = c;
        Arrays.fill(twins, e, e + 3, NONE);
        size += 3;
        return e;
    }

    private void link(int e, int f) {
        twins[e] = f;
        if (f != NONE) {
            twins[f] = e;
        }
    }

    /** Joins a point right of all others with what it sees of the hull; the last point that was added is there. */
    private void add(int point, int seen) {
        int first = seen;
        int last = seen;
        int pending = 0;
        while (orientation.turn(last, next[last], point) < 0) {
            last = next[last];
        }
        while (orientation.turn(previous[first], first, point) < 0) {
            first = previous[first];
        }
        int behind = NONE; // the half-edge from the corner that was reached to the point
        int firstEdge = NONE;
        for (int corner = first; corner != last; corner = next[corner]) {
            int e = triangle(next[corner], corner, point); // begins opposite of the hull
            link(e, hullEdges[corner]);
            link(e + 1, behind);
            firstEdge = firstEdge == NONE ? e + 1 : firstEdge;
            behind = e + 2; // from the point to the next corner
            push(pending++, e);
        }
        hull(first, point, firstEdge);
        hull(point, last, behind);
        settle(pending);
    }

    private void push(int at, int e) {
        if (at == stack.length) {
            stack = Arrays.copyOf(stack, 2 * at);
        }
        stack[at] = e;
    }

    /** Flips edges until none of those on the stack, nor any that a flip touches, is against the rule. */
    private void settle(int pending) {
        int left = pending;
        while (left > 0) {
            int e = stack[--left];
            int twin = twins[e];
            if (twin != NONE
                    && orientation.insideCircle(
                            corners[e], corners[after(e)], corners[before(e)], corners[before(twin)])) {
                flip(e, twin);
                for (int changed : new int[] {e, after(e), twin, after(twin)}) {
                    push(left++, changed);
                }
            }
        }
    }

    /** Replaces the edge between two triangles by that between their other corners. */
    private void flip(int e, int twin) {
        int beyond = before(twin);
        int beside = before(e);
        int outer = twins[beyond];
        int other = twins[beside];
        corners[e] = corners[beyond];
        corners[twin] = corners[beside];
        link(e, outer);
        link(twin, other);
        link(beside, beyond);
        if (outer == NONE) {
            hullEdges[corners[e]] = e;
        }
        if (other == NONE) {
            hullEdges[corners[twin]] = twin;
        }
    }
}
