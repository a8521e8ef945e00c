package org.seprank.lab.stochastic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.linear.Matrices;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/** Which solution of more unknowns than examples descent ends at, with and without noise, on the same data. */
final class NoiseRuns {
    static final String LINEAR = "linear";
    static final String DIAGONAL = "diagonal";
    static final String RECTIFIERS = "rectifiers";
    static final String FULL = "full gradient";
    static final String SAMPLED = "batches of one";
    static final String NOISY = "label noise";
    static final String NOISY_MOMENTUM = "label noise, momentum";
    static final String NOISY_ADAM = "label noise, Adam";

    private record Way(String name, SampledDescent descent, int steps) {}

    private final Settings settings;
    private final SplittableRandom random;
    private final Progress progress;
    private final List<Panel> panels = new ArrayList<>();
    private Figures figures = Figures.none();

    NoiseRuns(Settings settings, SplittableRandom random, Progress progress) {
        this.settings = settings;
        this.random = random;
        this.progress = progress;
    }

    LabResult run() {
        linear();
        diagonal();
        rectifiers();
        return new LabResult(panels, figures);
    }

    private static List<Way> ways(double rate, double noise, int steps) {
        SampledDescent noisy = new SampledDescent(SampledDescent.Method.PLAIN, 1, rate, noise);
        return List.of(
                new Way(FULL, SampledDescent.full(rate), Math.max(1, steps / 20)),
                new Way(SAMPLED, noisy.quiet(), steps),
                new Way(NOISY, noisy, steps),
                new Way(NOISY_MOMENTUM, new SampledDescent(SampledDescent.Method.MOMENTUM, 1, rate / 10, noise), steps),
                new Way(NOISY_ADAM, new SampledDescent(SampledDescent.Method.ADAM, 1, rate / 10, noise), steps));
    }

    /** Descends, and then for a while along the full gradient, so that the solution is seen and not the cloud. */
    private double[] descend(FittedModel model, double[] start, Way way, SampledDescent.Watch watch) {
        progress.start(way.name(), way.steps());
        double[] at = start.clone();
        way.descent().run(model, at, way.steps(), random.split(), watch);
        SampledDescent.full(way.descent().rate() * settling(way))
                .run(model, at, settings.integer("settling"), random.split(), (t, there) -> {});
        return at;
    }

    private static double settling(Way way) {
        return way.descent().method() == SampledDescent.Method.PLAIN ? 1 : 10;
    }

    private void linear() {
        LinearModel problem = LinearModel.planted(20, 60, 60, 0, random.split());
        double[] least = LeastSquares.leastNorm(problem.rows(), problem.values());
        int steps = settings.integer("linear-steps");
        for (Way way : ways(0.01, settings.real("noise"), steps)) {
            double[] w = descend(problem, new double[60], way, (t, at) -> {});
            figures = figures.and(Figures.none()
                    .and(
                            "distance to the solution of least norm",
                            Matrices.relativeError(new double[][] {w}, new double[][] {least}))
                    .and("share outside the span of the inputs", LeastSquares.outside(problem.rows(), w))
                    .under(LINEAR + ", " + way.name() + ":"));
        }
    }

    private void diagonal() {
        LinearModel problem = LinearModel.planted(20, 40, settings.integer("nonzero", 1, 40), 0, random.split())
                .diagonal();
        double[] start = new double[problem.size()];
        Arrays.fill(start, settings.real("start"));
        List<Curve> curves = new ArrayList<>();
        for (Way way : ways(0.01, settings.real("noise"), settings.integer("steps"))) {
            Curve curve = Curve.named(way.name());
            curves.add(curve);
            double[] at = descend(problem, start, way, watch(way, curve, problem::error));
            figures = figures.and(Figures.none()
                    .and("error", problem.error(at))
                    .and("loss", problem.loss(at))
                    .and("mean squared slope", problem.sharpness(at))
                    .under(DIAGONAL + ", " + way.name() + ":"));
        }
        panels.add(
                0,
                Panel.of(
                        "diagonal-error",
                        "Error of u² - v², trained on the same data",
                        Axis.log10("step"),
                        Axis.log10("error"),
                        curves));
    }

    private void rectifiers() {
        FittedModel problem = RectifierModel.taught(20, 5, settings.integer("width"), random.split());
        double[] start = Matrices.gaussian(1, problem.size(), 0.5, random.split())[0];
        List<Curve> curves = new ArrayList<>();
        figures = figures.and(RECTIFIERS + ", start: mean squared slope", problem.sharpness(start));
        for (Way way : ways(0.02, 0.4 * settings.real("noise"), settings.integer("rectifier-steps"))) {
            Curve curve = Curve.named(way.name());
            curves.add(curve);
            double[] at = descend(problem, start, way, watch(way, curve, problem::sharpness));
            figures = figures.and(Figures.none()
                    .and("loss", problem.loss(at))
                    .and("mean squared slope", problem.sharpness(at))
                    .under(RECTIFIERS + ", " + way.name() + ":"));
        }
        panels.add(Panel.of(
                "rectifier-sharpness",
                "Mean squared slope of two layers of rectifiers",
                Axis.log10("step"),
                Axis.linear("mean squared slope"),
                curves));
    }

    private interface Reading {
        double of(double[] parameters);
    }

    /** At steps ever farther apart. */
    private SampledDescent.Watch watch(Way way, Curve curve, Reading reading) {
        int[] next = {1};
        return (t, at) -> {
            if (t >= next[0] || t == way.steps()) {
                curve.add(t, reading.of(at));
                next[0] = t + 1 + t / 15;
                progress.advanceTo(t);
            }
        };
    }
}
