package org.seprank.dataset.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.ParallelEdges;

/**
 * Collects the entries (u, v) of an adjacency that should hold every edge from both ends, and makes the undirected
 * graph of it. An edge that only one end has is an edge all the same. The mirror image of an entry is not a duplicate;
 * an entry that occurs twice is one edge, whose weight {@link ParallelEdges} says. Time O(m log m), memory 8 bytes per
 * entry.
 */
public final class MirroredEdges {
    private final int n;
    private final ParallelEdges parallel;
    private long[] entries = new long[64];
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
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, Math.addExact(count, count >> 1));
        }
        entries[count++] = ListedEdges.entry(u, v);
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

    /** Whether every edge is there from both ends. Time O(m log m). */
    public boolean isSymmetric() {
        long[] sorted = Arrays.copyOf(entries, count);
        Arrays.sort(sorted);
        return Arrays.stream(sorted).allMatch(entry -> Arrays.binarySearch(sorted, entry << 32 | entry >>> 32) >= 0);
    }

    /** The graph, with self-loops and duplicates counted; two entries of a self-loop are those of its two ends. */
    public Graph build() {
        Arrays.sort(entries, 0, count);
        GraphBuilder builder = GraphBuilder.over(n, false).withParallelEdges(parallel);
        boolean secondEnd = false;
        for (int k = 0; k < count; k++) {
            int u = (int) (entries[k] >>> 32);
            int v = (int) entries[k];
            secondEnd = u == v && k > 0 && entries[k] == entries[k - 1] && !secondEnd;
            boolean mirrored = u > v && Arrays.binarySearch(entries, 0, count, (long) v << 32 | u) >= 0;
            if (!mirrored && !secondEnd) {
                builder.edge(u, v);
            }
        }
        return builder.build();
    }
}
