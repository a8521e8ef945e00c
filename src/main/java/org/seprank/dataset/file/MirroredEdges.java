package org.seprank.dataset.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;
import org.seprank.graph.ParallelEdges;

/**
 * Collects the entries (u, v) of an adjacency that should hold every edge from both ends, and makes the undirected
 * graph of it. An edge that only one end has is an edge all the same. The mirror image of an entry is not a duplicate;
 * an entry that occurs twice is one edge, whose weight {@link ParallelEdges} says. Time O(m log maxDegree), memory 24
 * bytes per entry.
 */
public final class MirroredEdges {
    private final int n;
    private final ParallelEdges parallel;
    private int[] tails = new int[64];
    private int[] heads = new int[64];
    private int count;

    private MirroredEdges(int n, ParallelEdges parallel) {
        this.n = n;
        this.parallel = parallel;
    }

    /** Entries between the vertices 0..n-1; what becomes of those that occur twice. */
    static MirroredEdges over(int n, ParallelEdges parallel) {
        return new MirroredEdges(n, parallel);
    }

    /**
     * Adds an entry.
     *
     * @throws IllegalArgumentException if an end is not a vertex
     */
    public void add(long u, long v) {
        if (u < 0 || v < 0 || u >= n || v >= n) {
            throw new IllegalArgumentException("edge (" + u + ", " + v + ") has an end outside 0.." + (n - 1));
        }
        if (count == tails.length) {
            expect(Math.addExact(count, count >> 1));
        }
        tails[count] = (int) u;
        heads[count++] = (int) v;
    }

    /** Makes room for so many entries. */
    public void expect(int size) {
        if (size > tails.length) {
            tails = Arrays.copyOf(tails, size);
            heads = Arrays.copyOf(heads, size);
        }
    }

    /**
     * Adds the entry that a line names by its two ends.
     *
     * @param hint what to do if it is anything else
     * @return the two ends as {@link ListedEdges#entry}
     */
    public long add(String text, TextLines lines, String hint) throws IOException {
        List<String> ends = TextLines.words(text, true);
        if (ends.size() != 2) {
            throw lines.error("expected two vertices, found '" + text + "'", hint);
        }
        long u = lines.integer(ends.get(0), 0, n - 1L);
        long v = lines.integer(ends.get(1), 0, n - 1L);
        add(u, v);
        return ListedEdges.entry(u, v);
    }

    /** The number of entries so far. */
    public int count() {
        return count;
    }

    private ListedArcs arcs() {
        return new ListedArcs(n, Arrays.copyOf(tails, count), Arrays.copyOf(heads, count), new double[0]);
    }

    /** Whether every edge is there from both ends. Time O(m log maxDegree). */
    public boolean isSymmetric() {
        return arcs().unmatched() == 0;
    }

    /** The graph, with self-loops and duplicates counted; two entries of a self-loop are those of its two ends. */
    public Graph build() {
        return arcs().graph(false, parallel);
    }
}
