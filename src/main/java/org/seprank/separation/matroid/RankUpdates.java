package org.seprank.separation.matroid;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.seprank.rank.Modular;
import org.seprank.work.Parallel;

/**
 * The ranks over GF(2³¹ - 1) of a matrix N [rows, columns] plus matrices of low rank. N is eliminated once, with what
 * its rows are combined by, which gives a generalised inverse X and vectors of both null spaces; then {@code rank(N + U
 * D Vᵀ) = rank N - k + rank [0, L U; Vᵀ R, -D⁻¹ - Vᵀ X U]} for k columns of U, L and R bases of the left and right null
 * spaces or k random vectors of them (Marsaglia and Styan, 1974; random ones by Schwartz and Zippel).
 *
 * <p>Time O(rows · rank · (rows + columns)) once; a rank O(k · entries of U and V + k³). Memory 4 (rows + columns) rows
 * bytes. Safe for use by several threads.
 */
final class RankUpdates {
    private final int rows;
    private final int columns;
    private final int rank;
    private final int[][] inverse; // [rank][rows], by pivot
    private final int[] pivotOf; // of a column, or -1
    private final int[][] left; // null vectors, [..][rows]
    private final int[][] right; // [..][columns]

    private RankUpdates(int[][] work, int rows, int columns, int most, RandomGenerator random) {
        this.rows = rows;
        this.columns = columns;
        this.pivotOf = new int[columns];
        Arrays.fill(pivotOf, -1);
        this.rank = eliminate(work);
        this.inverse = new int[rank][];
        for (int r = 0; r < rank; r++) {
            inverse[r] = Arrays.copyOfRange(work[r], columns, columns + rows);
        }
        this.left = new int[Math.min(most, rows - rank)][];
        for (int k = 0; k < left.length; k++) {
            left[k] = leftNull(work, random);
        }
        this.right = new int[Math.min(most, columns - rank)][];
        for (int k = 0; k < right.length; k++) {
            right[k] = rightNull(work, random);
        }
    }

    /**
     * The ranks of a matrix and of those near it.
     *
     * @param matrix in residues, not empty
     * @param most the largest k that will be asked for
     */
    static RankUpdates of(int[][] matrix, int most, RandomGenerator random) {
        int rows = matrix.length;
        int columns = matrix[0].length;
        int[][] work = new int[rows][];
        for (int i = 0; i < rows; i++) {
            work[i] = Arrays.copyOf(matrix[i], columns + rows);
            work[i][columns + i] = 1;
        }
        return new RankUpdates(work, rows, columns, most, random);
    }

    /** Reduces the left part to its echelon form, pivot rows first. */
    private int eliminate(int[][] work) {
        int found = 0;
        for (int c = 0; c < columns && found < rows; c++) {
            int pivot = found;
            while (pivot < rows && work[pivot][c] == 0) {
                pivot++;
            }
            if (pivot == rows) {
                continue;
            }
            int[] row = work[pivot];
            work[pivot] = work[found];
            work[found] = row;
            scale(row, Modular.inverse(row[c]));
            int from = c;
            int at = found;
            Parallel.current().each(rows, i -> {
                if (i != at && work[i][from] != 0) {
                    addTimes(work[i], row, Modular.PRIME - work[i][from], from);
                }
            });
            pivotOf[c] = found++;
        }
        return found;
    }

    private static void scale(int[] row, int factor) {
        for (int k = 0; k < row.length; k++) {
            row[k] = Modular.multiply(row[k], factor);
        }
    }

    private static void addTimes(int[] to, int[] from, int factor, int start) {
        for (int k = start; k < to.length; k++) {
            if (from[k] != 0) {
                to[k] = Modular.reduce(to[k] + (long) factor * from[k]);
            }
        }
    }

    private int[] leftNull(int[][] work, RandomGenerator random) {
        int[] sum = new int[columns + rows];
        for (int i = rank; i < rows; i++) {
            addTimes(sum, work[i], Modular.draw(random), columns);
        }
        return Arrays.copyOfRange(sum, columns, columns + rows);
    }

    private int[] rightNull(int[][] work, RandomGenerator random) {
        int[] vector = new int[columns];
        for (int c = 0; c < columns; c++) {
            vector[c] = pivotOf[c] < 0 ? Modular.draw(random) : 0;
        }
        for (int c = 0; c < columns; c++) {
            if (pivotOf[c] >= 0) {
                int sum = 0;
                int[] row = work[pivotOf[c]];
                for (int k = c + 1; k < columns; k++) {
                    if (pivotOf[k] < 0 && row[k] != 0) {
                        sum = Modular.reduce(sum + (long) row[k] * vector[k]);
                    }
                }
                vector[c] = sum == 0 ? 0 : Modular.PRIME - sum;
            }
        }
        return vector;
    }

    /** The rank of N. */
    int rank() {
        return rank;
    }

    /**
     * A matrix of rank at most 1: {@code factor · u vᵀ}.
     *
     * @param u its column, by rows
     * @param factor a residue that is not 0
     * @param v its row, by columns
     */
    record Term(SparseVector u, int factor, SparseVector v) {}

    /** The rank of N and those terms together, at most as many as was said. */
    int with(Term... terms) {
        int k = terms.length;
        int above = Math.min(k, left.length);
        int beside = Math.min(k, right.length);
        int[][] bordered = new int[above + k][beside + k];
        for (int t = 0; t < k; t++) {
            for (int a = 0; a < above; a++) {
                bordered[a][beside + t] = dot(left[a], terms[t].u);
            }
            for (int b = 0; b < beside; b++) {
                bordered[above + t][b] = dot(right[b], terms[t].v);
            }
        }
        int[] image = new int[rank];
        for (int s = 0; s < k; s++) {
            BitSet known = new BitSet(rank);
            for (int t = 0; t < k; t++) {
                int product = between(terms[t].v, terms[s].u, image, known);
                int own = s == t ? Modular.add(product, Modular.inverse(terms[t].factor)) : product;
                bordered[above + t][beside + s] = own == 0 ? 0 : Modular.PRIME - own;
            }
        }
        return rank - k + rankOf(bordered);
    }

    private static int dot(int[] dense, SparseVector sparse) {
        int sum = 0;
        for (int e = 0; e < sparse.indices().length; e++) {
            sum = Modular.reduce(sum + (long) Modular.reduce(sparse.values()[e]) * dense[sparse.indices()[e]]);
        }
        return sum;
    }

    /** {@code vᵀ X u}; {@code image} keeps the entries of X u that are known. */
    private int between(SparseVector v, SparseVector u, int[] image, BitSet known) {
        int sum = 0;
        for (int e = 0; e < v.indices().length; e++) {
            int pivot = pivotOf[v.indices()[e]];
            if (pivot >= 0) {
                if (!known.get(pivot)) {
                    image[pivot] = dot(inverse[pivot], u);
                    known.set(pivot);
                }
                sum = Modular.reduce(sum + (long) Modular.reduce(v.values()[e]) * image[pivot]);
            }
        }
        return sum;
    }

    private static int rankOf(int[][] matrix) {
        int found = 0;
        int width = matrix[0].length;
        for (int c = 0; c < width && found < matrix.length; c++) {
            int pivot = found;
            while (pivot < matrix.length && matrix[pivot][c] == 0) {
                pivot++;
            }
            if (pivot < matrix.length) {
                int[] row = matrix[pivot];
                matrix[pivot] = matrix[found];
                matrix[found] = row;
                scale(row, Modular.inverse(row[c]));
                for (int i = ++found; i < matrix.length; i++) {
                    if (matrix[i][c] != 0) {
                        addTimes(matrix[i], row, Modular.PRIME - matrix[i][c], c);
                    }
                }
            }
        }
        return found;
    }
}
