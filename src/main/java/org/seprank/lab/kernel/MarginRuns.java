package org.seprank.lab.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/** Weakly regularized networks and regression with their tangent kernel on points of {@link LabelledPoints}. */
final class MarginRuns {
    static final String FOUR = "margin of four units";
    private static final int TEST = 2000;
    private static final String LONG = "margin-iterations";
    static final int MOST_POINTS = 3000; // K(X, X) and its decomposition then take 144 MB

    private final Settings settings;
    private final SplittableRandom random;
    private final Progress progress;
    private final int dimension;
    private final LabelledPoints test;
    private final List<Panel> panels = new ArrayList<>();
    private Figures figures = Figures.none();

    MarginRuns(Settings settings, SplittableRandom random, Progress progress) {
        this.settings = settings;
        this.random = random;
        this.progress = progress;
        this.dimension = settings.integer("dimension");
        this.test = LabelledPoints.cross(TEST, dimension, random.split());
    }

    static List<Integer> points(Settings settings) {
        return settings.integers("points");
    }

    static List<Integer> widths(Settings settings) {
        return settings.integers("widths");
    }

    static String error(String model, int points) {
        return "error of the " + model + " at " + points + " points";
    }

    static String margin(int width) {
        return "margin reached at width " + width;
    }

    LabResult run() {
        compareOverPoints();
        compareOverWidths();
        return new LabResult(panels, figures);
    }

    private void compareOverPoints() {
        Curve ofNetwork = Curve.named("network");
        Curve ofKernel = Curve.named("tangent kernel");
        double ridge = settings.real("ridge");
        int width = settings.integer("width");
        for (int count : points(settings)) {
            LabelledPoints data = LabelledPoints.cross(count, dimension, random.split());
            double kernel = test.error(TangentKernel.regression(data, ridge).outputs(test.points()));
            double network = test.error(
                    trained(data, width, "iterations", Curve.named("margin")).outputs(test.points()));
            ofKernel.add(count, kernel);
            ofNetwork.add(count, network);
            figures = figures.and(error("network", count), network).and(error("kernel", count), kernel);
        }
        panels.add(Panel.of(
                "errors",
                "Test error over the number of points",
                Axis.log10("points"),
                Axis.linear("test error"),
                List.of(ofNetwork, ofKernel)));
    }

    private void compareOverWidths() {
        LabelledPoints data = LabelledPoints.cross(settings.integer("margin-points"), dimension, random.split());
        double exact = TwoLayerNetwork.fourUnits(dimension).margin(data);
        figures = figures.and(FOUR, exact);
        List<Curve> curves = new ArrayList<>();
        Curve reached = Curve.named("reached");
        Curve constant = Curve.named("four units");
        for (int width : widths(settings)) {
            Curve curve = Curve.named("width " + width);
            double margin = trained(data, width, LONG, curve).margin(data);
            curves.add(curve);
            reached.add(width, margin);
            constant.add(width, exact);
            figures = figures.and(margin(width), margin);
        }
        Curve level = Curve.named("four units");
        level.add(0, exact);
        level.add(settings.integer(LONG), exact);
        curves.add(level);
        panels.add(Panel.overIterations("margins", "Normalized margin", Axis.linear("margin"), curves));
        panels.add(Panel.of(
                "widths",
                "Normalized margin reached over width",
                Axis.log10("width"),
                Axis.linear("margin"),
                List.of(reached, constant)));
    }

    private TwoLayerNetwork trained(LabelledPoints data, int width, String length, Curve margin) {
        double rate = settings.real("rate");
        TwoLayerNetwork network = TwoLayerNetwork.gaussian(dimension, width, settings.real("start"), random.split());
        TwoLayerNetwork.Descent descent = network.new Descent(data, settings.real("lambda"));
        int iterations = settings.integer(length);
        progress.start("network of width " + width + " on " + data.count() + " points", iterations);
        int every = Math.max(1, iterations / 150);
        for (int t = 0; t <= iterations && !progress.cancelled(); t++) {
            if (t % every == 0) {
                margin.add(t, network.margin(data));
                progress.advanceTo(t);
            }
            if (t < iterations) {
                descent.step(rate);
            }
        }
        return network;
    }
}
