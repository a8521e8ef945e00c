package org.seprank.dataset.file;

import java.util.Arrays;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;

/**
 * The edges of many graphs as a file lists them, most of them from both ends, by vertices that are numbered through all
 * graphs; the k-th has row k of the features of edges.
 */
public final class ListedEdges {
    private final long[] entries;
    private final int[] offsets;

    private ListedEdges(long[] entries, int[] offsets) {
        this.entries = entries;
        this.offsets = offsets;
    }

    /**
     * Wraps a list.
     *
     * @param entries each {@link #entry}
     * @param offsets the first vertex of each graph, and the number of vertices at the end
     */
    public static ListedEdges over(long[] entries, int[] offsets) {
        return new ListedEdges(entries, offsets);
    }

    /** An edge as a number: {@code tail * 2^32 + head}. */
    public static long entry(long tail, long head) {
        return tail << 32 | head;
    }

    /** How many there are. */
    public int size() {
        return entries.length;
    }

    /** The first end of entry k. */
    public int tail(int k) {
        return (int) (entries[k] >>> 32);
    }

    /** The second end of entry k. */
    public int head(int k) {
        return (int) entries[k];
    }

    /** The graph of the first end of entry k. Time O(log graphs). */
    public int graph(int k) {
        int at = Arrays.binarySearch(offsets, tail(k));
        int graph = at < 0 ? -at - 2 : at;
        while (offsets[graph + 1] == offsets[graph]) {
            graph++; // graphs without vertices begin where the next one does
        }
        return graph;
    }

    /** The dataset of these edges with a row for each of its edges: that of the first entry that names it. */
    public GraphDataset withFeatures(GraphDataset dataset, Features perEntry) {
        int[] rows = new int[dataset.edgeOffset(dataset.size())];
        Arrays.fill(rows, -1);
        for (int k = 0; k < entries.length; k++) {
            int g = graph(k);
            int edge = dataset.graphs().get(g).edgeBetween(tail(k) - offsets[g], head(k) - offsets[g]);
            if (edge >= 0 && rows[dataset.edgeOffset(g) + edge] < 0) {
                rows[dataset.edgeOffset(g) + edge] = k;
            }
        }
        return dataset.withEdgeFeatures(perEntry.select(rows));
    }
}
