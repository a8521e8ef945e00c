package org.seprank.lab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.lab.Panel.Side;
import org.seprank.lab.Setting;
import org.seprank.lab.Settings;
import org.seprank.lab.Verdict;
import org.seprank.lab.matrix.DeepFactorization;
import org.seprank.lab.matrix.Initialisation;
import org.seprank.lab.numeric.JacobiSvd;
import org.seprank.lab.numeric.Matrices;
import org.seprank.progress.Progress;

/**
 * Optimization of deep linear networks. Convergence (Arora, Cohen, Golowich and Hu, arXiv 1810.02281): with balanced
 * layers and a start W(0) closer to the target Φ than any singular matrix is, by c, gradient flow on {@code ℓ =
 * ½‖W-Φ‖²} has {@code ℓ(t) ≤ ℓ(0) exp(-2N c^{2(N-1)/N} t)}; a product of numbers cannot change its sign. Acceleration
 * (Arora, Cohen and Hazan, arXiv 1802.06509): depth speeds regression with the fourth power up and with squares down.
 */
public final class LinearNetworkLab implements Lab {
    private static final int MOST = 20_000; // iterations of regression

    /** Makes it. */
    public LinearNetworkLab() {}

    @Override
    public String name() {
        return "linear-network";
    }

    @Override
    public String claim() {
        return "balanced deep linear networks converge at a linear rate, and depth can speed descent up";
    }

    @Override
    public String source() {
        return "arXiv 1810.02281, 1802.06509";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("depth", "3", "number of layers whose convergence is compared with the bound"),
                new Setting("target", "2,1.5,1", "singular values of the target"),
                new Setting("noise", "0.2", "deviation of the start's entries from the target's"),
                new Setting("rate", "1e-3", "learning rate of the comparison"),
                new Setting("iterations", "4000", "iterations of the comparison"),
                new Setting("depths", "1,2,3", "depths of regression, the first to be compared with"),
                new Setting("start", "0.3", "norm of every factor of regression at the beginning"),
                new Setting("values", "10,1", "values of regression"));
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        Curve loss = Curve.named("loss");
        Curve bound = Curve.named("bound");
        progress.start("convergence", -1);
        Figures figures = converge(settings, new SplittableRandom(seed), loss, bound);
        figures = figures.and("½ ½ ½ towards -1", scalar(-1)).and("½ ½ ½ towards 1", scalar(1));
        double[] values = settings.reals("values", -1e3, 1e3).stream()
                .mapToDouble(value -> value)
                .toArray();
        double start = settings.real("start", 1e-9, 10);
        progress.start("regression", -1);
        for (int power : new int[] {2, 4}) {
            PowerRegression problem = new PowerRegression(values, power, start, 0.005);
            for (int depth : settings.integers("depths", 1, 20)) {
                if (!progress.cancelled()) {
                    figures = figures.and(steps(power, depth), problem.fewestIterations(depth, MOST));
                }
            }
        }
        Panel panel = Panel.overIterations(
                "convergence", "Loss and its bound", Side.logarithmic("loss"), List.of(loss, bound));
        return new LabResult(List.of(panel), figures);
    }

    private static String steps(int power, int depth) {
        return "iterations of depth " + depth + ", power " + power;
    }

    private static Figures converge(Settings settings, SplittableRandom random, Curve loss, Curve bound) {
        double[] singular = settings.reals("target", 1e-6, 1e6).stream()
                .mapToDouble(value -> value)
                .toArray();
        double[][] target = new double[singular.length][singular.length];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < singular.length; k++) {
            target[k][k] = singular[k];
            least = Math.min(least, singular[k]);
        }
        double[][] begin = start(target, least, settings.real("noise", 0, 1e3), random);
        double margin = least - Matrices.norm(Matrices.difference(begin, target));
        int depth = settings.integer("depth", 1, 20);
        double rate = settings.real("rate", 1e-9, 1);
        double decay = 2 * depth * Math.pow(margin, 2 - 2.0 / depth) * rate;
        DeepFactorization network = Initialisation.balanced(begin, depth);
        int iterations = settings.integer("iterations", 1, 10_000_000);
        double first = Double.NaN;
        double worst = 0;
        double current = Double.NaN;
        for (int t = 0; t <= iterations; t++) {
            double[][] error = Matrices.difference(network.product(), target);
            current = Matrices.squaredNorm(error) / 2;
            first = t == 0 ? current : first;
            double limit = first * Math.exp(-decay * t);
            worst = t == 0 || current < 1e-25 ? worst : Math.max(worst, current / limit);
            if (t % Math.max(1, iterations / 200) == 0) {
                loss.add(t, current);
                bound.add(t, limit);
            }
            network.gradients(error);
            network.step(squared -> rate);
        }
        return Figures.none()
                .and("deficiency margin c", margin)
                .and("loss at the end", current)
                .and("bound at the end", first * Math.exp(-decay * iterations))
                .and("loss / bound, greatest", worst)
                .and("least singular value at the end", least(network));
    }

    private static double least(DeepFactorization network) {
        double[] values = JacobiSvd.of(network.product()).values();
        return values[values.length - 1];
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

    /** What a product of three numbers, each ½ at the beginning, becomes. */
    private static double scalar(double target) {
        DeepFactorization product = Initialisation.balanced(new double[][] {{0.125}}, 3);
        for (int t = 0; t < 20_000; t++) {
            product.gradients(new double[][] {{product.product()[0][0] - target}});
            product.step(squared -> 0.01);
        }
        return product.product()[0][0];
    }

    @Override
    public List<Verdict> judge(Settings settings, Figures measured) {
        List<Integer> depths = settings.integers("depths", 1, 20);
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(new Verdict("the loss never exceeds the bound", measured.get("loss / bound, greatest") <= 1));
        verdicts.add(new Verdict(
                "from positive numbers a negative target is not reached",
                measured.get("½ ½ ½ towards -1") >= 0 && Math.abs(measured.get("½ ½ ½ towards 1") - 1) < 1e-6));
        double flatFourth = measured.get(steps(4, depths.get(0)));
        double flatSquare = measured.get(steps(2, depths.get(0)));
        for (int depth : depths.subList(1, depths.size())) {
            verdicts.add(new Verdict(
                    "depth " + depth + " is over five times as fast with the fourth power",
                    5 * measured.get(steps(4, depth)) < flatFourth));
            verdicts.add(new Verdict(
                    "depth " + depth + " is slower with squares", measured.get(steps(2, depth)) > flatSquare));
        }
        return verdicts;
    }
}
