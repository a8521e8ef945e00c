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
 * The difference that few of the common neighbours make is no worse a key than that of all, so those that were weakest
 * at the last evaluation and still are common bound the key, whatever has become of their walk indices since.
 *
 * <p>A bound takes O(k) for k common neighbours remembered, some 8 but where keys agree for longer. Evaluation takes
 * O(d) where the other end is a hub, else O(d log D), d and D the degrees of the ends, d the smaller, and then O(c) and
 * the selection of the k weakest. Memory O(m k).
 */
final class TriangleKeys implements KeySource {
    private static final int NONE = -1;

    private final Graph graph;
    private final Adjacency rows;
    private final UnsortedRows live;
    private final BitSet removed;
    private final long[] values;
    private final int[] common; // per edge, the number of common neighbours of its ends
    private final int[][] witnesses; // per edge, those of its common neighbours that were weakest when last looked at
    private final HubRows hubs;
    private final WeakestFew weakest = new WeakestFew();
    private final Shifts shifts = new Shifts();
    private int[] shared = new int[16]; // common neighbours, and the edges to them from either end
    private int[] sides = new int[32];

    TriangleKeys(Graph graph) {
        this.graph = graph;
        this.rows = graph.out();
        this.live = UnsortedRows.outgoing(graph);
        this.removed = new BitSet(graph.edgeCount());
        this.common = EdgeTriangles.of(graph);
        this.witnesses = new int[graph.edgeCount()][];
        Arrays.fill(witnesses, new int[0]);
        this.hubs = new HubRows(graph);
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
        shifts.clear();
        for (int w : witnesses[edge]) {
            if (w != NONE) {
                shifts.add(values[w], values[w] - 2, 1);
            }
        }
        addEnds(edge);
        shifts.writeTo(key, Long.MAX_VALUE);
    }

    @Override
    public boolean evaluate(int edge, Key key, int detail) {
        weakest.restart(Math.max(1, detail / 2));
        int c = findCommon(edge);
        for (int i = 0; i < c; i++) {
            weakest.add(values[shared[i]]);
        }
        witnesses[edge] = keep(c, Math.min(detail, c), witnesses[edge]);
        shifts.clear();
        for (int i = 0; i < weakest.size(); i++) {
            shifts.add(weakest.value(i), weakest.value(i) - 2, weakest.count(i));
        }
        addEnds(edge);
        shifts.writeTo(key, weakest.complete() ? Long.MAX_VALUE : weakest.largest() - 2);
        if (weakest.complete()) {
            key.add(SignedHistogram.LIMIT);
        }
        return weakest.complete();
    }

    private void addEnds(int edge) {
        int u = graph.source(edge);
        int v = graph.target(edge);
        shifts.add(values[u], after(u, edge), 1);
        shifts.add(values[v], after(v, edge), 1);
    }

    /** The weakest of the first {@code c} common neighbours listed, ascending, at most so many. */
    private int[] keep(int c, int most, int[] before) {
        int[] kept = before.length == most ? before : new int[most];
        Arrays.fill(kept, NONE);
        weakest.startPlacing();
        for (int i = 0; i < c; i++) {
            int place = weakest.place(values[shared[i]], most);
            if (place < most) {
                kept[place] = shared[i];
            }
        }
        return kept;
    }

    @Override
    public void remove(int edge, IntConsumer improved) {
        int u = graph.source(edge);
        int v = graph.target(edge);
        int c = findCommon(edge);
        findSides(edge, c);
        values[u] = after(u, edge);
        values[v] = after(v, edge);
        for (int i = 0; i < c; i++) {
            values[shared[i]] -= 2;
            loseCommon(sides[2 * i], u + v - otherEnd(sides[2 * i], shared[i]));
            loseCommon(sides[2 * i + 1], u + v - otherEnd(sides[2 * i + 1], shared[i]));
        }
        live.remove(edge);
        hubs.remove(u, v);
        removed.set(edge);
        for (int i = 0; i < 2 * c; i++) {
            improved.accept(sides[i]);
        }
    }

    private void loseCommon(int edge, int neighbour) {
        common[edge]--;
        int[] known = witnesses[edge];
        for (int i = 0; i < known.length; i++) {
            if (known[i] == neighbour) {
                known[i] = NONE;
            }
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
        int few = fewer(edge);
        int many = otherEnd(edge, few);
        long[] row = hubs.row(many);
        int found = 0;
        for (int i = live.start(few); found < c; i++) {
            int w = live.neighbour(i);
            if (row.length > 0 ? (row[w >> 6] >>> w & 1) != 0 : leftEdge(many, w) >= 0) {
                shared[found++] = w;
            }
        }
        return c;
    }

    /** Lists the edges from the ends to the common neighbours that are listed. */
    private void findSides(int edge, int c) {
        int u = graph.source(edge);
        int v = graph.target(edge);
        for (int i = 0; i < c; i++) {
            sides[2 * i] = rows.edgeTo(u, shared[i]);
            sides[2 * i + 1] = rows.edgeTo(v, shared[i]);
        }
    }

    /** The edge that is left between two vertices, or less than 0. */
    private int leftEdge(int v, int w) {
        int edge = rows.edgeTo(v, w);
        return edge >= 0 && removed.get(edge) ? NONE : edge;
    }

    private int fewer(int edge) {
        int u = graph.source(edge);
        int v = graph.target(edge);
        return live.degree(u) <= live.degree(v) ? u : v;
    }
}
