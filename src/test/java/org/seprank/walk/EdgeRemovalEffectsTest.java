package org.seprank.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.SmallGraphs;
import org.seprank.work.Progress;

class EdgeRemovalEffectsTest {
    private static final Progress NONE = Progress.none();

    static List<Long> seeds() {
        return SmallGraphs.seeds(150).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lossesAreTheDifferencesOfWalkIndices(long seed) {
        for (Graph graph : List.of(SmallGraphs.undirected(seed), SmallGraphs.directed(seed))) {
            for (int depth = 1; depth <= 7; depth++) {
                check(graph, seed, depth);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 45, 64})
    void lossesBeyond64BitsStayExact(int depth) {
        for (long seed = 1; seed <= 6; seed++) {
            check(SmallGraphs.undirected(seed), seed, depth);
            check(SmallGraphs.directed(seed), seed, depth);
        }
    }

    private static void check(Graph graph, long seed, int depth) {
        VertexSet set = SmallGraphs.subset(graph, seed);
        for (Target target : List.of(Target.graph(), Target.vertex((int) (seed % graph.vertexCount())))) {
            EdgeRemovalEffects effects = EdgeRemovalEffects.over(graph, set, target, depth);
            BigInteger before = WalkIndex.of(graph, set, target, depth);
            List<EdgeRemovalEffect> all = effects.all(NONE);
            for (int e = 0; e < graph.edgeCount(); e++) {
                Graph without = without(graph, e);
                EdgeRemovalEffect expected = new EdgeRemovalEffect(
                        e,
                        before.subtract(WalkIndex.of(without, set, target, depth)),
                        set.boundary(graph).size() - set.boundary(without).size());
                assertThat(all.get(e)).as("%s, depth %d", graph, depth).isEqualTo(expected);
            }
            for (int count : new int[] {0, 1, 3, 1000}) {
                assertThat(effects.strongest(count, NONE)).containsExactlyElementsOf(strongest(all, count));
            }
        }
    }

    private static List<EdgeRemovalEffect> strongest(List<EdgeRemovalEffect> all, int count) {
        return all.stream()
                .filter(effect -> effect.loss().signum() > 0)
                .sorted(Comparator.comparing(EdgeRemovalEffect::loss).reversed().thenComparing(EdgeRemovalEffect::edge))
                .limit(count)
                .toList();
    }

    private static Graph without(Graph graph, int e) {
        BitSet removed = new BitSet();
        removed.set(e);
        return graph.without(removed);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void theBridgeBetweenTwoTrianglesTakesAllWalks(int depth) {
        Graph graph = Graph.undirected(6, new int[][] {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}});
        EdgeRemovalEffects effects = EdgeRemovalEffects.over(graph, VertexSet.range(6, 0, 2), Target.graph(), depth);
        EdgeRemovalEffect first = effects.strongest(1, NONE).get(0);

        assertThat(graph.edge(first.edge())).isEqualTo(new Edge(2, 3));
        assertThat(first.loss()).isEqualTo(WalkIndex.of(graph, VertexSet.range(6, 0, 2), Target.graph(), depth));
        assertThat(first.leavingBoundary()).isEqualTo(2);
    }

    /** More edges than are tried at once, so that the bound has to stop the search. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void theStrongestOfCoraAreFoundWithoutTryingAll(int depth) throws IOException {
        Graph cora = GoldenGraphs.read("cora", 2708);
        VertexSet set = VertexSet.range(2708, 0, 1353);
        EdgeRemovalEffects effects = EdgeRemovalEffects.over(cora, set, Target.graph(), depth);

        assertThat(effects.strongest(10, NONE)).containsExactlyElementsOf(strongest(effects.all(NONE), 10));
    }

    @Test
    void mistakesAreNamed() {
        Graph edge = Graph.undirected(2, new int[][] {{0, 1}});
        EdgeRemovalEffects effects = EdgeRemovalEffects.over(edge, VertexSet.of(2, 0), Target.graph(), 2);

        assertThatThrownBy(() -> effects.strongest(-1, NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count -1 is negative");
        assertThatThrownBy(() -> EdgeRemovalEffects.over(edge, VertexSet.of(2, 0), Target.graph(), 65))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void infiniteBoundsComeFirst() {
        BoundedEdges edges = BoundedEdges.of(new double[] {3, Double.POSITIVE_INFINITY, 0, 1e300});

        assertThat(edges.size()).isEqualTo(3);
        assertThat(edges.bound(0)).isInfinite();
        assertThat(edges.edges(0, 2)).containsExactly(1, 3);
        assertThat(edges.bound(2)).isGreaterThanOrEqualTo(3).isLessThan(3.001);
        assertThat(edges.edges(2, 3)).containsExactly(0);
    }
}
