package org.seprank.entangle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.graph.VertexSet;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The entanglement of a table across partitions of its sites, batch by batch: each batch is so many samples, drawn
 * without repetition, whose data tensor is never formed ({@link CutEntanglement}). The batches are the same for all
 * partitions.
 */
public final class SampledEntanglement {
    private static final double STEPS_PER_PRODUCT = 1.5;
    private static final double STEPS_PER_CUBE = 4;
    private static final double NOISY_STEPS_PER_CUBE = 40; // eigenvectors

    private final DataTable table;
    private final Options options;
    private final List<SampleStates> batches = new ArrayList<>();

    /**
     * How samples are mapped and drawn.
     *
     * @param theta θ of the feature map {@code (cos πθx, sin πθx)}, more than 0
     * @param batch samples per batch, 1 to {@value #LARGEST_BATCH}; all where there are no more
     * @param batches how many are drawn, 1 to {@value #MOST_BATCHES}; one where it holds all samples
     * @param noise added to Gram matrices, relative to their mean; 0: none
     * @param seed of draws and noise
     */
    public record Options(double theta, int batch, int batches, double noise, long seed) {
        /** The largest number of samples of a batch: its matrices take some hundred bytes per pair. */
        public static final int LARGEST_BATCH = 8192;

        /** The largest number of batches. */
        public static final int MOST_BATCHES = 1000;

        /** Checks the ranges. */
        public Options {
            if (!(theta > 0) || Double.isInfinite(theta)) {
                throw new IllegalArgumentException("theta " + theta + " is not positive and finite");
            }
            if (batch < 1 || batch > LARGEST_BATCH) {
                throw new IllegalArgumentException("batch " + batch + " is not in 1.." + LARGEST_BATCH);
            }
            if (batches < 1 || batches > MOST_BATCHES) {
                throw new IllegalArgumentException("number of batches " + batches + " is not in 1.." + MOST_BATCHES);
            }
            if (!(noise >= 0) || Double.isInfinite(noise)) {
                throw new IllegalArgumentException("noise " + noise + " is negative or not finite");
            }
        }

        /** θ = 0.085, two batches of 500, as in the paper; no noise. */
        public static Options seeded(long seed) {
            return new Options(0.085, 500, 2, 0, seed);
        }

        /** The same with another θ. */
        public Options withTheta(double other) {
            return new Options(other, batch, batches, noise, seed);
        }

        /** The same with so many samples in each of so many batches. */
        public Options withBatches(int samples, int count) {
            return new Options(theta, samples, count, noise, seed);
        }

        /** The same with so much noise. */
        public Options withNoise(double other) {
            return new Options(theta, batch, batches, other, seed);
        }

        /** The number of batches of a table of so many samples: one where it holds all. */
        public int batchesOf(int samples) {
            return batch >= samples ? 1 : batches;
        }
    }

    private SampledEntanglement(DataTable table, Options options) {
        this.table = table;
        this.options = options;
    }

    /** Draws the batches. Memory two doubles per sample of a batch and column. */
    public static SampledEntanglement over(DataTable table, Options options) {
        SampledEntanglement sampled = new SampledEntanglement(table, options);
        SplittableRandom random = new SplittableRandom(options.seed);
        for (int b = 0; b < options.batchesOf(table.samples()); b++) {
            int[] drawn = drawn(table.samples(), options.batch, random.split());
            sampled.batches.add(SampleStates.of(table, options.theta, drawn));
        }
        return sampled;
    }

    private static int[] drawn(int samples, int count, SplittableRandom random) {
        int[] all = new int[samples];
        Arrays.setAll(all, m -> m);
        int size = Math.min(samples, count);
        for (int i = 0; i < size && size < samples; i++) {
            int other = i + random.nextInt(samples - i);
            int sample = all[other];
            all[other] = all[i];
            all[i] = sample;
        }
        int[] drawn = Arrays.copyOf(all, size);
        Arrays.sort(drawn);
        return drawn;
    }

    /** How many batches there are. */
    public int batches() {
        return batches.size();
    }

    /** The elementary steps of {@link #of} for so many partitions, roughly. */
    public static double steps(int partitions, int samples, int columns, Options options) {
        double m = Math.min(samples, options.batch);
        double cube = options.noise > 0 ? NOISY_STEPS_PER_CUBE : STEPS_PER_CUBE;
        double once = STEPS_PER_PRODUCT * m * m / 2 * columns + cube * m * m * m;
        return (double) partitions * options.batchesOf(samples) * once;
    }

    /**
     * The entanglement across each partition in each batch: [partition][batch]. Time O(M² N + M³) each, spread over the
     * threads of {@link Parallel#current()}, whose number does not change the answer.
     *
     * @param sides one side of each partition of the sites
     * @param progress counts partitions; it has been started
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     * @throws IllegalArgumentException if a side is of other sites, or empty or all of them
     */
    public List<List<CutEntanglement>> of(List<VertexSet> sides, Progress progress) {
        for (VertexSet side : sides) {
            if (side.universe() != table.sites().size() || !side.isProper()) {
                throw new IllegalArgumentException("a side of " + side.size() + " of " + side.universe()
                        + " sites is no partition of " + table.sites().size());
            }
        }
        List<List<CutEntanglement>> found = new ArrayList<>();
        sides.forEach(side -> found.add(List.of()));
        Parallel.current().each(sides.size(), progress, k -> found.set(k, across(sides.get(k))));
        return found;
    }

    private List<CutEntanglement> across(VertexSet side) {
        List<CutEntanglement> each = new ArrayList<>();
        for (int b = 0; b < batches.size(); b++) {
            double[][] first = batches.get(b).gram(side, true);
            double[][] second = batches.get(b).gram(side.complement(), false);
            each.add(
                    options.noise > 0
                            ? CutEntanglement.ofNoisyGrams(
                                    first, second, options.noise, new SplittableRandom(options.seed + b))
                            : CutEntanglement.ofGrams(first, second));
        }
        return each;
    }
}
