package org.seprank.rewire.walk;

import java.util.Arrays;
import java.util.BitSet;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.rewire.Ties;
import org.seprank.rewire.removal.Ranking;
import org.seprank.rewire.row.DegreeBuckets;

/**
 * The order of 1-WIS (L = 2) on an undirected graph: the largest min(deg u, deg v) first, then the largest max(deg u,
 * deg v), then the tie rule (Algorithm 2 of arXiv 2211.16494).
 *
 * <p>Degrees only fall, so the best minimum d only falls: edges are treated level by level. At the start of level d
 * every candidate between a vertex of degree d and one of degree at least d is put on the list of the latter, in the
 * order of ties. No edge joins a level later: one whose ends both had more than d belonged to a level before. Within a
 * level an edge is valid while its small end has degree d and its large end w at least d, and deg(w) ranks it; a heap
 * over the lists is brought up to date at its top only, because what it holds can only be too good.
 *
 * <p>Time O(sum over edges of min(deg u, deg v) + m log n), memory about 21 bytes per edge and 24 per vertex.
 */
final class DegreeRanking implements Ranking {
    private static final int NIL = -1;

    private final Graph graph;
    private final Ties ties;
    private final DegreeBuckets degrees;
    private final BitSet gone; // edges taken or removed
    private final int[] offsets;
    private final int[] neighbours; // rows without edges that are gone, as far as they have been read
    private final int[] edges;
    private final int[] rowEnds;
    private final int[] next; // lists of the current level, linked through the edges
    private final int[] first;
    private int[] lists = new int[16]; // the vertices that have one
    private int listCount;
    private final LongHeap heap = new LongHeap(); // (degree of w, preference of its first edge, which end w is)
    private int level;

    DegreeRanking(Graph graph, Ties ties) {
        Adjacency rows = graph.out();
        int n = graph.vertexCount();
        this.graph = graph;
        this.ties = ties;
        int[] before = new int[n];
        Arrays.setAll(before, rows::degree);
        this.degrees = new DegreeBuckets(before, rows.maxDegree());
        this.gone = new BitSet(graph.edgeCount());
        this.offsets = rows.offsets();
        this.neighbours = rows.neighbours().clone();
        this.edges = rows.edges().clone();
        this.rowEnds = Arrays.copyOfRange(offsets, 1, n + 1);
        this.next = new int[graph.edgeCount()];
        this.first = new int[n];
        Arrays.fill(first, NIL);
        int highest = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            highest = Math.max(highest, Math.min(degrees.of(graph.source(e)), degrees.of(graph.target(e))));
        }
        this.level = highest + 1;
    }

    @Override
    public void remove(int edge) {
        gone.set(edge);
        degrees.change(graph.source(edge), -1);
        degrees.change(graph.target(edge), -1);
    }

    @Override
    public int next() {
        while (!heap.isEmpty() || level > 1) {
            if (heap.isEmpty()) {
                openLevel(--level);
                continue;
            }
            long top = heap.top();
            int w = largeEnd(top);
            long current = degrees.of(w) < level ? NIL : key(w);
            if (current == NIL) {
                first[w] = NIL;
                heap.pop();
            } else if (current < top) {
                heap.replaceTop(current);
            } else {
                int e = first[w];
                first[w] = next[e];
                gone.set(e);
                return e;
            }
        }
        return NONE;
    }

    private void openLevel(int d) {
        int[] vertices = degrees.withDegree(d);
        listCount = 0;
        for (int i = 0; i < vertices.length; i++) {
            listRow(vertices[ties == Ties.FIRST ? vertices.length - 1 - i : i], d); // lists grow at their front
        }
        for (int i = 0; i < listCount; i++) {
            heap.append(key(lists[i]));
        }
        heap.restore();
    }

    /** Puts the edges of a vertex of degree d on the lists of their large ends. */
    private void listRow(int u, int d) {
        int kept = offsets[u];
        for (int k = offsets[u]; k < rowEnds[u]; k++) {
            int e = edges[k];
            int w = neighbours[k];
            if (gone.get(e)) {
                continue;
            }
            edges[kept] = e;
            neighbours[kept++] = w;
            int degree = degrees.of(w);
            if (degree > d || (degree == d && u < w)) {
                if (first[w] == NIL) {
                    openList(w);
                }
                next[e] = first[w];
                first[w] = e;
            }
        }
        rowEnds[u] = kept;
    }

    private void openList(int w) {
        if (listCount == lists.length) {
            lists = Arrays.copyOf(lists, 2 * listCount);
        }
        lists[listCount++] = w;
    }

    /** The rank of the best valid edge on the list of w, to which the list is advanced, or {@value #NIL}. */
    private long key(int w) {
        int e = first[w];
        while (e != NIL && (gone.get(e) || degrees.of(otherEnd(e, w)) != level)) {
            e = next[e];
        }
        first[w] = e;
        if (e == NIL) {
            return NIL;
        }
        long preference = ties == Ties.FIRST ? graph.edgeCount() - 1 - e : e;
        return (long) degrees.of(w) << 32 | preference << 1 | (graph.target(e) == w ? 1 : 0);
    }

    private int largeEnd(long key) {
        int preference = (int) ((key & 0xffff_ffffL) >>> 1);
        int e = ties == Ties.FIRST ? graph.edgeCount() - 1 - preference : preference;
        return (key & 1) == 1 ? graph.target(e) : graph.source(e);
    }

    private int otherEnd(int e, int w) {
        return graph.source(e) == w ? graph.target(e) : graph.source(e);
    }
}
