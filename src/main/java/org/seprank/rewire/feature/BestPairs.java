package org.seprank.rewire.feature;

import java.util.ArrayList;
import java.util.List;

/** The pairs of the largest scores, so many of those that were offered. Time O(log capacity) per pair on average. */
final class BestPairs {
    private static final int SPARE = 1024;

    private final int capacity;
    private final List<ScoredPair> pairs = new ArrayList<>();
    private double least = Double.NEGATIVE_INFINITY; // scores below are known not to be among the best

    BestPairs(int capacity) {
        this.capacity = capacity;
    }

    /** Whether a pair with that score may be among the best. */
    boolean mayTake(double score) {
        return capacity > 0 && score >= least;
    }

    void offer(ScoredPair pair) {
        pairs.add(pair);
        if (pairs.size() - SPARE >= 2L * capacity) {
            cut();
        }
    }

    int size() {
        return pairs.size();
    }

    private void cut() {
        pairs.sort(ScoredPair.LARGEST);
        if (pairs.size() > capacity) {
            pairs.subList(capacity, pairs.size()).clear();
            least = pairs.get(capacity - 1).score();
        }
    }

    /** The pairs, the largest score first. */
    List<ScoredPair> ranked() {
        cut();
        return List.copyOf(pairs);
    }
}
