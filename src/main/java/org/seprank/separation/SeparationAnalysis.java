package org.seprank.separation;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.seprank.rank.EliminationJournal;
import org.seprank.separation.matroid.InteractionDimension;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * All that is known about the interaction that a product-aggregation network can model across a partition: the walk
 * index {@code WI_{L-1}(I)}, the bounds on {@code sep(f; I)}, and on request its certified rank. Immutable.
 */
public final class SeparationAnalysis {
    private final SeparationProblem problem;
    private final int boundarySize;
    private final BigInteger walkIndex;
    private final @Nullable InteractionDimension dimension;
    private final Bounds bounds;
    private final @Nullable CertifiedRank certified;

    private SeparationAnalysis(
            SeparationProblem problem,
            Bounds bounds,
            @Nullable InteractionDimension dimension,
            @Nullable CertifiedRank certified) {
        this.problem = problem;
        this.boundarySize = problem.partition().boundary(problem.graph()).size();
        this.walkIndex = WalkIndex.of(problem.graph(), problem.partition(), problem.target(), problem.depth());
        this.dimension = dimension;
        this.bounds = bounds;
        this.certified = certified;
    }

    /**
     * What to do.
     *
     * @param bounds what the bounds may enumerate
     * @param certify whether to certify a rank by random matrices
     * @param rank how; an upper bound known from the bounds replaces its own where it is smaller
     * @param threads for the matrices, at least 1; the answer does not depend on it
     */
    public record Options(Bounds.Options bounds, boolean certify, CertifiedRank.Options rank, int threads) {
        /** Checks the range. */
        public Options {
            if (threads < 1) {
                throw new IllegalArgumentException("thread count " + threads + " is not positive");
            }
        }

        /** The defaults of the bounds, and no certified rank. */
        public static Options boundsOnly() {
            return new Options(Bounds.Options.defaults(), false, CertifiedRank.Options.withSeed(0), 1);
        }

        /** The defaults of the bounds, and a rank certified on one thread. */
        public static Options certifying(CertifiedRank.Options rank) {
            return new Options(Bounds.Options.defaults(), true, rank, 1);
        }

        /** The same with other options for the bounds. */
        public Options withBounds(Bounds.Options other) {
            return new Options(other, certify, rank, threads);
        }

        /** The same on so many threads. */
        public Options withThreads(int count) {
            return new Options(bounds, certify, rank, count);
        }
    }

    /** The walk index and the bounds of that problem, by {@link Options#boundsOnly()}; no rank is certified. */
    public static SeparationAnalysis of(SeparationProblem problem) {
        return of(problem, Options.boundsOnly(), Progress.none());
    }

    /**
     * The analysis of that problem. No rank is certified once cancelled, nor where the bounds meet beyond the number of
     * samples, as no matrix could add to that.
     */
    public static SeparationAnalysis of(SeparationProblem problem, Options options, Progress progress) {
        return of(problem, options, EliminationJournal.forgotten(), progress);
    }

    /**
     * The same, by way of what a journal has of an earlier search for the rank.
     *
     * @throws EliminationJournal.OtherComputationException if the journal is of another search
     */
    public static SeparationAnalysis of(
            SeparationProblem problem, Options options, EliminationJournal journal, Progress progress) {
        @Nullable InteractionDimension[] dimension = new InteractionDimension[1];
        @Nullable Bounds[] found = new Bounds[1];
        Parallel.current().each(2, part -> {
            if (part == 0) {
                found[0] = Bounds.of(problem, options.bounds, progress);
            } else if (problem.depth() > 1) {
                dimension[0] = dimension(problem, options.bounds.effort());
            }
        });
        Bounds bounds = Objects.requireNonNull(found[0]);
        Magnitude least = bounds.tightestUpper().rank();
        boolean beyond = bounds.meet() && least.compareTo(Magnitude.of(options.rank.maxSamples())) > 0;
        if (!options.certify || beyond || progress.cancelled()) {
            return new SeparationAnalysis(problem, bounds, dimension[0], null);
        }
        long known = least.exact()
                .map(rank -> rank.min(BigInteger.valueOf(options.rank.knownUpperBound()))
                        .longValueExact())
                .orElse(options.rank.knownUpperBound());
        CertifiedRank.Options search = options.rank.withKnownUpperBound(known);
        CertifiedRank rank = CertifiedRank.of(problem, search, journal, Parallel.of(options.threads), progress);
        return new SeparationAnalysis(problem, bounds, dimension[0], rank);
    }

    private static InteractionDimension dimension(SeparationProblem problem, int effort) {
        Unfolding unfolding = Unfolding.of(
                problem.graph(), problem.target().ends(problem.graph().vertexCount()), problem.depth());
        return InteractionDimension.of(unfolding, problem.partition(), new SplittableRandom(0), effort);
    }

    /** What was asked. */
    public SeparationProblem problem() {
        return problem;
    }

    /** The number of vertices in the boundary C_I. */
    public int boundarySize() {
        return boundarySize;
    }

    /** {@code WI_{L-1}(I)} or {@code WI_{L-1,t}(I)}, exact. */
    public BigInteger walkIndex() {
        return walkIndex;
    }

    /** The number of independent channels across the cut; none for depth 1, which has no layer between. */
    public Optional<InteractionDimension> interactionDimension() {
        return Optional.ofNullable(dimension);
    }

    /** The bounds. */
    public Bounds bounds() {
        return bounds;
    }

    /** The certified rank, if one was asked for and sought. */
    public Optional<CertifiedRank> certified() {
        return Optional.ofNullable(certified);
    }

    /** The least upper bound. */
    public Bound upper() {
        return bounds.tightestUpper();
    }

    /** The greatest lower bound, the certified rank among them; of equal ones that which takes no random matrix. */
    public Bound lower() {
        Bound lower = bounds.tightestLower();
        return certified()
                .map(CertifiedRank::lowerBound)
                .filter(bound -> bound.rank().compareTo(lower.rank()) > 0)
                .orElse(lower);
    }

    /**
     * Whether the separation rank for almost all weights is known exactly: the least upper bound is reached from below.
     */
    public boolean pinned() {
        return upper().rank().exact().isPresent()
                && upper().rank().exact().equals(lower().rank().exact());
    }
}
