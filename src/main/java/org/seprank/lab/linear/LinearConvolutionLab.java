package org.seprank.lab.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.linear.Matrices;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Linear convolutional networks (Gunasekar, Lee, Soudry and Srebro, arXiv 1806.00468): on separable data gradient
 * descent on L layers goes to a stationary direction of {@code min ‖β̂‖_{2/L}} with margin 1, β̂ the Fourier transform
 * of the predictor. One layer maximizes the ℓ2 margin, two the margin in the ℓ1 norm of β̂, more make it sparser still.
 * The step is {@code rate / √t} times the ratio of the norms of parameters and gradient of the loss's logarithm.
 */
public final class LinearConvolutionLab extends Lab {
    private static final List<Setting> SETTINGS = List.of(
            Setting.whole("size", "16", 2, 256, "length of the input"),
            Setting.whole("points", "5", 1, 256, "Gaussian points with random labels"),
            Setting.wholes("depths", "1,2,3", 1, 10, "numbers of layers").different(),
            Setting.real("deviation", "0.05", 1e-9, 10, "of the filters' entries at the beginning"),
            Setting.real("rate", "0.1", 1e-9, 10, "step t is rate / √t times a ratio of norms"),
            Setting.whole("iterations", "100000", 1, 100_000_000, "iterations"));

    /** Makes it. */
    public LinearConvolutionLab() {
        super(
                "linear-convolution",
                "the deeper a linear convolutional network, the sparser its predictor in the Fourier domain",
                "arXiv 1806.00468",
                SETTINGS);
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        int size = settings.integer("size");
        SplittableRandom random = new SplittableRandom(seed);
        SeparableData data = SeparableData.random(settings.integer("points", 1, size), size, random);
        double deviation = settings.real("deviation");
        double rate = settings.real("rate");
        int iterations = settings.integer("iterations");
        Figures figures = Figures.none();
        List<Curve> curves = new ArrayList<>();
        for (int depth : settings.integers("depths")) {
            Curve curve = Curve.named("depth " + depth);
            curves.add(curve);
            progress.start(curve.name(), iterations);
            double[][] filters = Matrices.gaussian(depth, size, deviation, random.split());
            train(filters, data, rate, iterations, curve, progress);
            figures = figures.and(figures(filters, data).under(curve.name()));
        }
        Panel panel = Panel.of(
                "fourier-margin",
                "Margin in the ℓ1 norm of the spectrum",
                Axis.log10("iteration"),
                Axis.linear("margin"),
                curves);
        return new LabResult(List.of(panel), figures);
    }

    private static void train(
            double[][] filters, SeparableData data, double rate, int iterations, Curve curve, Progress progress) {
        double[] gradient = new double[data.dimension()];
        double[][] gradients = new double[filters.length][data.dimension()];
        int next = 1;
        for (int t = 1; t <= iterations; t++) {
            data.gradient(CircularNetwork.predictor(filters), gradient);
            CircularNetwork.gradients(filters, gradient, gradients);
            double ratio = Matrices.norm(filters) / Matrices.norm(gradients);
            Matrices.addScaled(-rate / Math.sqrt(t) * ratio, gradients, filters);
            if (t >= next || t == iterations) {
                double[] predictor = CircularNetwork.predictor(filters);
                curve.add(t, data.margin(predictor) / sum(CircularNetwork.spectrum(predictor)));
                next = t + 1 + t / 20;
                progress.advanceTo(t);
                if (progress.cancelled()) {
                    break;
                }
            }
        }
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static Figures figures(double[][] filters, SeparableData data) {
        double[] predictor = CircularNetwork.predictor(filters);
        double[] spectrum = CircularNetwork.spectrum(predictor);
        double margin = data.margin(predictor);
        return Figures.none()
                .and("ℓ2 margin", margin / Math.sqrt(Matrices.dot(predictor, predictor)))
                .and("Fourier ℓ1 margin", margin / sum(spectrum))
                .and("frequencies above 1 %", CircularNetwork.support(spectrum));
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Integer> depths = settings.integers("depths");
        List<Finding> verdicts = new ArrayList<>();
        if (depths.contains(1) && depths.contains(2)) {
            verdicts.add(new Finding(
                    "depth 2 has a Fourier ℓ1 margin over 1.1 times that of depth 1",
                    measured.get("depth 2 Fourier ℓ1 margin") > 1.1 * measured.get("depth 1 Fourier ℓ1 margin")));
            verdicts.add(new Finding(
                    "depth 1 has an ℓ2 margin over 1.1 times that of depth 2",
                    measured.get("depth 1 ℓ2 margin") > 1.1 * measured.get("depth 2 ℓ2 margin")));
        }
        boolean falling = true;
        for (int i = 1; i < depths.size(); i++) {
            falling &= measured.get("depth " + depths.get(i) + " frequencies above 1 %")
                    < measured.get("depth " + depths.get(i - 1) + " frequencies above 1 %");
        }
        verdicts.add(new Finding("every depth has fewer frequencies than the one before", falling));
        return verdicts;
    }
}
