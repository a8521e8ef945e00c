package org.seprank.separation.monomial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;

class CommonFactorsTest {
    /** Two cliques, 0.. and size.., joined by an edge between their first vertices. */
    private static Graph cliques(int size) {
        GraphBuilder builder = GraphBuilder.over(2 * size, false);
        builder.edge(0, size);
        for (int u = 0; u < size; u++) {
            for (int v = u + 1; v < size; v++) {
                builder.edge(u, v);
                builder.edge(size + u, size + v);
            }
        }
        return builder.build();
    }

    /**
     * All vertices of a clique have the factors of its layer-1 vertices in common, of degree K together, and the first
     * one has those of its neighbour across besides: ((D_h, K)) ((min(D_x, D_h), k)). Depth 2: K = 4+3+3, k = 4.
     */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"2, 2, 55", "2, 3, 330", "3, 2, 55", "3, 3, 990"})
    void cliquesShareTheirFactors(int inputs, int hidden, long value) {
        Graph graph = cliques(3);
        Unfolding unfolding = Unfolding.of(graph, VertexSet.all(6), 2);
        assertEquals(Magnitude.of(value), CommonFactors.bound(unfolding, VertexSet.range(6, 0, 2), inputs, hidden));
    }

    @Test
    void vertexThatSharesNothingCountsItsInputs() {
        Graph path = Graph.undirected(2, new int[][] {{0, 1}});
        Unfolding unfolding = Unfolding.of(path, VertexSet.all(2), 2);
        assertEquals(
                Magnitude.multisets(3, BigInteger.valueOf(4)),
                CommonFactors.bound(unfolding, VertexSet.of(2, 0), 3, 5));
    }

    @Test
    void depthOneHasNoFactors() {
        Unfolding unfolding = Unfolding.of(cliques(2), VertexSet.all(4), 1);
        assertThrows(
                IllegalArgumentException.class, () -> CommonFactors.bound(unfolding, VertexSet.range(4, 0, 1), 2, 2));
    }
}
