package org.seprank.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.oracle.TextbookElimination;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class EliminationJournalTest {
    private static ModularMatrix never() {
        throw new AssertionError("the matrix is asked for");
    }

    /** Keeps copies, and kills the computation at the panel of that number. */
    private static final class Killing implements EliminationJournal.Keeper {
        private final int last;
        private int kept;
        private List<EliminationJournal.Entry> finished = List.of();
        private Optional<EliminationJournal.Unfinished> unfinished = Optional.empty();

        Killing(int last) {
            this.last = last;
        }

        @Override
        public boolean isDue() {
            return true;
        }

        @Override
        public void keep(EliminationJournal journal) {
            finished = journal.finished();
            unfinished = journal.unfinished().map(begun -> {
                EliminationState state = begun.state();
                int[][] rows = new int[state.rows()][];
                Arrays.setAll(rows, state::row);
                return new EliminationJournal.Unfinished(
                        begun.matrix(), EliminationState.kept(rows, state.columnsDone(), state.pivotColumns()));
            });
            if (++kept == last) {
                throw new CancellationException("killed");
            }
        }

        EliminationJournal reopened(EliminationJournal.Keeper keeper) {
            return EliminationJournal.of(finished, unfinished, keeper);
        }
    }

    private static ModularMatrix ofRank(int rows, int columns, int rank, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return TextbookElimination.multiply(
                ModularMatrix.draw(rows, rank, random), ModularMatrix.draw(rank, columns, random));
    }

    private static int rank(EliminationJournal journal, String name, Supplier<ModularMatrix> matrix) {
        return journal.rank(name, matrix, Parallel.of(2), Progress.none());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void killedAtAnyPanelsTheRanksAreTheSame(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ModularMatrix> matrices = List.of(
                ofRank(300, 500, 211, seed), ofRank(65, 64, 64, seed), ofRank(500, 300, 130 + (int) seed, seed));
        Killing keeper = new Killing(0);
        EliminationJournal journal = EliminationJournal.of(List.of(), Optional.empty(), keeper);
        List<Integer> ranks = List.of();
        int killed = 0;
        while (ranks.size() < 3) {
            keeper = new Killing(random.nextInt(1, 5));
            journal = EliminationJournal.of(journal.finished(), journal.unfinished(), keeper);
            try {
                List<Integer> found = new ArrayList<>();
                for (ModularMatrix matrix : matrices) {
                    found.add(rank(journal, "matrix " + found.size(), () -> matrix));
                }
                ranks = found;
            } catch (CancellationException e) {
                killed++;
            }
            journal = keeper.reopened(keeper);
        }
        assertThat(killed).isPositive();
        assertThat(ranks).containsExactly(211, 64, 130 + (int) seed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aResumedEliminationHasTheSamePivots(int panels) {
        ModularMatrix matrix = ofRank(260, 300, 170, panels);
        ModularElimination begun = ModularElimination.begin(matrix);
        for (int k = 0; k < panels; k++) {
            begun.advance(Parallel.single());
        }
        ModularElimination resumed = ModularElimination.resume(begun.state());
        while (!resumed.isDone()) {
            resumed.advance(Parallel.of(3));
        }
        assertThat(begun.isDone()).isFalse();
        assertThat(resumed.pivotColumns())
                .containsExactly(ModularElimination.of(matrix).pivotColumns());
    }

    @Test
    void whatIsFinishedIsNotEliminatedAgain() {
        EliminationJournal.Keeper forgetful = new Killing(0);
        EliminationJournal journal =
                EliminationJournal.of(List.of(new EliminationJournal.Entry("a", 5)), Optional.empty(), forgetful);
        assertThat(rank(journal, "a", EliminationJournalTest::never)).isEqualTo(5);
        assertThat(rank(journal, "b", () -> ofRank(10, 10, 4, 1))).isEqualTo(4);
        assertThat(journal.finished())
                .containsExactly(new EliminationJournal.Entry("a", 5), new EliminationJournal.Entry("b", 4));
    }

    @Test
    void anInterruptedEliminationIsKept() {
        Killing keeper = new Killing(0);
        EliminationJournal journal = EliminationJournal.of(List.of(), Optional.empty(), keeper);
        assertThatThrownBy(() -> journal.rank(
                        "a", () -> ofRank(300, 300, 300, 2), Parallel.single(), Progress.stoppedBy(() -> true)))
                .isInstanceOf(CancellationException.class);
        assertThat(keeper.unfinished.orElseThrow().state().columnsDone()).isEqualTo(64);
        assertThat(rank(keeper.reopened(keeper), "a", EliminationJournalTest::never))
                .isEqualTo(300);
    }

    @Test
    void anotherComputationIsRefused() {
        EliminationJournal finished =
                EliminationJournal.of(List.of(new EliminationJournal.Entry("a", 5)), Optional.empty(), new Killing(0));
        assertThatThrownBy(() -> rank(finished, "b", EliminationJournalTest::never))
                .isInstanceOf(EliminationJournal.OtherComputationException.class)
                .hasMessage("it is of another computation: of a, not b");
        EliminationState state = ModularElimination.begin(ofRank(4, 4, 4, 1)).state();
        EliminationJournal begun = EliminationJournal.of(
                List.of(), Optional.of(new EliminationJournal.Unfinished("a", state)), new Killing(0));
        assertThatThrownBy(() -> rank(begun, "b", EliminationJournalTest::never))
                .isInstanceOf(EliminationJournal.OtherComputationException.class);
    }

    @Test
    void statesThatNoEliminationComesToAreRefused() {
        int[][] rows = {{1, 2}, {3, 4}};
        assertThat(EliminationState.kept(rows, 3, new int[] {0, 2}).columns()).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> EliminationState.kept(rows, 2, new int[] {0, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> EliminationState.kept(rows, 3, new int[] {2, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> EliminationState.kept(rows, 3, new int[] {-1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EliminationState.kept(new int[][] {{1, 2}, {3}}, 3, new int[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EliminationState.kept(new int[][] {{1 << 30}}, 3, new int[0]));
    }
}
