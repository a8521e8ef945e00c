package org.seprank.separation.monomial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.oracle.RankOracle;

class MonomialGraphTest {
    private record Pattern(int rows, int columns, List<int[]> entries) {
        static Pattern random(SplittableRandom random) {
            int rows = 1 + random.nextInt(9);
            int columns = 1 + random.nextInt(9);
            double density = random.nextDouble(0.1, 0.7);
            List<int[]> entries = new ArrayList<>();
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    if (random.nextDouble() < density) {
                        entries.add(new int[] {r, c});
                    }
                }
            }
            return new Pattern(rows, columns, entries);
        }

        MonomialGraph graph() {
            return MonomialGraph.of(
                    rows, columns, entries.stream().flatMapToInt(Arrays::stream).toArray());
        }

        /** The rank with values that the source draws, at least 1. */
        int rank(SplittableRandom random, long bound) {
            long[][] matrix = new long[rows][columns];
            entries.forEach(entry -> matrix[entry[0]][entry[1]] = random.nextLong(1, bound));
            return RankOracle.rank(matrix);
        }
    }

    @Test
    void genericMatrixReachesTheUpperEnd() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 500; k++) {
            Pattern pattern = Pattern.random(random);
            assertThat(pattern.graph().rankAtMost()).as("%s", pattern).isEqualTo(pattern.rank(random, RankOracle.P));
        }
    }

    @Test
    void everyMatrixOnThePatternIsBetweenTheEnds() {
        SplittableRandom random = new SplittableRandom(2);
        int touched = 0;
        for (int k = 0; k < 500; k++) {
            Pattern pattern = Pattern.random(random);
            int ones = pattern.rank(random, 2);
            assertThat(ones)
                    .isBetween(pattern.graph().rankAtLeast(), pattern.graph().rankAtMost());
            touched += ones < pattern.graph().rankAtMost() ? 1 : 0;
        }
        assertThat(touched).as("patterns of ones below the generic rank").isPositive();
    }

    @Test
    void fullPatternHasRankFromOneToItsSmallerSide() {
        List<int[]> entries = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            entries.add(new int[] {k / 4, k % 4});
        }
        MonomialGraph graph = new Pattern(3, 4, entries).graph();
        assertThat(graph.rankAtLeast()).isEqualTo(1);
        assertThat(graph.rankAtMost()).isEqualTo(3);
        assertThat(graph.rows()).isEqualTo(3);
        assertThat(graph.columns()).isEqualTo(4);
        assertThat(graph.entries()).isEqualTo(12);
    }

    @Test
    void staircaseIsPeeledCompletely() {
        List<int[]> entries = new ArrayList<>();
        for (int r = 0; r < 40; r++) {
            for (int c = 0; c <= r; c++) {
                entries.add(new int[] {r, c});
                entries.add(new int[] {r, c}); // repetitions count once
            }
        }
        MonomialGraph graph = new Pattern(40, 40, entries).graph();
        assertThat(graph.entries()).isEqualTo(820);
        assertThat(graph.rankAtLeast()).isEqualTo(40);
        assertThat(graph.rankAtMost()).isEqualTo(40);
    }

    /** Rings of 2n lines have no line of one entry; every second row, or nearly, is alone with its columns. */
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2", "4, 2", "7, 4", "12, 6"})
    void theOrderBoundGoesOnWherePeelingEnds(int rows, int order) {
        List<int[]> entries = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            entries.add(new int[] {r, r});
            entries.add(new int[] {r, (r + 1) % rows});
        }
        assertThat(new Pattern(rows, rows, entries).graph().rankAtLeast()).isGreaterThanOrEqualTo(order);
    }
}
