package org.seprank.lab.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.gnn.DivergedException;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.linear.Matrices;
import org.seprank.report.number.Numbers;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Norms diverge while the rank goes down (Razin and Cohen, arXiv 2005.06398): of a 2×2 matrix {@code W12 = W21 = 1} and
 * {@code W22 = 0} are seen. Every solution has determinant -1, but gradient descent on balanced factors keeps the sign
 * of the determinant. From a positive one the loss {@code ℓ = ½ Σ (error)²} can only go to 0 if W11 and with it every
 * norm goes to infinity: with {@code q = √(2ℓ) < 1}, {@code |W11| ≥ (1-q)²/q} and {@code σ₂ ≤ q}. The smaller singular
 * value of two factors falls so fast that rounding takes the sign of the determinant; the run ends there, as it does
 * where factors that are not balanced let the determinant change its sign.
 *
 * <p>From a negative determinant the matrix goes the same way until its smaller singular value has grown, which from σ
 * on takes about {@code σ^{-(1-2/N)} / (N-2)} units of time; so such starts are not next to singular, and those of more
 * than three factors are larger. A single factor is no factorization: descent leaves W11 where it was.
 */
public final class NormDivergenceLab extends Lab {
    private static final double NEAR_ZERO = -0.1;
    private static final double ROUNDING = 1e-12; // of a determinant or an entry
    private static final double SCALE = 1e-6;
    private static final double ESCAPE = 30; // units of time in which a singular value of more factors grows
    private static final double REGULAR = 0.1; // |determinant| over the squared norm
    private static final List<Setting> SETTINGS = List.of(
            Setting.whole("depth", "3", 1, 20, "number of factors"),
            Setting.reals("observed", "1,1,0", -100, 100, "W12, W21, W22"),
            Setting.choice("init", "balanced", List.of("balanced", "gaussian"), "balanced or gaussian"),
            Setting.choice(
                    "determinant",
                    "positive",
                    List.of("positive", "negative"),
                    "its sign at the beginning: positive or negative"),
            Setting.real(
                    "scale",
                    "0",
                    0,
                    10,
                    "deviation of the product's entries at the beginning; 0: 1e-6, from a negative determinant of depth over"
                            + " 3 30^{-depth/(depth-2)}"),
            Setting.real("rate", "3e-3", 1e-9, 1, "learning rate; below 2 / σ₁^{2-2/depth}"),
            Setting.real("stop", "0", 0, 1, "loss to stop at; 0: 5e-4, from a negative determinant 2e-5"),
            Setting.whole("iterations", "5000000", 1, 1_000_000_000, "iterations at most"));

    /** Makes it. */
    public NormDivergenceLab() {
        super(
                "norm-divergence",
                "matrix factorization lets every norm go to infinity while the effective rank goes to its least value",
                "arXiv 2005.06398",
                SETTINGS);
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        List<Double> observed = settings.reals("observed");
        if (observed.size() != 3) {
            throw new IllegalArgumentException("observed '" + settings.text("observed") + "' is not three numbers");
        }
        double[][] target = {{0, observed.get(0)}, {observed.get(1), observed.get(2)}};
        double rate = settings.real("rate");
        double stop = stop(settings);
        int iterations = settings.integer("iterations");
        DeepFactorization factorization = start(settings, new SplittableRandom(seed));
        DivergenceCurves curves =
                new DivergenceCurves(isStandard(settings), isPositive(settings) && settings.integer("depth") >= 3);
        boolean signed = isStandard(settings) && isPositive(settings) && settings.integer("depth") > 1;
        double[][] gradient = new double[2][2];
        progress.start("iterations", iterations);
        for (int t = 0; ; t++) {
            double loss = DivergedException.finite(loss(factorization.product(), target, gradient), t + 1);
            double determinant = determinant(factorization);
            boolean lost = signed && determinant <= 0;
            boolean last = lost || !(loss > stop) || t >= iterations || (t % 4096 == 0 && progress.cancelled());
            curves.add(t, loss, factorization.product(), determinant, last);
            if (last) {
                return new LabResult(curves.panels(), curves.figures(t));
            }
            if (t % 4096 == 0) {
                progress.advanceTo(t);
            }
            factorization.gradients(gradient);
            factorization.step(squared -> rate);
        }
    }

    private static double stop(Settings settings) {
        double stop = settings.real("stop");
        if (stop > 0) {
            return stop;
        }
        return isPositive(settings) ? 5e-4 : 2e-5;
    }

    private static double scale(Settings settings) {
        double scale = settings.real("scale");
        double depth = settings.integer("depth");
        if (scale > 0) {
            return scale;
        }
        return isPositive(settings) || depth <= 3 ? SCALE : Math.pow(ESCAPE, -depth / (depth - 2));
    }

    private static boolean isStandard(Settings settings) {
        return settings.reals("observed").equals(List.of(1.0, 1.0, 0.0));
    }

    private static boolean isPositive(Settings settings) {
        return settings.text("determinant").equals("positive");
    }

    private static boolean isBalanced(Settings settings) {
        return settings.text("init").equals("balanced");
    }

    private static DeepFactorization start(Settings settings, SplittableRandom random) {
        int depth = settings.integer("depth");
        double scale = Math.sqrt(2) * scale(settings);
        Initialisation init = Initialisation.named(settings.text("init"));
        double sign = isPositive(settings) ? 1 : -1;
        double regular = isBalanced(settings) && !isPositive(settings) ? REGULAR : 0;
        while (true) {
            DeepFactorization layers = init.layers(2, depth, scale, random);
            if (sign * determinant(layers) > regular * Matrices.squaredNorm(layers.product())) {
                return layers;
            }
        }
    }

    /** By the factors, of whose determinants rounding leaves more than of the product's. */
    static double determinant(DeepFactorization factorization) {
        double determinant = 1;
        for (int j = 1; j <= factorization.depth(); j++) {
            double[][] w = factorization.layer(j);
            determinant *= w[0][0] * w[1][1] - w[0][1] * w[1][0];
        }
        return determinant;
    }

    /** ½ Σ (error)² over all entries but W11. */
    static double loss(double[][] w, double[][] target, double[][] gradient) {
        double upper = w[0][1] - target[0][1];
        double lower = w[1][0] - target[1][0];
        double corner = w[1][1] - target[1][1];
        gradient[0][1] = upper;
        gradient[1][0] = lower;
        gradient[1][1] = corner;
        return (upper * upper + lower * lower + corner * corner) / 2;
    }

    @Override
    public String claim(Settings settings) {
        if (settings.integer("depth") == 1) {
            return "one matrix is no factorization: descent leaves what is not seen as it was";
        }
        return isPositive(settings) ? claim() : "from a negative determinant the same descent ends at finite norms";
    }

    /** Near 0 the determinant does not matter yet: the matrix goes the way of those of rank 1, or its mirror image. */
    private static Finding judgeNegative(Figures measured) {
        boolean below = measured.get("|W11| / bound, at the end") < 1;
        return new Finding("a negative determinant lets |W11| stay below the bound" + tooEarly(measured), below);
    }

    private static String tooEarly(Figures measured) {
        if (measured.get("loss") > 0.5) {
            return " (the loss is still " + Numbers.real(measured.get("loss"))
                    + "; take a smaller rate, or more iterations)";
        }
        return measured.get("least determinant") > NEAR_ZERO
                ? " (the determinant is still next to 0; a smaller stop trains on)"
                : "";
    }

    private static Finding judgeSingle(Figures measured) {
        double moved = measured.get("|W11|") - measured.get("|W11| at ten times the loss");
        return new Finding("one factor leaves W11 as it was", Math.abs(moved) <= ROUNDING);
    }

    /** Without balance nothing keeps the sign, but the bounds hold for every matrix of positive determinant. */
    private static Finding judgeSign(Settings settings, Figures measured) {
        double least = measured.get("least determinant");
        String until = " down to a loss of " + Numbers.real(measured.get("loss"));
        if (least > 0) {
            return new Finding("the determinant stays positive", true);
        }
        return isBalanced(settings)
                ? new Finding(
                        "the determinant stays positive" + until + ", where rounding takes its sign and the run ends",
                        least > -ROUNDING)
                : new Finding(
                        "without balance the determinant may change its sign, as it does" + until
                                + ", where the run ends",
                        true);
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Finding> verdicts = new ArrayList<>();
        if (!isStandard(settings)) {
            return verdicts;
        }
        if (settings.integer("depth") == 1) {
            return List.of(judgeSingle(measured));
        }
        if (!isPositive(settings)) {
            return List.of(judgeNegative(measured));
        }
        double least = measured.get("least determinant");
        verdicts.add(judgeSign(settings, measured));
        if (least <= 0 && !isBalanced(settings)) {
            return verdicts;
        }
        if (least > -ROUNDING && measured.get("loss") < 0.5) { // else q is never below 1 and the bounds say nothing
            verdicts.add(new Finding("|W11| is never below (1-q)²/q", measured.get("|W11| / bound, least") >= 1));
            verdicts.add(new Finding("σ₂ is never above q", measured.get("σ₂ / q, greatest") <= 1));
        }
        if (measured.get("loss") < 0.1) { // it begins at 1
            verdicts.add(new Finding(
                    "|W11| more than doubles while the loss falls to a tenth",
                    measured.get("|W11|") > 2 * measured.get("|W11| at ten times the loss")));
        }
        verdicts.add(new Finding("the effective rank ends below 1.05", measured.get("effective rank") < 1.05));
        return verdicts;
    }
}
