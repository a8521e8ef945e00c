package org.seprank.rewire.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.oracle.SparsificationOracle;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.Ties;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.work.Progress;

class WalkIndexSparsifierTest {

    /** Every combination of ties, chunk and safeguards comes up within 32 consecutive seeds. */
    @ParameterizedTest
    @CsvSource({
        "1,false", "2,false", "3,false", "4,false", "5,false", "6,false", "1,true", "2,true", "3,true", "4,true",
        "5,true"
    })
    void orderIsThatOfTheDefinition(int depth, boolean directed) {
        for (int seed = 0; seed < 192; seed++) {
            Graph graph = TestGraphs.small(seed, directed);
            RemovalRules rules = TestGraphs.rules(seed);
            List<Edit> expected =
                    SparsificationOracle.order(graph, TestGraphs.singletons(graph.vertexCount()), depth, rules);
            EditList actual = WalkIndexSparsifier.of(depth, rules).sparsify(graph, Budget.all());
            assertThat(actual.toList())
                    .as("seed %d, %s, %s", seed, graph, rules)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void listForASmallerBudgetIsAPrefix(int depth) {
        for (int seed = 0; seed < 16; seed++) {
            Graph graph = TestGraphs.hubs(seed, 30, 2, seed % 2 == 1);
            WalkIndexSparsifier sparsifier = WalkIndexSparsifier.of(depth, TestGraphs.rules(seed));
            EditList all = sparsifier.sparsify(graph, Budget.all());
            for (int count = 0; count <= all.size(); count += 7) {
                assertThat(sparsifier.sparsify(graph, Budget.remove(count)))
                        .as("seed %d, %d edges", seed, count)
                        .isEqualTo(all.prefix(count));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void continuingAnyPrefixGivesTheUninterruptedList(int depth) {
        for (int seed = 0; seed < 32; seed++) {
            Graph graph = TestGraphs.small(seed, seed % 3 == 0);
            WalkIndexSparsifier sparsifier = WalkIndexSparsifier.of(depth, TestGraphs.rules(seed));
            EditList all = sparsifier.sparsify(graph, Budget.all());
            Sparsification task = Sparsification.of(graph, Budget.all());
            for (int cut = 0; cut <= all.size(); cut++) {
                List<Edit> told = new ArrayList<>();
                EditList continued = sparsifier.sparsify(
                        task.resuming(all.prefix(cut)), (edit, score) -> told.add(edit), Progress.none());
                assertThat(continued).as("seed %d, cut at %d", seed, cut).isEqualTo(all);
                assertThat(told).isEqualTo(all.toList().subList(cut, all.size()));
            }
        }
    }

    @Test
    void aPrefixOfAnotherMethodIsRefusedWithinAChunk() {
        Graph graph = TestGraphs.cycle(6);
        WalkIndexSparsifier sparsifier =
                WalkIndexSparsifier.of(2, RemovalRules.defaults().withChunk(4));
        Sparsification task = Sparsification.of(graph, Budget.all()).resuming(EditList.of(Edit.remove(2, 3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sparsifier.sparsify(task, EditSink.none(), Progress.none()))
                .withMessageContaining("decided edit 1");
    }

    @Test
    void decidedEditsMustRemoveEdgesAndEachOnce() {
        Graph graph = TestGraphs.cycle(6);
        Sparsification task = Sparsification.of(graph, Budget.all());
        for (EditList wrong : List.of(
                EditList.of(Edit.remove(0, 2)),
                EditList.of(Edit.remove(0, 17)),
                EditList.of(Edit.remove(0, 1), Edit.remove(1, 0)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            WalkIndexSparsifier.of(3).sparsify(task.resuming(wrong), EditSink.none(), Progress.none()))
                    .withMessageContaining("decided edit");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> task.resuming(EditList.of(Edit.add(0, 2))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void cancellingLeavesAPrefix(int depth) {
        Graph graph = TestGraphs.hubs(5, 60, 3, false);
        WalkIndexSparsifier sparsifier = WalkIndexSparsifier.of(depth);
        EditList all = sparsifier.sparsify(graph, Budget.all());
        for (int questions : new int[] {0, 1, 50, 200, 1000}) {
            EditList some = sparsifier.sparsify(
                    Sparsification.of(graph, Budget.all()), EditSink.none(), new CancelAfter(questions));
            assertThat(some.size()).isLessThanOrEqualTo(Math.min(questions, all.size()));
            assertThat(some).isEqualTo(all.prefix(some.size()));
        }
    }

    @Test
    void progressCountsTheEdits() {
        AtomicInteger last = new AtomicInteger();
        Progress progress = new CancelAfter(Integer.MAX_VALUE) {
            @Override
            public void start(String what, long total) {
                assertThat(total).isEqualTo(9);
            }

            @Override
            public void advanceTo(long done) {
                assertThat(done).isEqualTo(last.incrementAndGet());
            }
        };
        WalkIndexSparsifier.of(3)
                .sparsify(Sparsification.of(TestGraphs.clique(6), Budget.remove(9)), EditSink.none(), progress);
        assertThat(last).hasValue(9);
    }

    @ParameterizedTest
    @CsvSource({"1,FIRST", "2,FIRST", "2,LAST"})
    void starLosesItsEdgesInTheOrderOfTiesAndInLittleTime(int depth, Ties ties) {
        int leaves = 200_000;
        EditList all = WalkIndexSparsifier.of(depth, RemovalRules.defaults().withTies(ties))
                .sparsify(TestGraphs.star(leaves), Budget.all());
        for (int i = 0; i < leaves; i++) {
            assertThat(all.get(i).v()).isEqualTo(ties == Ties.FIRST ? i + 1 : leaves - i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void firstAndLastTiesMirrorEachOtherOnAPath(int depth) {
        int n = 12;
        EditList first = WalkIndexSparsifier.of(depth).sparsify(TestGraphs.grid(1, n), Budget.all());
        EditList last = WalkIndexSparsifier.of(depth, RemovalRules.defaults().withTies(Ties.LAST))
                .sparsify(TestGraphs.grid(1, n), Budget.all());
        for (int i = 0; i < n - 1; i++) {
            Edit edit = first.get(i);
            assertThat(last.get(i)).isEqualTo(Edit.remove(n - 1 - edit.v(), n - 1 - edit.u()));
        }
    }

    @Test
    void largeChunksOfHubsAreRankedOnce() {
        Graph graph = TestGraphs.hubs(3, 300, 4, false);
        int m = graph.edgeCount();
        EditList ranked =
                WalkIndexSparsifier.of(2, RemovalRules.defaults().withChunk(m)).sparsify(graph, Budget.all());
        for (int i = 1; i < m; i++) {
            int[] before = degrees(graph, ranked.get(i - 1));
            int[] after = degrees(graph, ranked.get(i));
            assertThat(before[0] > after[0] || (before[0] == after[0] && before[1] >= after[1]))
                    .isTrue();
        }
    }

    private static int[] degrees(Graph graph, Edit edit) {
        int du = graph.out().degree(edit.u());
        int dv = graph.out().degree(edit.v());
        return new int[] {Math.min(du, dv), Math.max(du, dv)};
    }

    @Test
    void graphsWithoutEdgesGiveNoEdits() {
        for (int depth = 1; depth <= 4; depth++) {
            assertThat(WalkIndexSparsifier.of(depth)
                            .sparsify(Graph.undirected(0, new int[0][]), Budget.all())
                            .size())
                    .isZero();
            assertThat(WalkIndexSparsifier.of(depth)
                            .sparsify(Graph.directed(3, new int[0][]), Budget.all())
                            .size())
                    .isZero();
        }
    }

    @Test
    void depthsThatCannotBeCountedAreRefusedWithAdvice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WalkIndexSparsifier.of(40).sparsify(TestGraphs.clique(10), Budget.all()))
                .withMessageContaining("depth 40 is too large")
                .withMessageContaining("smaller depth");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WalkIndexSparsifier.of(62).sparsify(TestGraphs.cycle(3), Budget.all()))
                .withMessageContaining("2^61");
        assertThatIllegalArgumentException().isThrownBy(() -> WalkIndexSparsifier.of(0));
        assertThatIllegalArgumentException().isThrownBy(() -> WalkIndexSparsifier.of(65));
    }

    /** Cancels once it has been asked that often. */
    private static class CancelAfter implements Progress {
        private int questions;

        CancelAfter(int questions) {
            this.questions = questions;
        }

        @Override
        public void start(String what, long total) {}

        @Override
        public void advanceTo(long done) {}

        @Override
        public boolean cancelled() {
            return questions-- <= 0;
        }
    }
}
