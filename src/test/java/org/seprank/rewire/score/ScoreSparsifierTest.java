package org.seprank.rewire.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.Ties;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.removal.RandomSparsifier;
import org.seprank.work.Progress;

class ScoreSparsifierTest {
    private static final RemovalRules RULES = RemovalRules.defaults();
    private static final Graph GRAPH = TestGraphs.hubs(5, 60, 3, false);

    /** Of every kind one, the order by degree score with them. */
    static Stream<Sparsifier> sparsifiers() {
        double[] mask = new double[GRAPH.edgeCount()];
        for (int e = 0; e < mask.length; e++) {
            mask[e] = e * 7 % 11;
        }
        Stream<EdgeScore> scores = Stream.of(
                Similarity.TRIANGLES,
                Similarity.JACCARD,
                Similarity.SCAN,
                LocalRank.DEGREE,
                LocalRank.SIMILARITY,
                new ForestFire(0.6, 5, 3),
                new KNeighbour(3),
                new SpanningForest(3),
                new Spanner(2),
                new Betweenness(false),
                new Betweenness(true),
                (graph, progress) -> mask.clone());
        return Stream.concat(
                scores.map(score -> new ScoreSparsifier(score, RULES)),
                Stream.of(new DegreeScoreSparsifier(0.05, RULES)));
    }

    @ParameterizedTest
    @MethodSource("sparsifiers")
    void smallerBudgetsArePrefixes(Sparsifier sparsifier) {
        EditList all = sparsifier.sparsify(GRAPH, Budget.all());
        assertThat(all.applyTo(GRAPH).edgeCount()).isZero();
        for (int count = 0; count <= GRAPH.edgeCount(); count += 9) {
            assertThat(sparsifier.sparsify(GRAPH, Budget.remove(count))).isEqualTo(all.prefix(count));
        }
    }

    @ParameterizedTest
    @MethodSource("sparsifiers")
    void continuingAPrefixGivesTheListOfTheFullRun(Sparsifier sparsifier) {
        EditList all = sparsifier.sparsify(GRAPH, Budget.all());
        for (int count = 0; count <= GRAPH.edgeCount(); count += 13) {
            List<Edit> decidedNow = new ArrayList<>();
            Sparsification task = Sparsification.of(GRAPH, Budget.all()).resuming(all.prefix(count));
            assertThat(sparsifier.sparsify(task, (edit, score) -> decidedNow.add(edit), Progress.none()))
                    .isEqualTo(all);
            assertThat(decidedNow).hasSize(GRAPH.edgeCount() - count);
        }
    }

    private static EdgeScore given(double... scores) {
        return (graph, progress) -> scores.clone();
    }

    @Test
    void theLowestScoreGoesFirst() {
        Graph cycle = TestGraphs.cycle(5); // edges 01 04 12 23 34
        EditList list = new ScoreSparsifier(given(3, -1, Double.POSITIVE_INFINITY, 2, Double.NEGATIVE_INFINITY), RULES)
                .sparsify(cycle, Budget.all());
        assertThat(list)
                .containsExactly(
                        Edit.remove(3, 4), Edit.remove(0, 4), Edit.remove(2, 3), Edit.remove(0, 1), Edit.remove(1, 2));
    }

    @Test
    void equalScoresGoByTheRuleForTies() {
        Graph cycle = TestGraphs.cycle(4); // edges 01 03 12 23
        EdgeScore scores = given(0.0, 1, -0.0, 1);
        RemovalRules rules = RemovalRules.defaults();
        assertThat(new ScoreSparsifier(scores, rules.withTies(Ties.FIRST)).sparsify(cycle, Budget.all()))
                .containsExactly(Edit.remove(0, 1), Edit.remove(1, 2), Edit.remove(0, 3), Edit.remove(2, 3));
        assertThat(new ScoreSparsifier(scores, rules.withTies(Ties.LAST)).sparsify(cycle, Budget.all()))
                .containsExactly(Edit.remove(1, 2), Edit.remove(0, 1), Edit.remove(2, 3), Edit.remove(0, 3));
    }

    @Test
    void aScoreMaySayWhichOfEqualEdgesGoesFirst() {
        Graph cycle = TestGraphs.cycle(4); // edges 01 03 12 23
        EdgeScore scores = new EdgeScore() {
            @Override
            public double[] scores(Graph graph, Progress progress) {
                return new double[] {1, 0, 1, 1};
            }

            @Override
            public double[] amongEqual(Graph graph) {
                return new double[] {-0.0, Double.POSITIVE_INFINITY, -3, 0};
            }
        };
        RemovalRules rules = RemovalRules.defaults();
        assertThat(new ScoreSparsifier(scores, rules.withTies(Ties.FIRST)).sparsify(cycle, Budget.all()))
                .containsExactly(Edit.remove(0, 3), Edit.remove(1, 2), Edit.remove(0, 1), Edit.remove(2, 3));
        assertThat(new ScoreSparsifier(scores, rules.withTies(Ties.LAST)).sparsify(cycle, Budget.all()))
                .containsExactly(Edit.remove(0, 3), Edit.remove(1, 2), Edit.remove(2, 3), Edit.remove(0, 1));
    }

    @Test
    void bridgesStayIfTheRulesSaySo() {
        RemovalRules rules = RemovalRules.defaults().withKeepConnected(true);
        EditList list = new ScoreSparsifier(LocalRank.DEGREE, rules).sparsify(GRAPH, Budget.all());
        assertThat(Components.of(list.applyTo(GRAPH)).count())
                .isEqualTo(Components.of(GRAPH).count());
        assertThat(list.size()).isEqualTo(GRAPH.edgeCount() - GRAPH.vertexCount() + 1);
    }

    @Test
    void aSpanningForestKeepsComponentsAsLongAsEdgesSuffice() {
        EditList list = new ScoreSparsifier(new SpanningForest(9), RULES).sparsify(GRAPH, Budget.all());
        int spare = GRAPH.edgeCount() - GRAPH.vertexCount() + 1;
        assertThat(Components.of(list.prefix(spare).applyTo(GRAPH)).count()).isEqualTo(1);
        assertThat(Components.of(list.prefix(spare + 1).applyTo(GRAPH)).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("sparsifiers")
    void listsOfAnotherMethodAreNotContinued(Sparsifier sparsifier) {
        EditList other = new RandomSparsifier(1, RemovalRules.defaults())
                .sparsify(GRAPH, Budget.remove(43)); // no whole number of rounds
        Sparsification task = Sparsification.of(GRAPH, Budget.all()).resuming(other);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sparsifier.sparsify(task, EditSink.none(), Progress.none()))
                .withMessageContaining("decided edit");
    }

    @Test
    void whatIsDecidedStaysWhenScoringIsStopped() {
        Sparsifier sparsifier = new ScoreSparsifier(new Betweenness(false), RULES);
        EditList decided = sparsifier.sparsify(GRAPH, Budget.remove(5));
        Sparsification task = Sparsification.of(GRAPH, Budget.all()).resuming(decided);
        assertThat(sparsifier.sparsify(task, EditSink.none(), new Stopped())).isEqualTo(decided);
    }

    /** Asked to stop from the start. */
    private static final class Stopped implements Progress {
        @Override
        public void start(String what, long total) {}

        @Override
        public void advanceTo(long done) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    }
}
