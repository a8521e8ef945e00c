package org.seprank.separation.monomial;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The support of a coefficient matrix: a bipartite graph with the monomials of one side as rows, those of the other as
 * columns, and an edge where their product may occur. What the pattern alone says about the rank lies between
 * {@link #rankAtLeast} and {@link #rankAtMost}. Immutable, except that the two are computed on first use of either.
 *
 * <p>Both start by peeling (Karp and Sipser 1981): a row with a single entry, or a column, adds exactly 1 to the rank,
 * whatever the other entries of the line that it meets. What remains, the core, has a rank of at most its maximum
 * matching (Kőnig: rows and columns that cover all entries) and at least the order of a triangular submatrix, for which
 * the line with the fewest entries is taken and all that it meets, then the next. Time O(edges · sqrt(lines)).
 */
public final class MonomialGraph {
    private final int rows;
    private final int[] offsets; // lines: rows first, then columns
    private final int[] ends;

    private MonomialGraph(int rows, int[] offsets, int[] ends) {
        this.rows = rows;
        this.offsets = offsets;
        this.ends = ends;
    }

    /**
     * The pattern with those entries, which may repeat.
     *
     * @param entries row and column of entry k at 2k and 2k+1
     */
    static MonomialGraph of(int rows, int columns, int[] entries) {
        int[] offsets = new int[rows + columns + 1];
        for (int k = 0; k < entries.length; k += 2) {
            offsets[entries[k] + 1]++;
            offsets[rows + entries[k + 1] + 1]++;
        }
        for (int line = 0; line < rows + columns; line++) {
            offsets[line + 1] += offsets[line];
        }
        int[] next = offsets.clone();
        int[] ends = new int[entries.length];
        for (int k = 0; k < entries.length; k += 2) {
            int column = rows + entries[k + 1];
            ends[next[entries[k]]++] = column;
            ends[next[column]++] = entries[k];
        }
        return withoutRepetition(rows, offsets, ends);
    }

    private static MonomialGraph withoutRepetition(int rows, int[] offsets, int[] ends) {
        int kept = 0;
        int start = 0;
        for (int line = 0; line + 1 < offsets.length; line++) {
            int end = offsets[line + 1];
            Arrays.sort(ends, start, end);
            for (int k = start; k < end; k++) {
                if (k == start || ends[k] != ends[k - 1]) {
                    ends[kept++] = ends[k];
                }
            }
            start = end;
            offsets[line + 1] = kept;
        }
        return new MonomialGraph(rows, offsets, Arrays.copyOf(ends, kept));
    }

    /** The number of rows. */
    int rows() {
        return rows;
    }

    /** The number of columns. */
    int columns() {
        return offsets.length - 1 - rows;
    }

    /** The number of entries. */
    int entries() {
        return ends.length / 2;
    }

    /** The largest rank of a matrix with no entry outside the pattern. */
    public int rankAtMost() {
        Core core = peel();
        return core.peeled + maximumMatching(core);
    }

    /** A rank that every matrix reaches whose entries on the pattern are all non-zero. */
    public int rankAtLeast() {
        Core core = peel();
        return core.peeled + triangular(core);
    }

    /** The lines that are left when {@code peeled} pairs of a row and a column have been taken away. */
    private static final class Core {
        private final boolean[] present;
        private int peeled;

        Core(int lines) {
            present = new boolean[lines];
            Arrays.fill(present, true);
        }
    }

    private Core peel() {
        int lines = offsets.length - 1;
        Core core = new Core(lines);
        int[] degree = new int[lines];
        int[] stack = new int[lines];
        int top = 0;
        for (int line = 0; line < lines; line++) {
            degree[line] = offsets[line + 1] - offsets[line];
            if (degree[line] == 1) {
                stack[top++] = line;
            }
        }
        while (top > 0) {
            int line = stack[--top];
            if (!core.present[line] || degree[line] != 1) {
                continue;
            }
            int mate = firstPresent(core, line);
            core.present[line] = false;
            core.present[mate] = false;
            core.peeled++;
            for (int k = offsets[mate]; k < offsets[mate + 1]; k++) {
                int other = ends[k];
                if (core.present[other] && --degree[other] == 1) {
                    stack[top++] = other;
                }
            }
        }
        for (int line = 0; line < lines; line++) {
            core.present[line] &= degree[line] > 0;
        }
        return core;
    }

    private int firstPresent(Core core, int line) {
        int k = offsets[line];
        while (!core.present[ends[k]]) {
            k++;
        }
        return ends[k];
    }

    /** The order of a triangular submatrix of the core: the order bound, for the order in which lines are taken. */
    private int triangular(Core core) {
        int lines = core.present.length;
        boolean[] present = core.present.clone();
        int[] degree = new int[lines];
        PriorityQueue<Long> fewest = new PriorityQueue<>();
        for (int line = 0; line < lines; line++) {
            for (int k = offsets[line]; present[line] && k < offsets[line + 1]; k++) {
                degree[line] += present[ends[k]] ? 1 : 0;
            }
            if (degree[line] > 0) {
                fewest.add((long) degree[line] << Integer.SIZE | line);
            }
        }
        int order = 0;
        while (!fewest.isEmpty()) {
            long next = fewest.remove();
            int line = (int) next;
            if (!present[line] || degree[line] == 0 || degree[line] != (int) (next >> Integer.SIZE)) {
                continue; // gone, or noted again since
            }
            order++;
            present[line] = false;
            for (int k = offsets[line]; k < offsets[line + 1]; k++) {
                int met = ends[k];
                for (int j = offsets[met]; present[met] && j < offsets[met + 1]; j++) {
                    int other = ends[j];
                    if (present[other] && --degree[other] > 0) {
                        fewest.add((long) degree[other] << Integer.SIZE | other);
                    }
                }
                present[met] = false;
            }
        }
        return order;
    }

    private int maximumMatching(Core core) {
        return new HopcroftKarp(rows, offsets, ends, core.present).size();
    }
}
