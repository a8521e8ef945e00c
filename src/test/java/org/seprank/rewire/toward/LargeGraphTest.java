package org.seprank.rewire.toward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.seprank.Shared;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.io.Read;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.rewire.toward.InteractionOutcome.Ending;
import org.seprank.rewire.toward.gain.Move;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

/** Twenty classes of vertices with a target each, on the graphs of public datasets, each in less than a minute. */
@Tag("slow")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LargeGraphTest {
    private static final int INTERACTIONS = 20;

    private static NodeDataset cora() throws IOException {
        return Read.nodes(Shared.file("data/planetoid/ind.cora.graph"));
    }

    private static NodeDataset tolokers() throws IOException {
        return Read.nodes(Shared.file("data/heterophilous/tolokers.npz"));
    }

    private static InteractionGoal goal(NodeDataset dataset, WalkDirection direction, int depth) {
        int n = dataset.graph().vertexCount();
        SplittableRandom random = new SplittableRandom(1);
        List<VertexSet> partitions = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < INTERACTIONS; i++) {
            partitions.add(VertexSet.of(
                    n, dataset.labels().ofClass(i % dataset.labels().classCount())));
            targets.add(Target.vertex(random.nextInt(n)));
        }
        return GreedyOracle.goal(partitions, targets, direction, depth);
    }

    private static void check(InteractionGoal goal, Graph graph, InteractionOutcome outcome) {
        Graph after = outcome.edits().applyTo(graph);
        for (int i = 0; i < INTERACTIONS; i++) {
            Interaction one = goal.interactions().get(i);
            assertThat(WalkIndex.of(after, one.partition(), one.target(), goal.depth()))
                    .isEqualTo(BigInteger.valueOf(outcome.after().get(i)));
        }
    }

    private static InteractionOutcome run(NodeDataset dataset, InteractionGoal goal, Move.Kind kind, Candidates from) {
        InteractionOutcome outcome =
                InteractionRewirer.of(goal, Set.of(kind), from).run(dataset.graph(), 100, Progress.none());
        check(goal, dataset.graph(), outcome);
        return outcome;
    }

    @Test
    void additionsOnCora() throws IOException {
        InteractionOutcome outcome =
                run(cora(), goal(cora(), WalkDirection.STRENGTHEN, 3), Move.Kind.ADD, Candidates.kHop(1));
        assertThat(outcome.ending()).isEqualTo(Ending.BUDGET);
        assertThat(min(outcome.after())).isGreaterThan(min(outcome.before()));
    }

    @Test
    void removalsOnCora() throws IOException {
        InteractionOutcome outcome =
                run(cora(), goal(cora(), WalkDirection.WEAKEN_STRONGEST, 4), Move.Kind.REMOVE, Candidates.kHop(3));
        assertThat(max(outcome.after())).isLessThan(max(outcome.before()));
    }

    @Test
    void sampledAdditionsOnTolokers() throws IOException {
        InteractionOutcome outcome = run(
                tolokers(), goal(tolokers(), WalkDirection.STRENGTHEN, 3), Move.Kind.ADD, Candidates.sampled(2000, 1));
        assertThat(min(outcome.after())).isGreaterThan(min(outcome.before()));
    }

    @Test
    void sampledSwapsOnTolokers() throws IOException {
        InteractionOutcome outcome = run(
                tolokers(), goal(tolokers(), WalkDirection.STRENGTHEN, 3), Move.Kind.SWAP, Candidates.sampled(2000, 1));
        assertThat(min(outcome.after())).isGreaterThan(min(outcome.before()));
    }

    @Test
    void removalsOnTolokers() throws IOException {
        InteractionOutcome outcome = run(
                tolokers(),
                goal(tolokers(), WalkDirection.WEAKEN_STRONGEST, 3),
                Move.Kind.REMOVE,
                Candidates.sampled(2000, 1));
        assertThat(max(outcome.after())).isLessThan(max(outcome.before()));
    }

    private static long min(List<Long> values) {
        return values.stream().mapToLong(x -> x).min().orElseThrow();
    }

    private static long max(List<Long> values) {
        return values.stream().mapToLong(x -> x).max().orElseThrow();
    }
}
