package org.seprank.rewire.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.AddedVertex;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

class VirtualVertexTest {
    @Test
    void isJoinedWithAllAndHasNoFeatures() {
        Graph graph = TestGraphs.cycle(6);
        EditList rewiring = new VirtualVertex(2).rewire(graph, Integer.MAX_VALUE, Progress.none());
        Graph after = rewiring.applyTo(graph);
        assertThat(after.vertexCount()).isEqualTo(8);
        assertThat(after.edgeCount()).isEqualTo(6 + 2 * 6);
        assertThat(after.out().degree(6)).isEqualTo(6);
        assertThat(after.edgeBetween(6, 7)).isNegative();
        assertThat(rewiring.vertices()).containsExactly(new AddedVertex(List.of()), new AddedVertex(List.of()));
        assertThat(rewiring.relations()).isEqualTo(2);
        assertThat(after.weighted()).isFalse();
    }

    @Test
    void directedGraphsTellTowardsFromFrom() {
        Graph graph = Graph.directed(2, new int[][] {{0, 1}});
        EditList rewiring = new VirtualVertex(1).rewire(graph, Integer.MAX_VALUE, Progress.none());
        assertThat(rewiring.toList()).containsExactly(Edit.add(0, 2), Edit.add(2, 0), Edit.add(1, 2), Edit.add(2, 1));
        Graph after = rewiring.applyTo(graph);
        int[] relations = rewiring.relationsAfter(graph);
        assertThat(relations[after.edgeBetween(1, 2)]).isEqualTo(VirtualVertex.TOWARDS);
        assertThat(relations[after.edgeBetween(2, 1)]).isEqualTo(VirtualVertex.FROM);
        assertThat(relations[after.edgeBetween(0, 1)]).isEqualTo(EditList.ORIGINAL);
    }

    @Test
    void aSmallerCountGivesAPrefix() {
        for (boolean directed : new boolean[] {false, true}) {
            Graph graph = TestGraphs.small(3, directed);
            EditList all = new VirtualVertex(3).rewire(graph, Integer.MAX_VALUE, Progress.none());
            for (int count = 0; count <= all.size(); count++) {
                EditList first = new VirtualVertex(3).rewire(graph, count, Progress.none());
                assertThat(first).isEqualTo(all.prefix(count));
            }
        }
    }

    @Test
    void thereIsNothingToJoinWithoutVertices() {
        Graph empty = Graph.undirected(0, new int[0][]);
        assertThat(new VirtualVertex(1).rewire(empty, 9, Progress.none()).vertices())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VirtualVertex(0))
                .withMessageContaining("0 is less than 1");
    }
}
