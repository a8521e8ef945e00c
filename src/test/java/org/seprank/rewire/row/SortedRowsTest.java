package org.seprank.rewire.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestGraphs;

class SortedRowsTest {
    /** What is in the rows is what a sorted map of each row holds, whatever comes and goes. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rowsAreSortedMapsOfTheirNeighbours(boolean numbered) {
        Graph graph = TestGraphs.random(1, 20, 2, 0.2, true);
        SortedRows rows = numbered ? SortedRows.sharing(graph.out()) : SortedRows.copyOf(graph.out());
        List<TreeMap<Integer, Integer>> maps = new ArrayList<>();
        for (int v = 0; v < graph.vertexCount(); v++) {
            maps.add(new TreeMap<>());
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            maps.get(graph.source(e)).put(graph.target(e), e);
        }
        int[] untouched = graph.out().neighbours().clone();
        SplittableRandom random = new SplittableRandom(7);
        for (int step = 0; step < 2000; step++) {
            int u = random.nextInt(graph.vertexCount());
            int v = random.nextInt(graph.vertexCount());
            boolean there = maps.get(u).containsKey(v);
            assertThat(rows.has(u, v)).isEqualTo(there);
            if (there) {
                rows.erase(u, v);
                maps.get(u).remove(v);
                assertThatIllegalStateException().isThrownBy(() -> rows.erase(u, v));
            } else {
                rows.insert(u, v, step);
                maps.get(u).put(v, step);
                assertThatIllegalStateException().isThrownBy(() -> rows.insert(u, v));
            }
            replaceOne(rows, maps.get(u), u, numbered);
            check(rows, maps, numbered);
        }
        assertThat(graph.out().neighbours()).isEqualTo(untouched);
    }

    private static void replaceOne(SortedRows rows, NavigableMap<Integer, Integer> map, int u, boolean numbered) {
        if (!map.isEmpty() && numbered) {
            assertThatIllegalStateException().isThrownBy(() -> rows.replace(u, map.firstKey(), -1));
        } else if (!map.isEmpty()) {
            int old = map.firstKey();
            int fresh = map.lastKey() + 1;
            rows.replace(u, old, fresh);
            map.put(fresh, map.remove(old));
            rows.replace(u, fresh, old);
            map.put(old, map.remove(fresh));
        }
    }

    private static void check(SortedRows rows, List<? extends NavigableMap<Integer, Integer>> maps, boolean numbered) {
        for (int v = 0; v < rows.size(); v++) {
            assertThat(Arrays.stream(rows.neighbours(v), rows.start(v), rows.end(v))
                            .boxed())
                    .containsExactlyElementsOf(maps.get(v).keySet());
            assertThat(rows.degree(v)).isEqualTo(maps.get(v).size());
            if (numbered) {
                assertThat(Arrays.stream(rows.edges(v), rows.start(v), rows.end(v))
                                .boxed())
                        .containsExactlyElementsOf(maps.get(v).values());
            }
        }
    }
}
