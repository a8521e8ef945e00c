package org.seprank.separation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.rank.Certainty;
import org.seprank.rank.Modular;
import org.seprank.rank.ModularElimination;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/** The search of a {@link CertifiedRank}: samples are doubled until the rank stops growing or may not grow further. */
final class CertifiedRankSearch {
    static final int FIRST_SAMPLES = 32;

    private final SeparationProblem problem;
    private final CertifiedRank.Options options;
    private final Parallel threads;
    private final Progress progress;
    private final int cap;
    private final List<Integer> orders = new ArrayList<>(); // of F in each repetition that has ended
    private int rank = 1; // a product of forms that are not 0 is not 0

    CertifiedRankSearch(SeparationProblem problem, CertifiedRank.Options options, Parallel threads, Progress progress) {
        this.problem = problem;
        this.options = options;
        this.threads = threads;
        this.progress = progress;
        // one more sample than a right bound needs, so that a wrong one is noticed
        this.cap = (int) Math.min(options.maxSamples() - 1L, options.knownUpperBound()) + 1;
    }

    CertifiedRank run() {
        SplittableRandom seeds = new SplittableRandom(options.seed());
        int samples = Math.min(FIRST_SAMPLES, cap);
        while (orders.size() < options.repetitions() && !settled() && !progress.cancelled()) {
            samples = repeat(ProductNetworkGrid.of(problem, seeds.nextLong()), samples);
        }
        BigInteger degree = CertifiedRank.degree(problem);
        int order = orders.isEmpty() ? 0 : orders.get(orders.size() - 1);
        return new CertifiedRank(rank, order, orders.size(), options.seed(), degree, certainty(degree));
    }

    /** Whether no further draw can change the answer. */
    private boolean settled() {
        return !orders.isEmpty() && (rank == options.knownUpperBound() || rank == options.maxSamples());
    }

    /** Evaluates one network with more and more samples; returns how many it took. */
    private int repeat(ProductNetworkGrid grid, int firstSamples) {
        int samples = firstSamples;
        while (grid.enlarge(samples, threads, progress)) {
            int found = ModularElimination.of(grid.matrix(), threads).rank();
            if (found > options.knownUpperBound()) {
                throw new IllegalArgumentException("the known upper bound " + options.knownUpperBound()
                        + " is wrong: the separation rank is at least " + found);
            }
            rank = Math.max(rank, found);
            if (found < samples || samples == cap) {
                break;
            }
            samples = 2 * samples + 1 < cap ? 2 * samples : cap;
        }
        if (grid.size() > 0) {
            orders.add(grid.size());
        }
        return samples;
    }

    private Certainty certainty(BigInteger degree) {
        if (rank == options.knownUpperBound()) {
            return new Certainty.Exact();
        }
        long draws = orders.stream().filter(order -> order > rank).count();
        double vanishing = (rank + 1) * degree.doubleValue() / Modular.PRIME;
        if (draws == 0 || vanishing >= 1) {
            return new Certainty.AtLeast();
        }
        return new Certainty.ExactWithProbability(Math.max(Math.pow(vanishing, (double) draws), Double.MIN_NORMAL));
    }
}
