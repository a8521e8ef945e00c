package org.seprank.lab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.dataset.Labels;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.lab.matrix.DeepFactorization;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;
import org.seprank.linear.SymmetricEigen;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Fully connected linear classifiers under the exponential loss (Ji and Telgarsky, arXiv 1810.02032; Gunasekar, Lee,
 * Soudry and Srebro, 1806.00468): whatever the depth, every layer tends to rank one, neighbouring layers align, and the
 * direction of the product tends to that of the greatest ℓ2 margin, which is computed. The step is {@code rate / √t}
 * times the ratio of the norms of parameters and gradient of the loss's logarithm.
 */
public final class LinearClassifierLab extends Lab {
    private static final List<Setting> SETTINGS = List.of(
            Setting.wholes("depths", "1,2,3,4", 1, 20, "numbers of layers").different(),
            Setting.whole("points", "30", 1, 2000, "planted points"),
            Setting.whole("dimension", "8", 1, 2000, "of the points"),
            Setting.whole("hidden", "6", 1, 2000, "units of every hidden layer"),
            Setting.real("deviation", "0.3", 1e-9, 10, "of the weights at the beginning"),
            Setting.real("rate", "0.1", 1e-9, 10, "step t is rate / √t times a ratio of norms"),
            Setting.whole("iterations", "40000", 1, 100_000_000, "iterations"),
            Setting.text(
                    "images", "", "folder with IDX images, or what their names begin with, instead of planted points"),
            Setting.wholes("digits", "3,5", 0, Labels.MAX_CLASSES, "two classes of images")
                    .different(),
            Setting.whole("samples", "100", 1, 100_000, "images of each class, at most"),
            Setting.whole("pool", "2", 1, 28, "side of the squares of pixels that become one"));

    /** Makes it. */
    public LinearClassifierLab() {
        super(
                "linear-classifier",
                "layers of a deep linear classifier align at rank one, its direction is the greatest ℓ2 margin's at any depth",
                "arXiv 1810.02032, 1806.00468, 1710.10345",
                SETTINGS);
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        SeparableData data = data(settings, random.split());
        HardMargin exact = HardMargin.of(data.points());
        Figures figures = Figures.none()
                .and("greatest ℓ2 margin", exact.lower())
                .and("bound of the greatest ℓ2 margin", exact.upper());
        List<Curve> shares = new ArrayList<>();
        List<Curve> ranks = new ArrayList<>();
        for (int depth : settings.integers("depths")) {
            Curve share = Curve.named("depth " + depth);
            Curve rank = Curve.named("depth " + depth);
            progress.start(share.name(), settings.integer("iterations"));
            DeepFactorization layers = start(settings, data.dimension(), depth, random.split());
            train(layers, data, settings, exact, List.of(share, rank), progress);
            shares.add(share);
            ranks.add(rank);
            figures = figures.and(figures(layers, data, exact).under("depth " + depth));
        }
        return new LabResult(
                List.of(
                        Panel.of(
                                "missing-margin",
                                "Share of the greatest ℓ2 margin that is missing",
                                Axis.log10("iteration"),
                                Axis.log10("share"),
                                shares),
                        Panel.of(
                                "off-rank-one",
                                "Share of the layers' squared norm off their first singular direction",
                                Axis.log10("iteration"),
                                Axis.log10("share"),
                                ranks)),
                figures);
    }

    private static boolean planted(Settings settings) {
        return settings.text("images").isEmpty();
    }

    private static SeparableData data(Settings settings, SplittableRandom random) {
        return planted(settings)
                ? SeparableData.planted(settings.integer("points"), settings.integer("dimension"), random)
                : DigitPair.of(
                        settings.text("images"),
                        settings.integers("digits"),
                        settings.integer("samples"),
                        settings.integer("pool"),
                        random);
    }

    private static DeepFactorization start(Settings settings, int dimension, int depth, SplittableRandom random) {
        int hidden = settings.integer("hidden");
        List<double[][]> layers = new ArrayList<>();
        for (int j = 1; j <= depth; j++) {
            layers.add(Matrices.gaussian(
                    j == depth ? 1 : hidden, j == 1 ? dimension : hidden, settings.real("deviation"), random));
        }
        return DeepFactorization.of(layers);
    }

    private static void train(
            DeepFactorization layers,
            SeparableData data,
            Settings settings,
            HardMargin exact,
            List<Curve> curves,
            Progress progress) {
        double[][] gradient = new double[1][data.dimension()];
        int iterations = settings.integer("iterations");
        int next = 1;
        for (int t = 1; t <= iterations && !progress.cancelled(); t++) {
            data.gradient(layers.product()[0], gradient[0]);
            layers.gradients(gradient);
            double length = settings.real("rate") / Math.sqrt(t) * Math.sqrt(layers.squaredNorm());
            layers.step(squared -> length / Math.sqrt(squared));
            if (t >= next || t == iterations) {
                curves.get(0).add(t, Math.max(1e-12, 1 - margin(layers, data) / exact.lower()));
                if (layers.depth() > 1) {
                    curves.get(1).add(t, Math.max(1e-12, offRankOne(layers)));
                }
                next = t + 1 + t / 10;
                progress.advanceTo(t);
            }
        }
    }

    private static double margin(DeepFactorization layers, SeparableData data) {
        double[] w = layers.product()[0];
        return data.margin(w) / Math.sqrt(Matrices.dot(w, w));
    }

    /** {@code W Wᵀ} of layer j. */
    private static SymmetricEigen left(DeepFactorization layers, int j) {
        return SymmetricEigen.of(Products.productTransposed(layers.layer(j), layers.layer(j)));
    }

    /** The greatest over the layers of {@code 1 - σ_1²/‖W‖²}. */
    static double offRankOne(DeepFactorization layers) {
        double greatest = 0;
        for (int j = 1; j <= layers.depth(); j++) {
            greatest = Math.max(greatest, 1 - left(layers, j).value(0) / Matrices.squaredNorm(layers.layer(j)));
        }
        return greatest;
    }

    /** The least over neighbours of the cosine of the upper's right and the lower's left first singular vector. */
    static double alignment(DeepFactorization layers) {
        double least = 1;
        for (int j = 1; j < layers.depth(); j++) {
            double[][] above = layers.layer(j + 1);
            double[] right =
                    SymmetricEigen.of(Products.transposedProduct(above, above)).vector(0);
            least = Math.min(least, Math.abs(Matrices.dot(right, left(layers, j).vector(0))));
        }
        return least;
    }

    private static Figures figures(DeepFactorization layers, SeparableData data, HardMargin exact) {
        double[] w = layers.product()[0];
        double cosine = Matrices.dot(w, exact.direction()) / Math.sqrt(Matrices.dot(w, w));
        return Figures.none()
                .and("share of the greatest margin", margin(layers, data) / exact.lower())
                .and("cosine to its direction", cosine)
                .and("layers off rank one, greatest share", offRankOne(layers))
                .and("cosine of neighbouring layers, least", alignment(layers));
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Finding> verdicts = new ArrayList<>();
        verdicts.add(new Finding(
                "the greatest margin is known within 1e-6",
                measured.get("bound of the greatest ℓ2 margin") - measured.get("greatest ℓ2 margin") < 1e-6));
        double enough = planted(settings) ? 0.97 : 0.9; // margins of images are small, the way to them long
        for (int depth : settings.integers("depths")) {
            String name = "depth " + depth;
            double share = measured.get(name + " share of the greatest margin");
            verdicts.add(new Finding(
                    name + " reaches " + enough + " of the greatest ℓ2 margin", share > enough && share < 1 + 1e-6));
            if (depth > 1) {
                verdicts.add(new Finding(
                        name + ": layers are of rank one and aligned, within 1 %",
                        measured.get(name + " layers off rank one, greatest share") < 0.01
                                && measured.get(name + " cosine of neighbouring layers, least") > 0.99));
            }
        }
        return verdicts;
    }
}
