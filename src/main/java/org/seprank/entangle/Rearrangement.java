package org.seprank.entangle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.seprank.work.Progress;

/**
 * An order of sites under which correlated ones are near each other (Algorithms 1 and 3 of arXiv 2303.11249): the sites
 * are split into the halves (on p axes 2^p parts) of the grid with little correlation between them, each part likewise,
 * down to single sites; at last pairs are swapped where that lowers the {@linkplain #after surrogate entanglement}
 * summed over all canonical partitions. Of two halves of one size the one nearer to what is placed already comes first,
 * which no canonical partition depends on. An order that is no better than the given one is not taken.
 *
 * <p>Published code asks METIS for the parts and stops at three sites. Time O(starts · N²) and more where swaps help
 * long; memory O(N).
 *
 * @param order the site at each place
 * @param before surrogate entanglement summed over all canonical partitions in the given order
 * @param after the same in this order, no larger
 */
public record Rearrangement(List<Integer> order, double before, double after) {
    private static final double STEPS_PER_START = 120;
    private static final double STEPS_PER_SWAP = 4;

    /** Keeps the list. */
    public Rearrangement {
        order = List.copyOf(order);
    }

    /**
     * How long to search.
     *
     * @param starts how many splits are tried each time, in 1..1000; METIS is asked for 10
     * @param swapsPerSite how many pairs are tried at last for each site, in 0..100000
     * @param seed of random splits and pairs
     */
    public record Options(int starts, int swapsPerSite, long seed) {
        private static final int MOST_STARTS = 1000;
        private static final int MOST_SWAPS = 100_000;

        /** Checks the ranges. */
        public Options {
            if (starts < 1 || starts > MOST_STARTS) {
                throw new IllegalArgumentException("starts " + starts + " is not in 1.." + MOST_STARTS);
            }
            if (swapsPerSite < 0 || swapsPerSite > MOST_SWAPS) {
                throw new IllegalArgumentException("swaps per site " + swapsPerSite + " is not in 0.." + MOST_SWAPS);
            }
        }

        /** Ten starts, thirty swaps per site. */
        public static Options seeded(long seed) {
            return new Options(10, 30, seed);
        }
    }

    /**
     * An order for those correlations.
     *
     * @param grid with as many places as sites
     * @param progress shows the sites that are placed
     * @throws CancellationException if {@code progress} asks to stop
     */
    public static Rearrangement of(Correlations weights, SiteGrid grid, Options options, Progress progress) {
        if (grid.sites() != weights.sites()) {
            throw new IllegalArgumentException(
                    "axes of lengths " + grid.lengths() + " have no place for " + weights.sites() + " sites each");
        }
        CanonicalCost cost = new CanonicalCost(weights, grid);
        SplittableRandom random = new SplittableRandom(options.seed);
        Placing placing = new Placing(weights, grid, options, random, progress);
        progress.start("rearranging", grid.sites());
        placing.place(SiteGrid.Box.all(grid.lengths()), cost.identity());
        int[] order = placing.order;
        cost.lower(order, (long) options.swapsPerSite * order.length, random, progress);
        double before = cost.of(cost.identity());
        double after = cost.of(order);
        boolean better = after < before;
        int[] taken = better ? order : cost.identity();
        return new Rearrangement(Arrays.stream(taken).boxed().toList(), before, better ? after : before);
    }

    /** The elementary steps for so many sites, roughly. */
    public static double steps(int sites, Options options) {
        double square = (double) sites * sites;
        return square * (STEPS_PER_START * options.starts + STEPS_PER_SWAP * options.swapsPerSite);
    }

    /** Sites on their way to their places. */
    private static final class Placing {
        private final Correlations weights;
        private final SiteGrid grid;
        private final Options options;
        private final SplittableRandom random;
        private final Progress progress;
        private final int[] order;
        private int placed;

        Placing(Correlations weights, SiteGrid grid, Options options, SplittableRandom random, Progress progress) {
            this.weights = weights;
            this.grid = grid;
            this.options = options;
            this.random = random;
            this.progress = progress;
            this.order = new int[grid.sites()];
        }

        void place(SiteGrid.Box box, int[] sites) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            if (sites.length == 1) {
                order[box.sites(grid.lengths()).get(0)] = sites[0];
                progress.advanceTo(++placed);
                return;
            }
            List<SiteGrid.Box> boxes = box.split();
            List<int[]> parts = parts(boxes, sites);
            improve(parts);
            for (int k = 0; k < boxes.size(); k++) {
                place(boxes.get(k), parts.get(k));
            }
        }

        /** Parts as large as the boxes. */
        private List<int[]> parts(List<SiteGrid.Box> boxes, int[] sites) {
            if (boxes.size() == 1) {
                return List.of(sites);
            }
            int half = boxes.size() / 2;
            int size =
                    boxes.subList(0, half).stream().mapToInt(SiteGrid.Box::size).sum();
            int[] split = BalancedSplit.of(weights, sites, size, options.starts, random);
            if (2 * size == sites.length && turns(split, size)) {
                int[] turned = new int[split.length];
                System.arraycopy(split, size, turned, 0, size);
                System.arraycopy(split, 0, turned, size, size);
                split = turned;
            }
            List<int[]> parts = new ArrayList<>(parts(boxes.subList(0, half), Arrays.copyOf(split, size)));
            parts.addAll(parts(boxes.subList(half, boxes.size()), Arrays.copyOfRange(split, size, split.length)));
            return parts;
        }

        /** Whether the second half is nearer to what was placed last; without any, whether it has the first site. */
        private boolean turns(int[] split, int size) {
            if (grid.lengths().size() > 1 || placed == 0) {
                return placed == 0 && split[size] < split[0];
            }
            double nearer = 0;
            for (int place = Math.max(0, placed - size); place < placed; place++) {
                for (int i = 0; i < split.length; i++) {
                    nearer += (i < size ? -1 : 1) * weights.between(order[place], split[i]);
                }
            }
            return nearer > 0;
        }

        /** Swaps between every two of more than two parts. */
        private void improve(List<int[]> parts) {
            for (int one = 0; one < parts.size() && parts.size() > 2; one++) {
                for (int other = 0; other < one; other++) {
                    int[] both = Arrays.copyOf(parts.get(other), parts.get(other).length + parts.get(one).length);
                    int size = parts.get(other).length;
                    System.arraycopy(parts.get(one), 0, both, size, parts.get(one).length);
                    int[] improved = BalancedSplit.improved(weights, both, size);
                    parts.set(other, Arrays.copyOf(improved, size));
                    parts.set(one, Arrays.copyOfRange(improved, size, improved.length));
                }
            }
        }
    }
}
