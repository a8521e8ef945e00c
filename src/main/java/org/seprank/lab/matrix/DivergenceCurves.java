package org.seprank.lab.matrix;

import java.util.ArrayList;
import java.util.List;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.Panel;
import org.seprank.rank.Spectrum;
import org.seprank.report.chart.Axis;

/** What is recorded of the 2×2 problem: the unseen entry, norms and rank, against the loss. */
final class DivergenceCurves {
    private static final double RATIO = 1.05; // of the losses of two recorded points

    private final boolean bounded; // whether the bounds are those of the observations
    private final boolean compared; // with the published curve
    private final Curve entry = Curve.named("|W11|");
    private final Curve bound = Curve.named("(1-q)²/q");
    private final Curve norm = Curve.named("Frobenius norm");
    private final Curve second = Curve.named("σ₂");
    private final Curve limit = Curve.named("q");
    private final Curve rank = Curve.named("effective rank");
    private double nextLoss = Double.POSITIVE_INFINITY;
    private double least = Double.POSITIVE_INFINITY; // determinant
    private double leastRatio = Double.POSITIVE_INFINITY;
    private double lastRatio = Double.NaN;
    private double greatestSecond;
    private double finalEntry = Double.NaN;
    private double finalLoss = Double.NaN;

    DivergenceCurves(boolean bounded, boolean compared) {
        this.bounded = bounded;
        this.compared = compared;
    }

    void add(int iteration, double loss, double[][] w, double determinant, boolean last) {
        double q = Math.sqrt(2 * loss);
        least = Math.min(least, determinant);
        finalEntry = w[0][0];
        finalLoss = loss;
        if (q < 1) {
            double smaller = smallerSingularValue(w, determinant);
            lastRatio = Math.abs(w[0][0]) / ((1 - q) * (1 - q) / q);
            leastRatio = Math.min(leastRatio, lastRatio);
            greatestSecond = Math.max(greatestSecond, smaller / q);
        }
        if (iteration == 0 || loss < nextLoss || last) {
            record(loss, w, determinant);
            nextLoss = loss / RATIO;
        }
    }

    private void record(double loss, double[][] w, double determinant) {
        double q = Math.sqrt(2 * loss);
        double smaller = smallerSingularValue(w, determinant);
        entry.add(loss, Math.abs(w[0][0]));
        if (bounded && q < 1) {
            bound.add(loss, (1 - q) * (1 - q) / q);
            limit.add(loss, q);
        }
        norm.add(loss, Math.sqrt(squaredNorm(w)));
        second.add(loss, smaller);
        rank.add(
                loss,
                Spectrum.ofSingularValues(new double[] {larger(w, smaller), smaller})
                        .effectiveRank());
    }

    private static double squaredNorm(double[][] w) {
        return w[0][0] * w[0][0] + w[0][1] * w[0][1] + w[1][0] * w[1][0] + w[1][1] * w[1][1];
    }

    /** From σ₁² + σ₂² and σ₁ σ₂, without cancellation. */
    private static double smallerSingularValue(double[][] w, double determinant) {
        double product = Math.abs(determinant);
        double sum = squaredNorm(w);
        double plus = Math.sqrt(sum + 2 * product);
        double minus = Math.sqrt(Math.max(0, sum - 2 * product));
        return plus == 0 ? 0 : 2 * product / (plus + minus);
    }

    private static double larger(double[][] w, double smaller) {
        return Math.max(smaller, Math.sqrt(Math.max(0, squaredNorm(w) - smaller * smaller)));
    }

    List<Panel> panels() {
        Axis loss = Axis.log10("loss");
        List<Curve> entries = new ArrayList<>(List.of(entry, bound, norm));
        if (bounded && compared) { // read off the figure of arXiv 2005.06398 for three and four factors
            entries.add(Curve.reference("published |W11|", "|W11|", 0.12, 1.8, 1.2e-2, 6, 1.2e-3, 20, 1e-4, 66));
        }
        return List.of(
                Panel.of("unseen-entry", "The unseen entry", loss, Axis.log10("value"), entries),
                Panel.of("rank", "Effective rank", loss, Axis.linear("effective rank"), List.of(rank)),
                Panel.of(
                        "second-singular-value",
                        "The smaller singular value",
                        loss,
                        Axis.log10("value"),
                        List.of(second, limit)));
    }

    /** |W11| at the first recorded loss that is no greater. */
    private double earlier(double loss) {
        for (int i = 0; i < entry.size(); i++) {
            if (entry.x(i) <= loss) {
                return entry.y(i);
            }
        }
        return Double.NaN;
    }

    Figures figures(int iterations) {
        Figures figures = Figures.none()
                .and("W11", finalEntry)
                .and("|W11|", Math.abs(finalEntry))
                .and("|W11| at ten times the loss", earlier(10 * finalLoss))
                .and("loss", finalLoss)
                .and("Frobenius norm", norm.y(norm.size() - 1))
                .and("effective rank", rank.y(rank.size() - 1))
                .and("least determinant", least);
        if (bounded) {
            figures = figures.and("|W11| / bound, least", leastRatio)
                    .and("|W11| / bound, at the end", lastRatio)
                    .and("σ₂ / q, greatest", greatestSecond);
        }
        return figures.and("iterations", iterations);
    }
}
