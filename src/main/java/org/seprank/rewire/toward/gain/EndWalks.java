package org.seprank.rewire.toward.gain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The number {@code (A^j)_xy} of walks of j steps from x to y, self-loops usable everywhere, for the ends of moves.
 * Half of the steps are counted from x, half into y: {@code (A^j)_xy = sum_z (A^ceil(j/2))_xz (A^floor(j/2))_zy}; the
 * sparse rows of such powers are kept until the graph changes. Time O(1) for j = 0, O(log d) for j = 1, else
 * proportional to the vertices within ceil(j/2) steps.
 */
final class EndWalks {
    /** Rows are thrown away when there are so many entries: 12 bytes each. */
    private static final int MOST_ENTRIES = 1 << 22;

    private record Key(int vertex, int steps, boolean forward) {}

    /** A row of a power of A: ascending vertices with their counts. */
    private static final class Row {
        private final int[] vertices;
        private final long[] counts;

        Row(int[] vertices, long[] counts) {
            this.vertices = vertices;
            this.counts = counts;
        }

        long times(Row other) {
            long sum = 0;
            for (int i = 0, k = 0; i < vertices.length && k < other.vertices.length; ) {
                if (vertices[i] == other.vertices[k]) {
                    sum = Math.addExact(sum, Math.multiplyExact(counts[i++], other.counts[k++]));
                } else if (vertices[i] < other.vertices[k]) {
                    i++;
                } else {
                    k++;
                }
            }
            return sum;
        }
    }

    private final LiveGraph graph;
    private final SparseChange scratch;
    private final Map<Key, Row> rows = new HashMap<>();
    private int entries;

    EndWalks(LiveGraph graph) {
        this.graph = graph;
        this.scratch = new SparseChange(graph.vertexCount());
    }

    /** Forgets what it knows: the graph has changed. */
    void clear() {
        rows.clear();
        entries = 0;
    }

    long count(int j, int x, int y) {
        if (j == 0 || (x == y && j == 1)) {
            return x == y ? 1 : 0;
        }
        if (j == 1) {
            return graph.has(x, y) ? 1 : 0;
        }
        return row(x, (j + 1) / 2, true).times(row(y, j / 2, false));
    }

    private Row row(int v, int steps, boolean forward) {
        Key key = new Key(v, steps, forward || !graph.directed());
        Row known = rows.get(key);
        if (known != null) {
            return known;
        }
        Row row = steps == 0 ? new Row(new int[] {v}, new long[] {1}) : stepped(row(v, steps - 1, forward), forward);
        if (entries + row.vertices.length > MOST_ENTRIES) {
            clear();
        }
        entries += row.vertices.length;
        rows.put(key, row);
        return row;
    }

    private Row stepped(Row shorter, boolean forward) {
        scratch.clear();
        for (int i = 0; i < shorter.vertices.length; i++) {
            int v = shorter.vertices[i];
            int[] row = forward ? graph.out(v) : graph.in(v);
            int degree = forward ? graph.outDegree(v) : graph.inDegree(v);
            scratch.add(v, shorter.counts[i]);
            for (int k = 0; k < degree; k++) {
                scratch.add(row[k], shorter.counts[i]);
            }
        }
        int[] vertices = new int[scratch.size()];
        Arrays.setAll(vertices, scratch::vertex);
        Arrays.sort(vertices);
        long[] counts = new long[vertices.length];
        Arrays.setAll(counts, i -> scratch.at(vertices[i]));
        return new Row(vertices, counts);
    }
}
