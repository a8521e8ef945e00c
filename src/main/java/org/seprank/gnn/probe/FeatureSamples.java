package org.seprank.gnn.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.seprank.dataset.GraphDataset;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.kernel.CounterRandom;
import org.seprank.gnn.training.InputBatch;

/**
 * A number of feature matrices [n, D_x] for one graph, made when they are asked for and only for the vertices that are
 * asked for. Sample i is the same whenever it is asked for. Immutable.
 */
public final class FeatureSamples {
    private final int count;
    private final int vertices;
    private final int width;
    private final BiFunction<Integer, int[], FeatureMatrix> rows; // by sample and vertices

    private FeatureSamples(int count, FeatureMatrix like, BiFunction<Integer, int[], FeatureMatrix> rows) {
        this.count = positive(count);
        this.vertices = like.rows();
        this.width = like.width();
        this.rows = rows;
    }

    private static int positive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("number of samples " + count + " is not positive");
        }
        return count;
    }

    private static int in(int index, int count) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("index " + index + " is not in 0.." + (count - 1));
        }
        return index;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** n. */
    public int vertices() {
        return vertices;
    }

    /** D_x. */
    public int width() {
        return width;
    }

    /**
     * The rows of those vertices in a sample.
     *
     * @param sample 0..count-1
     * @param asked in 0..n-1
     */
    FeatureMatrix features(int sample, int[] asked) {
        return rows.apply(in(sample, count), asked);
    }

    /**
     * Given matrices.
     *
     * @throws IllegalArgumentException if there are none or their shapes differ
     */
    static FeatureSamples of(List<FeatureMatrix> matrices) {
        positive(matrices.size());
        FeatureMatrix first = matrices.get(0);
        for (FeatureMatrix matrix : matrices) {
            if (matrix.rows() != first.rows() || matrix.width() != first.width()) {
                throw new IllegalArgumentException("samples of " + first.rows() + " x " + first.width() + " and "
                        + matrix.rows() + " x " + matrix.width() + " cannot be mixed");
            }
        }
        List<FeatureMatrix> kept = List.copyOf(matrices);
        return new FeatureSamples(
                kept.size(), first, (sample, asked) -> kept.get(sample).select(asked));
    }

    /**
     * Real rows in another place: in every sample the rows of {@code base} are permuted over the vertices, uniformly
     * and independently of other samples. Sparse rows stay sparse. Time O(n) per call.
     *
     * @param count at least 1
     */
    public static FeatureSamples permuted(FeatureMatrix base, int count, long seed) {
        return new FeatureSamples(count, base, (sample, asked) -> {
            SplittableRandom random = new SplittableRandom(CounterRandom.mix(seed, sample));
            int[] row = new int[base.rows()];
            Arrays.setAll(row, v -> v);
            for (int v = row.length - 1; v > 0; v--) {
                int w = random.nextInt(v + 1);
                int kept = row[v];
                row[v] = row[w];
                row[w] = kept;
            }
            return base.select(Arrays.stream(asked).map(v -> row[v]).toArray());
        });
    }

    /**
     * The features of other graphs of a dataset that have as many vertices, in a random order; the graph's own are
     * among them.
     *
     * @param count in 1..the number of such graphs
     * @throws IllegalArgumentException if there are not so many
     */
    public static FeatureSamples swapped(GraphDataset dataset, int graph, int count, long seed) {
        int n = dataset.graphs().get(in(graph, dataset.size())).vertexCount();
        List<Integer> alike = IntStream.range(0, dataset.size())
                .filter(g -> dataset.graphs().get(g).vertexCount() == n)
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        if (count < 1 || count > alike.size()) {
            throw new IllegalArgumentException("number of samples " + count + " is not in 1.." + alike.size()
                    + ", the number of graphs with " + n + " vertices");
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<FeatureMatrix> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(alike.size() - i);
            int graphThere = alike.set(other, alike.get(i));
            chosen.add(InputBatch.features(dataset.features(graphThere)));
        }
        return of(chosen);
    }

    /**
     * Independent normal numbers with the mean and the standard deviation that each feature has over the vertices of
     * {@code base}. Always dense, whatever the base is: [vertices asked for, D_x] numbers of 8 bytes per call.
     *
     * @param count at least 1
     */
    public static FeatureSamples gaussian(FeatureMatrix base, int count, long seed) {
        double[] means = new double[base.width()];
        double[] deviations = new double[base.width()];
        moments(base, means, deviations);
        return new FeatureSamples(count, base, (sample, asked) -> {
            double[] entries = new double[Math.multiplyExact(asked.length, means.length)];
            for (int i = 0; i < asked.length; i++) {
                // a stream per vertex: its row must not depend on which others are asked for
                SplittableRandom random =
                        new SplittableRandom(CounterRandom.mix(seed, sample, in(asked[i], base.rows())));
                for (int c = 0; c < means.length; c++) {
                    entries[i * means.length + c] = means[c] + deviations[c] * random.nextGaussian();
                }
            }
            return FeatureMatrix.dense(means.length, entries);
        });
    }

    /** Two passes: a difference of squares would lose the deviation of features far from zero. */
    private static void moments(FeatureMatrix base, double[] means, double[] deviations) {
        double[] row = new double[base.width()];
        for (int i = 0; i < base.rows(); i++) {
            base.copyRow(i, row);
            for (int c = 0; c < row.length; c++) {
                means[c] += row[c];
            }
        }
        for (int c = 0; c < row.length; c++) {
            means[c] /= base.rows(); // at the end: a constant feature then has, with most constants, deviation 0
        }
        for (int i = 0; i < base.rows(); i++) {
            base.copyRow(i, row);
            for (int c = 0; c < row.length; c++) {
                deviations[c] += (row[c] - means[c]) * (row[c] - means[c]) / base.rows();
            }
        }
        for (int c = 0; c < row.length; c++) {
            deviations[c] = Math.sqrt(deviations[c]);
        }
    }
}
