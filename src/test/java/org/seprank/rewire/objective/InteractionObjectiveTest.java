package org.seprank.rewire.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.objective.InteractionObjective.Kind;
import org.seprank.rewire.protection.ProtectedWalkIndexSparsifier;
import org.seprank.rewire.protection.Protection;
import org.seprank.rewire.toward.Candidates;
import org.seprank.rewire.toward.InteractionGoal;
import org.seprank.rewire.toward.InteractionRewirer;
import org.seprank.rewire.toward.WalkDirection;
import org.seprank.rewire.toward.gain.Move;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationProblem;
import org.seprank.separation.matroid.InteractionDimension;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

/** Greedy choices against trying every edge and judging the graphs anew. */
class InteractionObjectiveTest {
    private static final int DEPTH = 3;

    /** The objective's vector, ascending, and that of the walk indices. */
    private static List<double[]> vectors(Graph graph, List<Interaction> interactions, InteractionObjective objective) {
        double[] values = interactions.stream()
                .mapToDouble(one -> value(graph, one, objective))
                .sorted()
                .toArray();
        double[] walks = interactions.stream()
                .mapToDouble(one -> WalkIndex.of(graph, one.partition(), one.target(), DEPTH)
                        .doubleValue())
                .sorted()
                .toArray();
        return List.of(values, walks);
    }

    private static double value(Graph graph, Interaction one, InteractionObjective objective) {
        if (objective.kind() == Kind.INTERACTION_DIMENSION) {
            Unfolding unfolding = Unfolding.of(graph, one.target().ends(graph.vertexCount()), DEPTH);
            return InteractionDimension.of(unfolding, one.partition(), new SplittableRandom(5), 1)
                    .value();
        }
        return Bounds.largestLower(SeparationProblem.of(graph, one.partition())
                        .withTarget(one.target())
                        .withDepth(DEPTH)
                        .withWidths(objective.inputWidth(), objective.hiddenWidth()))
                .nats();
    }

    private static List<Interaction> proper(int seed, Graph graph, int count) {
        return TestGraphs.partitions(seed, graph.vertexCount(), 8 * count).stream()
                .filter(one -> one.partition().isProper())
                .limit(count)
                .toList();
    }

    private static int compare(List<double[]> one, List<double[]> other) {
        int first = Arrays.compare(one.get(0), other.get(0));
        return first != 0 ? first : Arrays.compare(one.get(1), other.get(1));
    }

    private static Graph edited(Graph graph, Edit edit) {
        return EditList.of(edit).applyTo(graph);
    }

    @ParameterizedTest
    @CsvSource({"INTERACTION_DIMENSION, false", "LOWER_BOUND, false", "INTERACTION_DIMENSION, true"})
    void removalsAreThoseThatLeaveMost(Kind kind, boolean directed) {
        InteractionObjective objective = new InteractionObjective(kind, 2, 3);
        for (int seed = 0; seed < (kind == Kind.LOWER_BOUND ? 6 : 30); seed++) {
            Graph graph = TestGraphs.small(seed, directed);
            List<Interaction> interactions = proper(seed, graph, 1 + seed % 3);
            List<Edit> actual = new ProtectedWalkIndexSparsifier(
                            new Protection(DEPTH, interactions, objective), RemovalRules.defaults())
                    .sparsify(graph, Budget.all())
                    .toList();
            assertThat(actual).hasSize(graph.edgeCount());
            Graph now = graph;
            for (Edit edit : actual) {
                assertThat(edit).as("seed %d", seed).isEqualTo(best(now, interactions, objective));
                now = edited(now, edit);
            }
        }
    }

    private static Edit best(Graph graph, List<Interaction> interactions, InteractionObjective objective) {
        Edit best = Edit.remove(graph.source(0), graph.target(0));
        for (int e = 1; e < graph.edgeCount(); e++) {
            Edit other = Edit.remove(graph.source(e), graph.target(e));
            if (compare(
                            vectors(edited(graph, other), interactions, objective),
                            vectors(edited(graph, best), interactions, objective))
                    > 0) {
                best = other;
            }
        }
        return best;
    }

    @ParameterizedTest
    @CsvSource({"INTERACTION_DIMENSION, 20", "LOWER_BOUND, 4"})
    void additionsAreThoseThatGainMost(Kind kind, int seeds) {
        InteractionObjective objective = new InteractionObjective(kind, 2, 2);
        for (int seed = 0; seed < seeds; seed++) {
            Graph graph = TestGraphs.small(seed, false);
            List<Interaction> interactions = proper(seed, graph, 2);
            InteractionGoal goal = new InteractionGoal(interactions, WalkDirection.STRENGTHEN, DEPTH, objective);
            List<Edit> actual = InteractionRewirer.of(goal, EnumSet.of(Move.Kind.ADD), Candidates.all())
                    .rewire(graph, 3, Progress.none())
                    .toList();
            Graph now = graph;
            for (Edit edit : actual) {
                List<double[]> reached = vectors(edited(now, edit), interactions, objective);
                assertThat(compare(reached, vectors(now, interactions, objective)))
                        .isPositive();
                for (Edit other : additions(now)) {
                    assertThat(compare(vectors(edited(now, other), interactions, objective), reached))
                            .as("seed %d, %s beside %s", seed, other, edit)
                            .isNotPositive();
                }
                now = edited(now, edit);
            }
        }
    }

    private static List<Edit> additions(Graph graph) {
        List<Edit> additions = new ArrayList<>();
        for (int u = 0; u < graph.vertexCount(); u++) {
            for (int v = u + 1; v < graph.vertexCount(); v++) {
                if (graph.edgeBetween(u, v) < 0) {
                    additions.add(Edit.add(u, v));
                }
            }
        }
        return additions;
    }

    @Test
    void weakeningTakesTheChannelsAway() {
        Graph cycle = TestGraphs.cycle(8);
        List<Interaction> half = List.of(new Interaction(VertexSet.of(8, 0, 1, 2, 3), Target.graph()));
        InteractionObjective objective = new InteractionObjective(Kind.INTERACTION_DIMENSION, 8, 16);
        InteractionGoal goal = new InteractionGoal(half, WalkDirection.WEAKEN, DEPTH, objective);
        EditList edits = InteractionRewirer.of(goal, Set.of(Move.Kind.REMOVE), Candidates.all())
                .rewire(cycle, 2, Progress.none());
        assertThat(vectors(edits.applyTo(cycle), half, objective).get(0)).containsExactly(0);
    }

    @Test
    void whatCannotBeIsRefused() {
        InteractionObjective dimension = new InteractionObjective(Kind.INTERACTION_DIMENSION, 8, 16);
        List<Interaction> one = TestGraphs.partitions(1, 5, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Protection(1, one, dimension))
                .withMessageContaining("depth 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InteractionGoal(one, WalkDirection.WEAKEN, 1, dimension))
                .withMessageContaining("depth 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kind.named("rank"))
                .withMessageContaining("lower-bound");
    }
}
