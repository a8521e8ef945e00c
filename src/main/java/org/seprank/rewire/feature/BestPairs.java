package org.seprank.rewire.feature;

import java.util.ArrayList;
import java.util.List;

/** The pairs that are most alike, so many of those that were offered. Time O(log capacity) per pair on average. */
final class BestPairs {
    private static final int SPARE = 1024;

    private final int capacity;
    private final List<FeaturePair> pairs = new ArrayList<>();
    private double least = Double.NEGATIVE_INFINITY; // cosines below are known not to be among the best

    BestPairs(int capacity) {
        this.capacity = capacity;
    }

    /** Whether a pair with that cosine may be among the best. */
    boolean mayTake(double cosine) {
        return capacity > 0 && cosine >= least;
    }

    void offer(FeaturePair pair) {
        pairs.add(pair);
        if (pairs.size() - SPARE >= 2L * capacity) {
            cut();
        }
    }

    int size() {
        return pairs.size();
    }

    private void cut() {
        pairs.sort(FeaturePair.MOST_ALIKE);
        if (pairs.size() > capacity) {
            pairs.subList(capacity, pairs.size()).clear();
            least = pairs.get(capacity - 1).cosine();
        }
    }

    /** The pairs, the most alike first. */
    List<FeaturePair> ranked() {
        cut();
        return List.copyOf(pairs);
    }
}
