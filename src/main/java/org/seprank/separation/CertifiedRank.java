package org.seprank.separation;

import java.math.BigInteger;
import java.util.Optional;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.rank.Certainty;
import org.seprank.rank.EliminationJournal;
import org.seprank.walk.WalkCounts;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * A separation rank found by evaluation: the rank of {@code F[a, b] = f(x_a, y_b)} for a product-aggregation network f
 * and inputs {@code x_a}, {@code y_b} all drawn uniformly from GF(p), {@code p = 2³¹ - 1}.
 *
 * <p>It is a lower bound on {@code sep(f; I)} for almost all real weights: a minor of F that is not 0 modulo p is a
 * polynomial with integer coefficients that is not 0. If the rank r is less than the number of samples, it is the rank
 * that almost all weights have, unless the leading minor of order r+1, a polynomial of degree {@code (r+1)·deg f} in
 * weights and inputs, vanished by chance; by the lemma of Schwartz and Zippel that has probability at most
 * {@code (r+1)·deg f / p}, and independent repetitions multiply. (This takes for granted that p divides not all
 * coefficients of all those minors.)
 *
 * @param rank at least 1
 * @param samples the order of F in the last repetition, 0 if the search was cancelled before any was known; where the
 *     coefficient matrix took its place, the lesser of the numbers of monomials of the sides
 * @param repetitions how many independent draws there were
 * @param seed the seed of the draws
 * @param degree the degree of f in its weights and inputs together
 * @param certainty {@link Certainty.Exact} if the rank meets a known upper bound,
 *     {@link Certainty.ExactWithProbability} if it is less than the number of samples, else {@link Certainty.AtLeast}
 */
public record CertifiedRank(int rank, int samples, int repetitions, long seed, BigInteger degree, Certainty certainty) {
    /**
     * How to search.
     *
     * @param maxSamples the largest number of samples per side, in 1..{@value #LARGEST_SAMPLE_COUNT}
     * @param repetitions the number of independent draws that make a failure less probable, at least 1
     * @param knownUpperBound an upper bound on the separation rank at which the search may stop; {@link Long#MAX_VALUE}
     *     if none is known
     * @param maxTerms the largest number of terms of the network's output that may be expanded, so that the coefficient
     *     matrix takes the place of more than {@value CertifiedRankSearch#STRUCTURED_SAMPLES} samples, or of more than
     *     the largest number; 0: none
     * @param seed the seed of all draws
     */
    public record Options(int maxSamples, int repetitions, long knownUpperBound, int maxTerms, long seed) {
        /** The largest number of samples; evaluation and elimination then take 8 GiB. */
        public static final int LARGEST_SAMPLE_COUNT = 32768;

        /** As many terms as take about as long as a few thousand samples. */
        public static final int USUAL_TERMS = 1_000_000;

        /** Checks the ranges. */
        public Options {
            if (maxSamples < 1 || maxSamples > LARGEST_SAMPLE_COUNT) {
                throw new IllegalArgumentException(
                        "sample budget " + maxSamples + " is not in 1.." + LARGEST_SAMPLE_COUNT);
            }
            if (repetitions < 1) {
                throw new IllegalArgumentException("repetition count " + repetitions + " is not positive");
            }
            if (maxTerms < 0) {
                throw new IllegalArgumentException("term budget " + maxTerms + " is negative");
            }
            if (knownUpperBound < 1) {
                throw new IllegalArgumentException("upper bound " + knownUpperBound + " on a rank is not positive");
            }
        }

        /** At most 1024 samples, one draw, no upper bound known, no terms. */
        public static Options withSeed(long seed) {
            return new Options(1024, 1, Long.MAX_VALUE, 0, seed);
        }

        /** The same with another budget. */
        public Options withMaxSamples(int samples) {
            return new Options(samples, repetitions, knownUpperBound, maxTerms, seed);
        }

        /** The same with another number of draws. */
        public Options withRepetitions(int draws) {
            return new Options(maxSamples, draws, knownUpperBound, maxTerms, seed);
        }

        /** The same with an upper bound on the rank. */
        public Options withKnownUpperBound(long bound) {
            return new Options(maxSamples, repetitions, bound, maxTerms, seed);
        }

        /** The same with another number of terms. */
        public Options withMaxTerms(int terms) {
            return new Options(maxSamples, repetitions, knownUpperBound, terms, seed);
        }

        /**
         * The same with an upper bound given as a logarithm: the rank, an integer, is at most its exponential rounded
         * down. A little is added first so that rounding errors of the logarithm cannot make it too small.
         */
        public Options withKnownUpperBound(Bound bound) {
            if (bound.side() != Bound.Side.UPPER) {
                throw new IllegalArgumentException("'" + bound.name() + "' is no upper bound");
            }
            // the cast of what is too large yields Long.MAX_VALUE, which is no bound
            return withKnownUpperBound((long) Math.floor(Math.exp(bound.nats()) * (1 + 1e-9)));
        }
    }

    /**
     * The certified rank of a problem, on some threads; they make no difference to the answer.
     *
     * @throws IllegalArgumentException if the rank is found to exceed the known upper bound
     */
    public static CertifiedRank of(SeparationProblem problem, Options options, Parallel threads, Progress progress) {
        return of(problem, options, EliminationJournal.forgotten(), threads, progress);
    }

    /**
     * The certified rank of a problem, by way of what a journal has of an earlier search for it.
     *
     * @throws IllegalArgumentException if the rank is found to exceed the known upper bound
     * @throws EliminationJournal.OtherComputationException if the journal is of another search
     */
    public static CertifiedRank of(
            SeparationProblem problem,
            Options options,
            EliminationJournal journal,
            Parallel threads,
            Progress progress) {
        return new CertifiedRankSearch(problem, options, journal, threads, progress).run();
    }

    /** The certified rank of a problem, on the caller's thread. */
    public static CertifiedRank of(SeparationProblem problem, Options options) {
        return of(problem, options, Parallel.single(), Progress.none());
    }

    /**
     * The certified rank of a problem by the coefficient matrix alone; empty if that has more terms than allowed, or
     * {@code D_x < D_h}.
     */
    public static Optional<CertifiedRank> ofCoefficients(SeparationProblem problem, Options options) {
        return new CertifiedRankSearch(
                        problem, options, EliminationJournal.forgotten(), Parallel.single(), Progress.none())
                .runOnCoefficients();
    }

    /**
     * The degree of f in its weights and inputs together: {@code 1 + rho_1(V,.) + .. + rho_L(V,.)} weights, a
     * {@code W^(l)} for each walk of length L-l+1 and one {@code W^(o)}, and {@code rho_L(V,.)} inputs.
     */
    static BigInteger degree(SeparationProblem problem) {
        Graph graph = problem.graph();
        VertexSet all = VertexSet.all(graph.vertexCount());
        WalkCounts walks = WalkCounts.of(problem.target().ends(graph.vertexCount()));
        BigInteger degree = BigInteger.ONE;
        for (int length = 1; length <= problem.depth(); length++) {
            walks = walks.prepended(graph);
            degree = degree.add(walks.sum(all));
        }
        return degree.add(walks.sum(all));
    }

    /** This rank as a lower bound on the separation rank. */
    public Bound lowerBound() {
        return new Bound(Bound.Side.LOWER, "certified", Math.log(rank), certainty.describe());
    }
}
