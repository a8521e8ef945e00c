package org.seprank.lab.linear;

import java.util.ArrayList;
import java.util.List;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.Panel;
import org.seprank.lab.matrix.DeepFactorization;
import org.seprank.lab.matrix.Initialisation;
import org.seprank.lab.numeric.JacobiSvd;
import org.seprank.linear.Matrices;
import org.seprank.report.chart.Axis;

/**
 * Balanced layers descending towards a matrix Φ on {@code ℓ = ½‖W-Φ‖²}: the loss beside its bound {@code ℓ(0) exp(-2N
 * c^{2(N-1)/N} t)} (arXiv 1810.02281), the singular values of the product and what imbalance steps bring in.
 */
final class Convergence {
    private static final double NEGLIGIBLE = 1e-25; // loss, below which there is only rounding
    private static final int POINTS = 200;

    private final double[][] target;
    private final double[][] begin;
    private final int depth;
    private final double rate;
    private final Curve loss = Curve.named("loss");
    private final Curve bound = Curve.named("bound");
    private final Curve imbalance = Curve.named("imbalance");
    private final List<Curve> values = new ArrayList<>();

    /**
     * A problem.
     *
     * @param target Φ, [n, n]; not copied
     * @param begin the product at the beginning, closer to the target than any singular matrix; not copied
     * @param depth N
     * @param rate learning rate
     */
    Convergence(double[][] target, double[][] begin, int depth, double rate) {
        this.target = target;
        this.begin = begin;
        this.depth = depth;
        this.rate = rate;
    }

    /** c, by how much the start is closer to the target than any singular matrix. */
    private double margin() {
        double[] singular = JacobiSvd.of(target).values();
        return singular[singular.length - 1] - Matrices.norm(Matrices.difference(begin, target));
    }

    /** Descends and measures. */
    Figures run(int iterations) {
        double margin = margin();
        double decay = 2 * depth * Math.pow(margin, 2 - 2.0 / depth) * rate;
        DeepFactorization network = Initialisation.balanced(begin, depth);
        double first = Matrices.squaredNorm(Matrices.difference(begin, target)) / 2;
        double worst = 0;
        double current = first;
        int every = Math.max(1, iterations / POINTS);
        for (int t = 0; t <= iterations; t++) {
            double[][] error = Matrices.difference(network.product(), target);
            current = Matrices.squaredNorm(error) / 2;
            double limit = first * Math.exp(-decay * t);
            worst = t == 0 || current < NEGLIGIBLE ? worst : Math.max(worst, current / limit);
            if (t % every == 0) {
                loss.add(t, current);
                bound.add(t, limit);
                record(t, network);
            }
            network.gradients(error);
            network.step(squared -> rate);
        }
        double[] found = JacobiSvd.of(network.product()).values();
        return Figures.none()
                .and("deficiency margin c", margin)
                .and("loss at the end", current)
                .and("bound at the end", first * Math.exp(-decay * iterations))
                .and("loss / bound, greatest", worst)
                .and("least singular value at the end", found[found.length - 1])
                .and("imbalance at the end", network.imbalance());
    }

    private void record(int t, DeepFactorization network) {
        if (depth > 1) {
            imbalance.add(t, Math.max(network.imbalance(), Double.MIN_NORMAL));
        }
        Curve.addEach(values, "σ", t, JacobiSvd.of(network.product()).values());
    }

    List<Panel> panels() {
        List<Panel> panels = new ArrayList<>(List.of(
                Panel.overIterations("convergence", "Loss and its bound", Axis.log10("loss"), List.of(loss, bound)),
                Panel.overIterations(
                        "singular-values", "Singular values of the product", Axis.linear("singular value"), values)));
        if (depth > 1) {
            panels.add(Panel.overIterations(
                    "imbalance",
                    "Imbalance of neighbouring layers, of second order in the steps",
                    Axis.log10("norm"),
                    List.of(imbalance)));
        }
        return panels;
    }
}
