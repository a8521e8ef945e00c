package org.seprank.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.oracle.SmallGraphs;

class GraphTest {
    static List<Long> seeds() {
        return SmallGraphs.seeds(60).toList();
    }

    @Test
    void undirectedEdgesAreSortedWithTheSmallerEndFirst() {
        Graph graph = Graph.undirected(4, new int[][] {{3, 2}, {0, 2}, {1, 0}});

        assertThat(List.of(graph.edge(0), graph.edge(1), graph.edge(2)))
                .containsExactly(new Edge(0, 1), new Edge(0, 2), new Edge(2, 3));
        assertThat(graph).hasToString("undirected graph, 4 vertices, 3 edges");
        assertThat(graph.in()).isSameAs(graph.out());
    }

    @Test
    void directedEdgesKeepTheirDirection() {
        Graph graph = Graph.directed(3, new int[][] {{2, 0}, {0, 2}, {0, 1}});

        assertThat(graph.edgeCount()).isEqualTo(3);
        assertThat(graph.out().degree(0)).isEqualTo(2);
        assertThat(graph.in().degree(0)).isEqualTo(1);
        assertThat(graph.edgeBetween(0, 1)).isZero();
        assertThat(graph.edgeBetween(1, 0)).isEqualTo(-1);
        assertThat(graph).hasToString("directed graph, 3 vertices, 3 edges");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsHoldExactlyTheEdges(long seed) {
        for (Graph graph : List.of(SmallGraphs.undirected(seed), SmallGraphs.directed(seed))) {
            for (int v = 0; v < graph.vertexCount(); v++) {
                TreeSet<Integer> expectedOut = new TreeSet<>();
                TreeSet<Integer> expectedIn = new TreeSet<>();
                for (int e = 0; e < graph.edgeCount(); e++) {
                    if (graph.source(e) == v || (!graph.directed() && graph.target(e) == v)) {
                        expectedOut.add(graph.source(e) + graph.target(e) - v);
                    }
                    if (graph.target(e) == v || (!graph.directed() && graph.source(e) == v)) {
                        expectedIn.add(graph.source(e) + graph.target(e) - v);
                    }
                }
                assertThat(row(graph.out(), v)).containsExactlyElementsOf(expectedOut);
                assertThat(row(graph.in(), v)).containsExactlyElementsOf(expectedIn);
            }
        }
    }

    private static List<Integer> row(Adjacency rows, int v) {
        return Arrays.stream(rows.neighbours(), rows.offsets()[v], rows.offsets()[v + 1])
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEdgeIsFoundByItsEnds(long seed) {
        for (Graph graph : List.of(SmallGraphs.undirected(seed), SmallGraphs.directed(seed))) {
            for (int e = 0; e < graph.edgeCount(); e++) {
                assertThat(graph.edgeBetween(graph.source(e), graph.target(e))).isEqualTo(e);
                if (!graph.directed()) {
                    assertThat(graph.edgeBetween(graph.target(e), graph.source(e)))
                            .isEqualTo(e);
                }
            }
        }
    }

    @Test
    void removingEdgesKeepsTheirFellowsWithWeightsAndAttributes() {
        GraphBuilder builder = GraphBuilder.over(3, false);
        builder.edge(0, 1, 2.5);
        builder.edge(1, 2, 4);
        builder.edgeAttributes().value("road", 0, "A1").value("road", 1, "A2");
        builder.vertexAttributes().value("town", 2, "Ulm");
        BitSet removed = new BitSet();
        removed.set(0);
        Graph graph = builder.build().without(removed);

        assertThat(graph.edgeCount()).isOne();
        assertThat(graph.edge(0)).isEqualTo(new Edge(1, 2));
        assertThat(graph.weighted()).isTrue();
        assertThat(graph.weight(0)).isEqualTo(4);
        assertThat(graph.edgeAttributes().value("road", 0)).contains("A2");
        assertThat(graph.vertexAttributes().value("town", 2)).contains("Ulm");
    }

    @Test
    void addingEdgesKeepsWeightsAndAttributesOfTheOldOnes() {
        GraphBuilder builder = GraphBuilder.over(3, false);
        builder.edge(1, 2, 4);
        builder.edgeAttributes().value("road", 0, "A2");
        Graph graph = builder.build().with(List.of(new Edge(0, 1)));

        assertThat(graph.edge(0)).isEqualTo(new Edge(0, 1));
        assertThat(graph.weight(0)).isEqualTo(1);
        assertThat(graph.weight(1)).isEqualTo(4);
        assertThat(graph.edgeAttributes().value("road", 0)).isEmpty();
        assertThat(graph.edgeAttributes().value("road", 1)).contains("A2");
    }

    @Test
    void droppingTheDirectionMergesOppositeEdges() {
        Graph graph = Graph.directed(3, new int[][] {{2, 0}, {0, 2}, {0, 1}}).asUndirected();

        assertThat(graph.directed()).isFalse();
        assertThat(graph.edgeCount()).isEqualTo(2);
        assertThat(graph.dropped()).isEqualTo(new Dropped(0, 1));
        assertThat(graph.asUndirected()).isSameAs(graph);
    }

    @Test
    void theLargestDegreeOfAStarIsThatOfItsCentre() {
        assertThat(Graph.undirected(4, new int[][] {{0, 1}, {0, 2}, {0, 3}})
                        .out()
                        .maxDegree())
                .isEqualTo(3);
        assertThat(Graph.undirected(4, new int[0][]).out().maxDegree()).isZero();
    }
}
