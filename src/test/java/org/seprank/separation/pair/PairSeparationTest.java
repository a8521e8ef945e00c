package org.seprank.separation.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.oracle.RandomProblems;
import org.seprank.oracle.RankOracle;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;
import org.seprank.walk.WalkCounts;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class PairSeparationTest {
    private static final int INPUTS = 60;

    private static PairSeparation one(Graph graph, int u, int v, int depth, int dx, int dh) {
        return PairSeparations.in(graph, new PairNetwork(depth, dx, dh))
                .of(List.of(new Target.OfPair(u, v)), Progress.none())
                .get(0);
    }

    private static SeparationProblem problem(Graph graph, int u, int v, int depth, int dx, int dh) {
        return new SeparationProblem(graph, VertexSet.of(graph.vertexCount(), u), Target.pair(u, v), depth, dx, dh);
    }

    /**
     * Ranks of random weights and features; where they are as many as the inputs, only the upper bound can be judged.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void boundsHoldOnSmallGraphs(boolean directed) {
        SplittableRandom random = new SplittableRandom(directed ? 11 : 7);
        int pinned = 0;
        int decided = 0;
        for (int k = 0; k < 160; k++) {
            Graph graph = RandomProblems.graph(random, 2 + random.nextInt(7), directed);
            int u = random.nextInt(graph.vertexCount());
            int v = (u + 1 + random.nextInt(graph.vertexCount() - 1)) % graph.vertexCount();
            int depth = 1 + random.nextInt(4);
            int dx = 1 + random.nextInt(3);
            int dh = 1 + random.nextInt(3);
            PairSeparation found = one(graph, u, v, depth, dx, dh);
            int rank = RankOracle.rankOfPair(problem(graph, u, v, depth, dx, dh), INPUTS, k);
            String said = found + " of " + graph + " depth " + depth + " widths " + dx + ", " + dh + " has " + rank;
            assertThat(found.upper().nats()).as(said).isGreaterThanOrEqualTo(Math.log(rank) - 1e-9);
            if (rank < INPUTS) {
                decided++;
                assertThat(found.lower().nats()).as(said).isLessThanOrEqualTo(Math.log(rank) + 1e-9);
                if (found.interactionDimension() == 0) {
                    assertThat(found.pinned()).as(said).isTrue();
                }
            }
            pinned += found.pinned() ? 1 : 0;
            assertThat(found.lower().rank())
                    .as(said)
                    .isLessThanOrEqualTo(found.upper().rank());
        }
        assertThat(decided).isGreaterThan(120);
        assertThat(pinned).isGreaterThan(100);
    }

    /** What is fixed cannot raise a rank: below every bound across a partition that parts the two. */
    @Test
    void noMoreThanAcrossPartitions() {
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 40; k++) {
            Graph graph = RandomProblems.graph(random, 3 + random.nextInt(5), false);
            int depth = 2 + random.nextInt(2);
            PairSeparation found = one(graph, 0, 1, depth, 2, 3);
            BitSet side = BitSet.valueOf(new long[] {1 | (random.nextInt(1 << graph.vertexCount()) & ~2)});
            side.clear(graph.vertexCount(), 64);
            SeparationProblem whole = problem(graph, 0, 1, depth, 2, 3);
            Bounds bounds = Bounds.of(
                    new SeparationProblem(graph, VertexSet.of(graph.vertexCount(), side), whole.target(), depth, 2, 3),
                    Bounds.Options.defaults());
            assertThat(found.lower().rank())
                    .as(graph + " " + side)
                    .isLessThanOrEqualTo(bounds.tightestUpper().rank());
        }
    }

    /** The walks of the definition, counted in the whole graph. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void walkIndexIsThatOfCommonNeighbours(boolean directed) {
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 100; k++) {
            Graph graph = RandomProblems.graph(random, 2 + random.nextInt(8), directed);
            int n = graph.vertexCount();
            int v = 1 + random.nextInt(n - 1);
            int depth = 1 + random.nextInt(5);
            BitSet common = new BitSet();
            for (int j = 0; j < n; j++) {
                boolean both = (j == 0 || graph.in().edgeTo(j, 0) >= 0)
                        && (j == v || graph.in().edgeTo(j, v) >= 0);
                common.set(j, both);
            }
            BigInteger walks =
                    WalkCounts.endingIn(graph, VertexSet.of(n, 0, v), depth - 1).sum(VertexSet.of(n, common));
            assertThat(one(graph, 0, v, depth, 2, 2).walkIndex()).isEqualTo(walks);
        }
    }

    /** Of equal widths and depth 2, n neighbours that two vertices have in common and nothing else. */
    @ParameterizedTest
    @CsvSource({"1, 2, 1", "2, 2, 1", "3, 2, 1"})
    void commonNeighboursMultiply(int common, int width, int dimension) {
        List<int[]> edges = new ArrayList<>();
        for (int j = 0; j < common; j++) {
            edges.add(new int[] {0, 2 + j});
            edges.add(new int[] {1, 2 + j});
        }
        PairSeparation found = one(Graph.undirected(2 + common, edges.toArray(int[][]::new)), 0, 1, 2, width, width);
        assertThat(found.distance()).isEqualTo(2);
        assertThat(found.walkIndex()).isEqualTo(BigInteger.valueOf(2L * common));
        assertThat(found.interactionDimension()).isEqualTo(dimension);
        // C(width - 1 + 2 common, 2 common) monomials of the product of the features
        assertThat(found.lower().rank().exact()).contains(BigInteger.valueOf(2L * common + 1));
    }

    /** Ends of a path: they meet where each has walked half of it, or only in the output. */
    @ParameterizedTest
    @CsvSource({"4, 3, 0", "4, 4, 1", "4, 5, 1", "5, 4, 0", "5, 5, 1", "1, 1, 0", "1, 2, 1"})
    void vectorsReadBothUpToTheDepth(int distance, int depth, int dimension) {
        Graph path = GraphFamily.parse("path,n=" + (distance + 1), 0);
        PairSeparation found = one(path, 0, distance, depth, 2, 2);
        assertThat(found.distance()).isEqualTo(distance);
        assertThat(found.interactionDimension()).isEqualTo(dimension);
        if (dimension == 0) {
            assertThat(found.pinned()).isTrue();
            assertThat(found.upper().rank().exact()).contains(BigInteger.TWO);
        } else {
            assertThat(found.lower().rank().exact().orElseThrow()).isGreaterThanOrEqualTo(BigInteger.TWO);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutTheirOwnEdgePairsAreThoseOfTheOtherGraph(boolean directed) {
        SplittableRandom random = new SplittableRandom(9);
        int edges = 0;
        for (int k = 0; k < 60; k++) {
            Graph graph = RandomProblems.graph(random, 3 + random.nextInt(6), directed);
            BitSet gone = new BitSet();
            for (int[] pair : new int[][] {{0, 1}, {1, 0}}) {
                int edge = graph.edgeBetween(pair[0], pair[1]);
                gone.set(Math.max(edge, 0), edge >= 0 || gone.get(0));
            }
            edges += gone.cardinality();
            PairNetwork network = new PairNetwork(1 + random.nextInt(4), 2, 3);
            List<Target.OfPair> pair = List.of(new Target.OfPair(0, 1));
            assertThat(PairSeparations.in(graph, network).withoutOwnEdges().of(pair, Progress.none()))
                    .isEqualTo(PairSeparations.in(graph.without(gone), network).of(pair, Progress.none()));
        }
        assertThat(edges).isPositive();
    }

    @Test
    void distancesAreThoseOfShortestPaths() {
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 60; k++) {
            Graph graph = RandomProblems.graph(random, 2 + random.nextInt(8), k % 2 == 1);
            int there = steps(graph, 0, 1);
            int again = steps(graph, 1, 0);
            int least = there < 0 ? again : again < 0 ? there : Math.min(there, again);
            assertThat(one(graph, 0, 1, 2, 2, 2).distance())
                    .as(graph.toString())
                    .isEqualTo(least);
        }
    }

    /** The length of the shortest walks, by counting them. */
    private static int steps(Graph graph, int from, int to) {
        WalkCounts walks = WalkCounts.of(VertexSet.of(graph.vertexCount(), from));
        for (int length = 0; length < graph.vertexCount(); length++) {
            if (walks.at(to).signum() > 0) {
                return length;
            }
            walks = walks.appended(graph);
        }
        return PairSeparation.NO_PATH;
    }

    @Test
    void answersDoNotDependOnThreads() {
        Graph graph = GraphFamily.parse("erdos-renyi,n=60,p=0.1", 1);
        List<Target.OfPair> pairs = new ArrayList<>();
        for (int v = 1; v < 60; v++) {
            pairs.add(new Target.OfPair(0, v));
        }
        PairSeparations separations = PairSeparations.in(graph, new PairNetwork(4, 8, 16));
        assertThat(Parallel.of(3).call(() -> separations.of(pairs, Progress.none())))
                .isEqualTo(Parallel.single().call(() -> separations.of(pairs, Progress.none())))
                .hasSize(59);
    }

    @Test
    void wrongShapesAreRefused() {
        assertThatThrownBy(() -> new PairNetwork(0, 1, 1)).hasMessageContaining("depth 0 is not in 1..64");
        assertThatThrownBy(() -> new PairNetwork(2, 0, 1)).hasMessageContaining("input width 0");
        assertThatThrownBy(() -> new Target.OfPair(2, 2)).hasMessageContaining("pair 2, 2");
    }
}
