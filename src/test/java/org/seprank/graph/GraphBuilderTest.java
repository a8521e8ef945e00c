package org.seprank.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GraphBuilderTest {
    @Test
    void selfLoopsAndRepeatedEdgesAreDroppedAndCounted() {
        Graph undirected = Graph.undirected(3, new int[][] {{0, 1}, {1, 0}, {2, 2}, {0, 1}, {1, 2}});
        Graph directed = Graph.directed(3, new int[][] {{0, 1}, {1, 0}, {2, 2}, {0, 1}, {1, 2}});

        assertThat(undirected.edgeCount()).isEqualTo(2);
        assertThat(undirected.dropped()).isEqualTo(new Dropped(1, 2));
        assertThat(directed.edgeCount()).isEqualTo(3);
        assertThat(directed.dropped()).isEqualTo(new Dropped(1, 1));
    }

    @Test
    void theFirstOfEqualEdgesStaysWithItsWeightAndAttributes() {
        GraphBuilder builder = GraphBuilder.over(2, false);
        int first = builder.edge(1, 0, 7);
        int second = builder.edge(0, 1, 9);
        builder.edgeAttributes().value("kind", first, "kept").value("kind", second, "dropped");
        Graph graph = builder.build();

        assertThat(graph.weight(0)).isEqualTo(7);
        assertThat(graph.edgeAttributes().value("kind", 0)).contains("kept");
    }

    @Test
    void edgesWithoutAWeightWeighOneOnceOneHasAWeight() {
        GraphBuilder builder = GraphBuilder.over(40, false);
        for (int v = 1; v < 40; v++) {
            if (v == 20) {
                builder.edge(0, v, 0.5);
            } else {
                builder.edge(0, v);
            }
        }
        Graph graph = builder.build();

        assertThat(graph.weighted()).isTrue();
        for (int e = 0; e < graph.edgeCount(); e++) {
            assertThat(graph.weight(e)).as("edge %d", e).isEqualTo(graph.target(e) == 20 ? 0.5 : 1);
        }
    }

    @Test
    void namesBecomeVerticesInTheOrderOfTheirFirstMention() {
        GraphBuilder builder = GraphBuilder.named(true);
        builder.edge(builder.vertex("b"), builder.vertex("a"));
        builder.edge(builder.vertex("a"), builder.vertex("c"));
        Graph graph = builder.build();

        assertThat(graph.ids().id(0)).isEqualTo("b");
        assertThat(graph.ids().vertex("c")).hasValue(2);
        assertThat(graph.edgeBetween(0, 1)).isNotNegative();
    }

    @Test
    void namesThatCountFromZeroNeedNoTable() {
        GraphBuilder builder = GraphBuilder.named(false);
        builder.edge(builder.vertex("0"), builder.vertex("1"));

        assertThat(builder.has("1")).isTrue();
        assertThat(builder.vertexCount()).isEqualTo(2);
        assertThat(builder.edgeCount()).isOne();
        assertThat(builder.build().ids().numeric()).isTrue();
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> GraphBuilder.over(3, false).edge(0, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("edge (0, 3) has an end outside 0..2");
        assertThatThrownBy(() -> GraphBuilder.over(3, false).edge(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GraphBuilder.over(3, false).edge(0, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("edge (0, 1) has weight NaN");
        assertThatThrownBy(() -> GraphBuilder.over(3, false).vertex("a")).isInstanceOf(IllegalStateException.class);
    }
}
