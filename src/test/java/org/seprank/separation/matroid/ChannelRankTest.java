package org.seprank.separation.matroid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.rank.Modular;
import org.seprank.rank.ModularElimination;
import org.seprank.rank.ModularMatrix;
import org.seprank.rewire.TestGraphs;
import org.seprank.separation.matroid.RankUpdates.Term;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.walk.Target;

class ChannelRankTest {
    private static int dimension(Graph graph, VertexSet side, Target target, int depth) {
        Unfolding unfolding = Unfolding.of(graph, target.ends(graph.vertexCount()), depth);
        return InteractionDimension.of(unfolding, side, new SplittableRandom(3), 1)
                .value();
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, false", "4, false", "2, true", "3, true"})
    void aChangeIsThatOfTheEditedGraph(int depth, boolean directed) {
        for (int seed = 0; seed < 60; seed++) {
            Graph graph = TestGraphs.small(seed, directed);
            int n = graph.vertexCount();
            VertexSet side =
                    VertexSet.of(n, IntStream.range(0, 1 + seed % (n - 1)).toArray());
            Target target = seed % 3 == 0 ? Target.vertex(seed % n) : Target.graph();
            ChannelRank ranks = ChannelRank.of(graph, side, target, depth, seed);
            assertThat(ranks.value()).as("seed %d", seed).isEqualTo(dimension(graph, side, target, depth));
            for (int u = 0; u < n; u++) {
                for (int v = directed ? 0 : u + 1; v < n; v++) {
                    if (u != v) {
                        List<Edge> edge = List.of(new Edge(u, v));
                        boolean present = graph.edgeBetween(u, v) >= 0;
                        int after = ranks.after(present ? edge : List.of(), present ? List.of() : edge);
                        Graph edited = present ? without(graph, u, v) : graph.with(edge);
                        assertThat(after)
                                .as("seed %d, %s, I %s, edge %d %d, %s", seed, graph, side, u, v, target)
                                .isEqualTo(dimension(edited, side, target, depth));
                    }
                }
            }
        }
    }

    private static Graph without(Graph graph, int u, int v) {
        BitSet gone = new BitSet();
        gone.set(graph.edgeBetween(u, v));
        return graph.without(gone);
    }

    @Test
    void anExchangeIsFourEditsAtOnce() {
        Graph cycle = TestGraphs.cycle(8);
        VertexSet side = VertexSet.of(8, 0, 1, 2, 3);
        List<Edge> removed = List.of(new Edge(0, 1), new Edge(4, 5));
        List<Edge> added = List.of(new Edge(0, 5), new Edge(1, 4));
        Graph edited = without(without(cycle, 0, 1), 4, 5).with(added);
        assertThat(ChannelRank.of(cycle, side, Target.graph(), 3, 1).after(removed, added))
                .isEqualTo(dimension(edited, side, Target.graph(), 3));
    }

    /** Rank deficient matrices, more terms than null vectors, and terms that cancel what is there. */
    @Test
    void ranksOfChangedMatricesAreThoseByElimination() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 200; trial++) {
            int rows = 1 + random.nextInt(7);
            int columns = 1 + random.nextInt(7);
            int[][] matrix = new int[rows][columns];
            Term[] parts = terms(1 + random.nextInt(4), rows, columns, random);
            add(matrix, parts);
            Term[] terms = terms(1 + random.nextInt(5), rows, columns, random);
            if (trial % 2 == 0) {
                terms[0] = new Term(parts[0].u(), Modular.PRIME - parts[0].factor(), parts[0].v());
            }
            RankUpdates updates = RankUpdates.of(matrix, terms.length, random);
            assertThat(updates.rank()).isEqualTo(rank(matrix));
            add(matrix, terms);
            assertThat(updates.with(terms)).as("trial %d", trial).isEqualTo(rank(matrix));
        }
    }

    private static Term[] terms(int count, int rows, int columns, SplittableRandom random) {
        return IntStream.range(0, count)
                .mapToObj(k ->
                        new Term(vector(rows, random), 1 + random.nextInt(Modular.PRIME - 1), vector(columns, random)))
                .toArray(Term[]::new);
    }

    private static SparseVector vector(int length, SplittableRandom random) {
        int[] at = IntStream.range(0, length).filter(i -> random.nextInt(3) > 0).toArray();
        return new SparseVector(
                at, IntStream.of(at).mapToLong(i -> 1 + random.nextInt(3)).toArray());
    }

    private static void add(int[][] matrix, Term... terms) {
        for (Term term : terms) {
            for (int e = 0; e < term.u().indices().length; e++) {
                for (int f = 0; f < term.v().indices().length; f++) {
                    long product = term.u().values()[e] * term.v().values()[f] * term.factor();
                    int[] row = matrix[term.u().indices()[e]];
                    int at = term.v().indices()[f];
                    row[at] = Modular.add(row[at], Modular.reduce(product));
                }
            }
        }
    }

    private static int rank(int[][] matrix) {
        int[] entries = IntStream.range(0, matrix.length)
                .flatMap(i -> IntStream.of(matrix[i]))
                .toArray();
        return ModularElimination.of(ModularMatrix.over(matrix.length, matrix[0].length, entries))
                .rank();
    }

    @Test
    void depthOneHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelRank.of(TestGraphs.cycle(4), VertexSet.of(4, 0), Target.graph(), 1, 0))
                .withMessageContaining("depth 1");
    }
}
