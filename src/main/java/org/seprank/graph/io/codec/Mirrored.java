package org.seprank.graph.io.codec;

import java.util.Arrays;
import java.util.Optional;
import org.seprank.graph.Edge;
import org.seprank.graph.io.codec.Draft.Kind;

/** The entries of neighbour lists in which every undirected edge is listed at both of its ends. */
public final class Mirrored {
    private long[] entries = new long[32]; // smaller end, larger end, and 1 if the larger end is the one that lists
    private int count;
    private boolean sorted;

    /** Notes that {@code lister} lists {@code neighbour}. */
    public void add(int lister, int neighbour) {
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, Math.addExact(count, count));
        }
        long ends = (long) Math.min(lister, neighbour) << 32 | (long) Math.max(lister, neighbour) << 1;
        entries[count++] = ends | (lister > neighbour ? 1 : 0);
        sorted = false;
    }

    /** The number of entries: two for each edge if all is well. */
    public int size() {
        return count;
    }

    /** An entry (lister, neighbour) without its mirror image, if there is one. Time O(m log m). */
    public Optional<Edge> unmatched() {
        sort();
        for (int i = 0; i < count; i = afterPair(i)) {
            int forward = forward(i);
            int backward = afterPair(i) - i - forward;
            if (forward != backward && smaller(i) != larger(i)) {
                boolean less = forward < backward;
                return Optional.of(less ? new Edge(larger(i), smaller(i)) : new Edge(smaller(i), larger(i)));
            }
        }
        return Optional.empty();
    }

    /**
     * Adds every edge to a draft, as often as the end that lists it more often does; a self-loop has one vertex at both
     * ends, so that two entries are one. Time O(m log m).
     */
    public void into(Draft draft) {
        sort();
        for (int i = 0; i < count; i = afterPair(i)) {
            int forward = forward(i);
            boolean loop = smaller(i) == larger(i);
            int times = loop ? (forward + 1) / 2 : Math.max(forward, afterPair(i) - i - forward);
            for (int k = 0; k < times; k++) {
                draft.edge(smaller(i), larger(i), Kind.EDGE);
            }
        }
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(entries, 0, count);
            sorted = true;
        }
    }

    /** How many entries from i on have the ends of entry i and are listed by the smaller one. */
    private int forward(int i) {
        int j = i;
        while (j < count && entries[j] == (entries[i] & ~1L)) {
            j++;
        }
        return j - i;
    }

    private int afterPair(int i) {
        int j = i;
        while (j < count && entries[j] >>> 1 == entries[i] >>> 1) {
            j++;
        }
        return j;
    }

    private int smaller(int i) {
        return (int) (entries[i] >>> 32);
    }

    private int larger(int i) {
        return (int) (entries[i] >>> 1) & Integer.MAX_VALUE;
    }
}
