package org.seprank.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.oracle.TextbookElimination;
import org.seprank.work.Parallel;

/** Panels are 64 columns wide and tiles 64 x 256, so the shapes lie around multiples of those. */
class ModularEliminationTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "1, 1, 0",
        "1, 300, 1",
        "300, 1, 1",
        "5, 5, 3",
        "63, 65, 40",
        "64, 64, 64",
        "65, 65, 65",
        "65, 64, 17",
        "128, 128, 127",
        "130, 400, 100",
        "400, 130, 100",
        "129, 330, 129",
        "330, 129, 129",
        "200, 200, 1",
        "200, 200, 0"
    })
    void theRankOfAProductThroughAFullRankMiddleIsItsWidth(int rows, int columns, int rank) {
        ModularMatrix product = ofRank(rows, columns, rank, 1);
        assertThat(pivots(product)).isEqualTo(TextbookElimination.pivotColumns(product));
        assertThat(ModularElimination.of(product).rank()).isEqualTo(rank);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 62, 63, 64, 65, 127, 128, 129, 190, 199})
    void aColumnThatDependsOnEarlierOnesGetsNoPivotWhereverItIs(int column) {
        SplittableRandom random = new SplittableRandom(column);
        ModularMatrix drawn = ModularMatrix.draw(200, 200, random);
        long[][] entries = entries(drawn);
        for (long[] row : entries) {
            row[column] = 0;
            for (int j = 0; j < column; j += 1 + column / 3) {
                row[column] += row[j] * (j + 2) % Modular.PRIME;
            }
        }
        int[] expected = IntStream.range(0, 200).filter(j -> j != column).toArray();
        assertThat(ModularElimination.of(ModularMatrices.of(entries)).pivotColumns())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 64", "10, 30", "60, 70", "64, 128", "1, 200", "128, 130", "0, 1", "199, 200"})
    void aRunOfDependentColumnsIsSkipped(int from, int to) {
        long[][] entries = entries(ModularMatrix.draw(150, 200, new SplittableRandom(from + to)));
        for (long[] row : entries) {
            for (int j = from; j < to; j++) {
                row[j] = from == 0 ? 0 : row[0] * (j + 1) % Modular.PRIME;
            }
        }
        ModularMatrix matrix = ModularMatrices.of(entries);
        assertThat(pivots(matrix)).isEqualTo(TextbookElimination.pivotColumns(matrix));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 100, 149})
    void aRowThatDependsOnOthersCostsOneRank(int row) {
        long[][] entries = entries(ModularMatrix.draw(150, 180, new SplittableRandom(row)));
        int last = row == 149 ? 0 : 149;
        for (int j = 0; j < 180; j++) {
            entries[row][j] = entries[last][j] * 12345 % Modular.PRIME + entries[(row + 70) % 149][j];
        }
        assertThat(ModularElimination.of(ModularMatrices.of(entries)).rank()).isEqualTo(149);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void sparseMatricesOfAnyShapeHaveTheTextbookRankProfile(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = random.nextInt(1, 180);
        int columns = random.nextInt(1, 330);
        double density = random.nextDouble() * 3 / Math.min(rows, columns);
        long[][] entries = new long[rows][columns];
        for (long[] row : entries) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextDouble() < density ? random.nextInt(-2, 3) : 0;
            }
        }
        ModularMatrix matrix = ModularMatrices.of(entries);
        assertThat(pivots(matrix))
                .as("%d x %d, seed %d", rows, columns, seed)
                .isEqualTo(TextbookElimination.pivotColumns(matrix));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40, 100, 150})
    void transposingKeepsTheRank(int rank) {
        ModularMatrix matrix = ofRank(150, 310, rank, 2);
        assertThat(ModularElimination.of(TextbookElimination.transpose(matrix)).rank())
                .isEqualTo(rank);
    }

    @Test
    void theRankModuloThePrimeIsOneOfResidues() {
        long p = Modular.PRIME;
        assertThat(ModularElimination.of(ModularMatrices.of(new long[][] {{p, 2 * p}, {-p, 0}}))
                        .rank())
                .isZero();
        // determinant p
        assertThat(ModularElimination.of(ModularMatrices.of(new long[][] {{1 << 16, 1}, {1, 1 << 15}}))
                        .rank())
                .isEqualTo(1);
        assertThat(ModularElimination.of(ModularMatrices.of(new long[][] {{1 << 16, 1}, {2, 1 << 15}}))
                        .rank())
                .isEqualTo(2);
    }

    @Test
    void emptyMatricesHaveRankZero() {
        assertThat(ModularElimination.of(ModularMatrices.of(new long[0][])).rank())
                .isZero();
        assertThat(ModularElimination.of(ModularMatrices.of(new long[4][0])).rank())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theNumberOfThreadsMakesNoDifference(int threads) {
        ModularMatrix matrix = ofRank(300, 600, 170, 3);
        assertThat(ModularElimination.of(matrix, Parallel.of(threads)).pivotColumns())
                .containsExactly(ModularElimination.of(matrix).pivotColumns());
        assertThat(ModularElimination.of(matrix, Parallel.of(threads)).rank()).isEqualTo(170);
    }

    @Test
    @Tag("slow")
    void aLargeProductHasTheRankOfItsMiddle() {
        ModularMatrix matrix = ofRank(1500, 1400, 777, 4);
        assertThat(ModularElimination.of(matrix, Parallel.onAllProcessors()).rank())
                .isEqualTo(777);
    }

    private static ModularMatrix ofRank(int rows, int columns, int rank, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        if (rank == 0) {
            return ModularMatrices.of(new long[rows][columns]);
        }
        return TextbookElimination.multiply(
                ModularMatrix.draw(rows, rank, random), ModularMatrix.draw(rank, columns, random));
    }

    private static java.util.List<Integer> pivots(ModularMatrix matrix) {
        return IntStream.of(ModularElimination.of(matrix).pivotColumns())
                .boxed()
                .toList();
    }

    private static long[][] entries(ModularMatrix matrix) {
        long[][] entries = new long[matrix.rows()][matrix.columns()];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                entries[i][j] = matrix.at(i, j);
            }
        }
        return entries;
    }
}
