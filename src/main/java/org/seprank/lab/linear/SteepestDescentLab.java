package org.seprank.lab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.lab.Panel.Side;
import org.seprank.lab.Setting;
import org.seprank.lab.Settings;
import org.seprank.lab.Verdict;
import org.seprank.progress.Progress;

/**
 * Steepest descent on separable data (Gunasekar, Lee, Soudry and Srebro, arXiv 1802.08246): under the exponential loss
 * the direction of the parameters goes to the one of greatest margin in the norm that descent is steepest in. The step
 * along the gradient of the logarithm of the loss is {@code rate / √t}.
 */
public final class SteepestDescentLab implements Lab {
    /** (1, 3) and (-1, 4), whose greatest margins are known: 3, √10 and 7/2. */
    private static final SeparableData PAIR = SeparableData.of(new double[][] {{1, 3}, {-1, 4}});

    /** Makes it. */
    public SteepestDescentLab() {}

    @Override
    public String name() {
        return "steepest-descent";
    }

    @Override
    public String claim() {
        return "steepest descent on separable data maximizes the margin in its own norm";
    }

    @Override
    public String source() {
        return "arXiv 1802.08246, 1710.10345";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("data", "pair", "pair: (1,3) and (-1,4), solved exactly; random: planted Gaussian points"),
                new Setting("points", "15", "number of random points"),
                new Setting("dimension", "6", "of random points"),
                new Setting("rate", "0.1", "step t is rate / √t"),
                new Setting("iterations", "100000", "iterations"));
    }

    private static boolean isPair(Settings settings) {
        return settings.word("data", List.of("pair", "random")).equals("pair");
    }

    @Override
    public LabResult run(Settings settings, long seed, Progress progress) {
        int points = settings.integer("points", 1, 10_000);
        int dimension = settings.integer("dimension", 1, 10_000);
        SeparableData data =
                isPair(settings) ? PAIR : SeparableData.planted(points, dimension, new SplittableRandom(seed));
        double rate = settings.real("rate", 1e-9, 100);
        int iterations = settings.integer("iterations", 1, 100_000_000);
        Figures figures = Figures.none();
        List<Curve> curves = new ArrayList<>();
        for (Geometry geometry : Geometry.values()) {
            Curve curve = Curve.named("descent in " + geometry.sign());
            progress.start(curve.name(), iterations);
            double[] w = descend(data, geometry, rate, iterations, curve, progress);
            curves.add(curve);
            for (Geometry measured : Geometry.values()) {
                figures = figures.and(name(measured, geometry), data.margin(w) / measured.norm(w));
            }
        }
        Panel panel = new Panel(
                "margins",
                "Margin in the norm of the descent",
                Side.logarithmic("iteration"),
                Side.linear("margin"),
                curves);
        return new LabResult(List.of(panel), figures);
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
            SeparableData data, Geometry geometry, double rate, int iterations, Curve curve, Progress progress) {
        double[] w = new double[data.dimension()];
        double[] gradient = new double[w.length];
        int next = 1;
        for (int t = 1; t <= iterations; t++) {
            data.gradient(w, gradient);
            geometry.step(w, gradient, rate / Math.sqrt(t));
            if (t >= next || t == iterations) {
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
    public List<Verdict> judge(Settings settings, Figures measured) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Geometry geometry : Geometry.values()) {
            double own = measured.get(name(geometry, geometry));
            if (isPair(settings)) {
                double greatest = greatestOfPair(geometry);
                verdicts.add(new Verdict(
                        "descent in " + geometry.sign() + " reaches 0.99 of its greatest margin",
                        own > 0.99 * greatest && own < greatest * (1 + 1e-9)));
            }
            boolean best = true;
            for (Geometry other : Geometry.values()) {
                best &= measured.get(name(geometry, other)) <= 1.01 * own;
            }
            verdicts.add(new Verdict("no other has a greater " + geometry.sign() + " margin by over 1 %", best));
        }
        return verdicts;
    }
}
