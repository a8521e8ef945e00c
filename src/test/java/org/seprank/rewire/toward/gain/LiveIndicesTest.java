package org.seprank.rewire.toward.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;

class LiveIndicesTest {
    private static final int GRAPHS = 60; // of each depth, directed and undirected

    @Test
    void anEdgeOfAPathIsWorthItsWalks() {
        // path 0-1-2-3, I = {0, 1}: depth 3 has walk index 1 at target 0 (1-0 with a wait: 1-0-0, 1-1-0, 2-1-0)
        Graph path = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {2, 3}});
        LiveIndices indices =
                new LiveIndices(path, List.of(new Interaction(VertexSet.of(4, 0, 1), Target.vertex(0))), 3);
        assertThat(indices.values()).containsExactly(3L);
        assertThat(indices.gain(Move.remove(2, 3))).hasToString(Gain.NONE.toString());
        assertThat(indices.gain(Move.remove(1, 2))).hasToString("[0] by [-3]");
        // 0-2 puts 0 on the boundary: 0-0-0, 0-1-0, 0-2-0, and from 1 and 2 come 1-2-0, 2-2-0, 2-0-0
        assertThat(indices.gain(Move.add(0, 2))).hasToString("[0] by [6]");
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "3,false", "4,false", "5,false", "7,false"})
    @CsvSource({"1,true", "2,true", "3,true", "4,true", "5,true", "7,true"})
    void gainsAreThoseOfCountingAgain(int depth, boolean directed) {
        SplittableRandom random = new SplittableRandom(31L * depth + (directed ? 1 : 0));
        for (int g = 0; g < GRAPHS; g++) {
            Graph graph = randomGraph(random, directed);
            Case one = Case.random(random, graph.vertexCount(), depth);
            LiveIndices indices = one.over(graph);
            for (Move move : allMoves(indices.graph())) {
                assertThat(dense(indices.gain(move), indices.values().size()))
                        .as("%s in %s %s, %s", move, graph, graph.asJGraphT().edgeSet(), one)
                        .isEqualTo(one.differences(
                                graph,
                                EditList.of(move.edits().toArray(new Edit[0])).applyTo(graph)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,true", "3,false", "3,true", "4,false", "5,true", "6,false"})
    void countsFollowMovesAndUntouchedMovesKeepTheirGains(int depth, boolean directed) {
        SplittableRandom random = new SplittableRandom(77L * depth + (directed ? 1 : 0));
        for (int g = 0; g < 6; g++) {
            Graph graph = sparseGraph(random, directed);
            Case one = Case.random(random, graph.vertexCount(), depth);
            LiveIndices indices = one.over(graph);
            for (int step = 0; step < 5; step++) {
                List<Move> moves = allMoves(indices.graph());
                List<String> before = moves.stream()
                        .map(move -> indices.gain(move).toString())
                        .toList();
                Move made = moves.get(random.nextInt(moves.size()));
                BitSet touched = new BitSet();
                indices.apply(made, touched);
                graph = EditList.of(made.edits().toArray(new Edit[0])).applyTo(graph);
                assertThat(indices.values()).as("%s after %s", one, made).isEqualTo(one.values(graph));
                for (int i = 0; i < moves.size(); i++) {
                    if (!moves.get(i).touches(touched)) {
                        assertThat(indices.gain(moves.get(i))).hasToString(before.get(i));
                    }
                }
            }
        }
    }

    @Test
    void someMovesStayUntouched() {
        Graph cycle = Graph.undirected(
                30,
                IntStream.range(0, 30)
                        .mapToObj(v -> new int[] {v, (v + 1) % 30})
                        .toArray(int[][]::new));
        for (int depth = 1; depth <= 5; depth++) {
            LiveIndices indices =
                    new LiveIndices(cycle, List.of(new Interaction(VertexSet.range(30, 0, 9), Target.graph())), depth);
            BitSet touched = new BitSet();
            indices.apply(Move.add(0, 15), touched);
            assertThat(touched.cardinality()).isBetween(2, 2 + 4 * (depth - 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,true", "3,false", "3,true", "4,false"})
    void floorsOfRemovalsHoldThroughAllFurtherRemovals(int depth, boolean directed) {
        SplittableRandom random = new SplittableRandom(5L * depth + (directed ? 1 : 0));
        for (int g = 0; g < 12; g++) {
            Graph graph = randomGraph(random, directed);
            LiveIndices indices =
                    Case.random(random, graph.vertexCount(), depth).over(graph);
            List<Move> moves = new ArrayList<>(removals(indices.graph()));
            List<long[]> floors = new ArrayList<>();
            moves.forEach(move -> floors.add(
                    dense(indices.floorOfRemoval(move), indices.values().size())));
            while (!moves.isEmpty()) {
                for (int i = 0; i < moves.size(); i++) {
                    long[] gain =
                            dense(indices.gain(moves.get(i)), indices.values().size());
                    for (int k = 0; k < gain.length; k++) {
                        assertThat(gain[k]).isBetween(floors.get(i)[k], 0L);
                    }
                }
                int next = random.nextInt(moves.size());
                indices.apply(moves.remove(next), new BitSet());
                floors.remove(next);
            }
        }
    }

    @Test
    void walkIndicesRiseWithEveryEdge() {
        SplittableRandom random = new SplittableRandom(9);
        for (int g = 0; g < 40; g++) {
            Graph graph = randomGraph(random, g % 2 == 0);
            LiveIndices indices =
                    Case.random(random, graph.vertexCount(), 1 + g % 5).over(graph);
            for (Move move : allMoves(indices.graph())) {
                for (long change : dense(indices.gain(move), indices.values().size())) {
                    assertThat(move.kind() == Move.Kind.ADD ? -change : move.kind() == Move.Kind.REMOVE ? change : 0)
                            .isLessThanOrEqualTo(0);
                }
            }
        }
    }

    @Test
    void walkIndicesBeyond64BitsAreAnError() {
        Graph clique = Graph.undirected(
                12,
                IntStream.range(0, 144)
                        .filter(p -> p / 12 < p % 12)
                        .mapToObj(p -> new int[] {p / 12, p % 12})
                        .toArray(int[][]::new));
        assertThatThrownBy(() ->
                        new LiveIndices(clique, List.of(new Interaction(VertexSet.of(12, 0), Target.graph())), 19))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("depth 19 is too large for this graph: a walk index exceeds 64 bits;"
                        + " choose a smaller depth");
    }

    private record Case(List<Interaction> interactions, int depth) {
        static Case random(SplittableRandom random, int n, int depth) {
            List<Interaction> interactions = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int[] inside =
                        IntStream.range(0, n).filter(v -> random.nextBoolean()).toArray();
                Target target = random.nextBoolean() ? Target.graph() : Target.vertex(random.nextInt(n));
                interactions.add(new Interaction(VertexSet.of(n, inside), target));
            }
            return new Case(interactions, depth);
        }

        LiveIndices over(Graph graph) {
            return new LiveIndices(graph, interactions, depth);
        }

        List<Long> values(Graph graph) {
            return interactions.stream()
                    .map(one -> WalkIndex.of(graph, one.partition(), one.target(), depth))
                    .map(BigInteger::longValueExact)
                    .toList();
        }

        long[] differences(Graph before, Graph after) {
            List<Long> old = values(before);
            List<Long> fresh = values(after);
            return IntStream.range(0, old.size())
                    .mapToLong(i -> fresh.get(i) - old.get(i))
                    .toArray();
        }
    }

    private static long[] dense(Gain gain, int size) {
        long[] dense = new long[size];
        for (int i = 0; i < gain.size(); i++) {
            dense[gain.interaction(i)] = gain.change(i);
        }
        return dense;
    }

    /** Of 2 to 7 vertices, from empty to complete, so that some have isolated vertices. */
    private static Graph randomGraph(SplittableRandom random, boolean directed) {
        return graph(random, directed, 2 + random.nextInt(6), random.nextDouble());
    }

    private static Graph sparseGraph(SplittableRandom random, boolean directed) {
        return graph(random, directed, 12, 0.14);
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

    private static List<Move> removals(LiveGraph graph) {
        return allMoves(graph).stream()
                .filter(move -> move.kind() == Move.Kind.REMOVE)
                .toList();
    }

    private static List<Move> allMoves(LiveGraph graph) {
        int n = graph.vertexCount();
        List<Move> moves = new ArrayList<>();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (a == b || (!graph.directed() && b < a)) {
                    continue;
                }
                moves.add(graph.has(a, b) ? Move.remove(a, b) : Move.add(a, b));
                if (graph.has(a, b)) {
                    addSwaps(graph, a, b, moves);
                }
            }
        }
        return moves;
    }

    private static void addSwaps(LiveGraph graph, int a, int b, List<Move> moves) {
        for (int c = 0; c < graph.vertexCount(); c++) {
            for (int d = 0; d < graph.vertexCount(); d++) {
                if (c != d && a != c && a != d && b != c && b != d) {
                    Move swap = Move.swap(graph.directed(), a, b, c, d);
                    if (graph.permits(swap)) {
                        moves.add(swap);
                    }
                }
            }
        }
    }
}
