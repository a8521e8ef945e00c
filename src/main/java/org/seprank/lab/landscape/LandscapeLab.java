package org.seprank.lab.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.ScatterChart;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Critical points of losses that are not convex. Deep linear networks have no local minima but global ones, and with
 * one hidden layer every other critical point has a direction down (Kawaguchi, arXiv 1605.07110); deeper ones have
 * saddles without, where the product of the middle layers is singular, such as 0. Matrix sensing with sensors that
 * nearly keep norms is like one hidden layer (arXiv 1605.07221, 1704.00708), with others it is not (arXiv 1805.10251).
 * Networks of rectifiers have bad minima, fewer with one unit more (Safran and Shamir, arXiv 1712.08968). Whether a
 * point is a minimum is read off the least eigenvalue of its Hessian, by Lanczos on exact products.
 */
public final class LandscapeLab extends Lab {
    private static final String SENSING = "sensing";
    private static final String MISLED = "misleading sensors";
    private static final double SINGULAR = 1e-3; // a middle layer's least singular value, found to rounding's root

    private static final List<Setting> SETTINGS = List.of(
            Setting.reals("target", "2,1.5,1,0.6", 1e-3, 1e3, "singular values of the matrix for linear networks"),
            Setting.wholes("depths", "2,3", 2, 6, "numbers of layers of linear networks")
                    .different(),
            Setting.whole("hidden", "3", 1, 20, "units of every hidden layer"),
            Setting.whole("starts", "60", 1, 100_000, "searches on each loss"),
            Setting.whole("n", "5", 1, 40, "rows and columns of the sensed matrix"),
            Setting.whole("rank", "2", 1, 40, "of the sensed matrix"),
            Setting.whole("sensors", "60", 1, 10_000, "Gaussian sensors"),
            Setting.whole("rectifiers", "12", 2, 40, "units of the network to be learned"),
            Setting.whole("rectifier-starts", "20", 1, 10_000, "runs of gradient descent of rectifiers"));

    /** Makes it. */
    public LandscapeLab() {
        super(
                "landscape",
                "linear networks and matrix sensing have no bad local minima, rectifiers do",
                "arXiv 1605.07110, 1605.07221, 1704.00708, 1805.10251, 1712.08968",
                SETTINGS);
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        Figures figures = Figures.none();
        List<ScatterChart.Group> groups = new ArrayList<>();
        for (int depth : settings.integers("depths")) {
            LinearLandscape landscape = linear(settings, depth);
            Survey survey = new Survey(named(depth), landscape, landscape.least());
            survey.search(settings.integer("starts"), 1.5, random.split(), progress);
            figures = figures.and(survey.figures())
                    .and(
                            depth == 2
                                    ? values(survey, landscape)
                                    : middles(survey, landscape).under(named(depth)));
            groups.add(survey.points());
        }
        int rank = settings.integer("rank", 1, settings.integer("n"));
        SplittableRandom ofSensing = random.split();
        Survey sensing = new Survey(
                SENSING,
                SensingLandscape.gaussian(settings.integer("n"), rank, settings.integer("sensors"), ofSensing),
                0);
        sensing.search(settings.integer("starts"), 1, ofSensing, progress);
        groups.add(sensing.points());
        figures = figures.and(sensing.figures())
                .and(misled(random.split()))
                .and(new RectifierRuns(settings.integer("rectifiers"), settings.integer("rectifier-starts"))
                        .run(random.split(), progress));
        ScatterChart chart = ScatterChart.of(
                "Critical points: only global minima lack a direction down",
                Axis.linear("loss"),
                Axis.linear("least eigenvalue"),
                groups);
        return new LabResult(List.of(new Panel("critical-points", chart)), figures);
    }

    private static LinearLandscape linear(Settings settings, int depth) {
        double[] target =
                settings.reals("target").stream().mapToDouble(value -> value).toArray();
        if (target.length > 12) {
            throw new IllegalArgumentException("target has " + target.length + " singular values, more than 12");
        }
        return new LinearLandscape(target, depth, settings.integer("hidden"));
    }

    private static String named(int depth) {
        return "depth " + depth;
    }

    /** How the values that were found compare with all there are. */
    private static Figures values(Survey survey, LinearLandscape landscape) {
        double[] known = landscape.criticalValues();
        boolean[] met = new boolean[known.length];
        double farthest = 0;
        for (double value : survey.values()) {
            int nearest = 0;
            for (int k = 1; k < known.length; k++) {
                nearest = Math.abs(known[k] - value) < Math.abs(known[nearest] - value) ? k : nearest;
            }
            met[nearest] = true;
            farthest = Math.max(farthest, Math.abs(known[nearest] - value));
        }
        long found = 0;
        for (boolean one : met) {
            found += one ? 1 : 0;
        }
        return Figures.none()
                .and("critical values, all", (long) known.length)
                .and("critical values, met", found)
                .and("distance to a critical value, greatest", farthest)
                .under(named(2));
    }

    private static Figures middles(Survey survey, LinearLandscape landscape) {
        double greatest = 0;
        for (CriticalPoint other : survey.others()) {
            greatest = Math.max(greatest, landscape.middle(other.parameters()));
        }
        double[] origin = new double[landscape.size()];
        double[] near = new double[landscape.size()];
        Arrays.fill(near, 0.05); // one of the ways down, of an order that the Hessian does not see
        return Figures.none()
                .and("σ of the middle layers of others, greatest", greatest)
                .and("largest product of the Hessian at 0", flatness(landscape, origin))
                .and("loss near 0 over loss at 0", landscape.value(near) / landscape.value(origin));
    }

    private static double flatness(Landscape landscape, double[] at) {
        double[] all = new double[landscape.size()];
        Arrays.fill(all, 1);
        double largest = 0;
        for (double entry : landscape.curvature(at, all)) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    private static Figures misled(SplittableRandom random) {
        double[] minimum = {0, Math.sqrt(0.5)};
        CriticalPoint point = CriticalPoint.at(SensingLandscape.misleading(), minimum);
        return Figures.none()
                .and("norm of the gradient", point.slope())
                .and("loss", point.value())
                .and("least eigenvalue", point.leastEigenvalue(random))
                .under(MISLED);
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Finding> verdicts = new ArrayList<>();
        for (int depth : settings.integers("depths")) {
            verdicts.addAll(depth == 2 ? oneHidden(measured) : deeper(depth, measured));
        }
        verdicts.add(new Finding(
                "sensing: every critical point is a global minimum or has a direction down",
                measured.get(SENSING + " others") == 0 && measured.get(SENSING + " saddles") > 0));
        verdicts.add(new Finding(
                "misleading sensors have a local minimum of loss 1/24, not 0",
                measured.get(MISLED + " norm of the gradient") < 1e-12
                        && Math.abs(measured.get(MISLED + " loss") - 1.0 / 24) < 1e-12
                        && measured.get(MISLED + " least eigenvalue") > 0.1));
        int units = settings.integer("rectifiers");
        double bad = measured.get(RectifierRuns.share(units));
        verdicts.add(new Finding("rectifiers have minima that are not global", bad > 0));
        verdicts.add(new Finding(
                "one rectifier more meets fewer of them", measured.get(RectifierRuns.share(units + 1)) < bad));
        return verdicts;
    }

    private static List<Finding> oneHidden(Figures measured) {
        return List.of(
                new Finding(
                        "depth 2: every critical point is a global minimum or has a direction down",
                        measured.get("depth 2 others") == 0 && measured.get("depth 2 saddles") > 0),
                new Finding(
                        "depth 2: all losses at critical points are those of the theorem",
                        measured.get("depth 2 distance to a critical value, greatest") < 1e-7));
    }

    private static List<Finding> deeper(int depth, Figures measured) {
        return List.of(
                new Finding(
                        named(depth) + ": saddles without a direction down have singular middle layers",
                        measured.get(named(depth) + " σ of the middle layers of others, greatest") < SINGULAR),
                new Finding(
                        named(depth) + ": 0 is such a saddle, its Hessian is 0",
                        measured.get(named(depth) + " largest product of the Hessian at 0") == 0
                                && measured.get(named(depth) + " loss near 0 over loss at 0") < 1));
    }
}
