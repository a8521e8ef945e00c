package org.seprank.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.oracle.DenseWalks;
import org.seprank.oracle.SmallGraphs;

class VertexSetTest {
    static List<Long> seeds() {
        return SmallGraphs.seeds(100).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBoundaryIsWhatTryingAllPairsFinds(long seed) {
        for (Graph graph : List.of(SmallGraphs.undirected(seed), SmallGraphs.directed(seed))) {
            VertexSet set = SmallGraphs.subset(graph, seed);
            assertThat(set.boundary(graph)).isEqualTo(DenseWalks.boundary(graph, set));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothSidesHaveTheSameBoundary(long seed) {
        for (Graph graph : List.of(SmallGraphs.undirected(seed), SmallGraphs.directed(seed))) {
            VertexSet set = SmallGraphs.subset(graph, seed);
            assertThat(set.complement().boundary(graph)).isEqualTo(set.boundary(graph));
        }
    }

    @Test
    void aDirectedEdgePutsOnlyItsHeadIntoTheBoundary() {
        Graph graph = Graph.directed(3, new int[][] {{0, 1}, {1, 2}});

        assertThat(VertexSet.of(3, 0).boundary(graph)).isEqualTo(VertexSet.of(3, 1));
    }

    @Test
    void theComplementHoldsTheOtherVertices() {
        VertexSet set = VertexSet.of(5, 4, 1, 1);

        assertThat(set.size()).isEqualTo(2);
        assertThat(set.toArray()).containsExactly(1, 4);
        assertThat(set.complement().toArray()).containsExactly(0, 2, 3);
        assertThat(set.complement().complement()).isEqualTo(set).hasSameHashCodeAs(set);
        assertThat(set.contains(4)).isTrue();
        assertThat(set.contains(0)).isFalse();
        assertThat(set.next(2)).isEqualTo(4);
        assertThat(set.next(5)).isEqualTo(-1);
        assertThat(set).hasToString("{1, 4} of 5");
    }

    @Test
    void onlySetsWithTwoSidesAreProper() {
        assertThat(VertexSet.of(3).isProper()).isFalse();
        assertThat(VertexSet.all(3).isProper()).isFalse();
        assertThat(VertexSet.range(3, 0, 1).isProper()).isTrue();
        assertThat(VertexSet.range(3, 0, 1)).isEqualTo(VertexSet.of(3, 0, 1)).isNotEqualTo(VertexSet.of(4, 0, 1));
    }

    @Test
    void verticesOutsideTheGraphAreRefused() {
        BitSet bits = new BitSet();
        bits.set(7);
        assertThatThrownBy(() -> VertexSet.of(3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vertex 3 is not in 0..2");
        assertThatThrownBy(() -> VertexSet.of(3, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VertexSet.of(3, bits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vertex 7 is not in 0..2");
        assertThatThrownBy(() -> VertexSet.of(3, 0).boundary(Graph.undirected(4, new int[0][])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 vertices");
    }

    @Test
    void aSetKeepsItsVerticesWhenTheBitsItCameFromChange() {
        BitSet bits = new BitSet();
        bits.set(1);
        VertexSet set = VertexSet.of(3, bits);
        bits.set(2);

        assertThat(set.toArray()).containsExactly(1);
    }
}
