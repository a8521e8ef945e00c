package org.seprank.lab.stochastic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Linear regression with more examples than unknowns and noise in the data, where descent on batches ends in a cloud
 * about the minimum: with white inputs its mean excess loss is {@code η σ² d/(4B)} to first order, σ² the mean square
 * of what the minimum leaves, so that it depends on η/B alone (Mandt, Hoffman and Blei, arXiv 1704.04289; for networks
 * Goyal et al., 1706.02677).
 */
final class ScalingRuns {
    static final String FULL = "excess of full gradient descent";
    private static final int EVERY = 100; // examples between two looks at the loss

    private final LinearModel problem;
    private final SplittableRandom random;
    private final double rate;
    private final int passes;
    private final List<Integer> batches;
    private final List<Curve> curves = new ArrayList<>();
    private final double[] best;
    private final double least;

    ScalingRuns(Settings settings, SplittableRandom random) {
        int dimension = settings.integer("unknowns");
        this.problem = LinearModel.planted(settings.integer("examples"), dimension, dimension, 1, random.split());
        this.random = random;
        this.rate = settings.real("rate");
        this.passes = settings.integer("passes");
        this.batches = settings.integers("batches");
        this.best = LeastSquares.overdetermined(problem.rows(), problem.values());
        this.least = problem.loss(best);
    }

    static String excess(SampledDescent.Method method, int ratio, int batch) {
        return "excess of " + method.word() + ", rate × " + ratio + ", batch " + batch;
    }

    static String predicted(int ratio, int batch) {
        return "ησ²d/(4B) at rate × " + ratio + ", batch " + batch;
    }

    LabResult run(Progress progress) {
        Figures figures = Figures.none();
        double[] all = new double[best.length];
        SampledDescent.full(0.5).run(problem, all, 200, random.split(), (t, at) -> {});
        figures = figures.and(FULL, Math.max(0, problem.loss(all) - least));
        int largest = batches.stream().mapToInt(batch -> batch).max().orElse(1);
        for (SampledDescent.Method method : SampledDescent.Method.values()) {
            for (int batch : batches) {
                figures = figures.and(measured(method, batch, batch, progress));
            }
        }
        figures = figures.and(measured(SampledDescent.Method.PLAIN, 1, largest, progress));
        return new LabResult(
                List.of(Panel.of(
                        "linear-scaling",
                        "Mean loss above the least, rate η and batch B growing together",
                        Axis.linear("passes over the data"),
                        Axis.log10("excess"),
                        curves)),
                figures);
    }

    /** Adam at a rate that grows with the root of the batch, momentum at a rate of equal sum of its steps. */
    private double rate(SampledDescent.Method method, int ratio) {
        return switch (method) {
            case PLAIN -> rate * ratio;
            case MOMENTUM -> rate * ratio / 10;
            case ADAM -> rate * Math.sqrt(ratio) / 2;
        };
    }

    private Figures measured(SampledDescent.Method method, int ratio, int batch, Progress progress) {
        String name = excess(method, ratio, batch);
        progress.start(name, passes);
        Curve curve = Curve.named(name.substring("excess of ".length()));
        double[] at = new double[best.length];
        double[] sum = new double[2];
        double[] lately = new double[2]; // since the last point of the curve
        int every = Math.max(1, EVERY / batch);
        int examples = problem.examples();
        int steps = (int) Math.min(Integer.MAX_VALUE, (long) passes * examples / batch);
        int shown = Math.max(every, steps / 20 / every * every);
        new SampledDescent(method, batch, rate(method, ratio), 0)
                .run(problem, at, steps, random.split(), (t, there) -> {
                    boolean settled = t > steps / 4;
                    if (t % every == 0) {
                        double excess = problem.loss(there) - least;
                        sum[0] += settled ? excess : 0;
                        sum[1] += settled ? 1 : 0;
                        lately[0] += excess;
                        lately[1]++;
                        if (t % shown == 0) {
                            curve.add((double) t * batch / examples, lately[0] / lately[1]);
                            Arrays.fill(lately, 0);
                            progress.advanceTo((long) t * batch / examples);
                        }
                    }
                });
        curves.add(curve);
        Figures figures = Figures.none().and(name, sum[0] / sum[1]);
        return method == SampledDescent.Method.PLAIN
                ? figures.and(predicted(ratio, batch), rate * ratio * 2 * least * best.length / (4.0 * batch))
                : figures;
    }
}
