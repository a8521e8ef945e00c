package org.seprank.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.oracle.TextbookElimination;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class StructuredEliminationTest {
    private static int rank(SparseModularMatrix matrix, Parallel threads) {
        StructuredElimination found =
                StructuredElimination.of(matrix, threads, Progress.none()).orElseThrow();
        return found.rank()
                + found.rest().stream()
                        .mapToInt(block -> ModularElimination.of(block).rank())
                        .sum();
    }

    private static int rank(SparseModularMatrix matrix) {
        return rank(matrix, Parallel.single());
    }

    /** Numbers as a matrix, in an order of entries that is not theirs. */
    private static SparseModularMatrix sparse(long[][] numbers) {
        List<int[]> entries = new ArrayList<>();
        for (int j = numbers[0].length - 1; j >= 0; j--) {
            for (int i = 0; i < numbers.length; i++) {
                if (numbers[i][j] != 0) {
                    entries.add(new int[] {i, j, Modular.reduce(numbers[i][j])});
                }
            }
        }
        return SparseModularMatrix.sum(
                numbers.length,
                numbers[0].length,
                entries.stream().mapToInt(entry -> entry[0]).toArray(),
                entries.stream().mapToInt(entry -> entry[1]).toArray(),
                entries.stream().mapToInt(entry -> entry[2]).toArray());
    }

    private static long[][] random(int rows, int columns, double density, SplittableRandom random) {
        long[][] numbers = new long[rows][columns];
        for (long[] row : numbers) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextDouble() < density ? random.nextInt(-2, 3) : 0;
            }
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void matricesOfAnyDensityHaveTheTextbookRank(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] densities = {0.01, 0.03, 0.1, 0.6};
        long[][] numbers = random(random.nextInt(1, 150), random.nextInt(1, 150), densities[(int) (seed % 4)], random);
        assertThat(rank(sparse(numbers)))
                .as("%d x %d, seed %d", numbers.length, numbers[0].length, seed)
                .isEqualTo(TextbookElimination.pivotColumns(ModularMatrices.of(numbers))
                        .size());
    }

    @Test
    void entriesOfOnePlaceAreAddedAndWhatCancelsIsGone() {
        SparseModularMatrix matrix = SparseModularMatrix.sum(
                2, 3, new int[] {0, 1, 0, 1}, new int[] {2, 0, 2, 0}, new int[] {5, 7, Modular.PRIME - 5, 4});
        assertThat(matrix.entries()).isEqualTo(1);
        assertThat(matrix.indices(1)).containsExactly(0);
        assertThat(matrix.values(1)).containsExactly(11);
        assertThat(rank(matrix)).isEqualTo(1);
        assertThat(rank(SparseModularMatrix.sum(3, 3, new int[0], new int[0], new int[0])))
                .isZero();
    }

    @Test
    void multiplesOfRowsAndColumnsAreDropped() {
        SplittableRandom random = new SplittableRandom(5);
        long[][] numbers = random(40, 30, 0.5, random);
        long[][] twice = new long[80][60];
        for (int i = 0; i < 80; i++) {
            for (int j = 0; j < 60; j++) {
                twice[i][j] = numbers[i / 2][j / 2] * (i % 2 == 0 ? 1 : 1000 + i) * (j % 2 == 0 ? 1 : 77 + j);
            }
        }
        SparseModularMatrix distinct =
                sparse(twice).withDistinctRows().transposed().withDistinctRows().transposed();
        assertThat(distinct.rows()).isEqualTo(40);
        assertThat(distinct.columns()).isEqualTo(30);
        assertThat(rank(sparse(twice))).isEqualTo(rank(sparse(numbers)));
    }

    /** Blocks of one shape, rows and columns in an order that hides them. */
    @ParameterizedTest
    @CsvSource({"1, 7", "5, 3", "12, 20", "3, 60"})
    void independentBlocksAreFoundAndTheirRanksAdded(int count, int order) {
        SplittableRandom random = new SplittableRandom(count);
        long[][] numbers = new long[count * order][count * order];
        int expected = 0;
        for (int k = 0; k < count; k++) {
            long[][] block = new long[order][order];
            Arrays.stream(block).forEach(row -> Arrays.setAll(row, j -> random.nextInt(1, 1000)));
            for (int j = 0; j < order; j++) {
                block[0][j] = 1; // nothing peels off
                block[j][0] = 1 + (long) j * j;
                block[order - 1][j] = 3 * block[0][j] + block[order / 2][j];
            }
            expected +=
                    TextbookElimination.pivotColumns(ModularMatrices.of(block)).size();
            for (int i = 0; i < order; i++) {
                for (int j = 0; j < order; j++) {
                    numbers[i * count + k][(j * count + k) * 11 % (count * order)] = block[i][j];
                }
            }
        }
        StructuredElimination found = StructuredElimination.of(sparse(numbers), Parallel.single(), Progress.none())
                .orElseThrow();
        assertThat(found.blocks()).isEqualTo(count);
        assertThat(rank(sparse(numbers))).isEqualTo(expected);
    }

    @Test
    void whatATriangleOfSingleEntriesPeelsOffLeavesNoBlock() {
        long[][] numbers = new long[200][200];
        for (int i = 0; i < 200; i++) {
            for (int j = Math.max(0, i - 3); j <= i; j++) {
                numbers[i][j] = 1L + i + j;
            }
        }
        StructuredElimination found = StructuredElimination.of(sparse(numbers), Parallel.single(), Progress.none())
                .orElseThrow();
        assertThat(found.rank()).isEqualTo(200);
        assertThat(found.blocks()).isZero();
        assertThat(found.rest()).isEmpty();
    }

    @Test
    void aLargeBlockThatFillsInIsLeftDenseWhateverTheThreads() {
        long[][] numbers = random(1300, 1100, 0.02, new SplittableRandom(9));
        Arrays.fill(numbers[7], 0);
        SparseModularMatrix matrix = sparse(numbers);
        StructuredElimination found = StructuredElimination.of(matrix, Parallel.single(), Progress.none())
                .orElseThrow();
        assertThat(found.rest()).hasSize(1);
        assertThat(found.rank()).isPositive();
        int expected = ModularElimination.of(ModularMatrices.of(numbers)).rank();
        assertThat(rank(matrix)).isEqualTo(expected);
        for (int threads : new int[] {2, 5}) {
            assertThat(StructuredElimination.of(matrix, Parallel.of(threads), Progress.none())
                            .orElseThrow()
                            .rest())
                    .isEqualTo(found.rest());
        }
    }

    @Test
    void itStopsWhenCancelled() {
        SparseModularMatrix matrix = sparse(random(50, 50, 0.5, new SplittableRandom(1)));
        assertThatThrownBy(() -> StructuredElimination.of(matrix, Parallel.single(), Progress.stoppedBy(() -> true)))
                .isInstanceOf(CancellationException.class);
    }
}
