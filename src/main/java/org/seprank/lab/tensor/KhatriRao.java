package org.seprank.lab.tensor;

/** Column-wise Kronecker products of matrices with equally many columns. */
final class KhatriRao {
    private KhatriRao() {}

    /** Row {@code i m + j} is the entry-wise product of row i of a and row j of b, which has m rows. */
    static void product(double[][] a, double[][] b, double[][] c) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double[] x = a[i];
                double[] y = b[j];
                double[] z = c[i * b.length + j];
                for (int r = 0; r < z.length; r++) {
                    z[r] = x[r] * y[r];
                }
            }
        }
    }

    /** The derivatives by a and b, given those by their product; both are overwritten. */
    static void back(double[][] by, double[][] a, double[][] b, double[][] byA, double[][] byB) {
        for (double[] row : byA) {
            java.util.Arrays.fill(row, 0);
        }
        for (double[] row : byB) {
            java.util.Arrays.fill(row, 0);
        }
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double[] g = by[i * b.length + j];
                addProduct(g, b[j], byA[i]);
                addProduct(g, a[i], byB[j]);
            }
        }
    }

    private static void addProduct(double[] x, double[] y, double[] z) {
        for (int r = 0; r < z.length; r++) {
            z[r] += x[r] * y[r];
        }
    }
}
