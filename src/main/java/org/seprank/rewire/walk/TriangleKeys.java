package org.seprank.rewire.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.rewire.row.UnsortedRows;
import org.seprank.walk.EdgeTriangles;

/**
 * Keys of 2-WIS (L = 3) on an undirected graph: the walk index of a vertex is f(t) = 1 + 3 deg(t) + 2 tri(t), or 0 if
 * it is isolated. Removing {u, v} with c common neighbours takes 3 + 2c from f(u) and f(v) (all of it from an end that
 * becomes isolated) and 2 from each common neighbour.
 *
 * <p>Keys get worse as long as the set of common neighbours stays; an edge that loses one may improve, and is named.
 * Evaluation takes O(d log D + c log c), d and D the degrees of the ends, d the smaller; O(1) if c is 0.
 */
final class TriangleKeys implements KeySource {
    private static final int NONE = -1;

    private final Graph graph;
    private final Adjacency rows;
    private final UnsortedRows live;
    private final BitSet removed;
    private final long[] values;
    private final int[] common; // per edge, the number of common neighbours of its ends
    private final int[] weakest; // per edge, the common neighbour that was weakest when last looked at, or NONE
    private final SignedHistogram histogram = new SignedHistogram();
    private int[] shared = new int[16]; // common neighbours, and the edges to them from either end
    private int[] sides = new int[32];

    TriangleKeys(Graph graph) {
        this.graph = graph;
        this.rows = graph.out();
        this.live = UnsortedRows.outgoing(graph);
        this.removed = new BitSet(graph.edgeCount());
        this.common = EdgeTriangles.of(graph);
        this.weakest = new int[graph.edgeCount()];
        Arrays.fill(weakest, NONE);
        this.values = new long[graph.vertexCount()];
        for (int e = 0; e < graph.edgeCount(); e++) {
            values[graph.source(e)] += 3 + common[e]; // each triangle at t is counted by two edges of t
            values[graph.target(e)] += 3 + common[e];
        }
        for (int v = 0; v < values.length; v++) {
            values[v] += values[v] > 0 ? 1 : 0;
        }
    }

    @Override
    public void bound(int edge, Key key) {
        long u = after(graph.source(edge), edge);
        long v = after(graph.target(edge), edge);
        int w = weakest[edge];
        if (w != NONE && values[w] - 2 < Math.min(u, v)) {
            SignedHistogram.write(values[w] - 2, 1, key);
        } else {
            SignedHistogram.write(Math.min(u, v), u == v ? 2 : 1, key);
        }
    }

    @Override
    public void evaluate(int edge, Key key) {
        int u = graph.source(edge);
        int v = graph.target(edge);
        histogram.clear();
        histogram.add(values[u], after(u, edge));
        histogram.add(values[v], after(v, edge));
        int c = findCommon(edge);
        int w = NONE;
        for (int i = 0; i < c; i++) {
            histogram.add(values[shared[i]], values[shared[i]] - 2);
            w = w == NONE || values[shared[i]] < values[w] ? shared[i] : w;
        }
        weakest[edge] = w;
        histogram.writeTo(key);
    }

    @Override
    public void remove(int edge, IntConsumer improved) {
        int u = graph.source(edge);
        int v = graph.target(edge);
        int c = findCommon(edge);
        values[u] = after(u, edge);
        values[v] = after(v, edge);
        for (int i = 0; i < c; i++) {
            values[shared[i]] -= 2;
            loseCommon(sides[2 * i], u + v - otherEnd(sides[2 * i], shared[i]));
            loseCommon(sides[2 * i + 1], u + v - otherEnd(sides[2 * i + 1], shared[i]));
        }
        live.remove(edge);
        removed.set(edge);
        for (int i = 0; i < 2 * c; i++) {
            improved.accept(sides[i]);
        }
    }

    private void loseCommon(int edge, int neighbour) {
        common[edge]--;
        if (weakest[edge] == neighbour) {
            weakest[edge] = NONE;
        }
    }

    private int otherEnd(int edge, int v) {
        return graph.source(edge) + graph.target(edge) - v;
    }

    private long after(int end, int edge) {
        return live.degree(end) == 1 ? 0 : values[end] - 3 - 2L * common[edge];
    }

    /** Lists the common neighbours of the ends of an edge and returns how many there are. */
    private int findCommon(int edge) {
        int c = common[edge];
        if (c > shared.length) {
            shared = Arrays.copyOf(shared, 2 * c);
            sides = Arrays.copyOf(sides, 4 * c);
        }
        int u = graph.source(edge);
        int v = graph.target(edge);
        int few = live.degree(u) <= live.degree(v) ? u : v;
        int many = u + v - few;
        int found = 0;
        for (int i = live.start(few); found < c; i++) {
            int w = live.neighbour(i);
            int other = rows.edgeTo(many, w);
            if (other >= 0 && !removed.get(other)) {
                shared[found] = w;
                sides[2 * found] = live.edge(i);
                sides[2 * found + 1] = other;
                found++;
            }
        }
        return c;
    }
}
