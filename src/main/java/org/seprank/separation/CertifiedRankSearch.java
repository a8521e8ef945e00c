package org.seprank.separation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.seprank.rank.Certainty;
import org.seprank.rank.EliminationJournal;
import org.seprank.rank.Modular;
import org.seprank.rank.ModularMatrix;
import org.seprank.rank.SparseModularMatrix;
import org.seprank.rank.StructuredElimination;
import org.seprank.separation.monomial.CoefficientMatrix;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The search of a {@link CertifiedRank}: samples are doubled until the rank stops growing or may not grow further; from
 * {@value #STRUCTURED_SAMPLES} on, or at the budget, the coefficient matrix takes their place if it is small enough.
 */
final class CertifiedRankSearch {
    static final int FIRST_SAMPLES = 32;
    static final int STRUCTURED_SAMPLES = 1024;

    private final SeparationProblem problem;
    private final CertifiedRank.Options options;
    private final EliminationJournal journal;
    private final Parallel threads;
    private final Progress progress;
    private final int cap;
    private final List<Integer> orders = new ArrayList<>(); // of F in each repetition that has ended
    private int rank = 1; // a product of forms that are not 0 is not 0
    private boolean full; // whether that is the number of all monomials of a side

    CertifiedRankSearch(
            SeparationProblem problem,
            CertifiedRank.Options options,
            EliminationJournal journal,
            Parallel threads,
            Progress progress) {
        this.problem = problem;
        this.options = options;
        this.journal = journal;
        this.threads = threads;
        this.progress = progress;
        // one more sample than a right bound needs, so that a wrong one is noticed
        this.cap = (int) Math.min(options.maxSamples() - 1L, options.knownUpperBound()) + 1;
        checkMemory();
    }

    private void checkMemory() {
        double need = cap < STRUCTURED_SAMPLES
                ? 0
                : CertifiedRankCost.of(problem, options.withMaxSamples(cap)).bytes();
        double room = 0.9 * Runtime.getRuntime().maxMemory();
        if (need > room) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "certifying a rank by %d inputs per side may take %.1f GiB of memory, more than the %.1f GiB there"
                            + " are; allow fewer inputs (--max-inputs), or give Java more with -Xmx",
                    cap,
                    need / (1 << 30),
                    room / (1 << 30)));
        }
    }

    CertifiedRank run() {
        SplittableRandom seeds = new SplittableRandom(options.seed());
        int samples = Math.min(FIRST_SAMPLES, cap);
        while (orders.size() < options.repetitions() && !settled() && !progress.cancelled()) {
            samples = repeat(seeds.nextLong(), samples);
        }
        return answer();
    }

    /** The rank by the coefficient matrix alone, if that is small enough. */
    Optional<CertifiedRank> runOnCoefficients() {
        OptionalInt order = structured(new SplittableRandom(options.seed()).nextLong());
        order.ifPresent(orders::add);
        return order.isPresent() ? Optional.of(answer()) : Optional.empty();
    }

    private CertifiedRank answer() {
        BigInteger degree = CertifiedRank.degree(problem);
        int order = orders.isEmpty() ? 0 : orders.get(orders.size() - 1);
        return new CertifiedRank(rank, order, orders.size(), options.seed(), degree, certainty(degree));
    }

    /** Whether no further draw can change the answer. */
    private boolean settled() {
        return !orders.isEmpty() && (rank == options.knownUpperBound() || rank == options.maxSamples() || full);
    }

    /** Evaluates one network with more and more samples; returns how many it took. */
    private int repeat(long seed, int firstSamples) {
        ProductNetworkGrid grid = ProductNetworkGrid.of(problem, seed);
        int samples = firstSamples;
        int order = 0;
        try {
            boolean grows = true;
            while (grows) {
                int found = found(grid, seed, samples);
                order = samples;
                grows = found == samples;
                if (grows && found < options.knownUpperBound() && (samples == STRUCTURED_SAMPLES || samples == cap)) {
                    OptionalInt monomials = structured(seed);
                    order = monomials.orElse(order);
                    grows = monomials.isEmpty();
                }
                grows &= samples < cap;
                samples = grows ? next(samples) : samples;
            }
        } catch (CancellationException interrupted) {
            samples = Math.max(order, firstSamples);
        }
        if (order > 0) {
            orders.add(order);
        }
        return samples;
    }

    private int next(int samples) {
        return 2 * samples + 1 < cap ? 2 * samples : cap;
    }

    private int found(ProductNetworkGrid grid, long seed, int samples) {
        String name = samples + " x " + samples + " inputs, draw " + seed + ", " + problem.fingerprint();
        try {
            return accept(journal.rank(name, () -> evaluated(grid, samples), threads, progress));
        } catch (CancellationException interrupted) {
            // the pivots so far are independent columns of F
            journal.unfinished().ifPresent(begun -> accept(begun.state().pivotColumns().length));
            throw interrupted;
        }
    }

    private ModularMatrix evaluated(ProductNetworkGrid grid, int samples) {
        if (!grid.enlarge(samples, threads, progress)) {
            throw new CancellationException("interrupted in the evaluation of inputs");
        }
        return grid.matrix();
    }

    private int accept(int found) {
        if (found > options.knownUpperBound()) {
            throw new IllegalArgumentException("the known upper bound " + options.knownUpperBound()
                    + " is wrong: the separation rank is at least " + found);
        }
        rank = Math.max(rank, found);
        return found;
    }

    private Optional<SparseModularMatrix> coefficients(long seed) {
        if (terms(problem, options.maxTerms()) == 0) {
            return Optional.empty();
        }
        return CoefficientMatrix.of(
                unfolding(problem),
                problem.partition(),
                problem.hiddenWidth(),
                seed,
                new CoefficientMatrix.Limit(options.maxTerms(), progress));
    }

    /** How many terms the output has, if its coefficient matrix gives the rank and they are at most so many, else 0. */
    static double terms(SeparationProblem problem, int most) {
        if (most == 0 || problem.depth() < 2 || problem.inputWidth() < problem.hiddenWidth()) {
            return 0;
        }
        Magnitude terms = CoefficientMatrix.terms(unfolding(problem), problem.hiddenWidth());
        return terms.compareTo(Magnitude.of(most)) > 0 ? 0 : Math.exp(terms.nats());
    }

    private static Unfolding unfolding(SeparationProblem problem) {
        return Unfolding.of(
                problem.graph(), problem.target().ends(problem.graph().vertexCount()), problem.depth());
    }

    /** The lesser of the numbers of monomials of the sides, if the coefficient matrix has given the rank. */
    private OptionalInt structured(long seed) {
        Optional<SparseModularMatrix> matrix = coefficients(seed);
        Optional<StructuredElimination> structure =
                matrix.flatMap(all -> StructuredElimination.of(all, threads, progress));
        if (structure.isEmpty()) {
            return OptionalInt.empty();
        }
        int found = structure.get().rank();
        List<ModularMatrix> rest = structure.get().rest();
        for (int k = 0; k < rest.size(); k++) {
            ModularMatrix block = rest.get(k);
            String name = "block " + k + " of coefficients, draw " + seed + ", " + problem.fingerprint();
            found += journal.rank(name, () -> block, threads, progress);
        }
        int monomials = matrix.map(all -> Math.min(all.rows(), all.columns())).orElseThrow();
        full |= accept(found) == monomials;
        return OptionalInt.of(monomials);
    }

    private Certainty certainty(BigInteger degree) {
        if (rank == options.knownUpperBound() || full) {
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
