package org.seprank.rewire.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.AddedVertex;
import org.seprank.rewire.edit.AddedVertex.Part;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

class HalfHopTest {
    private static EditList all(HalfHop method, Graph graph) {
        return method.rewire(graph, Integer.MAX_VALUE, Progress.none());
    }

    @Test
    void anArcGoesThroughASlowVertexThatHearsOfItsHead() {
        Graph arc = Graph.directed(2, new int[][] {{0, 1}});
        EditList rewiring = all(new HalfHop(0.25, 1, 0), arc);
        assertThat(rewiring.toList())
                .containsExactly(Edit.add(0, 2), Edit.add(2, 1), Edit.add(1, 2), Edit.remove(0, 1));
        assertThat(rewiring.vertices()).containsExactly(new AddedVertex(List.of(new Part(0, 0.25), new Part(1, 0.75))));
        assertThat(rewiring.relations()).isEqualTo(1);
    }

    @Test
    void probabilityOneTakesEveryArcOnce() {
        for (long seed = 0; seed < 20; seed++) {
            Graph graph = TestGraphs.small(seed, true);
            Graph after = all(new HalfHop(0.5, 1, seed), graph).applyTo(graph);
            assertThat(after.vertexCount()).isEqualTo(graph.vertexCount() + graph.edgeCount());
            assertThat(after.edgeCount()).isEqualTo(3 * graph.edgeCount());
            for (int s = graph.vertexCount(); s < after.vertexCount(); s++) {
                assertThat(after.in().degree(s)).isEqualTo(2);
                assertThat(after.out().degree(s)).isEqualTo(1);
            }
        }
    }

    @Test
    void onlyArcsToSampledVerticesAreTaken() {
        Graph graph = TestGraphs.hubs(7, 200, 3, true);
        EditList rewiring = all(new HalfHop(0.5, 0.3, 11), graph);
        Graph after = rewiring.applyTo(graph);
        int sampled = 0;
        for (int v = 0; v < graph.vertexCount(); v++) {
            int old = 0;
            for (int u = 0; u < graph.vertexCount(); u++) {
                old += after.edgeBetween(u, v) >= 0 ? 1 : 0;
            }
            assertThat(old).isIn(0, graph.in().degree(v));
            sampled += old == 0 && graph.in().degree(v) > 0 ? 1 : 0;
        }
        assertThat((double) sampled / graph.vertexCount()).isCloseTo(0.3, within(0.12));
    }

    @Test
    void anUndirectedEdgeIsSubdividedOnce() {
        for (long seed = 0; seed < 20; seed++) {
            Graph graph = TestGraphs.small(seed, false);
            EditList rewiring = all(new HalfHop(0.9, 1, seed), graph);
            Graph after = rewiring.applyTo(graph);
            assertThat(after.vertexCount()).isEqualTo(graph.vertexCount() + graph.edgeCount());
            assertThat(after.edgeCount()).isEqualTo(2 * graph.edgeCount());
            for (AddedVertex vertex : rewiring.vertices()) {
                assertThat(vertex.parts()).extracting(Part::weight).containsExactly(0.5, 0.5);
            }
        }
    }

    @Test
    void anUndirectedEdgeWithOneSampledEndHasAlphaOfTheOther() {
        Graph star = TestGraphs.star(50);
        EditList rewiring = all(new HalfHop(0.9, 0.5, 4), star);
        assertThat(rewiring.vertices()).isNotEmpty();
        boolean centre = rewiring.vertices().size() == 50;
        for (AddedVertex vertex : rewiring.vertices()) {
            List<Part> parts = vertex.parts();
            assertThat(parts.get(0).weight() + parts.get(1).weight()).isCloseTo(1, within(1e-15));
            assertThat(parts.get(0).weight()).isIn(0.9, 0.5);
            assertThat(parts.get(0).weight() < 0.6 && !centre).isFalse();
        }
    }

    @Test
    void aSmallerCountGivesAPrefixOfWholeEdges() {
        for (boolean directed : new boolean[] {false, true}) {
            Graph graph = TestGraphs.small(5, directed);
            HalfHop method = new HalfHop(0.5, 0.7, 2);
            EditList all = all(method, graph);
            int each = directed ? 4 : 3;
            for (int count = 0; count <= all.size(); count++) {
                EditList first = method.rewire(graph, count, Progress.none());
                assertThat(first).isEqualTo(all.prefix(count / each * each));
            }
        }
    }

    @Test
    void weightsAndWrongParametersAreRefused() {
        GraphBuilder weighted = GraphBuilder.over(2, true);
        weighted.edge(0, 1, 2);
        Graph graph = weighted.build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all(new HalfHop(0.5, 1, 0), graph))
                .withMessageContaining("weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HalfHop(1.5, 1, 0))
                .withMessageContaining("alpha 1.5 is not in 0..1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HalfHop(0.5, Double.NaN, 0))
                .withMessageContaining("probability");
    }
}
