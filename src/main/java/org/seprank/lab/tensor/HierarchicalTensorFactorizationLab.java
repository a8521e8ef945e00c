package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.seprank.linear.Matrices;
import org.seprank.rank.Spectrum;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Hierarchical tensor factorization (Razin, Maman and Cohen, arXiv 2201.11729), which is a convolutional network with
 * product pooling: trained on a part of a tensor from a small start, its local components grow one after the other, and
 * the rank across the halves of its modes, a measure of long-range dependence, stays low.
 */
public final class HierarchicalTensorFactorizationLab extends Lab {
    private static final double[] VALUES = {1, 0.7, 0.5, 0.35, 0.25, 0.18};

    private static final List<Setting> SETTINGS = List.of(
            Setting.text("tree", "((1,2),(3,4))", "of the modes, any shape and order of the leaves"),
            Setting.whole("size", "6", 1, 50, "length of each mode"),
            Setting.whole("rank", "2", 1, 50, "hierarchical rank of the tensor to be found, at most 6"),
            Setting.wholes("widths", "24,24", 1, 4000, "components of nodes right above leaves, .., of the root"),
            Setting.text("modes", "12,13", "sets of modes, the rows of matrices whose ranks are measured"),
            Setting.whole("observations", "648", 1, Integer.MAX_VALUE, "entries that are seen"),
            Setting.reals("deviations", "0.1,0.5", 1e-9, 100, "of the parameters at the beginning")
                    .different(),
            Setting.choice("optimizer", "group-rmsprop", StepRule.NAMES, String.join(", ", StepRule.NAMES)),
            Setting.real("rate", "3e-3", 1e-9, 10, "learning rate"),
            Setting.real("stop", "5e-6", 0, 1e3, "training loss to stop at"),
            Setting.whole("iterations", "20000", 1, 100_000_000, "iterations at most"));

    /** Makes it. */
    public HierarchicalTensorFactorizationLab() {
        super(
                "hierarchical-tensor-factorization",
                "the smaller the start, the lower the hierarchical rank of what gradient descent finds",
                "arXiv 2201.11729",
                SETTINGS);
    }

    private static List<Matricization> matricizations(Settings settings, ModeTree tree, int size) {
        List<Matricization> all = new ArrayList<>();
        for (String rows : settings.text("modes").split(",", -1)) {
            if (!rows.strip().matches("[1-9]+")) {
                throw new IllegalArgumentException(
                        "modes '" + settings.text("modes") + "' are not sets of digits 1..9 such as 12,13");
            }
            List<Integer> modes =
                    rows.strip().chars().map(digit -> digit - '0').boxed().toList();
            all.add(Matricization.of(tree.modes(), size, modes));
        }
        return all;
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        ModeTree tree = ModeTree.parsed(settings.text("tree"));
        int order = tree.modes().size();
        int size = settings.integer("size");
        if (Math.pow(size, order) > 1e7) {
            throw new IllegalArgumentException(
                    "size^order = " + Math.pow(size, order) + " entries, more than 10000000");
        }
        int rank = settings.integer("rank", 1, Math.min(size, VALUES.length));
        List<Integer> widths = settings.integers("widths");
        List<Matricization> matricizations = matricizations(settings, tree, size);
        SplittableRandom random = new SplittableRandom(seed);
        double[][] target = TreeFactorization.orthonormal(
                        tree, size, Arrays.copyOf(VALUES, rank), Math.pow(size, order / 2.0), random)
                .tensor();
        int entries = (int) Math.pow(size, order);
        Completion task = Completion.random(target, settings.integer("observations", 1, entries), random);
        Figures figures = ranks(matricizations, target).under("true");
        List<Panel> panels = new ArrayList<>();
        for (double deviation : settings.reals("deviations")) {
            SplittableRandom own = random.split();
            TreeFactorization found = TreeFactorization.random(
                    tree, size, widths, (rows, columns) -> Matrices.gaussian(rows, columns, deviation, own));
            String name = "deviation " + deviation;
            Run run = new Run(tree, found, matricizations);
            figures = figures.and(run.train(name, task, settings, progress).under(name));
            panels.addAll(run.panels);
        }
        return new LabResult(panels, figures);
    }

    private static Figures ranks(List<Matricization> matricizations, double[][] tensor) {
        Figures figures = Figures.none();
        for (Matricization rows : matricizations) {
            Spectrum spectrum = Spectrum.ofSingularValues(rows.singularValues(tensor));
            figures = figures.and("effective rank " + rows.name(), spectrum.effectiveRank())
                    .and("rank to 1 % " + rows.name(), spectrum.numericalRank(spectrum.largest() / 100));
        }
        return figures;
    }

    /** The training of one start and what is recorded of it: local components by node, singular values by modes. */
    private static final class Run {
        private final ModeTree tree;
        private final TreeFactorization found;
        private final List<Matricization> matricizations;
        private final List<Track> tracks = new ArrayList<>();
        private List<Panel> panels = List.of();

        Run(ModeTree tree, TreeFactorization found, List<Matricization> matricizations) {
            this.tree = tree;
            this.found = found;
            this.matricizations = matricizations;
            for (int k = 0; k < tree.innerNodes().size(); k++) {
                int node = k;
                String title = "Local components of " + tree.innerNodes().get(k).name();
                tracks.add(Track.ofNorms(title, () -> found.localNorms(node)));
            }
            for (Matricization rows : matricizations) {
                String title = "Singular values of the matrix with rows " + rows.name();
                tracks.add(Track.ofSingularValues(title, () -> rows.singularValues(found.tensor())));
            }
        }

        Figures train(String name, Completion task, Settings settings, Progress progress) {
            int largeBefore = TensorTraining.large(found.localNorms(0));
            TensorTraining training = new TensorTraining(task, settings, tracks);
            training.run(found, progress);
            Track root = tracks.get(0);
            Figures figures = Figures.none()
                    .and("relative error", training.relativeError())
                    .and(ranks(matricizations, found.tensor()));
            for (int k = 0; k < tree.innerNodes().size(); k++) {
                String node = k == 0 ? "root" : tree.innerNodes().get(k).name();
                figures = figures.and(node + " components above 1 %", TensorTraining.large(found.localNorms(k)));
            }
            panels = training.panels(name);
            return figures.and("root norm 1", root.last(1))
                    .and("root norm 2", root.last(2))
                    .and("root norm 3", root.last(3))
                    .and("half rise 1", root.halfRise(1))
                    .and("half rise 2", root.halfRise(2))
                    .and("iterations", training.iterations())
                    .and("root components above 1 % at the beginning", largeBefore);
        }
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Double> deviations = settings.reals("deviations");
        String small = "deviation " + Collections.min(deviations);
        String large = "deviation " + Collections.max(deviations);
        ModeTree tree = ModeTree.parsed(settings.text("tree"));
        String first =
                "effective rank " + matricizations(settings, tree, 1).get(0).name();
        double truth = measured.get("true " + first);
        double rank = measured.get(small + " " + first);
        List<Finding> verdicts = new ArrayList<>();
        verdicts.add(new Finding(
                "the smallest start has the true effective rank within 0.05", Math.abs(rank - truth) < 0.05));
        verdicts.add(new Finding(
                "its second root component rises after twice the first one's time",
                measured.get(small + " half rise 2") > 2 * measured.get(small + " half rise 1")));
        if (!small.equals(large)) {
            verdicts.add(new Finding(
                    "the largest start has a larger effective rank", measured.get(large + " " + first) > rank + 0.03));
            verdicts.add(new Finding(
                    "its second root component is there in a quarter of the time",
                    4 * measured.get(large + " half rise 2") < measured.get(small + " half rise 2")));
        }
        return verdicts;
    }
}
