package org.seprank.lab.stochastic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Stochastic gradient descent beside full gradient descent on the same data. In linear regression noise selects
 * nothing: steps stay in the span of the inputs and end at the solution of least norm, but for Adam's (Wilson et al.,
 * arXiv 1705.08292). With {@code w = u² - v²} from a start whose gradient flow ends at a dense solution, noise in the
 * labels leads to the sparse one, of least mean squared slope {@code 1/n Σ‖∇f_i‖²} (Blanc et al., arXiv 1904.09080;
 * HaoChen et al., 2006.08680), and makes two layers of rectifiers flatter in the same sense; drawing examples one by
 * one without that noise hardly does, since nothing is left of it where all examples are fitted. Where they cannot be,
 * the mean excess loss depends on rate over batch alone (arXiv 1704.04289, 1706.02677), with momentum too.
 */
public final class StochasticDescentLab extends Lab {
    private static final double FITTED = 1e-2; // of the error in w

    private static final List<Setting> SETTINGS = List.of(
            Setting.real("noise", "1", 0, 100, "size of the noise in the labels of the diagonal network"),
            Setting.real("start", "0.5", 1e-6, 10, "u and v at the beginning"),
            Setting.whole("nonzero", "2", 1, 40, "weights of 40 that are not 0 in truth; 20 equations"),
            Setting.whole("steps", "300000", 1, 1_000_000_000, "steps of the diagonal network, one example each"),
            Setting.whole("linear-steps", "20000", 1, 1_000_000_000, "steps of linear regression"),
            Setting.whole("rectifier-steps", "200000", 1, 1_000_000_000, "steps of two layers of rectifiers"),
            Setting.whole("width", "30", 1, 10_000, "rectifiers of the network"),
            Setting.whole("settling", "5000", 1, 100_000_000, "steps along the full gradient at the end"),
            Setting.whole("examples", "2000", 10, 1_000_000, "of regression with a cloud"),
            Setting.whole("unknowns", "10", 1, 1000, "of regression with a cloud"),
            Setting.real("rate", "0.01", 1e-9, 1, "learning rate of regression with a cloud at batches of 1"),
            Setting.wholes("batches", "1,2,4", 1, 1000, "sizes that the rate grows with")
                    .different(),
            Setting.whole("passes", "200", 2, 1_000_000, "passes of regression with a cloud over its data"));

    /** Makes it. */
    public StochasticDescentLab() {
        super(
                "stochastic-descent",
                "noise selects flat and sparse solutions where slopes vary among solutions, and nowhere else",
                "arXiv 1904.09080, 2006.08680, 1705.08292, 1704.04289, 1706.02677",
                SETTINGS);
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        LabResult noise = new NoiseRuns(settings, random.split(), progress).run();
        LabResult scaling = new ScalingRuns(settings, random.split()).run(progress);
        List<Panel> panels = new ArrayList<>(noise.panels());
        panels.addAll(scaling.panels());
        return new LabResult(panels, noise.figures().and(scaling.figures()));
    }

    private static double of(Figures measured, String model, String way, String what) {
        return measured.get(model + ", " + way + ": " + what);
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Finding> verdicts = new ArrayList<>(judgeLinear(measured));
        verdicts.addAll(judgeDiagonal(measured));
        double full = of(measured, NoiseRuns.RECTIFIERS, NoiseRuns.FULL, "mean squared slope");
        verdicts.add(new Finding(
                "rectifiers: label noise halves the mean squared slope that the full gradient leaves",
                of(measured, NoiseRuns.RECTIFIERS, NoiseRuns.NOISY, "mean squared slope") < full / 2));
        verdicts.add(new Finding(
                "rectifiers: batches of one without it leave the slope within 5 %",
                Math.abs(of(measured, NoiseRuns.RECTIFIERS, NoiseRuns.SAMPLED, "mean squared slope") / full - 1)
                        < 0.05));
        verdicts.addAll(judgeScaling(settings, measured));
        return verdicts;
    }

    private static List<Finding> judgeLinear(Figures measured) {
        String outside = "share outside the span of the inputs";
        boolean within = true;
        boolean same = true;
        for (String way : List.of(NoiseRuns.FULL, NoiseRuns.SAMPLED, NoiseRuns.NOISY, NoiseRuns.NOISY_MOMENTUM)) {
            within &= of(measured, NoiseRuns.LINEAR, way, outside) < 1e-12;
            same &= of(measured, NoiseRuns.LINEAR, way, "distance to the solution of least norm") < 1e-6;
        }
        return List.of(
                new Finding("linear: no noise leads out of the span of the inputs", within),
                new Finding("linear: with and without noise the solution of least norm is found", same),
                new Finding(
                        "linear: Adam ends at another solution",
                        of(measured, NoiseRuns.LINEAR, NoiseRuns.NOISY_ADAM, outside) > 0.05));
    }

    private static List<Finding> judgeDiagonal(Figures measured) {
        return List.of(
                new Finding(
                        "diagonal: label noise finds the sparse solution, within 1 %",
                        of(measured, NoiseRuns.DIAGONAL, NoiseRuns.NOISY, "error") < FITTED),
                new Finding(
                        "diagonal: so it does with momentum",
                        of(measured, NoiseRuns.DIAGONAL, NoiseRuns.NOISY_MOMENTUM, "error") < FITTED),
                new Finding(
                        "diagonal: the full gradient and batches of one do not, nor does Adam with the noise",
                        of(measured, NoiseRuns.DIAGONAL, NoiseRuns.FULL, "error") > 0.3
                                && of(measured, NoiseRuns.DIAGONAL, NoiseRuns.SAMPLED, "error") > 0.3
                                && of(measured, NoiseRuns.DIAGONAL, NoiseRuns.NOISY_ADAM, "error") > 0.3));
    }

    private static List<Finding> judgeScaling(Settings settings, Figures measured) {
        List<Integer> batches = settings.integers("batches");
        boolean predicted = true;
        boolean momentum = true;
        for (int batch : batches) {
            double expected = measured.get(ScalingRuns.predicted(batch, batch));
            predicted &= near(measured.get(ScalingRuns.excess(SampledDescent.Method.PLAIN, batch, batch)), expected);
            momentum &= near(measured.get(ScalingRuns.excess(SampledDescent.Method.MOMENTUM, batch, batch)), expected);
        }
        int largest = batches.stream().mapToInt(batch -> batch).max().orElse(1);
        return List.of(
                new Finding("excess loss is ησ²d/(4B) within 20 %, rate and batch growing together", predicted),
                new Finding("momentum at a rate of equal sum of steps has the same, within 20 %", momentum),
                new Finding(
                        "so has a batch of " + largest + " at the first rate, " + largest + " times less",
                        near(
                                measured.get(ScalingRuns.excess(SampledDescent.Method.PLAIN, 1, largest)),
                                measured.get(ScalingRuns.predicted(1, largest)))));
    }

    private static boolean near(double value, double expected) {
        return Math.abs(value / expected - 1) < 0.2;
    }
}
