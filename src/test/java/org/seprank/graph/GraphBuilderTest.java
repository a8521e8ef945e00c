package org.seprank.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Edges that come sorted take a shorter way, to the same graph. */
    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void theOrderOfEdgesDoesNotMatter(boolean directed, boolean sorted) {
        SplittableRandom random = new SplittableRandom(directed ? 1 : 2);
        for (int k = 0; k < 40; k++) {
            List<int[]> added = new ArrayList<>();
            for (int e = 0; e < 20; e++) {
                int u = random.nextInt(6);
                int v = random.nextInt(6);
                added.add(directed ? new int[] {u, v} : new int[] {Math.min(u, v), Math.max(u, v)});
            }
            if (sorted) {
                added.sort(Comparator.<int[]>comparingInt(edge -> edge[0]).thenComparingInt(edge -> edge[1]));
            }
            GraphBuilder builder = GraphBuilder.over(6, directed);
            Map<List<Integer>, Double> first = new TreeMap<>(Comparator.comparing(List::toString));
            int loops = 0;
            for (int e = 0; e < added.size(); e++) {
                int[] edge = added.get(e);
                builder.edge(edge[0], edge[1], e + 0.5);
                loops += edge[0] == edge[1] ? 1 : 0;
                if (edge[0] != edge[1]) {
                    first.putIfAbsent(List.of(edge[0], edge[1]), e + 0.5);
                }
            }
            Graph graph = builder.build();
            assertThat(graph.edgeCount()).isEqualTo(first.size());
            assertThat(graph.dropped().selfLoops()).isEqualTo(loops);
            int e = 0;
            for (Map.Entry<List<Integer>, Double> entry : first.entrySet()) {
                assertThat(List.of(graph.source(e), graph.target(e))).isEqualTo(entry.getKey());
                assertThat(graph.weight(e)).isEqualTo(entry.getValue());
                e++;
            }
        }
    }
}
