package org.seprank.entangle;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.seprank.work.Progress;

/**
 * The surrogate entanglement of an order of sites, summed over the blocks of all levels of a grid: twice the sum over
 * pairs of sites of their correlation times the number of levels at which they are in different blocks.
 */
final class CanonicalCost {
    private static final double LEAST_GAIN = 1e-12;
    private static final int STRIDE = 256; // swaps between looks

    private final Correlations weights;
    private final int axes;
    private final int levels;
    private final long[] paths; // of each place, the blocks it is in, the coarsest in the highest digits

    CanonicalCost(Correlations weights, SiteGrid grid) {
        this.weights = weights;
        this.axes = grid.lengths().size();
        this.levels = grid.levels();
        this.paths = new long[grid.sites()];
        List<SiteGrid.Box> boxes = List.of(SiteGrid.Box.all(grid.lengths()));
        for (int level = 0; level < levels; level++) {
            boxes = boxes.stream().flatMap(box -> box.split().stream()).toList();
            for (int block = 0; block < boxes.size(); block++) {
                for (int place : boxes.get(block).sites(grid.lengths())) {
                    paths[place] = (paths[place] << axes) | (block & ((1 << axes) - 1));
                }
            }
        }
    }

    /** Of an order: the site at each place. Time O(N²). */
    double of(int[] order) {
        double sum = 0;
        for (int p = 0; p < order.length; p++) {
            for (int q = 0; q < p; q++) {
                sum += 2 * weights.between(order[p], order[q]) * apart(p, q);
            }
        }
        return sum;
    }

    /** At how many levels two places are in different blocks. */
    private int apart(int p, int q) {
        long different = paths[p] ^ paths[q];
        int digits = Long.SIZE - Long.numberOfLeadingZeros(different);
        return (digits + axes - 1) / axes;
    }

    /**
     * Swaps pairs of sites drawn at random where that lowers the cost. Time O(swaps · N).
     *
     * @throws CancellationException if {@code progress} asks to stop
     */
    void lower(int[] order, long swaps, SplittableRandom random, Progress progress) {
        for (long i = 0; i < swaps; i++) {
            if (i % STRIDE == 0 && progress.cancelled()) {
                throw new CancellationException();
            }
            int p = random.nextInt(order.length);
            int q = random.nextInt(order.length);
            if (p != q && change(order, p, q) < -LEAST_GAIN) {
                int site = order[p];
                order[p] = order[q];
                order[q] = site;
            }
        }
    }

    private double change(int[] order, int p, int q) {
        double change = 0;
        for (int r = 0; r < order.length; r++) {
            if (r != p && r != q) {
                double difference = weights.between(order[q], order[r]) - weights.between(order[p], order[r]);
                change += 2 * difference * (apart(p, r) - apart(q, r));
            }
        }
        return change;
    }

    /** The given order. */
    int[] identity() {
        int[] order = new int[paths.length];
        Arrays.setAll(order, place -> place);
        return order;
    }
}
