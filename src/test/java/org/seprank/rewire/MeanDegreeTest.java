package org.seprank.rewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.rewire.catalogue.Request;

class MeanDegreeTest {
    @ParameterizedTest
    @CsvSource({
        "complete, n=6, random, 2, 6",
        "complete, n=6, wis, 4.4, 13",
        "complete, n=6, random, 5, 15",
        "complete, n=6, random, 0, 0",
        "cycle, n=8, random-add, 3, 12",
        "cycle, n=8, fosr, 2.5, 10",
        "path, n=7, gtr, 2, 7",
        "cycle, n=5, proxy-add, 4, 10"
    })
    void theMeanDegreeIsReached(String family, String setting, String method, double degree, int edges) {
        Graph graph = GraphFamily.parse("family:" + family + "," + setting, 0);
        Graph after = Methods.named(method)
                .rewire(Request.of(graph, Budget.meanDegree(degree)))
                .applyTo(graph);
        assertThat(after.edgeCount()).isEqualTo(edges);
        assertThat(2.0 * edges / graph.vertexCount()).isCloseTo(degree, within(1.0 / graph.vertexCount()));
    }

    @Test
    void directedGraphsCountArcs() {
        Graph arcs = Graph.directed(3, new int[][] {{0, 1}, {1, 2}, {2, 0}, {1, 0}, {2, 1}, {0, 2}});
        assertThat(Budget.meanDegree(1).in(arcs, false)).isEqualTo(Budget.remove(3));
    }

    @ParameterizedTest
    @CsvSource({
        "wis, 3, 'mean degree 3 is above 2.000, that of the graph, but edges are only removed'",
        "fosr, 1.5, 'mean degree 1.5 is below 2.000, that of the graph, but edges are only added'",
        "fosr, 9, 'mean degree 9 is not in 0..7, as there are 8 vertices'",
        "sdrf, 3, '--mean-degree goes with methods that only remove or only add edges, but sdrf'",
    })
    void theWrongDirectionIsRefused(String method, double degree, String said) {
        Graph cycle = GraphFamily.parse("family:cycle,n=8", 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Methods.named(method).rewire(Request.of(cycle, Budget.meanDegree(degree))))
                .withMessageStartingWith(said);
    }

    @ParameterizedTest
    @CsvSource({"-1", "NaN", "Infinity"})
    void noDegreeIsRefused(double degree) {
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.meanDegree(degree));
    }
}
