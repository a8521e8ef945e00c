package org.seprank.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * What the structure of a sparse matrix over GF(2³¹ - 1) says about its rank, and the dense matrices that are left to
 * eliminate: the rank is {@link #rank()} and the ranks of {@link #rest()} together, exactly.
 *
 * <p>Rows and columns that are 0 or a multiple of another are dropped; lines with a single entry are taken as pivots;
 * what remains is split into independent blocks (connected components of rows and columns that meet), and each block is
 * eliminated sparsely until it has filled in. Small remainders are eliminated at once. Blocks run in parallel; the
 * result does not depend on the number of threads.
 */
public final class StructuredElimination {
    private static final double DENSE = 0.1; // a sparse step takes about ten times as long as a dense one
    private static final int SMALL = 512;
    private static final long LARGEST = 1 << 28; // entries of a dense matrix, 1 GiB

    private static final SparseModularMatrix NOTHING = new SparseModularMatrix(0, new int[0][], new int[0][]);

    private final int rank;
    private final int blocks;
    private final List<ModularMatrix> rest;

    private StructuredElimination(int rank, int blocks, List<ModularMatrix> rest) {
        this.rank = rank;
        this.blocks = blocks;
        this.rest = List.copyOf(rest);
    }

    /**
     * Takes a matrix apart; empty if a block that is left has more than 2²⁸ entries, zeros among them.
     *
     * @throws CancellationException if cancelled
     */
    public static Optional<StructuredElimination> of(SparseModularMatrix matrix, Parallel threads, Progress progress) {
        SparseModularMatrix distinct =
                matrix.withDistinctRows().transposed().withDistinctRows().transposed();
        SparseRows whole = new SparseRows(distinct);
        whole.peel();
        List<SparseModularMatrix> blocks = blocks(whole.rest());
        Block[] done = new Block[blocks.size()];
        progress.start("eliminating " + blocks.size() + " sparse blocks", blocks.size());
        threads.each(blocks.size(), progress, k -> done[k] = Block.of(blocks.get(k)));
        if (Arrays.stream(done).anyMatch(Block::isTooLarge)) {
            return Optional.empty();
        }
        int rank = whole.rank() + Arrays.stream(done).mapToInt(Block::rank).sum();
        List<ModularMatrix> rest = Arrays.stream(done)
                .filter(block -> block.left.rows() > 0)
                .map(block -> dense(block.left))
                .toList();
        return Optional.of(new StructuredElimination(rank, blocks.size(), rest));
    }

    /** A block as far as it has been eliminated, and what is left of it. */
    private record Block(int rank, SparseModularMatrix left) {
        static Block of(SparseModularMatrix matrix) {
            SparseRows rows = new SparseRows(matrix);
            rows.eliminate(DENSE);
            SparseModularMatrix left = rows.rest();
            return Math.min(left.rows(), left.columns()) > SMALL || left.rows() * (long) left.columns() > LARGEST
                    ? new Block(rows.rank(), left)
                    : new Block(rows.rank() + ModularElimination.of(dense(left)).rank(), NOTHING);
        }

        boolean isTooLarge() {
            return left.rows() * (long) left.columns() > LARGEST;
        }
    }

    private static ModularMatrix dense(SparseModularMatrix matrix) {
        int[] entries = new int[Math.multiplyExact(matrix.rows(), matrix.columns())];
        for (int row = 0; row < matrix.rows(); row++) {
            int[] indices = matrix.indices(row);
            for (int k = 0; k < indices.length; k++) {
                entries[row * matrix.columns() + indices[k]] = matrix.values(row)[k];
            }
        }
        return ModularMatrix.over(matrix.rows(), matrix.columns(), entries);
    }

    /** The connected components, ordered by their first rows. */
    static List<SparseModularMatrix> blocks(SparseModularMatrix matrix) {
        SparseModularMatrix turned = matrix.transposed();
        int[] columnNumber = new int[matrix.columns()];
        Arrays.fill(columnNumber, -1);
        boolean[] seen = new boolean[matrix.rows()];
        List<SparseModularMatrix> blocks = new ArrayList<>();
        for (int first = 0; first < seen.length; first++) {
            if (!seen[first]) {
                blocks.add(block(matrix, turned, first, seen, columnNumber));
            }
        }
        return blocks;
    }

    private static SparseModularMatrix block(
            SparseModularMatrix matrix, SparseModularMatrix turned, int first, boolean[] seen, int[] columnNumber) {
        List<Integer> rows = new ArrayList<>(List.of(first));
        List<Integer> columns = new ArrayList<>();
        seen[first] = true;
        for (int k = 0; k < rows.size(); k++) {
            for (int column : matrix.indices(rows.get(k))) {
                if (columnNumber[column] < 0) {
                    columnNumber[column] = 0;
                    columns.add(column);
                    Arrays.stream(turned.indices(column))
                            .filter(row -> !seen[row])
                            .forEach(row -> {
                                seen[row] = true;
                                rows.add(row);
                            });
                }
            }
        }
        rows.sort(null);
        columns.sort(null);
        for (int k = 0; k < columns.size(); k++) {
            columnNumber[columns.get(k)] = k;
        }
        int[][] indices = rows.stream()
                .map(row -> Arrays.stream(matrix.indices(row))
                        .map(column -> columnNumber[column])
                        .toArray())
                .toArray(int[][]::new);
        return new SparseModularMatrix(
                columns.size(), indices, rows.stream().map(matrix::values).toArray(int[][]::new));
    }

    /** The rank of what has been eliminated. */
    public int rank() {
        return rank;
    }

    /** How many independent blocks there are when lines with a single entry are gone. */
    public int blocks() {
        return blocks;
    }

    /** What is left to eliminate, dense and without anything in common. */
    public List<ModularMatrix> rest() {
        return rest;
    }
}
