package org.seprank.lab.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.seprank.lab.Curve;
import org.seprank.lab.Panel;
import org.seprank.lab.numeric.JacobiSvd;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;
import org.seprank.rank.Spectrum;
import org.seprank.report.chart.Axis;

/** What is recorded of a factorization during training. */
final class SpectrumCurves {
    private static final int SHOWN = 8;

    private final String name;
    private final int depth;
    private final List<Curve> singularValues = new ArrayList<>();
    private final Curve loss = Curve.named("training loss");
    private final Curve error = Curve.named("mean square error, all entries");
    private final Curve effectiveRank = Curve.named("effective rank");
    private final Curve nuclear = Curve.named("nuclear norm");
    private final Curve schatten = Curve.named("Schatten 2/N");
    private final Curve diagonal = Curve.named("|uᵢᵀ G vᵢ|");
    private final Curve rest = Curve.named("|uᵢᵀ G vⱼ|, i ≠ j");

    SpectrumCurves(String name, int depth) {
        this.name = name;
        this.depth = depth;
    }

    /** Records a state. Time O(n³). */
    void add(int iteration, double currentLoss, double[][] product, double[][] gradient, double[][] target) {
        JacobiSvd svd = JacobiSvd.of(product);
        double[] values = svd.values();
        Curve.addEach(singularValues, "σ", iteration, Arrays.copyOf(values, Math.min(SHOWN, values.length)));
        loss.add(iteration, currentLoss);
        error.add(iteration, meanSquareError(product, target));
        effectiveRank.add(iteration, Spectrum.ofSingularValues(values).effectiveRank());
        nuclear.add(iteration, schatten(values, 1));
        schatten.add(iteration, schatten(values, 2.0 / depth));
        align(iteration, svd, gradient);
    }

    private void align(int iteration, JacobiSvd svd, double[][] gradient) {
        double[][] inner = Products.productTransposed(Products.product(svd.left(), gradient), svd.right());
        double on = 0;
        double off = 0;
        for (int i = 0; i < inner.length; i++) {
            for (int j = 0; j < inner.length; j++) {
                if (i == j) {
                    on += Math.abs(inner[i][j]);
                } else {
                    off += Math.abs(inner[i][j]);
                }
            }
        }
        int n = inner.length;
        diagonal.add(iteration, on / n);
        rest.add(iteration, n == 1 ? 0 : off / ((double) n * (n - 1)));
    }

    static double meanSquareError(double[][] product, double[][] target) {
        return Matrices.squaredNorm(Matrices.difference(product, target)) / ((double) target.length * target[0].length);
    }

    /** {@code Σ σ^p}. */
    static double schatten(double[] values, double p) {
        double sum = 0;
        for (double value : values) {
            sum += value == 0 ? 0 : Math.pow(value, p);
        }
        return sum;
    }

    /** The pictures, the singular values first. */
    List<Panel> panels() {
        String key = name.replaceAll("[^A-Za-z0-9]+", "-");
        return List.of(
                Panel.overIterations(
                        "singular-values-" + key,
                        "Singular values, " + name,
                        Axis.linear("singular value"),
                        singularValues),
                Panel.overIterations(
                        "errors-" + key, "Errors, " + name, Axis.log10("mean square error"), List.of(loss, error)),
                Panel.overIterations(
                        "norms-" + key,
                        "Norms and effective rank, " + name,
                        Axis.log10("value"),
                        List.of(effectiveRank, nuclear, schatten)),
                Panel.overIterations(
                        "alignment-" + key,
                        "Gradient in the singular vectors of the product, " + name,
                        Axis.log10("mean absolute value"),
                        List.of(diagonal, rest)));
    }
}
