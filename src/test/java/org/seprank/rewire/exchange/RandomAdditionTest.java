package org.seprank.rewire.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

class RandomAdditionTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnUntilTheGraphIsComplete(boolean directed) {
        for (int seed = 0; seed < 10; seed++) {
            Graph graph = TestGraphs.small(seed, directed);
            int n = graph.vertexCount();
            EditList all = add(graph, seed, Integer.MAX_VALUE);
            assertThat(all.applyTo(graph).edgeCount()).isEqualTo(n * (n - 1) / (directed ? 1 : 2));
            assertThat(all.additionCount()).isEqualTo(all.size());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void smallerCountsArePrefixes(boolean directed) {
        Graph graph = TestGraphs.hubs(1, 50, 2, directed);
        EditList all = add(graph, 4, 100);
        assertThat(all.size()).isEqualTo(100);
        for (int count = 0; count < 100; count += 17) {
            assertThat(add(graph, 4, count)).isEqualTo(all.prefix(count));
        }
        assertThat(add(graph, 5, 100)).isNotEqualTo(all);
    }

    @Test
    void everyFreePairIsEquallyLikely() {
        Graph path = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {2, 3}});
        int[] first = new int[16];
        for (int seed = 0; seed < 3000; seed++) {
            Edit edit = add(path, seed, 1).get(0);
            first[4 * edit.u() + edit.v()]++;
        }
        assertThat(first[2]).isBetween(880, 1120);
        assertThat(first[3]).isBetween(880, 1120);
        assertThat(first[7]).isBetween(880, 1120);
    }

    @Test
    void thereIsNothingToAddToNoOrOneVertex() {
        assertThat(add(Graph.undirected(0, new int[0][]), 1, 5)).isEmpty();
        assertThat(add(Graph.undirected(1, new int[0][]), 1, 5)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> add(TestGraphs.cycle(4), 1, -1))
                .withMessageContaining("-1");
    }

    private static EditList add(Graph graph, long seed, int count) {
        return new RandomAddition(seed).rewire(graph, count, Progress.none());
    }
}
