package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.seprank.gnn.DivergedException;
import org.seprank.lab.Curve;
import org.seprank.lab.Panel;
import org.seprank.lab.matrix.Completion;
import org.seprank.lab.numeric.StepRule;
import org.seprank.linear.Matrices;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/** Trains a factorization on some entries of a tensor and records the norms of its components. */
final class TensorTraining {
    private final Completion task;
    private final Settings settings;
    private final Curve loss = Curve.named("training loss");
    private final Curve error = Curve.named("relative error, all entries");
    private final List<Track> tracks;
    private int iterations;

    /**
     * A training.
     *
     * @param task what is seen
     * @param settings optimizer, rate, stop and iterations
     * @param tracks what to record
     */
    TensorTraining(Completion task, Settings settings, List<Track> tracks) {
        this.task = task;
        this.settings = settings;
        this.tracks = List.copyOf(tracks);
    }

    /**
     * Descends until the training loss is low enough or the iterations are used up.
     *
     * @param factorization changed
     */
    void run(TensorFactorization factorization, Progress progress) {
        StepRule rule = StepRule.named(settings.text("optimizer"), settings.real("rate"), 1e-6);
        double stop = settings.real("stop");
        int most = settings.integer("iterations");
        double[][] tensor = factorization.tensor();
        double[][] gradient = new double[tensor.length][tensor[0].length];
        int every = Math.max(1, Math.min(25, most / 100));
        progress.start("iterations", most);
        for (int t = 0; ; t++) {
            double current = DivergedException.finite(task.loss(tensor, gradient), t + 1);
            boolean last = !(current > stop) || t >= most || (t % 64 == 0 && progress.cancelled());
            if (t % every == 0 || last) {
                record(t, t / every, current, tensor, last);
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

    private void record(int t, int occasion, double current, double[][] tensor, boolean last) {
        loss.add(t, current);
        error.add(t, Matrices.relativeError(tensor, task.target()));
        tracks.forEach(track -> track.add(t, occasion, last));
    }

    int iterations() {
        return iterations;
    }

    double relativeError() {
        return error.y(error.size() - 1);
    }

    List<Panel> panels(String name) {
        String key = name.replaceAll("[^A-Za-z0-9]+", "-");
        List<Panel> panels = new ArrayList<>();
        tracks.forEach(track -> panels.add(track.panel(name)));
        panels.add(Panel.overIterations("errors-" + key, "Errors, " + name, Axis.log10("error"), List.of(loss, error)));
        return panels;
    }

    /** How many are above a hundredth of the largest. */
    static int large(double[] norms) {
        double largest = Arrays.stream(norms).max().orElse(0);
        return (int) Arrays.stream(norms).filter(norm -> norm > largest / 100).count();
    }
}
