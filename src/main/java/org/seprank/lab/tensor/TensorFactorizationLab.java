package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.lab.matrix.Completion;
import org.seprank.lab.numeric.StepRule;
import org.seprank.lab.tensor.image.ComplexityRuns;
import org.seprank.linear.Matrices;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Tensor factorization (Razin, Maman and Cohen, arXiv 2102.09972): a sum of many outer products, trained on a part of a
 * tensor of low rank from a small start, lets its components grow one after the other, and so finds the rest; from a
 * large start it does not. With {@code task=images}, the rank of a tensor with a mode for every pixel says how complex
 * data are.
 */
public final class TensorFactorizationLab extends Lab {
    /** Makes it. */
    public TensorFactorizationLab() {
        super(
                "tensor-factorization",
                "the smaller the start, the lower the tensor rank of what gradient descent finds",
                "arXiv 2102.09972, 2005.06398",
                known());
    }

    private static List<Setting> known() {
        List<Setting> settings = new ArrayList<>(List.of(
                Setting.choice(
                        "task",
                        "completion",
                        List.of("completion", "images"),
                        "completion; images: rank as a measure of what data need"),
                Setting.whole("order", "3", 2, 16, "number of modes"),
                Setting.whole("size", "10", 1, 1000, "length of each mode"),
                Setting.whole("rank", "3", 1, 10_000, "rank of the tensor to be found"),
                Setting.whole(
                        "components", "100", 0, 100_000, "outer products; 0: size^(order-1), which constrains nothing"),
                Setting.whole("observations", "500", 1, 10_000_000, "entries that are seen"),
                Setting.real("norm", "1", 1e-9, 1e9, "norm of the tensor to be found"),
                Setting.reals("deviations", "0.005,0.05", 1e-9, 100, "of the parameters at the beginning")
                        .different(),
                Setting.choice("optimizer", "group-rmsprop", StepRule.NAMES, String.join(", ", StepRule.NAMES)),
                Setting.real("rate", "3e-3", 1e-9, 10, "learning rate"),
                Setting.real("stop", "1e-8", 0, 1e3, "training loss to stop at"),
                Setting.whole("iterations", "6000", 1, 100_000_000, "iterations at most")));
        settings.addAll(ComplexityRuns.settings());
        return settings;
    }

    private static boolean isOfImages(Settings settings) {
        return settings.text("task").equals("images");
    }

    @Override
    public String claim(Settings settings) {
        return isOfImages(settings) ? ComplexityRuns.CLAIM : claim();
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        return isOfImages(settings) ? ComplexityRuns.run(settings, seed, progress) : complete(settings, seed, progress);
    }

    private static LabResult complete(Settings settings, long seed, Progress progress) {
        int order = settings.integer("order");
        int size = settings.integer("size");
        if (Math.pow(size, order) > 1e7) {
            throw new IllegalArgumentException(
                    "size^order = " + Math.pow(size, order) + " entries, more than 10000000");
        }
        int chosen = settings.integer("components");
        int components = chosen == 0 ? (int) Math.round(Math.pow(size, order - 1)) : chosen;
        SplittableRandom random = new SplittableRandom(seed);
        CpFactorization truth = CpFactorization.random(order, size, settings.integer("rank"), 1, random);
        Matrices.scale(settings.real("norm") / Matrices.norm(truth.tensor()), truth.tensor());
        Completion task = Completion.random(truth.tensor(), settings.integer("observations"), random);
        Figures figures = Figures.none();
        List<Panel> panels = new ArrayList<>();
        for (double deviation : settings.reals("deviations")) {
            CpFactorization found = CpFactorization.random(order, size, components, deviation, random.split());
            Track norms = Track.ofNorms("Component norms", found::componentNorms);
            TensorTraining training = new TensorTraining(task, settings, List.of(norms));
            training.run(found, progress);
            String name = "deviation " + deviation;
            figures = figures.and(figures(training, norms, found).under(name));
            panels.addAll(training.panels(name));
        }
        return new LabResult(panels, figures);
    }

    private static Figures figures(TensorTraining training, Track norms, CpFactorization found) {
        return Figures.none()
                .and("relative error", training.relativeError())
                .and("components above 1 %", TensorTraining.large(found.componentNorms()))
                .and("norm 1", norms.last(1))
                .and("norm 2", norms.last(2))
                .and("norm 3", norms.last(3))
                .and("norm 4", norms.last(4))
                .and("half rise 1", norms.halfRise(1))
                .and("half rise 2", norms.halfRise(2))
                .and("half rise 3", norms.halfRise(3))
                .and("iterations", training.iterations());
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        return isOfImages(settings) ? ComplexityRuns.judge(settings, measured) : completed(settings, measured);
    }

    private static List<Finding> completed(Settings settings, Figures measured) {
        List<Double> deviations = settings.reals("deviations");
        String small = "deviation " + Collections.min(deviations);
        String large = "deviation " + Collections.max(deviations);
        double error = measured.get(small + " relative error");
        List<Finding> verdicts = new ArrayList<>();
        verdicts.add(new Finding("the smallest start errs less than 0.02", error < 0.02));
        verdicts.add(new Finding(
                "the smallest start leaves at most rank + 5 components",
                measured.get(small + " components above 1 %") <= settings.integer("rank") + 5));
        if (!small.equals(large)) {
            verdicts.add(new Finding(
                    "the largest start errs five times as much", measured.get(large + " relative error") > 5 * error));
            verdicts.add(new Finding(
                    "the largest start keeps more than twice as many components",
                    measured.get(large + " components above 1 %") > 2 * measured.get(small + " components above 1 %")));
        }
        return verdicts;
    }
}
