package org.seprank.lab.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * What is gained by leaving the kernel. Weak regularization of a homogeneous network leads to the greatest normalized
 * margin (Wei, Lee, Liu and Ma, arXiv 1810.05369), and on {@link LabelledPoints#cross} such a network needs far fewer
 * points than regression with its tangent kernel. Without regularization the size of the start decides: the diagonal
 * network goes from the solution of least Euclidean norm, a kernel's, to that of least ℓ1 norm as its start shrinks
 * (Woodworth et al., arXiv 2002.09277). Four units have the greatest margin already; trained networks of four get
 * stuck, wider ones come close to it, and more width does not take it away again once they have been trained long
 * enough. In the plane the greatest margin of all widths is computed by {@link MarginProgram}.
 */
public final class MarginAndKernelLab extends Lab {
    private static final double SMALL = 0.05; // error
    private static final double NEARLY = 0.98; // of a margin

    private static final List<Setting> OWN = List.of(
            Setting.wholes(
                            "points",
                            "50,100,200,400,800",
                            1,
                            MarginRuns.MOST_POINTS,
                            "numbers of points that network and kernel learn from")
                    .different(),
            Setting.whole("dimension", "20", 2, 1000, "of the points"),
            Setting.whole("width", "64", 1, 4096, "of the network that is compared with the kernel"),
            Setting.whole(
                    "margin-points", "200", 1, MarginRuns.MOST_POINTS, "number of points whose margin is followed"),
            Setting.wholes("widths", "4,8,16,64,256", 1, 4096, "of the networks whose margin is followed")
                    .different(),
            Setting.real("start", "0.3", 1e-9, 1e3, "deviation of the networks' first parameters"),
            Setting.real("rate", "0.5", 1e-9, 1e3, "learning rate of the networks"),
            Setting.real("lambda", "5e-4", 0, 1e3, "factor of the squared norm in the loss"),
            Setting.whole("iterations", "6000", 1, 10_000_000, "iterations of the networks"),
            Setting.whole(
                    "margin-iterations", "12000", 1, 10_000_000, "iterations of the networks whose margin is followed"),
            Setting.real("ridge", "1e-6", 1e-12, 1e6, "ridge of the regression with the kernel"),
            Setting.whole("equations", "40", 1, 2000, "equations for the diagonal network"),
            Setting.whole("unknowns", "100", 1, 2000, "weights of the diagonal network"),
            Setting.whole("nonzero", "4", 1, 2000, "weights that are not 0 in truth"),
            Setting.reals("alphas", "3,1,0.1,0.01,1e-3", 1e-12, 100, "sizes of the diagonal network's start")
                    .different());

    private static final List<Setting> SETTINGS =
            Stream.concat(OWN.stream(), PlaneRuns.settings().stream()).toList();

    /** Makes it. */
    public MarginAndKernelLab() {
        super(
                "margin-and-kernel",
                "large margins and small starts need fewer samples than the kernel of the same model",
                "arXiv 1810.05369, 2002.09277",
                SETTINGS);
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        MarginRuns marginRuns = new MarginRuns(settings, random.split(), progress);
        TransitionRuns transitionRuns = new TransitionRuns(settings, random.split(), progress);
        LabResult margins = marginRuns.run();
        LabResult transition = transitionRuns.run();
        LabResult plane = new PlaneRuns(settings, random.split(), progress).run();
        List<Panel> panels = new ArrayList<>(margins.panels());
        panels.addAll(1, transition.panels());
        panels.addAll(plane.panels());
        return new LabResult(panels, margins.figures().and(transition.figures()).and(plane.figures()));
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Finding> verdicts = new ArrayList<>();
        double network = fewestPoints("network", settings, measured);
        verdicts.add(new Finding(
                "the network needs at most half as many points as the kernel for an error of " + SMALL,
                Double.isFinite(network) && 2 * network <= fewestPoints("kernel", settings, measured)));
        verdicts.add(new Finding("four units have the margin 1/4", measured.get(MarginRuns.FOUR) == 0.25));
        verdicts.addAll(judgeWidths(settings, measured));
        verdicts.addAll(PlaneRuns.judge(settings, measured));
        List<Double> alphas = TransitionRuns.alphas(settings);
        double large = Collections.max(alphas);
        double small = Collections.min(alphas);
        verdicts.add(new Finding(
                "the largest start ends at the solution of least ℓ2 norm, within 1 %",
                measured.get(TransitionRuns.distance(large)) < 0.01));
        double excess = measured.get(TransitionRuns.sum(small)) / measured.get(TransitionRuns.LEAST_SUM) - 1;
        verdicts.add(new Finding("the smallest start ends at the least ℓ1 norm, within 1 %", Math.abs(excess) < 0.01));
        verdicts.add(new Finding("smaller starts have smaller errors", errorsFall(alphas, measured)));
        return verdicts;
    }

    private static List<Finding> judgeWidths(Settings settings, Figures measured) {
        double greatest = Double.NEGATIVE_INFINITY;
        boolean kept = true;
        List<Integer> widths = MarginRuns.widths(settings).stream().sorted().toList();
        for (int width : widths) {
            double margin = measured.get(MarginRuns.margin(width));
            kept &= margin >= NEARLY * greatest;
            greatest = Math.max(greatest, margin);
        }
        double narrowest = measured.get(MarginRuns.margin(widths.get(0)));
        double widest = measured.get(MarginRuns.margin(widths.get(widths.size() - 1)));
        List<Finding> verdicts = new ArrayList<>();
        verdicts.add(new Finding("the widest network comes to at least half of that margin", widest >= 0.125));
        if (widths.size() > 1) {
            verdicts.add(
                    new Finding("the widest network comes to a larger margin than the narrowest", widest > narrowest));
            verdicts.add(new Finding("no network comes to a smaller margin than a narrower one, within 2 %", kept));
        }
        return verdicts;
    }

    private static double fewestPoints(String model, Settings settings, Figures measured) {
        return MarginRuns.points(settings).stream()
                .filter(points -> measured.get(MarginRuns.error(model, points)) <= SMALL)
                .mapToDouble(points -> points)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static boolean errorsFall(List<Double> alphas, Figures measured) {
        double[] errors = alphas.stream()
                .sorted()
                .mapToDouble(alpha -> measured.get(TransitionRuns.error(alpha)))
                .toArray();
        for (int i = 1; i < errors.length; i++) {
            if (errors[i] < errors[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
