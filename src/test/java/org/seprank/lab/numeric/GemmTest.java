package org.seprank.lab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GemmTest {
    @Test
    void productsOfAllShapesAreThoseOfTheDefinition() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 1; n <= 6; n++) {
            for (int k = 1; k <= 9; k++) {
                for (int m = 1; m <= 5; m++) {
                    double[][] a = Matrices.gaussian(n, k, 1, random);
                    double[][] b = Matrices.gaussian(k, m, 1, random);
                    double[][] expected = defined(a, b);
                    double[][] at = Matrices.transposed(a);
                    double[][] bt = Matrices.transposed(b);
                    assertClose(Matrices.product(a, b), expected);
                    assertClose(Matrices.transposedProduct(at, b), expected);
                    assertClose(Matrices.productTransposed(a, bt), expected);
                }
            }
        }
    }

    @Test
    void largeProductsAreThoseOfTheDefinitionInEveryThread() throws Exception {
        SplittableRandom random = new SplittableRandom(2);
        double[][] a = Matrices.gaussian(131, 110, 1, random);
        double[][] b = Matrices.gaussian(110, 113, 1, random);
        double[][] here = Matrices.product(a, b);
        assertThat(Matrices.norm(Matrices.difference(here, defined(a, b)))).isLessThan(1e-11);
        assertThat(Matrices.product(a, b)).isDeepEqualTo(here);
        assertThat(Matrices.norm(Matrices.difference(Matrices.transposedProduct(Matrices.transposed(a), b), here)))
                .isLessThan(1e-11);
        assertThat(Matrices.norm(Matrices.difference(Matrices.productTransposed(a, Matrices.transposed(b)), here)))
                .isLessThan(1e-11);
        double[][] there = java.util.concurrent.CompletableFuture.supplyAsync(() -> Matrices.product(a, b))
                .get();
        assertThat(there).isDeepEqualTo(here);
    }

    @Test
    void whatWasInTheResultDoesNotMatter() {
        double[][] c = {{7, 7}, {7, 7}, {7, 7}};
        Gemm.multiply(new double[][] {{1}, {2}, {3}}, new double[][] {{4, 5}}, c);
        assertThat(c).isDeepEqualTo(new double[][] {{4, 5}, {8, 10}, {12, 15}});
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrices.product(new double[2][3], new double[2][3]))
                .withMessageContaining("[2, 3]");
    }

    private static double[][] defined(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    private static void assertClose(double[][] actual, double[][] expected) {
        assertThat(Matrices.norm(Matrices.difference(actual, expected))).isLessThan(1e-13);
    }
}
