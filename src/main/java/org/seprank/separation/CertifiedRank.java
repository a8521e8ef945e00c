package org.seprank.separation;

import java.math.BigInteger;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.rank.Certainty;
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
 * @param samples the order of F in the last repetition, 0 if the search was cancelled before any was known
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
     * @param seed the seed of all draws
     */
    public record Options(int maxSamples, int repetitions, long knownUpperBound, long seed) {
        /** The largest number of samples; the elimination then takes 2 GiB. */
        public static final int LARGEST_SAMPLE_COUNT = 16384;

        /** Checks the ranges. */
        public Options {
            if (maxSamples < 1 || maxSamples > LARGEST_SAMPLE_COUNT) {
                throw new IllegalArgumentException(
                        "sample budget " + maxSamples + " is not in 1.." + LARGEST_SAMPLE_COUNT);
            }
            if (repetitions < 1) {
                throw new IllegalArgumentException("repetition count " + repetitions + " is not positive");
            }
            if (knownUpperBound < 1) {
                throw new IllegalArgumentException("upper bound " + knownUpperBound + " on a rank is not positive");
            }
        }

        /** At most 1024 samples, one draw, no upper bound known. */
        public static Options withSeed(long seed) {
            return new Options(1024, 1, Long.MAX_VALUE, seed);
        }

        /** The same with another budget. */
        public Options withMaxSamples(int samples) {
            return new Options(samples, repetitions, knownUpperBound, seed);
        }

        /** The same with another number of draws. */
        public Options withRepetitions(int draws) {
            return new Options(maxSamples, draws, knownUpperBound, seed);
        }

        /** The same with an upper bound on the rank. */
        public Options withKnownUpperBound(long bound) {
            return new Options(maxSamples, repetitions, bound, seed);
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
        return new CertifiedRankSearch(problem, options, threads, progress).run();
    }

    /** The certified rank of a problem, on the caller's thread. */
    public static CertifiedRank of(SeparationProblem problem, Options options) {
        return of(problem, options, Parallel.single(), Progress.none());
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
