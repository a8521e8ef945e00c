package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.RandomProblems;
import org.seprank.rank.Certainty;
import org.seprank.rank.EliminationJournal;
import org.seprank.rank.EliminationState;
import org.seprank.separation.tightness.TightnessSuite;
import org.seprank.walk.Target;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/** The rank of coefficient matrices against that of values, and the search that goes over to it or is interrupted. */
class CoefficientRankTest {
    private static final CertifiedRank.Options OPTIONS =
            CertifiedRank.Options.withSeed(4).withMaxTerms(20_000);

    private static Optional<CertifiedRank> byCoefficients(SeparationProblem problem) {
        return CertifiedRank.ofCoefficients(problem, OPTIONS);
    }

    private static SeparationProblem path(int n, int inside, Target target, int depth, int width) {
        return new SeparationProblem(Problems.path(n), VertexSet.range(n, 0, inside - 1), target, depth, width, width);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 2, -1, 2, 2, 24", "4, 2, -1, 2, 3, 210", "4, 2, -1, 3, 2, 126", "6, 3, -1, 2, 2, 32", "6, 3, -1, 2, 3, 300",
        "8, 4, -1, 2, 2, 32", "6, 3, 2, 2, 3, 9", "4, 2, 0, 3, 2, 6", "4, 2, 0, 3, 3, 18", "5, 2, 2, 3, 3, 100",
        "6, 3, 2, 3, 2, 24", "6, 3, 2, 3, 3, 180"
    })
    void pathsHaveTheirKnownRanks(int n, int inside, int target, int depth, int width, int rank) {
        Target at = target < 0 ? Target.graph() : Target.vertex(target);
        SeparationProblem problem = path(n, inside, at, depth, width);
        CertifiedRank.Options enough = OPTIONS.withMaxTerms(1_000_000);
        assertThat(CertifiedRank.ofCoefficients(problem, enough).orElseThrow().rank())
                .isEqualTo(rank);
        assertThat(CertifiedRank.ofCoefficients(problem.withWidths(width + 2, width), enough)
                        .orElseThrow()
                        .rank())
                .isEqualTo(rank);
    }

    private static void assertAsByValues(SeparationProblem problem) {
        byCoefficients(problem).ifPresent(found -> {
            int most = 200;
            CertifiedRank sampled =
                    CertifiedRank.of(problem, CertifiedRank.Options.withSeed(1).withMaxSamples(most));
            assertThat(Math.min(found.rank(), most))
                    .as("%s on %s", problem, problem.graph())
                    .isEqualTo(sampled.rank());
            assertThat(found.certainty()).isNotInstanceOf(Certainty.AtLeast.class);
        });
    }

    @Test
    void coefficientsHaveTheRankOfValuesOnSmallProblems() {
        List<TightnessSuite.Case> cases = TightnessSuite.cases(7);
        int decided = 0;
        for (int k = 0; k < cases.size(); k += 61) {
            SeparationProblem problem = cases.get(k).problem();
            assertAsByValues(problem);
            decided += byCoefficients(problem).isPresent() ? 1 : 0;
        }
        assertThat(decided).isGreaterThan(60);
        RandomProblems.of(150, 6, 12).forEach(CoefficientRankTest::assertAsByValues);
    }

    @Test
    @Tag("slow")
    void coefficientsHaveTheRankOfValuesOnManyRandomProblems() {
        RandomProblems.of(5000, 7, 13).parallelStream().forEach(CoefficientRankTest::assertAsByValues);
    }

    /** Lower bounds, the certified rank and upper bounds are in this order. */
    private static void assertBracketed(SeparationProblem problem) {
        Bounds bounds = Bounds.of(problem, Bounds.Options.defaults());
        Optional<CertifiedRank> exact = byCoefficients(problem);
        int most = 300;
        int rank = exact.map(CertifiedRank::rank)
                .orElseGet(() -> CertifiedRank.of(
                                problem, CertifiedRank.Options.withSeed(2).withMaxSamples(most))
                        .rank());
        double slack = 1e-9 * Math.max(1, bounds.tightestUpper().nats());
        assertThat(Math.log(rank))
                .as("%s on %s: %s", problem, problem.graph(), bounds)
                .isLessThanOrEqualTo(bounds.tightestUpper().nats() + slack);
        if (exact.isPresent() || rank < most) {
            assertThat(bounds.tightestLower().nats())
                    .as("%s on %s: %s, rank %d", problem, problem.graph(), bounds, rank)
                    .isLessThanOrEqualTo(Math.log(rank) + slack);
        }
    }

    @Test
    void certifiedRanksAreBetweenBoundsOnRandomGraphs() {
        RandomProblems.of(100, 6, 21).forEach(CoefficientRankTest::assertBracketed);
    }

    @Test
    @Tag("slow")
    void certifiedRanksAreBetweenBoundsOnTwoThousandRandomGraphs() {
        RandomProblems.of(2000, 8, 22).parallelStream().forEach(CoefficientRankTest::assertBracketed);
    }

    @Test
    void theRankThatIsTheNumberOfMonomialsOfASideIsExact() {
        CertifiedRank full = byCoefficients(path(4, 2, Target.graph(), 2, 2)).orElseThrow();
        assertThat(full.rank()).isEqualTo(full.samples()).isEqualTo(24);
        assertThat(full.certainty()).isEqualTo(new Certainty.Exact());
        SeparationProblem apart =
                new SeparationProblem(Problems.path(8), VertexSet.of(8, 0, 1, 3), Target.graph(), 2, 2, 2);
        CertifiedRank found = CertifiedRank.ofCoefficients(apart, OPTIONS.withMaxTerms(50_000))
                .orElseThrow();
        assertThat(found.rank()).isEqualTo(98);
        assertThat(found.samples()).isEqualTo(168);
        assertThat(found.certainty()).isInstanceOf(Certainty.ExactWithProbability.class);
    }

    @Test
    void thereIsNoneWhereLayersWidenOrTermsAreTooMany() {
        SeparationProblem problem = path(4, 2, Target.graph(), 2, 2);
        assertThat(byCoefficients(problem.withWidths(2, 3))).isEmpty();
        assertThat(byCoefficients(problem.withDepth(1))).isEmpty();
        // 3 * 4 * 4 * 3 terms
        assertThat(CertifiedRank.ofCoefficients(problem, OPTIONS.withMaxTerms(143)))
                .isEmpty();
        assertThat(CertifiedRank.ofCoefficients(problem, OPTIONS.withMaxTerms(144)))
                .isPresent();
        assertThat(CertifiedRank.ofCoefficients(problem, OPTIONS.withMaxTerms(0)))
                .isEmpty();
    }

    /** 225 samples are too few for a rank of 300, its 360,000 terms are not too many. */
    @Test
    void aSearchAtItsBudgetGoesOverToCoefficients() {
        SeparationProblem problem = path(6, 3, Target.graph(), 2, 3);
        CertifiedRank.Options few = OPTIONS.withMaxSamples(225);
        assertThat(CertifiedRank.of(problem, few).certainty()).isEqualTo(new Certainty.AtLeast());
        CertifiedRank found = CertifiedRank.of(problem, few.withMaxTerms(1_000_000));
        assertThat(found.rank()).isEqualTo(300);
        assertThat(found.certainty()).isNotEqualTo(new Certainty.AtLeast());
        assertThat(CertifiedRank.of(problem, few.withMaxTerms(1_000_000), Parallel.of(3), Progress.none()))
                .isEqualTo(found);
        assertThat(CertifiedRank.of(problem, few.withMaxTerms(1_000_000).withKnownUpperBound(300))
                        .certainty())
                .isEqualTo(new Certainty.Exact());
    }

    /** Remembers what it keeps; the computation is killed at the keeping of that number. */
    private static final class Killing implements EliminationJournal.Keeper {
        private int left;
        private List<EliminationJournal.Entry> finished = new ArrayList<>();
        private Optional<EliminationJournal.Unfinished> unfinished = Optional.empty();

        Killing(int left) {
            this.left = left;
        }

        @Override
        public boolean isDue() {
            return true;
        }

        @Override
        public void keep(EliminationJournal journal) {
            finished = journal.finished();
            unfinished = journal.unfinished()
                    .map(begun -> new EliminationJournal.Unfinished(begun.matrix(), copied(begun.state())));
            if (--left == 0) {
                throw new IllegalStateException("killed");
            }
        }

        private static EliminationState copied(EliminationState state) {
            int[][] rows = new int[state.rows()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = state.row(i);
            }
            return EliminationState.kept(rows, state.columnsDone(), state.pivotColumns());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aKilledSearchGoesOnToTheSameAnswer(int at) {
        SeparationProblem problem = path(4, 2, Target.graph(), 2, 3);
        CertifiedRank.Options two = OPTIONS.withRepetitions(2).withMaxTerms(0);
        CertifiedRank expected = CertifiedRank.of(problem, two);
        Killing keeper = new Killing(at);
        EliminationJournal begun = EliminationJournal.of(List.of(), Optional.empty(), keeper);
        assertThatIllegalStateException()
                .isThrownBy(() -> CertifiedRank.of(problem, two, begun, Parallel.single(), Progress.none()));
        EliminationJournal reopened = EliminationJournal.of(keeper.finished, keeper.unfinished, new Killing(0));
        assertThat(CertifiedRank.of(problem, two, reopened, Parallel.single(), Progress.none()))
                .isEqualTo(expected);
    }

    @Test
    void anInterruptedEliminationCertifiesItsPivots() {
        SeparationProblem problem = path(4, 2, Target.graph(), 3, 2);
        AtomicInteger calls = new AtomicInteger();
        for (int stop = 1; stop < 40; stop++) {
            int last = stop;
            calls.set(0);
            CertifiedRank found = CertifiedRank.of(
                    problem,
                    CertifiedRank.Options.withSeed(3),
                    Parallel.single(),
                    Progress.stoppedBy(() -> calls.incrementAndGet() > last));
            assertThat(found.rank()).isBetween(1, 126);
            assertThat(found.samples() > 126).isEqualTo(!(found.certainty() instanceof Certainty.AtLeast));
        }
    }

    @Test
    void aCancelledExpansionIsNone() {
        try {
            CertifiedRank found = CertifiedRank.of(
                    path(6, 3, Target.graph(), 2, 3),
                    OPTIONS.withMaxSamples(32).withMaxTerms(1_000_000),
                    Parallel.single(),
                    new Cancelling(2));
            assertThat(found.rank()).isEqualTo(32);
            assertThat(found.certainty()).isEqualTo(new Certainty.AtLeast());
        } catch (CancellationException e) {
            throw new AssertionError("a cancelled search has an answer", e);
        }
    }

    @Test
    void problemsWithEqualFingerprintsComputeTheSame() {
        SeparationProblem far = path(8, 2, Target.vertex(0), 3, 2);
        SeparationProblem near = path(5, 2, Target.vertex(0), 3, 2);
        assertThat(far.fingerprint()).isEqualTo(near.fingerprint()).hasSize(32);
        assertThat(CertifiedRank.of(far, OPTIONS)).isEqualTo(CertifiedRank.of(near, OPTIONS));
        assertThat(path(8, 3, Target.vertex(0), 3, 2).fingerprint()).isNotEqualTo(far.fingerprint());
        assertThat(far.withDepth(2).fingerprint()).isNotEqualTo(far.fingerprint());
        assertThat(far.withWidths(2, 3).fingerprint()).isNotEqualTo(far.fingerprint());
        assertThat(far.withWidths(3, 2).fingerprint()).isNotEqualTo(far.fingerprint());
        assertThat(far.withTarget(Target.graph()).fingerprint()).isNotEqualTo(far.fingerprint());
    }
}
