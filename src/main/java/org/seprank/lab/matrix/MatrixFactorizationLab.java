package org.seprank.lab.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.gnn.DivergedException;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.lab.numeric.JacobiSvd;
import org.seprank.lab.numeric.StepRule;
import org.seprank.rank.Spectrum;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Deep matrix factorization (Arora, Cohen, Hu, Luo, arXiv 1905.13655): a product of N matrices, trained on a part of a
 * matrix of low rank, finds the rest the better the deeper it is, and at depth 3 better than the matrix of least
 * nuclear norm.
 */
public final class MatrixFactorizationLab extends Lab {
    private static final int NUCLEAR_ROUNDS = 3000;
    private static final int LOGS_PER_DOUBLING = 20;

    private static final List<Setting> SETTINGS = List.of(
            Setting.whole("n", "40", 2, 400, "rows and columns"),
            Setting.whole("rank", "3", 1, 400, "rank of the matrix to be found"),
            Setting.whole(
                    "observations", "0", 0, 16_000_000, "numbers that are seen; 0: 560 entries or 400 inner products"),
            Setting.choice(
                    "task",
                    "completion",
                    List.of("completion", "sensing"),
                    "completion (entries are seen) or sensing (inner products)"),
            Setting.wholes("depths", "1,2,3", 1, 20, "numbers of factors").different(),
            Setting.choice("init", "gaussian", Initialisation.names(), String.join(", ", Initialisation.names())),
            Setting.real("scale", "1e-3", 1e-12, 10, "scale of the product at the beginning"),
            Setting.choice("optimizer", "group-rmsprop", StepRule.NAMES, String.join(", ", StepRule.NAMES)),
            Setting.real("rate", "1e-3", 1e-9, 10, "learning rate"),
            Setting.real("stop", "1e-6", 0, 1e3, "training loss to stop at"),
            Setting.whole("iterations", "40000", 1, 100_000_000, "iterations at most"));

    /** Makes it. */
    public MatrixFactorizationLab() {
        super(
                "matrix-factorization",
                "depth lowers the rank of what gradient descent finds, below that of the least nuclear norm",
                "arXiv 1905.13655, 1705.09280",
                SETTINGS);
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        int n = settings.integer("n");
        boolean sensing = settings.text("task").equals("sensing");
        int rank = settings.integer("rank", 1, n);
        int observed = settings.integer("observations", 0, sensing ? 100 * n * n : n * n);
        if (observed == 0) { // enough for depth 3, not for the least nuclear norm
            observed = Math.min(sensing ? 400 : 560, n * n);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] target = Completion.target(n, rank, random);
        MatrixTask task =
                sensing ? Sensing.random(target, observed, random) : Completion.random(target, observed, random);
        LabResult[] found = new LabResult[2];
        Parallel.of(2)
                .each(
                        2,
                        i -> found[i] = i == 0
                                ? trained(settings, task, target, random, progress)
                                : ofLeastNuclearNorm(task, target, progress));
        Figures figures = spectrum(target).under("true").and(found[0].figures()).and(found[1].figures());
        return new LabResult(found[0].panels(), figures);
    }

    private static LabResult ofLeastNuclearNorm(MatrixTask task, double[][] target, Progress progress) {
        double[][] found = MinimalNuclearNorm.of(task, NUCLEAR_ROUNDS, progress);
        return new LabResult(List.of(), figures("least nuclear norm", found, target));
    }

    private static LabResult trained(
            Settings settings, MatrixTask task, double[][] target, SplittableRandom random, Progress progress) {
        Initialisation init = Initialisation.named(settings.text("init"));
        Figures figures = Figures.none();
        List<Panel> panels = new ArrayList<>();
        for (int depth : settings.integers("depths")) {
            String name = "depth " + depth;
            SpectrumCurves curves = new SpectrumCurves(name, depth);
            progress.start(name, settings.integer("iterations"));
            DeepFactorization factorization = init.layers(target.length, depth, settings.real("scale"), random.split());
            long iterations = train(factorization, task, settings, curves, progress);
            figures =
                    figures.and(figures(name, factorization.product(), target)).and(name + " iterations", iterations);
            panels.addAll(curves.panels());
        }
        return new LabResult(panels, figures);
    }

    private static long train(
            DeepFactorization factorization,
            MatrixTask task,
            Settings settings,
            SpectrumCurves curves,
            Progress progress) {
        StepRule rule = StepRule.named(settings.text("optimizer"), settings.real("rate"), 1e-4);
        double stop = settings.real("stop");
        int most = settings.integer("iterations");
        double[][] gradient = new double[task.target().length][task.target()[0].length];
        int next = 0;
        for (int t = 0; ; t++) {
            double loss = DivergedException.finite(task.loss(factorization.product(), gradient), t + 1);
            boolean last = !(loss > stop) || t >= most || progress.cancelled();
            if (t >= next || last) {
                curves.add(t, loss, factorization.product(), gradient, task.target());
                next = t + Math.max(10, t / LOGS_PER_DOUBLING);
                progress.advanceTo(t);
            }
            if (last) {
                return t;
            }
            factorization.gradients(gradient);
            factorization.step(rule::next);
        }
    }

    private static Figures figures(String name, double[][] found, double[][] target) {
        return Figures.none()
                .and("mean square error", SpectrumCurves.meanSquareError(found, target))
                .and(spectrum(found))
                .under(name);
    }

    private static Figures spectrum(double[][] matrix) {
        double[] values = JacobiSvd.of(matrix).values();
        return Figures.none()
                .and("nuclear norm", SpectrumCurves.schatten(values, 1))
                .and("effective rank", Spectrum.ofSingularValues(values).effectiveRank());
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Finding> verdicts = new ArrayList<>();
        double truth = measured.get("true effective rank");
        for (int depth : settings.integers("depths")) {
            String name = "depth " + depth;
            double error = measured.get(name + " mean square error");
            double rank = measured.get(name + " effective rank");
            if (depth == 2) {
                verdicts.add(new Finding("depth 2 keeps an effective rank above the true one", rank > truth + 0.5));
            }
            if (depth >= 3) {
                double nuclear = measured.get("least nuclear norm mean square error");
                verdicts.add(
                        new Finding(name + " errs less than 1/20 of the least nuclear norm", error < nuclear / 20));
                verdicts.add(
                        new Finding(name + " has the true effective rank within 0.1", Math.abs(rank - truth) < 0.1));
            }
        }
        return verdicts;
    }
}
