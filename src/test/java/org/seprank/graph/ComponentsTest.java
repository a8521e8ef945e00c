package org.seprank.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void componentsAgreeWithJGraphT(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(1, 40);
        GraphBuilder builder = GraphBuilder.over(n, seed % 2 == 0);
        for (int e = random.nextInt(n + 1); e > 0; e--) {
            builder.edge(random.nextInt(n), random.nextInt(n));
        }
        Graph graph = builder.build();
        Components components = Components.of(graph);
        List<Set<Integer>> expected = new ConnectivityInspector<>(graph.asJGraphT()).connectedSets();
        assertThat(components.count()).isEqualTo(expected.size());
        for (Set<Integer> set : expected) {
            assertThat(set.stream().map(components::of).distinct()).hasSize(1);
        }
        assertThat(components.of(0)).isZero();
        int[][] members = components.members();
        assertThat(members).hasNumberOfRows(expected.size());
        for (int c = 0; c < members.length; c++) {
            assertThat(members[c]).isSorted().hasSize(components.sizes()[c]);
            Set<Integer> set = expected.get(c); // in the order of their smallest vertices
            assertThat(members[c])
                    .containsExactlyInAnyOrder(
                            set.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsAlongRemovalsAreThoseOfTheGraphsThatAreLeft(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(2, 20);
        GraphBuilder builder = GraphBuilder.over(n, seed % 2 == 0);
        for (int e = 0; e < 2 * n; e++) {
            builder.edge(random.nextInt(n), random.nextInt(n));
        }
        Graph graph = builder.build();
        int[] order =
                IntStream.range(0, graph.edgeCount()).filter(e -> e % 3 != 1).toArray();
        int[] counts = Components.countsAlong(graph, order);
        BitSet removed = new BitSet();
        for (int i = 0; i <= order.length; i++) {
            assertThat(counts[i])
                    .isEqualTo(Components.of(graph.without(removed)).count());
            if (i < order.length) {
                removed.set(order[i]);
            }
        }
    }
}
