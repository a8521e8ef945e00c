package org.seprank.rewire.curvature;

import java.util.Arrays;
import java.util.BitSet;
import org.seprank.work.Progress;

/**
 * The balanced Forman curvature of all edges of a graph that changes edge by edge, with the least and the greatest at
 * hand.
 *
 * <p>A change k-l reaches the edges at k and l, and those that join a neighbour of k to a neighbour of l. Their
 * triangles are counted anew at once; their 4-cycles only when an edge may be the least or the greatest, for which the
 * bounds without 4-cycles and with as many as can be serve as keys. The answers are the same as if all were computed
 * anew.
 */
final class LiveBalancedForman {
    private final BalancedForman curvature;
    private final UndirectedRows rows;
    private final SquareCounts counts;
    private final EdgeHeap lowest;
    private final EdgeHeap highest; // keys negated
    private final BitSet stale = new BitSet();
    private final int[] marks;
    private double[] values;
    private int[] triangles;
    private int mark;

    LiveBalancedForman(BalancedForman curvature, UndirectedRows rows, Progress progress) {
        this.curvature = curvature;
        this.rows = rows;
        this.counts = new SquareCounts(rows, curvature.variant());
        this.marks = new int[rows.vertexCount()];
        SquareTable table = new SquareTable(rows, curvature.variant());
        table.fill(progress);
        this.lowest = new EdgeHeap(rows);
        this.highest = new EdgeHeap(rows);
        this.values = new double[rows.edgeNumbers()];
        this.triangles = new int[rows.edgeNumbers()];
        for (int e = 0; e < values.length; e++) {
            int du = rows.degree(rows.source(e));
            int dv = rows.degree(rows.target(e));
            triangles[e] = table.triangles(e);
            know(
                    e,
                    curvature.value(du, dv, triangles[e])
                            + curvature.squareTerm(du, dv, table.sharp(e), table.gamma(e)));
        }
    }

    /** The edge of the least curvature, of several the first by its ends; -1 if there is no edge. */
    int minimum() {
        return settled(lowest);
    }

    /** The edge of the greatest curvature, of several the first by its ends; -1 if there is no edge. */
    int maximum() {
        return settled(highest);
    }

    private int settled(EdgeHeap heap) {
        while (heap.top() >= 0 && stale.get(heap.top())) {
            settle(heap.top());
        }
        return heap.top();
    }

    /** The curvature of an edge. */
    double at(int e) {
        if (stale.get(e)) {
            settle(e);
        }
        return values[e];
    }

    private void settle(int e) {
        know(e, curvature.value(rows, counts, rows.source(e), rows.target(e)));
    }

    private void know(int e, double value) {
        stale.clear(e);
        values[e] = value;
        lowest.put(e, value);
        highest.put(e, -value);
    }

    /** Puts in an edge that is not there. */
    void add(int u, int v) {
        int e = rows.add(u, v);
        if (e >= values.length) {
            values = Arrays.copyOf(values, e + 1 + (e >> 1));
            triangles = Arrays.copyOf(triangles, values.length);
        }
        triangles[e] = changeTriangles(u, v, 1);
        reach(u, v);
    }

    /** Takes out an edge that is there. */
    void remove(int u, int v) {
        int e = rows.remove(u, v);
        lowest.remove(e);
        highest.remove(e);
        changeTriangles(u, v, -1);
        reach(u, v);
    }

    private void markNear(int v) {
        mark++;
        for (int i = rows.start(v); i < rows.end(v); i++) {
            marks[rows.neighbours(v)[i]] = mark;
        }
    }

    /** Every common neighbour makes a triangle with the edge; their number. */
    private int changeTriangles(int u, int v, int by) {
        int common = 0;
        for (int i = rows.start(u); i < rows.end(u); i++) {
            int other = rows.edgeBetween(v, rows.neighbours(u)[i]);
            if (other >= 0) {
                common++;
                triangles[other] += by;
                triangles[rows.edges(u)[i]] += by;
            }
        }
        return common;
    }

    private void reach(int u, int v) {
        boolean fewer = rows.secondDegree(u) < rows.secondDegree(v);
        markNear(fewer ? v : u);
        doubtBetween(fewer ? u : v);
        for (int end : new int[] {u, v}) {
            for (int i = rows.start(end); i < rows.end(end); i++) {
                doubt(rows.edges(end)[i]);
            }
        }
    }

    /** Doubts the edges from neighbours of {@code u} to marked vertices. */
    private void doubtBetween(int u) {
        for (int i = rows.start(u); i < rows.end(u); i++) {
            int a = rows.neighbours(u)[i];
            for (int j = rows.start(a); j < rows.end(a); j++) {
                int e = rows.edges(a)[j];
                if (marks[rows.neighbours(a)[j]] == mark && !stale.get(e)) {
                    doubt(e);
                }
            }
        }
    }

    private void doubt(int e) {
        int du = rows.degree(rows.source(e));
        int dv = rows.degree(rows.target(e));
        double least = curvature.value(du, dv, triangles[e]);
        stale.set(e);
        lowest.put(e, least);
        highest.put(e, -(least + curvature.mostOfSquareTerm(du, dv, triangles[e])));
    }
}
