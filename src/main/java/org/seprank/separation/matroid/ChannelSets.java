package org.seprank.separation.matroid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A common independent set of classes for each channel but the first, each a face of the cone of all columns: the
 * choices of the matroid bound. They are made one after the other by the gain of one more channel for a class,
 * {@code ln((s + k) / s)} for s channels so far and degree k, and where sets are exact each is then chosen once more
 * given all others.
 */
final class ChannelSets {
    /** Channels beyond that many repeat the last choice. */
    private static final int CHOSEN_CHANNELS = 64;

    private final GroundSet set;
    private final Kernel kernel;
    private final double[] importance;
    private final CommonIndependentSets search;
    private final List<BitSet> sets = new ArrayList<>();
    private final int[] channels;

    private ChannelSets(GroundSet set, Kernel kernel, double[] importance, CommonIndependentSets search) {
        this.set = set;
        this.kernel = kernel;
        this.importance = importance;
        this.search = search;
        this.channels = new int[set.size()];
        Arrays.fill(channels, 1);
    }

    /**
     * The sets for that many channels.
     *
     * @param importance of the classes, a factor of their weights; 0 leaves a class out
     */
    static ChannelSets of(GroundSet set, Kernel kernel, double[] importance, CommonIndependentSets search, int width) {
        ChannelSets all = new ChannelSets(set, kernel, importance, search);
        for (int d = 1; d < width; d++) {
            BitSet chosen = d < CHOSEN_CHANNELS ? search.heaviest(all.weights()) : all.sets.get(d - 2);
            all.sets.add(chosen);
            all.count(chosen, 1);
        }
        if (search instanceof MatroidIntersection && width <= CHOSEN_CHANNELS) {
            all.improve();
        }
        return all;
    }

    private void improve() {
        for (int d = 0; d < sets.size(); d++) {
            BitSet old = sets.get(d);
            count(old, -1);
            double[] weights = weights();
            BitSet other = search.heaviest(weights);
            BitSet better = total(other, weights) > total(old, weights) ? other : old;
            sets.set(d, better);
            count(better, 1);
        }
    }

    private void count(BitSet chosen, int change) {
        chosen.stream().forEach(j -> channels[j] += change);
    }

    private static double total(BitSet chosen, double[] weights) {
        return chosen.stream().mapToDouble(j -> weights[j]).sum();
    }

    private double[] weights() {
        double[] weights = new double[set.size()];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = importance[j] * Math.log1p(set.degrees().get(j).doubleValue() / channels[j]);
        }
        kernel.barred(weights).stream().forEach(j -> weights[j] = 0);
        return weights;
    }

    /** How many channels each class has, the first among them. */
    int[] channels() {
        return channels.clone();
    }

    /** The sets, of the second channel first. */
    List<BitSet> sets() {
        return sets;
    }
}
