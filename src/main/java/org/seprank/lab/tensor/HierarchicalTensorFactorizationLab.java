package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Figures;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.lab.Setting;
import org.seprank.lab.Settings;
import org.seprank.lab.Verdict;
import org.seprank.lab.matrix.Completion;
import org.seprank.lab.numeric.StepRule;
import org.seprank.progress.Progress;
import org.seprank.rank.Spectrum;

/**
 * Hierarchical tensor factorization of order 4 (Razin, Maman and Cohen, arXiv 2201.11729), which is a convolutional
 * network with product pooling: trained on a part of a tensor from a small start, its local components grow one after
 * the other, and the rank across the halves of its modes, a measure of long-range dependence, stays low.
 */
public final class HierarchicalTensorFactorizationLab implements Lab {
    private static final double[] VALUES = {1, 0.7, 0.5, 0.35, 0.25, 0.18};

    /** Makes it. */
    public HierarchicalTensorFactorizationLab() {}

    @Override
    public String name() {
        return "hierarchical-tensor-factorization";
    }

    @Override
    public String claim() {
        return "the smaller the start, the lower the hierarchical rank of what gradient descent finds";
    }

    @Override
    public String source() {
        return "arXiv 2201.11729";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("size", "6", "length of each of the 4 modes"),
                new Setting("rank", "2", "hierarchical rank of the tensor to be found, at most 6"),
                new Setting("widths", "24,24", "components above the leaves and at the root"),
                new Setting("observations", "648", "entries that are seen"),
                new Setting("deviations", "0.1,0.5", "of the parameters at the beginning"),
                new Setting("optimizer", "group-rmsprop", String.join(", ", StepRule.NAMES)),
                new Setting("rate", "3e-3", "learning rate"),
                new Setting("stop", "5e-6", "training loss to stop at"),
                new Setting("iterations", "20000", "iterations at most"));
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        int size = settings.integer("size", 1, 50);
        int rank = settings.integer("rank", 1, Math.min(size, VALUES.length));
        List<Integer> widths = settings.integers("widths", 1, 4000);
        if (widths.size() != 2) {
            throw new IllegalArgumentException("widths '" + settings.text("widths") + "' are not two");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] target = TreeFactorization.orthonormal(
                        size, Arrays.copyOf(VALUES, rank), (double) size * size, random)
                .tensor();
        int entries = size * size * size * size;
        Completion task = Completion.random(target, settings.integer("observations", 1, entries), random);
        Figures figures = Figures.none().and("true effective rank {1,2}", effectiveRank(target));
        List<Panel> panels = new ArrayList<>();
        for (double deviation : settings.reals("deviations", 1e-9, 100)) {
            TreeFactorization found = TreeFactorization.random(4, size, widths, deviation, random.split());
            int largeBefore = TensorTraining.large(found.rootNorms());
            TensorTraining training = new TensorTraining(task, settings);
            training.run(found, found::rootNorms, progress);
            String name = "deviation " + deviation;
            figures = figures.and(figures(training, found)
                    .and("root components above 1 % at the beginning", largeBefore)
                    .under(name));
            panels.addAll(training.panels(name));
        }
        return new LabResult(panels, figures);
    }

    private static Figures figures(TensorTraining training, TreeFactorization found) {
        return Figures.none()
                .and("relative error", training.relativeError())
                .and("effective rank {1,2}", effectiveRank(found.tensor()))
                .and("effective rank {1,3}", effectiveRank(crossed(found.tensor())))
                .and("root components above 1 %", TensorTraining.large(found.rootNorms()))
                .and("left components above 1 %", TensorTraining.large(found.leftNorms()))
                .and("root norm 1", training.norm(1))
                .and("root norm 2", training.norm(2))
                .and("root norm 3", training.norm(3))
                .and("half rise 1", training.halfRise(1))
                .and("half rise 2", training.halfRise(2))
                .and("iterations", training.iterations());
    }

    private static double effectiveRank(double[][] matrix) {
        return Spectrum.of(matrix).effectiveRank();
    }

    /** From rows of modes 1, 2 to rows of modes 1, 3. */
    static double[][] crossed(double[][] tensor) {
        int d = (int) Math.round(Math.sqrt(tensor.length));
        double[][] crossed = new double[d * d][d * d];
        for (int i = 0; i < d * d; i++) {
            for (int j = 0; j < d * d; j++) {
                crossed[i / d * d + j / d][i % d * d + j % d] = tensor[i][j];
            }
        }
        return crossed;
    }

    @Override
    public List<Verdict> judge(Settings settings, Figures measured) {
        List<Double> deviations = settings.reals("deviations", 1e-9, 100);
        String small = "deviation " + Collections.min(deviations);
        String large = "deviation " + Collections.max(deviations);
        double truth = measured.get("true effective rank {1,2}");
        double rank = measured.get(small + " effective rank {1,2}");
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(new Verdict(
                "the smallest start has the true effective rank within 0.05", Math.abs(rank - truth) < 0.05));
        verdicts.add(new Verdict(
                "its second root component rises after twice the first one's time",
                measured.get(small + " half rise 2") > 2 * measured.get(small + " half rise 1")));
        if (!small.equals(large)) {
            verdicts.add(new Verdict(
                    "the largest start has a larger effective rank",
                    measured.get(large + " effective rank {1,2}") > rank + 0.03));
            verdicts.add(new Verdict(
                    "its second root component is there in a quarter of the time",
                    4 * measured.get(large + " half rise 2") < measured.get(small + " half rise 2")));
        }
        return verdicts;
    }
}
