package org.seprank.separation.monomial;

import java.util.Arrays;

/**
 * The size of a maximum matching of a bipartite graph, by shortest augmenting paths (Hopcroft and Karp 1973). Time
 * O(edges · sqrt(lines)); the search keeps its own stack, so long paths are no danger.
 */
final class HopcroftKarp {
    private static final int FREE = -1;

    private final int rows;
    private final int[] offsets;
    private final int[] ends;
    private final boolean[] present;
    private final int[] mate;
    private final int[] level;
    private final int[] next;

    HopcroftKarp(int rows, int[] offsets, int[] ends, boolean[] present) {
        this.rows = rows;
        this.offsets = offsets;
        this.ends = ends;
        this.present = present;
        this.mate = new int[present.length];
        this.level = new int[rows];
        this.next = new int[rows];
        Arrays.fill(mate, FREE);
    }

    int size() {
        int size = 0;
        while (layered()) {
            System.arraycopy(offsets, 0, next, 0, rows);
            for (int row = 0; row < rows; row++) {
                if (present[row] && mate[row] == FREE && augment(row)) {
                    size++;
                }
            }
        }
        return size;
    }

    /** Distances from the free rows along alternating paths; false if no free column can be reached. */
    private boolean layered() {
        int[] queue = new int[rows];
        int tail = 0;
        for (int row = 0; row < rows; row++) {
            boolean free = present[row] && mate[row] == FREE;
            level[row] = free ? 0 : FREE;
            if (free) {
                queue[tail++] = row;
            }
        }
        boolean reached = false;
        for (int head = 0; head < tail; head++) {
            int row = queue[head];
            for (int k = offsets[row]; k < offsets[row + 1]; k++) {
                if (!present[ends[k]]) {
                    continue;
                }
                int other = mate[ends[k]];
                if (other == FREE) {
                    reached = true;
                } else if (level[other] == FREE) {
                    level[other] = level[row] + 1;
                    queue[tail++] = other;
                }
            }
        }
        return reached;
    }

    /** Depth-first search for a free column; {@code next} remembers what each row has tried. */
    private boolean augment(int start) {
        int[] path = new int[rows];
        int depth = 0;
        path[0] = start;
        while (depth >= 0) {
            int row = path[depth];
            if (next[row] == offsets[row + 1]) {
                level[row] = FREE;
                depth--;
                if (depth >= 0) {
                    next[path[depth]]++;
                }
                continue;
            }
            int column = ends[next[row]];
            if (present[column] && mate[column] == FREE) {
                flip(path, depth);
                return true;
            }
            if (present[column] && level[mate[column]] == level[row] + 1) {
                path[++depth] = mate[column];
            } else {
                next[row]++;
            }
        }
        return false;
    }

    private void flip(int[] path, int depth) {
        for (int i = depth; i >= 0; i--) {
            int column = ends[next[path[i]]];
            mate[path[i]] = column;
            mate[column] = path[i];
        }
    }
}
