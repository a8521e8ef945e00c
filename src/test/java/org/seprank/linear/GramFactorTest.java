package org.seprank.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GramFactorTest {
    @ParameterizedTest
    @CsvSource({"6, 6", "9, 4", "7, 1", "5, 12"})
    void bothFactorsMakeUpTheGramMatrix(int size, int rank) {
        double[][] points = Matrices.gaussian(rank, size, 1, new SplittableRandom(3));
        double[][] gram = new double[size][size];
        Gemm.transposedTimes(points, points, gram);
        double[][] cholesky = GramFactor.cholesky(gram);
        assertThat(cholesky).hasDimensions(Math.min(size, rank), size);
        for (double[][] factor : new double[][][] {cholesky, GramFactor.spectral(gram)}) {
            double[][] back = new double[size][size];
            Gemm.transposedTimes(factor, factor, back);
            assertThat(Matrices.norm(Matrices.difference(back, gram))).isCloseTo(0, within(1e-10));
        }
    }

    @ParameterizedTest
    @CsvSource("4")
    void ofNothingThereIsNoRow(int size) {
        assertThat(GramFactor.cholesky(new double[size][size])).isEmpty();
    }
}
