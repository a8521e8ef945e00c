package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.seprank.lab.Curve;
import org.seprank.lab.Panel;
import org.seprank.report.chart.Axis;

/** Numbers of a factorization, such as the norms of its components, recorded in descending order during training. */
final class Track {
    private static final int SHOWN = 10;

    private final String title;
    private final String entry;
    private final int stride;
    private final Supplier<double[]> values;
    private final List<Curve> curves = new ArrayList<>();

    private Track(String title, String entry, int stride, Supplier<double[]> values) {
        this.title = title;
        this.entry = entry;
        this.stride = stride;
        this.values = values;
    }

    /** Norms of components, recorded whenever anything is. */
    static Track ofNorms(String title, Supplier<double[]> norms) {
        return new Track(title, "component ", 1, norms);
    }

    /** Singular values, recorded at every fourth occasion as they take longer. */
    static Track ofSingularValues(String title, Supplier<double[]> values) {
        return new Track(title, "σ", 4, values);
    }

    /** Records the present values. */
    void add(int iteration, int occasion, boolean last) {
        if (occasion % stride != 0 && !last) {
            return;
        }
        double[] sorted = values.get();
        Arrays.sort(sorted);
        double[] largest = new double[Math.min(SHOWN, sorted.length)];
        Arrays.setAll(largest, k -> sorted[sorted.length - 1 - k]);
        Curve.addEach(curves, entry, iteration, largest);
    }

    /** The k-th largest number at the end, k from 1 on; 0 where there are fewer. */
    double last(int k) {
        return k > curves.size() ? 0 : curves.get(k - 1).y(curves.get(k - 1).size() - 1);
    }

    /** The iteration at which the k-th largest number reaches half its last value; infinite where there are fewer. */
    double halfRise(int k) {
        return k > curves.size() ? Double.POSITIVE_INFINITY : curves.get(k - 1).firstReaching(last(k) / 2);
    }

    /** The picture. */
    Panel panel(String name) {
        String key = (title + " " + name).replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
        return Panel.overIterations(key, title + ", " + name, Axis.linear("value"), curves);
    }
}
