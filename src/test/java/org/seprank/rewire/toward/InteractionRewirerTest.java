package org.seprank.rewire.toward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.toward.InteractionOutcome.Ending;
import org.seprank.rewire.toward.gain.LiveIndices;
import org.seprank.rewire.toward.gain.Move;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

class InteractionRewirerTest {
    private static final Set<Move.Kind> ALL = EnumSet.allOf(Move.Kind.class);
    private static final List<Move.Kind> KINDS = List.copyOf(ALL);
    private static final List<WalkDirection> DIRECTIONS = List.of(WalkDirection.values());

    @Test
    void anEdgeFromTheBoundaryToTheTargetIsAddedFirst() {
        // path 0-1-2-3-4-5, I = {3, 4, 5}, target 0, depth 2: no step from the boundary {2, 3} ends in 0
        Graph path = Graph.undirected(6, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}});
        InteractionGoal goal = GreedyOracle.goal(
                List.of(VertexSet.of(6, 3, 4, 5)), List.of(Target.vertex(0)), WalkDirection.STRENGTHEN, 2);
        InteractionOutcome outcome = InteractionRewirer.of(goal, Set.of(Move.Kind.ADD), Candidates.all())
                .run(path, 2, Progress.none());
        // 0-3 puts 0 on the boundary and gives it a step from 3 and one by waiting
        assertThat(outcome.edits()).isEqualTo(EditList.of(Edit.add(0, 3), Edit.add(0, 2)));
        assertThat(outcome.before()).containsExactly(0L);
        assertThat(outcome.after()).containsExactly(3L);
        assertThat(outcome.ending()).isEqualTo(Ending.BUDGET);
    }

    @Test
    void weakeningCutsTheOnlyBridgeBetweenTheSides() {
        Graph barbell = Graph.undirected(6, new int[][] {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}});
        InteractionGoal goal =
                GreedyOracle.goal(List.of(VertexSet.of(6, 0, 1, 2)), List.of(Target.graph()), WalkDirection.WEAKEN, 3);
        InteractionRewirer rewirer = InteractionRewirer.of(goal, Set.of(Move.Kind.REMOVE), Candidates.all());
        InteractionOutcome cut = rewirer.run(barbell, 7, Progress.none());
        assertThat(cut.edits()).isEqualTo(EditList.of(Edit.remove(2, 3)));
        assertThat(cut.after()).containsExactly(0L);
        assertThat(cut.ending()).isEqualTo(Ending.NO_IMPROVEMENT);
        InteractionOutcome kept = rewirer.withKeepConnected(true).run(barbell, 7, Progress.none());
        assertThat(kept.edits().toList()).isNotEmpty().doesNotContain(Edit.remove(2, 3));
    }

    @ParameterizedTest
    @EnumSource(WalkDirection.class)
    void itIsTheGreedyChoiceAmongAllMoves(WalkDirection direction) {
        SplittableRandom random = new SplittableRandom(11);
        for (int g = 0; g < 60; g++) {
            Graph graph = randomGraph(random, random.nextBoolean(), 6);
            InteractionGoal goal = randomGoal(random, graph, direction, 1 + random.nextInt(4));
            boolean keepConnected = random.nextBoolean();
            Set<Move.Kind> kinds = g % 4 == 3 ? ALL : Set.of(KINDS.get(g % 4));
            EditList expected = new GreedyOracle(goal, kinds, keepConnected, x -> x).run(graph, 6);
            InteractionRewirer rewirer =
                    InteractionRewirer.of(goal, kinds, Candidates.all()).withKeepConnected(keepConnected);
            assertThat(rewirer.rewire(graph, 6, Progress.none()))
                    .as("%s on %s, goal %s", rewirer, graph.asJGraphT(), goal)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(WalkDirection.class)
    void lazyIsFullGreedy(WalkDirection direction) {
        SplittableRandom random = new SplittableRandom(21);
        for (int g = 0; g < 18; g++) {
            Graph graph = sparseGraph(random, random.nextBoolean(), 20);
            InteractionGoal goal = randomGoal(random, graph, direction, 2 + random.nextInt(4));
            Set<Move.Kind> kinds = g % 3 == 2
                    ? Set.of(Move.Kind.SWAP)
                    : Set.of(direction == WalkDirection.STRENGTHEN ? Move.Kind.ADD : Move.Kind.REMOVE);
            InteractionRewirer lazy = InteractionRewirer.of(goal, kinds, Candidates.kHop(1));
            InteractionOutcome expected = lazy.withFullCounting().run(graph, 12, Progress.none());
            InteractionOutcome actual = lazy.run(graph, 12, Progress.none());
            assertThat(actual).isEqualTo(expected);
        }
    }

    @Test
    void farGainsAreNotCountedAgain() {
        Graph cycle = Graph.undirected(
                40,
                IntStream.range(0, 40)
                        .mapToObj(v -> new int[] {v, (v + 1) % 40})
                        .toArray(int[][]::new));
        assertThat(gainsCounted(cycle, WalkDirection.STRENGTHEN, Move.Kind.ADD, false))
                .isBetween(740L, 740L + 3 * 600);
        assertThat(gainsCounted(cycle, WalkDirection.STRENGTHEN, Move.Kind.ADD, true))
                .isEqualTo(740 + 739 + 738 + 737);
        assertThat(gainsCounted(cycle, WalkDirection.WEAKEN, Move.Kind.REMOVE, false))
                .isBetween(40L, 40L + 3 * 8);
        assertThat(gainsCounted(cycle, WalkDirection.WEAKEN, Move.Kind.REMOVE, true))
                .isEqualTo(40 + 39 + 38 + 37);
    }

    /** In three steps and the choice of a fourth. */
    private static long gainsCounted(Graph graph, WalkDirection direction, Move.Kind kind, boolean full) {
        int n = graph.vertexCount();
        VertexSet blocks =
                VertexSet.of(n, IntStream.range(0, n).filter(v -> v % 8 < 4).toArray());
        InteractionGoal goal = GreedyOracle.goal(List.of(blocks), List.of(Target.graph()), direction, 3);
        LiveIndices indices = new LiveIndices(graph, goal.interactions(), goal.depth());
        RunSettings settings = new RunSettings(direction, Set.of(kind), false, full);
        NearbyMoves moves = new NearbyMoves(graph, indices.graph(), NearArcs.everywhere(graph), settings);
        BestMove choice = new BestMove(indices, settings, Progress.none());
        for (int step = 0; step < 3; step++) {
            Move move = choice.among(moves).orElseThrow();
            BitSet touched = new BitSet();
            indices.apply(move, touched);
            if (full) {
                touched.set(0, n);
            }
            moves.made(move, touched);
        }
        choice.among(moves);
        return choice.counted();
    }

    @ParameterizedTest
    @EnumSource(WalkDirection.class)
    void everyPrefixOfFullMovesIsTheResultForThatBudget(WalkDirection direction) {
        SplittableRandom random = new SplittableRandom(31);
        for (Candidates candidates : List.of(Candidates.all(), Candidates.kHop(1), Candidates.sampled(40, 5))) {
            Graph graph = sparseGraph(random, false, 12);
            InteractionGoal goal = randomGoal(random, graph, direction, 3);
            InteractionRewirer rewirer = InteractionRewirer.of(goal, ALL, candidates);
            InteractionOutcome whole = rewirer.run(graph, 16, Progress.none());
            assertThat(whole.editsPerMove()).isNotEmpty();
            int ends = 0;
            for (int edits : whole.editsPerMove()) {
                for (int cut = 0; cut < edits; cut++) {
                    assertThat(rewirer.rewire(graph, ends + cut, Progress.none()))
                            .isEqualTo(whole.edits().prefix(ends));
                }
                ends += edits;
            }
            assertThat(ends).isEqualTo(whole.edits().size());
        }
    }

    @ParameterizedTest
    @EnumSource(WalkDirection.class)
    void everyMoveMakesTheVectorBetterAndTheOutcomeSaysTheWalkIndices(WalkDirection direction) {
        SplittableRandom random = new SplittableRandom(41);
        for (int g = 0; g < 12; g++) {
            Graph graph = sparseGraph(random, g % 2 == 0, 15);
            InteractionGoal goal = randomGoal(random, graph, direction, 3);
            InteractionOutcome outcome =
                    InteractionRewirer.of(goal, ALL, Candidates.sampled(60, g)).run(graph, 20, Progress.none());
            assertThat(outcome.before()).isEqualTo(walkIndices(goal, graph));
            Graph after = outcome.edits().applyTo(graph);
            assertThat(outcome.after()).isEqualTo(walkIndices(goal, after));
            GreedyOracle oracle = new GreedyOracle(goal, ALL, false, x -> x);
            int sign = direction == WalkDirection.STRENGTHEN ? 1 : -1;
            int done = 0;
            for (int edits : outcome.editsPerMove()) {
                Graph now = outcome.edits().prefix(done).applyTo(graph);
                done += edits;
                Graph next = outcome.edits().prefix(done).applyTo(graph);
                assertThat(sign * Arrays.compare(oracle.vector(next), oracle.vector(now)))
                        .isPositive();
            }
        }
    }

    @Test
    void increasingBoundsLeadToTheSameEditsAsWalkIndices() {
        SplittableRandom random = new SplittableRandom(51);
        for (int g = 0; g < 30; g++) {
            Graph graph = randomGraph(random, false, 6);
            InteractionGoal goal = randomGoal(random, graph, DIRECTIONS.get(g % 3), 3);
            EditList byBound = new GreedyOracle(goal, ALL, false, w -> Math.log(16) * (4.0 * w + 1)).run(graph, 4);
            EditList byRoot = new GreedyOracle(goal, ALL, false, Math::sqrt).run(graph, 4);
            InteractionOutcome outcome =
                    InteractionRewirer.of(goal, ALL, Candidates.all()).run(graph, 4, Progress.none());
            assertThat(outcome.edits()).isEqualTo(byBound).isEqualTo(byRoot);
        }
    }

    @Test
    void swapsKeepAllDegrees() {
        SplittableRandom random = new SplittableRandom(61);
        for (int g = 0; g < 20; g++) {
            Graph graph = sparseGraph(random, g % 2 == 0, 14);
            InteractionGoal goal = randomGoal(random, graph, DIRECTIONS.get(g % 3), 3);
            Candidates candidates = g % 4 < 2 ? Candidates.all() : Candidates.sampled(100, g);
            Graph after = InteractionRewirer.of(goal, Set.of(Move.Kind.SWAP), candidates)
                    .rewire(graph, 12, Progress.none())
                    .applyTo(graph);
            for (int v = 0; v < graph.vertexCount(); v++) {
                assertThat(after.out().degree(v)).isEqualTo(graph.out().degree(v));
                assertThat(after.in().degree(v)).isEqualTo(graph.in().degree(v));
            }
        }
    }

    @Test
    void componentsStayWholeIfAsked() {
        SplittableRandom random = new SplittableRandom(71);
        int split = 0;
        for (int g = 0; g < 30; g++) {
            Graph graph = sparseGraph(random, g % 2 == 0, 14);
            InteractionGoal goal = randomGoal(random, graph, WalkDirection.WEAKEN_STRONGEST, 3);
            Set<Move.Kind> kinds = g % 3 == 0 ? Set.of(Move.Kind.SWAP) : Set.of(Move.Kind.REMOVE);
            InteractionRewirer rewirer = InteractionRewirer.of(goal, kinds, Candidates.all());
            split += keepsComponents(rewirer, graph) ? 0 : 1;
            assertThat(keepsComponents(rewirer.withKeepConnected(true), graph)).isTrue();
        }
        assertThat(split).isGreaterThan(3);
    }

    @Test
    void movesWithinLessThanDepthStepsAreAllThatRemovalNeeds() {
        SplittableRandom random = new SplittableRandom(81);
        for (int g = 0; g < 40; g++) {
            Graph graph = sparseGraph(random, random.nextBoolean(), 16);
            int depth = 1 + random.nextInt(4);
            boolean weaken = g % 3 != 0;
            WalkDirection direction = weaken ? WalkDirection.WEAKEN : WalkDirection.STRENGTHEN;
            Set<Move.Kind> kinds = Set.of(weaken ? Move.Kind.REMOVE : Move.Kind.ADD);
            InteractionGoal goal = randomGoal(random, graph, direction, depth);
            int count = weaken ? 8 : 1; // additions bring further pairs near
            assertThat(InteractionRewirer.of(goal, kinds, Candidates.kHop(depth - 1))
                            .rewire(graph, count, Progress.none()))
                    .isEqualTo(
                            InteractionRewirer.of(goal, kinds, Candidates.all()).rewire(graph, count, Progress.none()));
        }
    }

    @Test
    void uselessMovesAreNotMade() {
        Graph path = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {2, 3}});
        List<VertexSet> sets = List.of(VertexSet.of(4, 0, 1));
        InteractionGoal stronger = GreedyOracle.goal(sets, List.of(Target.graph()), WalkDirection.STRENGTHEN, 3);
        InteractionGoal weaker = GreedyOracle.goal(sets, List.of(Target.graph()), WalkDirection.WEAKEN, 3);
        for (Candidates candidates : List.of(Candidates.all(), Candidates.kHop(2), Candidates.sampled(9, 1))) {
            assertThat(InteractionRewirer.of(stronger, Set.of(Move.Kind.REMOVE), candidates)
                            .run(path, 3, Progress.none())
                            .ending())
                    .isEqualTo(Ending.NO_IMPROVEMENT);
            assertThat(InteractionRewirer.of(weaker, Set.of(Move.Kind.ADD), candidates)
                            .rewire(path, 3, Progress.none())
                            .size())
                    .isZero();
        }
    }

    @Test
    void cancellingKeepsTheEditsSoFar() {
        Graph graph = sparseGraph(new SplittableRandom(3), false, 20);
        InteractionGoal goal = randomGoal(new SplittableRandom(4), graph, WalkDirection.STRENGTHEN, 3);
        InteractionRewirer rewirer = InteractionRewirer.of(goal, Set.of(Move.Kind.ADD), Candidates.all());
        AtomicInteger done = new AtomicInteger();
        InteractionOutcome outcome = rewirer.run(graph, 10, new Progress() {
            @Override
            public void start(String what, long total) {}

            @Override
            public void advanceTo(long steps) {
                done.set((int) steps);
            }

            @Override
            public boolean cancelled() {
                return done.get() >= 3;
            }
        });
        assertThat(outcome.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(outcome.edits()).isEqualTo(rewirer.rewire(graph, 3, Progress.none()));
    }

    @Test
    void badArgumentsAreNamed() {
        Graph edge = Graph.undirected(2, new int[][] {{0, 1}});
        List<Target> whole = List.of(Target.graph());
        InteractionGoal goal = GreedyOracle.goal(List.of(VertexSet.of(2, 0)), whole, WalkDirection.STRENGTHEN, 2);
        InteractionRewirer rewirer = InteractionRewirer.of(goal, ALL, Candidates.kHop(1));
        assertThat(rewirer)
                .hasToString("strengthen 1 interactions at depth 2 by add, remove, swap,"
                        + " moves within 1 steps of boundary and target");
        refused(() -> rewirer.rewire(edge, -1, Progress.none()), "count -1 of edits is negative");
        refused(
                () -> rewirer.rewire(Graph.undirected(3, new int[][] {}), 1, Progress.none()),
                "partitions over 2 vertices do not fit a graph with 3");
        refused(() -> InteractionRewirer.of(goal, Set.of(), Candidates.all()), "no kind of move is allowed");
        refused(() -> Candidates.kHop(-1), "k = -1 steps is negative");
        refused(() -> Candidates.sampled(0, 1), "count 0 of draws");
        refused(
                () -> GreedyOracle.goal(List.of(VertexSet.all(2)), whole, WalkDirection.WEAKEN, 2),
                "the partition has 2 of 2 vertices");
        refused(() -> GreedyOracle.goal(List.of(), whole, WalkDirection.WEAKEN, 2), "no interaction");
        refused(() -> GreedyOracle.goal(List.of(VertexSet.of(2, 0)), whole, WalkDirection.WEAKEN, 0), "depth 0");
        refused(
                () -> GreedyOracle.goal(
                        List.of(VertexSet.of(2, 0)), List.of(Target.vertex(2)), WalkDirection.WEAKEN, 1),
                "vertex 2 is not in 0..1");
    }

    @Test
    void walkIndicesThatGrowBeyond64BitsAreAnError() {
        // all pairs of 12 vertices but six disjoint ones: 11^18 fits, and 12^18 does not
        int[][] pairs = IntStream.range(0, 144)
                .filter(p -> p / 12 < p % 12 && (p / 12) / 2 != (p % 12) / 2)
                .mapToObj(p -> new int[] {p / 12, p % 12})
                .toArray(int[][]::new);
        InteractionGoal goal =
                GreedyOracle.goal(List.of(VertexSet.of(12, 0)), List.of(Target.graph()), WalkDirection.STRENGTHEN, 18);
        InteractionRewirer rewirer = InteractionRewirer.of(goal, Set.of(Move.Kind.ADD), Candidates.all());
        refused(
                () -> rewirer.rewire(Graph.undirected(12, pairs), 6, Progress.none()),
                "depth 18 is too large for this graph: a walk index exceeds 64 bits");
    }

    @Test
    void tooManyMovesAreRefusedWithAnEstimate() {
        int n = 2000;
        Graph empty = Graph.undirected(n, new int[][] {{0, 1}});
        InteractionGoal goal =
                GreedyOracle.goal(List.of(VertexSet.of(n, 0)), List.of(Target.graph()), WalkDirection.STRENGTHEN, 2);
        InteractionRewirer rewirer = InteractionRewirer.of(goal, Set.of(Move.Kind.ADD), Candidates.all());
        refused(() -> rewirer.rewire(empty, 1, Progress.none()), "more than 1000000 pairs of vertices");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    private static boolean keepsComponents(InteractionRewirer rewirer, Graph graph) {
        return GreedyOracle.keepsComponents(
                graph, rewirer.rewire(graph, 8, Progress.none()).applyTo(graph));
    }

    private static List<Long> walkIndices(InteractionGoal goal, Graph graph) {
        return goal.interactions().stream()
                .map(one -> WalkIndex.of(graph, one.partition(), one.target(), goal.depth())
                        .longValueExact())
                .toList();
    }

    private static InteractionGoal randomGoal(
            SplittableRandom random, Graph graph, WalkDirection direction, int depth) {
        int n = graph.vertexCount();
        List<VertexSet> partitions = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        while (partitions.size() < 4) {
            VertexSet set = VertexSet.of(
                    n, IntStream.range(0, n).filter(v -> random.nextBoolean()).toArray());
            if (set.isProper()) {
                partitions.add(set);
                targets.add(random.nextInt(3) == 0 ? Target.graph() : Target.vertex(random.nextInt(n)));
            }
        }
        return GreedyOracle.goal(partitions, targets, direction, depth);
    }

    private static Graph randomGraph(SplittableRandom random, boolean directed, int n) {
        return graph(random, directed, n, 0.2 + 0.5 * random.nextDouble());
    }

    private static Graph sparseGraph(SplittableRandom random, boolean directed, int n) {
        return graph(random, directed, n, 3.0 / n);
    }

    private static Graph graph(SplittableRandom random, boolean directed, int n, double density) {
        GraphBuilder builder = GraphBuilder.over(n, directed);
        for (int u = 0; u < n; u++) {
            for (int v = directed ? 0 : u + 1; v < n; v++) {
                if (u != v && random.nextDouble() < density) {
                    builder.edge(u, v);
                }
            }
        }
        return builder.build();
    }
}
