package org.seprank.lab.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.linear.Matrices;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Weakly regularized networks of growing width on points of the plane, whose greatest normalized margin is known from
 * {@link MarginProgram}: with the best of several starts they come the closer to it the wider they are, by gradient
 * descent and with noise in the parameters as well (arXiv 1810.05369).
 */
final class PlaneRuns {
    private static final String GREATEST = "greatest margin in the plane";
    private static final String BOUND = "bound of the greatest margin in the plane";
    private static final double CLOSE = 0.93;

    private final Settings settings;
    private final SplittableRandom random;
    private final Progress progress;

    PlaneRuns(Settings settings, SplittableRandom random, Progress progress) {
        this.settings = settings;
        this.random = random;
        this.progress = progress;
    }

    static List<Setting> settings() {
        return List.of(
                Setting.whole("plane-points", "12", 6, 200, "points in the plane whose greatest margin is computed"),
                Setting.wholes("plane-widths", "4,8,16,64", 1, 4096, "of the networks in the plane")
                        .different(),
                Setting.whole("plane-starts", "5", 1, 1000, "starts of each width, the best of which counts"),
                Setting.whole("plane-iterations", "4000", 1, 10_000_000, "iterations of each start"),
                Setting.real(
                        "plane-rate", "0.02", 1e-9, 100, "learning rate in the plane, over the mean slope of the loss"),
                Setting.real("plane-lambda", "1e-6", 1e-9, 1, "factor of the squared norm in the plane"),
                Setting.reals(
                                "plane-lambdas",
                                "1e-2,1e-4,1e-6,1e-8",
                                1e-12,
                                1,
                                "factors that the widest network is trained with as well")
                        .different(),
                Setting.real("plane-noise", "0.01", 0, 10, "deviation of the noise of a step, in the first half"));
    }

    private static String name(String way, int width) {
        return "margin in the plane, " + way + ", width " + width;
    }

    private static List<Integer> widths(Settings settings) {
        return settings.integers("plane-widths").stream().sorted().toList();
    }

    LabResult run() {
        LabelledPoints data = LabelledPoints.sectors(settings.integer("plane-points"), random.split());
        MarginProgram program = MarginProgram.of(data);
        Figures figures = Figures.none().and(GREATEST, program.lower()).and(BOUND, program.upper());
        Curve exact = Curve.named("greatest of all widths");
        List<Curve> curves = new ArrayList<>(List.of(exact));
        for (String way : List.of("descent", "noisy descent")) {
            Curve curve = Curve.named(way);
            curves.add(curve);
            for (int width : widths(settings)) {
                double margin = best(
                        data,
                        width,
                        settings.real("plane-lambda"),
                        way.equals("descent") ? 0 : settings.real("plane-noise"));
                curve.add(width, margin);
                figures = figures.and(name(way, width), margin);
            }
        }
        widths(settings).forEach(width -> exact.add(width, program.lower()));
        Panel overWidth = Panel.of(
                "plane",
                "Normalized margin over width beside the greatest of all networks",
                Axis.log10("width"),
                Axis.linear("margin"),
                curves);
        Curve weaker = Curve.named("widest network");
        Curve level = Curve.named("greatest of all networks");
        for (double lambda : lambdas(settings)) {
            double margin = best(data, widest(settings), lambda, 0);
            weaker.add(lambda, margin);
            level.add(lambda, program.lower());
            figures = figures.and(name(lambda), margin);
        }
        Panel overLambda = Panel.of(
                "plane-regularization",
                "Normalized margin as regularization becomes weak",
                Axis.log10("factor of the squared norm"),
                Axis.linear("margin"),
                List.of(weaker, level));
        return new LabResult(List.of(overWidth, overLambda), figures);
    }

    private static int widest(Settings settings) {
        List<Integer> widths = widths(settings);
        return widths.get(widths.size() - 1);
    }

    /** Falling. */
    private static List<Double> lambdas(Settings settings) {
        return settings.reals("plane-lambdas").stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static String name(double lambda) {
        return "margin in the plane, widest network, λ = " + lambda;
    }

    /** Of several starts; 0 if none separates the points. */
    private double best(LabelledPoints data, int width, double lambda, double noise) {
        int starts = settings.integer("plane-starts");
        progress.start("plane, width " + width, starts);
        double best = 0;
        for (int k = 0; k < starts && !progress.cancelled(); k++) {
            TwoLayerNetwork network = TwoLayerNetwork.gaussian(2, width, 1 / Math.sqrt(width), random.split());
            train(network, data, lambda, noise, random.split());
            best = Math.max(best, network.margin(data));
            progress.advanceTo(k + 1);
        }
        return best;
    }

    private void train(
            TwoLayerNetwork network, LabelledPoints data, double lambda, double noise, SplittableRandom steps) {
        TwoLayerNetwork.Descent descent = network.new Descent(data, lambda);
        int iterations = settings.integer("plane-iterations");
        int width = network.outer().length;
        for (int t = 0; t < iterations; t++) {
            descent.stepPerSlope(settings.real("plane-rate"));
            if (noise > 0 && t < iterations / 2) {
                Matrices.addScaled(1, Matrices.gaussian(2, width, noise, steps), network.inner());
                Matrices.addScaled(1, Matrices.gaussian(1, width, noise, steps)[0], network.outer());
            }
        }
    }

    static List<Finding> judge(Settings settings, Figures measured) {
        double greatest = measured.get(GREATEST);
        int widest = widest(settings);
        boolean below = true;
        boolean rising = true;
        double before = 0;
        for (int width : widths(settings)) {
            double margin = measured.get(name("descent", width));
            below &= Math.max(margin, measured.get(name("noisy descent", width))) <= greatest * (1 + 1e-6);
            rising &= margin >= 0.98 * before;
            before = Math.max(before, margin);
        }
        boolean weaker = true;
        double last = 0;
        for (double lambda : lambdas(settings)) {
            weaker &= measured.get(name(lambda)) > last;
            last = measured.get(name(lambda));
        }
        return List.of(
                new Finding(
                        "in the plane the greatest margin of all networks is known within 1e-7",
                        measured.get(BOUND) - greatest < 1e-7),
                new Finding("no network in the plane exceeds it", below),
                new Finding("margins in the plane rise with width, within 2 %", rising),
                new Finding(
                        "the widest comes to " + CLOSE + " of the greatest",
                        measured.get(name("descent", widest)) > CLOSE * greatest),
                new Finding("its margin rises as regularization becomes weak", weaker && last <= greatest * (1 + 1e-6)),
                new Finding(
                        "with noise in the parameters it comes as close",
                        measured.get(name("noisy descent", widest)) > CLOSE * greatest));
    }
}
