package org.seprank.lab.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/**
 * Gradient descent on wide rectifiers finds a global minimum, and how: the residual follows {@code exp(-H t)} of the
 * kernel at the start the closer the wider the network; the kernel's least eigenvalue stays over half of its limit λ,
 * {@code ‖r(t)‖² ≤ (1 - ηλ/2)^t ‖r(0)‖²}, and no unit moves by more than {@code 4 √n ‖r(0)‖ / (√m λ)} (Du, Zhai, Poczos
 * and Singh, arXiv 1810.02054; Arora et al., 1901.08584). The kernel's change falls at least as fast; so it does in
 * networks of two hidden layers (Du, Lee, Li, Wang and Zhai, arXiv 1811.03804).
 */
public final class PredictionDynamicsLab extends Lab {
    private static final String ONE = "one hidden layer";
    private static final String LIMIT = "least eigenvalue of the kernel in the limit";

    private static final List<Setting> SETTINGS = List.of(
            Setting.whole("points", "8", 2, 500, "points on the sphere, with values 1 and -1"),
            Setting.whole("dimension", "6", 2, 1000, "of the points"),
            Setting.wholes("widths", "128,512,2048,8192", 1, 100_000, "of networks of one hidden layer")
                    .different(),
            Setting.wholes("deep-widths", "32,64,128,256", 1, 4096, "of networks of several hidden layers")
                    .different(),
            Setting.whole("networks", "3", 1, 1000, "of every width; what is told are medians"),
            Setting.whole("hidden", "2", 2, 10, "hidden layers of the deeper networks"),
            Setting.real("rate", "0.1", 1e-9, 10, "learning rate"),
            Setting.whole("steps", "600", 1, 10_000_000, "steps of networks of one hidden layer"),
            Setting.whole("deep-steps", "300", 1, 10_000_000, "steps of the deeper networks"));

    /** Makes it. */
    public PredictionDynamicsLab() {
        super(
                "prediction-dynamics",
                "outputs of wide networks move as their kernel at the start says, to a global minimum",
                "arXiv 1810.02054, 1901.08584, 1811.03804",
                SETTINGS);
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        SpherePoints data =
                SpherePoints.random(settings.integer("points"), settings.integer("dimension"), random.split());
        Figures figures = Figures.none().and(LIMIT, data.leastEigenvalue());
        List<Curve> residuals = new ArrayList<>();
        List<Curve> eigenvalues = new ArrayList<>();
        List<Curve> falls = new ArrayList<>();
        for (int hidden : new int[] {1, settings.integer("hidden")}) {
            Curve moves = Curve.named(named(hidden) + ": move");
            Curve changes = Curve.named(named(hidden) + ": kernel");
            for (int width : widths(settings, hidden)) {
                List<WidthRun> runs = new ArrayList<>();
                Figures measured = medians(settings, data, hidden, width, random, runs, progress);
                figures = figures.and(measured.under(name(hidden, width) + ":"));
                moves.add(width, measured.get("farthest move of a unit"));
                changes.add(width, measured.get("kernel change"));
                if (hidden == 1) {
                    residuals.addAll(List.of(runs.get(0).measured(), runs.get(0).reference()));
                    eigenvalues.add(runs.get(0).eigenvalues());
                }
            }
            falls.addAll(List.of(moves, changes));
            figures = figures.and(exponents(hidden, moves, changes));
        }
        return new LabResult(panels(residuals, eigenvalues, falls), figures);
    }

    /** Of several networks of a width. */
    private static Figures medians(
            Settings settings,
            SpherePoints data,
            int hidden,
            int width,
            SplittableRandom random,
            List<WidthRun> runs,
            Progress progress) {
        double eigenvalue = data.leastEigenvalue();
        List<Figures> all = new ArrayList<>();
        for (int k = 0; k < settings.integer("networks"); k++) {
            WideNetwork network = WideNetwork.gaussian(data.points(), hidden, width, random.split());
            WidthRun run = new WidthRun(name(hidden, width), data, network, settings.real("rate"));
            Figures one = run.run(settings.integer(hidden == 1 ? "steps" : "deep-steps"), eigenvalue, progress);
            all.add(hidden == 1 ? one.and(move(settings, run, width, eigenvalue, one)) : one);
            runs.add(run);
        }
        return Figures.medians(all);
    }

    private static List<Panel> panels(List<Curve> residuals, List<Curve> eigenvalues, List<Curve> falls) {
        return List.of(
                Panel.of(
                        "residual",
                        "Residual of one hidden layer beside exp(-Ht) of its kernel at the start",
                        Axis.linear("time"),
                        Axis.log10("norm over first norm"),
                        residuals),
                Panel.of(
                        "least-eigenvalue",
                        "Least eigenvalue of the kernel on the way",
                        Axis.linear("time"),
                        Axis.linear("eigenvalue"),
                        eigenvalues),
                Panel.of(
                        "width",
                        "Farthest move of a unit and change of the kernel over width",
                        Axis.log10("width"),
                        Axis.log10("change"),
                        falls));
    }

    private static Figures move(Settings settings, WidthRun run, int width, double eigenvalue, Figures measured) {
        double proved = 4 * Math.sqrt(settings.integer("points")) * run.initial() / (Math.sqrt(width) * eigenvalue);
        return Figures.none().and("move / proved bound", measured.get("farthest move of a unit") / proved);
    }

    private static Figures exponents(int hidden, Curve moves, Curve changes) {
        return moves.size() < 2
                ? Figures.none()
                : Figures.none()
                        .and("exponent of the move in width", slope(moves))
                        .and("exponent of the kernel change in width", slope(changes))
                        .under(named(hidden) + ":");
    }

    /** The least-squares slope of logarithms. */
    private static double slope(Curve curve) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < curve.size(); i++) {
            x += Math.log(curve.x(i)) / curve.size();
            y += Math.log(curve.y(i)) / curve.size();
        }
        double products = 0;
        double squares = 0;
        for (int i = 0; i < curve.size(); i++) {
            double off = Math.log(curve.x(i)) - x;
            products += off * (Math.log(curve.y(i)) - y);
            squares += off * off;
        }
        return products / squares;
    }

    private static List<Integer> widths(Settings settings, int hidden) {
        return settings.integers(hidden == 1 ? "widths" : "deep-widths");
    }

    private static String named(int hidden) {
        return hidden == 1 ? ONE : hidden + " hidden layers";
    }

    private static String name(int hidden, int width) {
        return named(hidden) + ", width " + width;
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Finding> verdicts = new ArrayList<>();
        List<Integer> widths = widths(settings, 1).stream().sorted().toList();
        int widest = widths.get(widths.size() - 1);
        String wide = name(1, widest) + ": ";
        verdicts.add(new Finding(
                "the widest network's residual is exp(-Ht), within 5 % of the first",
                measured.get(wide + "deviation from exp(-Ht), greatest") < 0.05));
        verdicts.add(new Finding(
                "its kernel's least eigenvalue stays over half of the limit's",
                measured.get(wide + "least eigenvalue on the way") >= measured.get(LIMIT) / 2));
        verdicts.add(new Finding(
                "its residual stays below the proved (1 - ηλ/2)^t",
                measured.get(wide + "squared residual / proved bound, greatest") <= 1 + 1e-12));
        boolean within = true;
        for (int width : widths) {
            within &= measured.get(name(1, width) + ": move / proved bound") <= 1;
        }
        verdicts.add(new Finding("no unit of any width moves farther than proved", within));
        int deep = settings.integer("hidden");
        if (widths.size() > 1) {
            double exponent = measured.get(ONE + ": exponent of the move in width");
            verdicts.add(new Finding("moves fall as 1/√m: exponent -0.5 within 0.1", Math.abs(exponent + 0.5) < 0.1));
            verdicts.add(falls(1, measured));
        }
        if (widths(settings, deep).size() > 1) {
            verdicts.add(falls(deep, measured));
        }
        return verdicts;
    }

    private static Finding falls(int hidden, Figures measured) {
        return new Finding(
                named(hidden) + ": the kernel's change falls with width, exponent below -0.3",
                measured.get(named(hidden) + ": exponent of the kernel change in width") < -0.3);
    }
}
