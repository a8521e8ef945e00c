package org.seprank.rewire.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.TestGraphs;

class RewiringTest {
    private final Graph cycle = TestGraphs.cycle(5);

    @Test
    void additionsHaveWeightsAndRelations() {
        Rewiring rewiring = Rewiring.builder()
                .add(Edit.add(0, 2), 0.5, 2)
                .add(Edit.remove(0, 1))
                .add(Edit.add(1, 3))
                .build();
        Graph after = rewiring.applyTo(cycle);
        assertThat(after.edgeCount()).isEqualTo(6);
        assertThat(after.weight(after.edgeBetween(0, 2))).isEqualTo(0.5);
        assertThat(after.weight(after.edgeBetween(1, 3))).isEqualTo(1);
        int[] relations = rewiring.relationsAfter(cycle);
        assertThat(relations[after.edgeBetween(0, 2)]).isEqualTo(2);
        assertThat(relations[after.edgeBetween(1, 3)]).isEqualTo(1);
        assertThat(relations[after.edgeBetween(1, 2)]).isEqualTo(Rewiring.ORIGINAL);
        assertThat(rewiring.relations()).isEqualTo(3);
        assertThat(rewiring.weighted()).isTrue();
        assertThat(rewiring.prefix(1, 5).edits()).isEqualTo(EditList.of(Edit.add(0, 2)));
    }

    @Test
    void anEdgeRemovedAndAddedAgainHasTheNewWeight() {
        Rewiring rewiring = Rewiring.builder()
                .add(Edit.remove(1, 0))
                .add(Edit.add(0, 1), 3, 1)
                .build();
        Graph after = rewiring.applyTo(cycle);
        assertThat(after.edgeCount()).isEqualTo(5);
        assertThat(after.weight(after.edgeBetween(0, 1))).isEqualTo(3);
    }

    @Test
    void newVerticesComeWithTheFirstEditThatTouchesThem() {
        Rewiring rewiring = Rewiring.builder()
                .addVertex(new AddedVertex(List.of()))
                .add(Edit.add(5, 0))
                .addVertex(new AddedVertex(List.of(new AddedVertex.Part(1, 0.5))))
                .add(Edit.add(6, 1))
                .build();
        assertThat(rewiring.applyTo(cycle).vertexCount()).isEqualTo(7);
        Rewiring first = rewiring.prefix(1, 5);
        assertThat(first.vertices()).hasSize(1);
        assertThat(first.applyTo(cycle).vertexCount()).isEqualTo(6);
        assertThat(rewiring.prefix(0, 5).applyTo(cycle)).isSameAs(cycle);
    }

    @Test
    void idsOfNewVerticesGoOn() {
        GraphBuilder named = GraphBuilder.named(false);
        named.edge(named.vertex("a"), named.vertex("new1"));
        Rewiring rewiring = Rewiring.builder()
                .addVertex(new AddedVertex(List.of()))
                .add(Edit.add(2, 0))
                .build();
        assertThat(rewiring.applyTo(named.build()).ids().id(2)).isEqualTo("new2");
        assertThat(Rewiring.of(EditList.of(Edit.add(1, 3))).applyTo(cycle).ids().id(4))
                .isEqualTo("4");
    }

    @Test
    void editsThatCannotBeMadeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rewiring.of(EditList.of(Edit.add(0, 1))).applyTo(cycle))
                .withMessageContaining("edit 1 adds (0, 1), which is an edge already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rewiring.of(EditList.of(Edit.add(0, 7))).applyTo(cycle))
                .withMessageContaining("0..4");
    }
}
