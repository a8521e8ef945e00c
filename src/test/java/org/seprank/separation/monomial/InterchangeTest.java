package org.seprank.separation.monomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.work.Progress;

class InterchangeTest {
    private static Graph star(int leaves, boolean directed) {
        int[][] edges = new int[leaves][];
        Arrays.setAll(edges, i -> new int[] {0, i + 1});
        return directed ? Graph.directed(leaves + 1, edges) : Graph.undirected(leaves + 1, edges);
    }

    private static long orbits(Graph graph, VertexSet ends, int depth, VertexSet side, int kinds) {
        return Interchange.of(Unfolding.of(graph, ends, depth), side)
                .orbits(i -> Magnitude.of(kinds))
                .exact()
                .orElseThrow()
                .longValueExact();
    }

    /** Multisets of three kinds of that size. */
    private static long multisets(int size) {
        return (size + 2L) * (size + 1) / 2;
    }

    @Test
    void leavesOfAStarCountAsMultisets() {
        // 5 leaves are tried out, 20 are found as twins
        for (int leaves : new int[] {5, 20}) {
            for (boolean directed : new boolean[] {false, true}) {
                Graph star = star(leaves, directed);
                VertexSet all = VertexSet.all(leaves + 1);
                VertexSet side = VertexSet.range(leaves + 1, 1, leaves - 1);
                assertThat(orbits(star, all, 2, side, 3)).isEqualTo(multisets(leaves - 1));
            }
        }
    }

    @Test
    void targetIsNotInterchangeableWithItsOpenTwins() {
        for (int leaves : new int[] {5, 20}) {
            VertexSet side = VertexSet.range(leaves + 1, 1, leaves);
            VertexSet target = VertexSet.of(leaves + 1, 1);
            assertThat(orbits(star(leaves, false), target, 3, side, 3)).isEqualTo(3 * multisets(leaves - 1));
        }
    }

    @Test
    void cliqueVerticesCountAsMultisetsTargetIncluded() {
        for (int n : new int[] {6, 16}) {
            int[][] edges = IntStream.range(0, n * n)
                    .filter(k -> k / n < k % n)
                    .mapToObj(k -> new int[] {k / n, k % n})
                    .toArray(int[][]::new);
            VertexSet side = VertexSet.range(n, 0, n - 2);
            assertThat(orbits(Graph.undirected(n, edges), VertexSet.of(n, 0), 2, side, 3))
                    .isEqualTo(multisets(n - 1));
        }
    }

    @Test
    void reflectionOfAPathMovesPairsTogether() {
        Graph path = Graph.undirected(5, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
        VertexSet side = VertexSet.of(5, 0, 1, 3, 4);
        assertThat(orbits(path, VertexSet.all(5), 3, side, 3)).isEqualTo((81 + 9) / 2);
    }

    @Test
    void layersMayBePermutedWhereNoAutomorphismExists() {
        // on a 4-cycle with target 0, the inputs 2 and 3 may be exchanged although no automorphism does that
        Graph cycle = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 0}});
        assertThat(orbits(cycle, VertexSet.of(4, 0), 2, VertexSet.of(4, 2, 3), 3))
                .isEqualTo(6);
        assertThat(orbits(cycle, VertexSet.of(4, 0), 3, VertexSet.of(4, 2, 3), 3))
                .isEqualTo(9);
    }

    @Test
    void generatorsOfTheLeavesGiveOneOrbitPerMultiset() {
        Graph star = star(4, false);
        VertexSet side = VertexSet.range(5, 1, 4);
        Unfolding unfolding = Unfolding.of(star, VertexSet.of(5, 0), 2);
        var limit = new SideMonomials.Limit(10_000, Progress.none());
        Interchange leaves = Interchange.of(unfolding, side);
        SideMonomials monomials = SideMonomials.of(star, side, unfolding.degrees(1), 2, limit);
        Interchange centre = Interchange.none(side.complement());
        int rows = monomials.pairs(leaves, centre).orElseThrow().rows();
        // a leaf has exponents a + b_i, a shared and b_i its own, each 0 or 1: 2 · 5 multisets less one counted twice
        assertThat(rows).isEqualTo(9);
        assertThat(monomials.pairs(Interchange.none(side), centre).orElseThrow().rows())
                .isEqualTo(31);
    }

    @Test
    void degreesAreCutAtTheLargestLong() {
        Unfolding deep = Unfolding.of(star(40, false), VertexSet.all(41), 40);
        assertThat(deep.copies(0).at(0)).isGreaterThan(BigInteger.valueOf(Long.MAX_VALUE));
        assertThat(deep.degrees(0)[0]).isEqualTo(Long.MAX_VALUE);
        assertThat(deep.depth()).isEqualTo(40);
    }

    @Test
    void tracesAreForDepthTwo() {
        Unfolding deep = Unfolding.of(star(3, false), VertexSet.all(4), 3);
        assertThatThrownBy(() -> Traces.bound(deep, VertexSet.of(4, 1), 2)).hasMessageContaining("depth 3");
    }

    @Test
    void permutationsSayWhatTheyMove() {
        assertThat(Permutation.transposition(1, 4)).hasToString("[1, 4] -> [4, 1]");
    }
}
