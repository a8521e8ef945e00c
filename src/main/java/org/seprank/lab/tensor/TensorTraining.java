package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.seprank.lab.Curve;
import org.seprank.lab.Panel;
import org.seprank.lab.Panel.Side;
import org.seprank.lab.Settings;
import org.seprank.lab.matrix.Completion;
import org.seprank.lab.numeric.Matrices;
import org.seprank.lab.numeric.StepRule;
import org.seprank.progress.Progress;

/** Trains a factorization on some entries of a tensor and records the norms of its components. */
final class TensorTraining {
    private static final int SHOWN = 10;

    private final Completion task;
    private final Settings settings;
    private final Curve loss = Curve.named("training loss");
    private final Curve error = Curve.named("relative error, all entries");
    private final List<Curve> norms = new ArrayList<>();
    private int iterations;

    TensorTraining(Completion task, Settings settings) {
        this.task = task;
        this.settings = settings;
    }

    /**
     * Descends until the training loss is low enough or the iterations are used up.
     *
     * @param factorization changed
     * @param components the norms to record
     */
    void run(TensorFactorization factorization, Supplier<double[]> components, Progress progress) {
        StepRule rule =
                StepRule.named(settings.word("optimizer", StepRule.NAMES), settings.real("rate", 1e-9, 10), 1e-6);
        double stop = settings.real("stop", 0, 1e3);
        int most = settings.integer("iterations", 1, 100_000_000);
        double[][] tensor = factorization.tensor();
        double[][] gradient = new double[tensor.length][tensor[0].length];
        int every = Math.max(1, Math.min(25, most / 100));
        progress.start("iterations", most);
        for (int t = 0; ; t++) {
            double current = task.loss(tensor, gradient);
            boolean last = !(current > stop) || t >= most || (t % 64 == 0 && progress.cancelled());
            if (t % every == 0 || last) {
                record(t, current, tensor, components.get());
                progress.advanceTo(t);
            }
            if (last) {
                iterations = t;
                return;
            }
            factorization.differentiate(gradient);
            factorization.step(rule::next);
        }
    }

    private void record(int t, double current, double[][] tensor, double[] components) {
        loss.add(t, current);
        error.add(t, Matrices.relativeError(tensor, task.target()));
        Arrays.sort(components);
        for (int k = 0; k < Math.min(SHOWN, components.length); k++) {
            if (norms.size() <= k) {
                norms.add(Curve.named("component " + (k + 1)));
            }
            norms.get(k).add(t, components[components.length - 1 - k]);
        }
    }

    int iterations() {
        return iterations;
    }

    double relativeError() {
        return error.y(error.size() - 1);
    }

    /** The k-th largest norm of a component at the end, k from 1 on; 0 where there are fewer. */
    double norm(int k) {
        return k > norms.size() ? 0 : norms.get(k - 1).y(error.size() - 1);
    }

    /** The iteration at which the k-th largest norm reaches half its last value; infinite where there are fewer. */
    double halfRise(int k) {
        return k > norms.size() ? Double.POSITIVE_INFINITY : norms.get(k - 1).firstReaching(norm(k) / 2);
    }

    List<Panel> panels(String name) {
        String key = name.replaceAll("[^A-Za-z0-9]+", "-");
        return List.of(
                Panel.overIterations("components-" + key, "Component norms, " + name, Side.linear("norm"), norms),
                Panel.overIterations(
                        "errors-" + key, "Errors, " + name, Side.logarithmic("error"), List.of(loss, error)));
    }

    /** How many are above a hundredth of the largest. */
    static int large(double[] norms) {
        double largest = Arrays.stream(norms).max().orElse(0);
        return (int) Arrays.stream(norms).filter(norm -> norm > largest / 100).count();
    }
}
