package org.seprank.lab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.linear.Matrices;

class ProductsTest {
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
                    assertClose(Products.product(a, b), expected);
                    assertClose(Products.transposedProduct(at, b), expected);
                    assertClose(Products.productTransposed(a, bt), expected);
                }
            }
        }
    }

    @Test
    void largeProductsAreThoseOfTheDefinitionInEveryThread() throws Exception {
        SplittableRandom random = new SplittableRandom(2);
        double[][] a = Matrices.gaussian(131, 110, 1, random);
        double[][] b = Matrices.gaussian(110, 113, 1, random);
        double[][] here = Products.product(a, b);
        assertThat(Matrices.norm(Matrices.difference(here, defined(a, b)))).isLessThan(1e-11);
        assertThat(Products.product(a, b)).isDeepEqualTo(here);
        assertThat(Matrices.norm(Matrices.difference(Products.transposedProduct(Matrices.transposed(a), b), here)))
                .isLessThan(1e-11);
        assertThat(Matrices.norm(Matrices.difference(Products.productTransposed(a, Matrices.transposed(b)), here)))
                .isLessThan(1e-11);
        double[][] there = java.util.concurrent.CompletableFuture.supplyAsync(() -> Products.product(a, b))
                .get();
        assertThat(there).isDeepEqualTo(here);
    }

    @Test
    void whatWasInTheResultDoesNotMatter() {
        double[][] c = {{7, 7}, {7, 7}, {7, 7}};
        Products.multiply(new double[][] {{1}, {2}, {3}}, new double[][] {{4, 5}}, c);
        assertThat(c).isDeepEqualTo(new double[][] {{4, 5}, {8, 10}, {12, 15}});
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Products.product(new double[2][3], new double[2][3]))
                .withMessageContaining("[2, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Products.product(new double[200][100], new double[101][200]))
                .withMessageContaining("[101, 200]");
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
