package org.seprank.lab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.lab.matrix.DeepFactorization;
import org.seprank.lab.matrix.Initialisation;
import org.seprank.linear.Matrices;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Optimization of deep linear networks. Convergence (Arora, Cohen, Golowich and Hu, arXiv 1810.02281): with balanced
 * layers and a start W(0) closer to the target Φ than any singular matrix is, by c, gradient flow on {@code ℓ =
 * ½‖W-Φ‖²} has {@code ℓ(t) ≤ ℓ(0) exp(-2N c^{2(N-1)/N} t)}; a product of numbers cannot change its sign. Acceleration
 * (Arora, Cohen and Hazan, arXiv 1802.06509): depth speeds regression with the fourth power up and with squares down.
 */
public final class LinearNetworkLab extends Lab {
    private static final int MOST = 20_000; // iterations of regression
    private static final int NUMBERS = 20_000; // iterations of products of numbers

    private static final List<Setting> SETTINGS = List.of(
            Setting.whole("depth", "3", 1, 20, "number of layers whose convergence is compared with the bound"),
            Setting.reals("target", "2,1.5,1", 1e-6, 1e6, "singular values of the target"),
            Setting.real("noise", "0.2", 0, 1e3, "deviation of the start's entries from the target's"),
            Setting.real("rate", "1e-3", 1e-9, 1, "learning rate of the comparison"),
            Setting.whole("iterations", "4000", 1, 10_000_000, "iterations of the comparison"),
            Setting.wholes("depths", "1,2,3", 1, 20, "depths of regression, the first to be compared with")
                    .different(),
            Setting.wholes("powers", "2,4", 2, 20, "p of the losses |error|^p of regression, even")
                    .different(),
            Setting.real("start", "0.3", 1e-9, 10, "norm of every factor of regression at the beginning"),
            Setting.reals("values", "10,1", -1e3, 1e3, "values of regression"));

    /** Makes it. */
    public LinearNetworkLab() {
        super(
                "linear-network",
                "balanced deep linear networks converge at a linear rate, and depth can speed descent up",
                "arXiv 1810.02281, 1802.06509",
                SETTINGS);
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        progress.start("convergence", -1);
        Convergence convergence = convergence(settings, new SplittableRandom(seed));
        Figures figures = convergence.run(settings.integer("iterations"));
        List<Panel> panels = new ArrayList<>(convergence.panels());
        List<Curve> numbers = new ArrayList<>();
        for (int depth = 2; depth <= 3; depth++) {
            for (int target = -1; target <= 1; target += 2) {
                Curve curve = Curve.named("½ ".repeat(depth) + "towards " + target);
                numbers.add(curve);
                figures = figures.and(curve.name(), scalar(depth, target, curve));
            }
        }
        panels.add(Panel.overIterations("without-margin", "Products of numbers", Axis.linear("product"), numbers));
        progress.start("regression", -1);
        List<Curve> curves = new ArrayList<>();
        figures = figures.and(regression(settings, curves, progress));
        panels.add(Panel.of(
                "acceleration",
                "Fewest iterations of regression over learning rates",
                Axis.linear("depth"),
                Axis.log10("iterations"),
                curves));
        return new LabResult(panels, figures);
    }

    private static Figures regression(Settings settings, List<Curve> curves, Progress progress) {
        double[] values =
                settings.reals("values").stream().mapToDouble(value -> value).toArray();
        double start = settings.real("start");
        Figures figures = Figures.none();
        for (int power : powers(settings)) {
            PowerRegression problem = new PowerRegression(values, power, start, 0.005);
            Curve curve = Curve.named("power " + power);
            curves.add(curve);
            for (int depth : settings.integers("depths")) {
                if (!progress.cancelled()) {
                    int fewest = problem.fewestIterations(depth, MOST);
                    figures = figures.and(steps(power, depth), fewest);
                    curve.add(depth, fewest);
                }
            }
        }
        return figures;
    }

    private static List<Integer> powers(Settings settings) {
        List<Integer> powers = settings.integers("powers");
        for (int power : powers) {
            if (power % 2 != 0) {
                throw new IllegalArgumentException("power " + power + " is not even");
            }
        }
        return powers;
    }

    private static String steps(int power, int depth) {
        return "iterations of depth " + depth + ", power " + power;
    }

    private static Convergence convergence(Settings settings, SplittableRandom random) {
        double[] singular =
                settings.reals("target").stream().mapToDouble(value -> value).toArray();
        double[][] target = new double[singular.length][singular.length];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < singular.length; k++) {
            target[k][k] = singular[k];
            least = Math.min(least, singular[k]);
        }
        double[][] begin = start(target, least, settings.real("noise"), random);
        return new Convergence(target, begin, settings.integer("depth"), settings.real("rate"));
    }

    /** The first of several starts that is closer to the target than any singular matrix. */
    private static double[][] start(double[][] target, double least, double noise, SplittableRandom random) {
        for (int trial = 0; trial < 1000; trial++) {
            double[][] start = Matrices.gaussian(target.length, target.length, noise, random);
            if (Matrices.norm(start) < 0.9 * least) {
                Matrices.addScaled(1, target, start);
                return start;
            }
        }
        throw new IllegalArgumentException("noise " + noise + " is too large for a least singular value of " + least);
    }

    /** What a product of numbers, each ½ at the beginning, becomes. */
    private static double scalar(int depth, double target, Curve curve) {
        DeepFactorization product = Initialisation.balanced(new double[][] {{Math.pow(0.5, depth)}}, depth);
        for (int t = 0; t < NUMBERS; t++) {
            if (t % 100 == 0 && t < NUMBERS / 10) { // what follows is flat
                curve.add(t, product.product()[0][0]);
            }
            product.gradients(new double[][] {{product.product()[0][0] - target}});
            product.step(squared -> 0.01);
        }
        return product.product()[0][0];
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Integer> depths = settings.integers("depths");
        List<Finding> verdicts = new ArrayList<>();
        verdicts.add(new Finding("the loss never exceeds the bound", measured.get("loss / bound, greatest") <= 1));
        verdicts.add(new Finding(
                "from positive numbers a negative target is not reached",
                measured.get("½ ½ ½ towards -1") >= 0
                        && measured.get("½ ½ towards -1") >= 0
                        && Math.abs(measured.get("½ ½ ½ towards 1") - 1) < 1e-6));
        for (int power : powers(settings)) {
            double flat = measured.get(steps(power, depths.get(0)));
            for (int depth : depths.subList(1, depths.size())) {
                double deep = measured.get(steps(power, depth));
                verdicts.add(
                        power == 2
                                ? new Finding("depth " + depth + " is slower with squares", deep > flat)
                                : new Finding(
                                        "depth " + depth + " is over five times as fast with power " + power,
                                        5 * deep < flat));
            }
        }
        return verdicts;
    }
}
