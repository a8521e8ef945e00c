package org.seprank.graph.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.oracle.SmallGraphs;

class BalancedBisectionTest {
    private static Graph graph(String specification) {
        return GraphFamily.parse("family:" + specification, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 9, 10})
    void aPathIsCutInTheMiddle(int n) {
        VertexSet part = BalancedBisection.of(graph("path,n=" + n), 1);
        assertThat(part.contains(0)).isTrue();
        assertThat(part.size()).isIn(n / 2, n - n / 2);
        assertThat(part.boundary(graph("path,n=" + n)).size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void bothPartsHaveNearlyHalfOfTheVertices(long seed) {
        for (Graph graph : new Graph[] {SmallGraphs.undirected(seed), SmallGraphs.directed(seed)}) {
            int n = graph.vertexCount();
            if (n > 1) {
                assertThat(BalancedBisection.of(graph, seed).size()).isBetween(n / 2, n - n / 2);
            }
        }
    }

    /** A pendant clique makes the sign cut lopsided. */
    @Test
    void aTightCornerIsNotCutOff() {
        SplittableRandom random = new SplittableRandom(1);
        GraphBuilder builder = GraphBuilder.over(200, false);
        for (int u = 0; u < 20; u++) {
            for (int v = 0; v < u; v++) {
                builder.edge(u, v);
            }
        }
        builder.edge(19, 20);
        for (int u = 21; u < 200; u++) {
            for (int k = 0; k < 4; k++) {
                builder.edge(u, 20 + random.nextInt(u - 20));
            }
        }
        Graph graph = builder.build();
        assertThat(SpectralBisection.of(graph, 1).vertices().size()).isLessThan(40);
        assertThat(BalancedBisection.of(graph, 1).size()).isBetween(90, 110);
    }

    @Test
    void blocksAreFoundWhateverTheSeed() {
        Graph graph = graph("sbm,sizes=150+150,p_in=0.2,p_out=0.01");
        for (long seed = 0; seed < 5; seed++) {
            assertThat(BalancedBisection.of(graph, seed)).isEqualTo(VertexSet.range(300, 0, 149));
        }
    }
}
