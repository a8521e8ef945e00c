package org.seprank.entangle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Samples of numbers at sites, and a label of each sample: a tabular dataset, whose sites are its features, or many
 * graphs or moments on one set of vertices, whose sites are the vertices. Values: [M samples, N sites, d channels].
 * Immutable.
 */
public final class DataTable {
    private final List<String> sites;
    private final int channels;
    private final double[][] rows; // site after site
    private final double[] labels;

    private DataTable(List<String> sites, int channels, double[][] rows, double[] labels) {
        this.sites = List.copyOf(sites);
        this.channels = channels;
        this.rows = rows;
        this.labels = labels;
    }

    /**
     * A table over these arrays, which become its own.
     *
     * @param sites their names, two or more, all different
     * @param channels d, numbers per site, at least 1
     * @param rows [M, N·d], at least one, finite, site after site
     * @param labels y: [M], finite; all 1 where there are none
     */
    public static DataTable over(List<String> sites, int channels, double[][] rows, double[] labels) {
        if (sites.size() < 2 || new TreeSet<>(sites).size() < sites.size()) {
            throw new IllegalArgumentException("a table needs two sites or more, all of different names, not " + sites);
        }
        if (channels < 1 || rows.length == 0 || labels.length != rows.length) {
            throw new IllegalArgumentException(rows.length + " samples with " + labels.length + " labels and "
                    + channels + " numbers per site are no table");
        }
        for (int m = 0; m < rows.length; m++) {
            boolean fits = rows[m].length == Math.multiplyExact(sites.size(), channels);
            if (!fits || !Double.isFinite(labels[m]) || !Arrays.stream(rows[m]).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("sample " + m + " has no " + sites.size() + " times " + channels
                        + " finite numbers and a finite label");
            }
        }
        return new DataTable(sites, channels, rows, labels);
    }

    /** Labels 1, with which labels do not enter. */
    public static double[] unlabelled(int samples) {
        double[] ones = new double[samples];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** M. */
    public int samples() {
        return rows.length;
    }

    /** The names of the N sites. */
    public List<String> sites() {
        return sites;
    }

    /** d. */
    public int channels() {
        return channels;
    }

    /** A channel of a site in a sample. */
    public double value(int sample, int site, int channel) {
        return rows[sample][site * channels + channel];
    }

    /** The label y of a sample. */
    public double label(int sample) {
        return labels[sample];
    }

    /** A column, one channel of a site, of all samples. */
    double[] column(int column) {
        double[] values = new double[rows.length];
        Arrays.setAll(values, m -> rows[m][column]);
        return values;
    }

    /** The number of columns, N·d. */
    int columns() {
        return sites.size() * channels;
    }

    /**
     * The table in which every channel of every site has mean 0 and standard deviation 1 over the samples, and is 0
     * where it is constant.
     */
    public DataTable standardized() {
        double[][] scaled = new double[rows.length][columns()];
        for (int c = 0; c < columns(); c++) {
            double[] values = column(c);
            double mean = Arrays.stream(values).sum() / values.length;
            double square =
                    Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
            double deviation = Math.sqrt(square / values.length);
            boolean constant = deviation <= Math.abs(mean) * 0x1p-40;
            for (int m = 0; m < values.length; m++) {
                scaled[m][c] = constant ? 0 : (values[m] - mean) / deviation;
            }
        }
        return new DataTable(sites, channels, scaled, labels);
    }

    /**
     * The table with its sites in another order.
     *
     * @param order each site once
     */
    public DataTable rearranged(List<Integer> order) {
        if (order.size() != sites.size() || new TreeSet<>(order).size() != order.size()) {
            throw new IllegalArgumentException("an order of " + sites.size() + " sites names each once");
        }
        double[][] turned = new double[rows.length][columns()];
        List<String> names = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            int site = order.get(place);
            names.add(sites.get(site));
            for (int m = 0; m < rows.length; m++) {
                System.arraycopy(rows[m], site * channels, turned[m], place * channels, channels);
            }
        }
        return new DataTable(names, channels, turned, labels);
    }
}
