package org.seprank.lab.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Figures;
import org.seprank.linear.Matrices;
import org.seprank.report.chart.ScatterChart;
import org.seprank.work.Progress;

/** The critical points that searches from many random starts end at. Not safe for use by several threads. */
final class Survey {
    /** Norm of a gradient that is 0 to rounding. */
    static final double CRITICAL = 1e-9;

    /** How far above the least value a global minimum may be found. */
    private static final double GLOBAL = 1e-8;

    /** An eigenvalue from which on a direction goes down, beyond what rounding and the search leave. */
    private static final double DOWN = -1e-6;

    private final String name;
    private final Landscape landscape;
    private final double least;
    private final List<CriticalPoint> others = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<ScatterChart.Point> points = new ArrayList<>();
    private long minima;
    private long saddles;
    private double weakest = Double.NEGATIVE_INFINITY; // least eigenvalue nearest 0

    /** Of a loss whose least value is known. */
    Survey(String name, Landscape landscape, double least) {
        this.name = name;
        this.landscape = landscape;
        this.least = least;
    }

    /** Searches from Gaussian starts whose deviations go up to the given one. */
    void search(int starts, double deviation, SplittableRandom random, Progress progress) {
        progress.start("critical points of " + name, starts);
        for (int i = 0; i < starts && !progress.cancelled(); i++) {
            double spread = deviation * (i + 1) / starts;
            double[] start = Matrices.gaussian(1, landscape.size(), spread, random)[0];
            CriticalPoint found = CriticalPoint.near(landscape, start, CRITICAL);
            if (found.slope() <= CRITICAL) {
                add(found, random);
            }
            progress.advanceTo(i + 1);
        }
    }

    private void add(CriticalPoint found, SplittableRandom random) {
        double value = found.value();
        double lowest = found.leastEigenvalue(random);
        values.add(value);
        points.add(new ScatterChart.Point(value, lowest, name));
        if (value <= least + GLOBAL) {
            minima++;
        } else if (lowest < DOWN) {
            saddles++;
            weakest = Math.max(weakest, lowest);
        } else {
            others.add(found);
        }
    }

    /** Those that are neither global minima nor have a direction down. */
    List<CriticalPoint> others() {
        return List.copyOf(others);
    }

    /** The values of all, in the order in which they were found. */
    List<Double> values() {
        return List.copyOf(values);
    }

    /** Counts, and the least eigenvalue of the flattest saddle if there is any. */
    Figures figures() {
        Figures figures = Figures.none()
                .and("critical points", (long) values.size())
                .and("global minima", minima)
                .and("saddles", saddles)
                .and("others", (long) others.size());
        return (saddles > 0 ? figures.and("least eigenvalue nearest 0 of the saddles", weakest) : figures).under(name);
    }

    /** Least eigenvalue over value. */
    ScatterChart.Group points() {
        return new ScatterChart.Group(name, points);
    }
}
