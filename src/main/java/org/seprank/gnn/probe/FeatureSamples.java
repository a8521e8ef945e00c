package org.seprank.gnn.probe;

import java.util.List;
import org.seprank.dataset.GraphDataset;
import org.seprank.gnn.batch.Features;

/**
 * A number of feature matrices [n, D_x] for one graph, made when they are asked for and only for the vertices that are
 * asked for. Sample i is the same whenever it is asked for. Implementations are safe for use by several threads.
 */
public interface FeatureSamples {
    /** How many there are. */
    int count();

    /** n. */
    int vertices();

    /** D_x. */
    int width();

    /**
     * The rows of those vertices in a sample.
     *
     * @param sample 0..count-1
     * @param vertices in 0..n-1
     */
    Features features(int sample, int[] vertices);

    /**
     * Given matrices.
     *
     * @throws IllegalArgumentException if there are none or their shapes differ
     */
    static FeatureSamples of(List<Features> matrices) {
        return GivenSamples.of(matrices);
    }

    /**
     * Real rows in another place: in every sample the rows of {@code base} are permuted over the vertices, uniformly
     * and independently of other samples. Sparse rows stay sparse. Time O(n) per call.
     *
     * @param count at least 1
     */
    static FeatureSamples permuted(Features base, int count, long seed) {
        return new PermutedSamples(base, count, seed);
    }

    /**
     * The features of other graphs of a dataset that have as many vertices, in a random order; the graph's own are
     * among them.
     *
     * @param count in 1..the number of such graphs
     * @throws IllegalArgumentException if there are not so many
     */
    static FeatureSamples swapped(GraphDataset dataset, int graph, int count, long seed) {
        return GivenSamples.swapped(dataset, graph, new GivenSamples.Draw(count, seed));
    }

    /**
     * Independent normal numbers with the mean and the standard deviation that each feature has over the vertices of
     * {@code base}. Always dense, whatever the base is: [vertices asked for, D_x] numbers of 8 bytes per call.
     *
     * @param count at least 1
     */
    static FeatureSamples gaussian(Features base, int count, long seed) {
        return new GaussianSamples(base, count, seed);
    }
}
