package org.seprank.lab.linear;

import java.util.ArrayList;
import java.util.Iterator;
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
 * Steepest descent on separable data (Gunasekar, Lee, Soudry and Srebro, arXiv 1802.08246): under the exponential or
 * logistic loss the direction of the parameters goes to the one of greatest margin in the norm that descent is steepest
 * in: with constant steps at the rate 1 / ln t, with aggressive ones, divided by the loss, at ln t / √t (arXiv
 * 1803.01905).
 */
public final class SteepestDescentLab extends Lab {
    /** (1, 3) and (-1, 4), whose greatest margins are known: 3, √10 and 7/2. */
    private static final SeparableData PAIR = SeparableData.of(new double[][] {{1, 3}, {-1, 4}});

    private static final double SAME = 40; // margins from which the losses agree in all digits

    private static final List<Setting> SETTINGS = List.of(
            Setting.choice(
                    "data",
                    "pair",
                    List.of("pair", "random"),
                    "pair: (1,3) and (-1,4), solved exactly; random: planted Gaussian points"),
            Setting.whole("points", "15", 1, 10_000, "number of random points"),
            Setting.whole("dimension", "6", 1, 10_000, "of random points"),
            Setting.choice("loss", "exponential", List.of("exponential", "logistic"), "exponential or logistic"),
            Setting.choice(
                    "steps",
                    "aggressive",
                    List.of("aggressive", "constant"),
                    "aggressive: rate / √t over the loss; constant: rate"),
            Setting.real("rate", "0.1", 1e-9, 100, "factor of the steps"),
            Setting.whole("iterations", "100000", 1, 100_000_000, "iterations"));

    /** Makes it. */
    public SteepestDescentLab() {
        super(
                "steepest-descent",
                "steepest descent on separable data maximizes the margin in its own norm",
                "arXiv 1802.08246, 1710.10345",
                SETTINGS);
    }

    private static Descent descent(Settings settings) {
        return new Descent(
                settings.text("loss").equals("logistic"),
                settings.text("steps").equals("constant"),
                settings.real("rate"),
                settings.integer("iterations"));
    }

    /**
     * A loss and a length of steps. Aggressive steps are divided by the loss, which grows the parameters polynomially
     * instead of logarithmically.
     *
     * @param logistic {@code ln(1 + e^{-m})} instead of {@code e^{-m}} of every margin m
     * @param constant whether all steps are {@code rate} times the gradient of the mean loss
     * @param rate a factor
     * @param iterations number of steps
     */
    private record Descent(boolean logistic, boolean constant, double rate, int iterations) {
        double length(int t) {
            return constant ? rate : rate / Math.sqrt(t);
        }

        void gradient(SeparableData data, double[] w, double[] gradient) {
            if (!constant && (!logistic || data.margin(w) > SAME)) {
                data.gradient(w, gradient); // of the logarithm, which does not underflow
                return;
            }
            data.gradient(w, margin -> logistic ? -1 / (1 + Math.exp(margin)) : -Math.exp(-margin), gradient);
            if (!constant) {
                double loss = data.meanLogisticLoss(w);
                for (int j = 0; j < gradient.length; j++) {
                    gradient[j] /= loss;
                }
            }
        }
    }

    private static boolean isPair(Settings settings) {
        return settings.text("data").equals("pair");
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        int points = settings.integer("points");
        int dimension = settings.integer("dimension");
        SeparableData data =
                isPair(settings) ? PAIR : SeparableData.planted(points, dimension, new SplittableRandom(seed));
        Descent descent = descent(settings);
        Figures figures = Figures.none();
        List<Curve> curves = new ArrayList<>();
        for (Geometry geometry : Geometry.values()) {
            Curve curve = Curve.named("descent in " + geometry.sign());
            progress.start(curve.name(), descent.iterations());
            double[] w = descend(data, geometry, descent, curve, progress);
            curves.add(curve);
            for (Geometry measured : Geometry.values()) {
                figures = figures.and(name(measured, geometry), data.margin(w) / measured.norm(w));
            }
        }
        Panel panel = Panel.of(
                "margins", "Margin in the norm of the descent", Axis.log10("iteration"), Axis.linear("margin"), curves);
        List<Panel> panels = new ArrayList<>(List.of(panel));
        if (isPair(settings)) {
            panels.add(rates(curves));
        }
        return new LabResult(panels, figures);
    }

    /** What is missing to the greatest margin, beside the rates of constant and of aggressive steps. */
    private static Panel rates(List<Curve> margins) {
        List<Curve> missing = new ArrayList<>();
        Iterator<Curve> byGeometry = margins.iterator();
        for (Geometry geometry : Geometry.values()) {
            Curve margin = byGeometry.next();
            Curve curve = Curve.named("descent in " + geometry.sign());
            for (int i = 0; i < margin.size(); i++) {
                double share = 1 - margin.y(i) / greatestOfPair(geometry);
                if (share > 0) { // a logarithmic axis has no place for 0, nor for steps before the first separation
                    curve.add(margin.x(i), share);
                }
            }
            missing.add(curve);
        }
        Curve slow = Curve.reference("1 / ln t", "");
        Curve fast = Curve.reference("ln t / √t", "");
        Curve longest = margins.get(0);
        for (int i = 0; i < longest.size(); i++) {
            double t = longest.x(i);
            if (t >= 10) {
                slow.add(t, 1 / Math.log(t));
                fast.add(t, Math.log(t) / Math.sqrt(t));
            }
        }
        missing.addAll(List.of(slow, fast));
        return Panel.of(
                "rates",
                "Share of the greatest margin that is missing, beside the published rates",
                Axis.log10("iteration"),
                Axis.log10("share"),
                missing);
    }

    private static double greatestOfPair(Geometry geometry) {
        return switch (geometry) {
            case SUM -> 3;
            case EUCLIDEAN -> Math.sqrt(10);
            case LARGEST -> 3.5;
        };
    }

    private static String name(Geometry measured, Geometry descent) {
        return measured.sign() + " margin of descent in " + descent.sign();
    }

    private static double[] descend(
            SeparableData data, Geometry geometry, Descent descent, Curve curve, Progress progress) {
        double[] w = new double[data.dimension()];
        double[] gradient = new double[w.length];
        int next = 1;
        for (int t = 1; t <= descent.iterations(); t++) {
            descent.gradient(data, w, gradient);
            geometry.step(w, gradient, descent.length(t));
            if (t >= next || t == descent.iterations()) {
                curve.add(t, data.margin(w) / geometry.norm(w));
                next = t + 1 + t / 20;
                progress.advanceTo(t);
                if (progress.cancelled()) {
                    break;
                }
            }
        }
        return w;
    }

    @Override
    public List<Finding> judge(Settings settings, Figures measured) {
        List<Finding> verdicts = new ArrayList<>();
        boolean slow = descent(settings).constant();
        double share = slow ? 0.85 : 0.99;
        for (Geometry geometry : Geometry.values()) {
            double own = measured.get(name(geometry, geometry));
            if (isPair(settings)) {
                double greatest = greatestOfPair(geometry);
                verdicts.add(new Finding(
                        "descent in " + geometry.sign() + " reaches " + share + " of its greatest margin",
                        own > share * greatest && own < greatest * (1 + 1e-9)));
            }
            if (slow) { // too far from the limit to compare
                continue;
            }
            boolean best = true;
            for (Geometry other : Geometry.values()) {
                best &= measured.get(name(geometry, other)) <= 1.01 * own;
            }
            verdicts.add(new Finding("no other has a greater " + geometry.sign() + " margin by over 1 %", best));
        }
        return verdicts;
    }
}
