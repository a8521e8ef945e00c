package org.seprank.rewire.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestGraphs;

class SafeguardTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void exactlyTheBridgesMustStay(int seed) {
        boolean directed = seed % 2 == 1;
        Graph graph = switch (seed / 2) {
            case 0 -> TestGraphs.hubs(seed, 150, 2, directed);
            case 1 -> TestGraphs.random(seed, 60, 3, 0.06, directed);
            case 2 -> TestGraphs.grid(9, 11);
            default -> TestGraphs.cycle(120);
        };
        Safeguard safeguard = Safeguard.of(graph, true, seed % 3 == 0);
        BitSet removed = new BitSet();
        int kept = 0;
        for (int e : shuffled(graph.edgeCount(), seed)) {
            int before = components(graph, removed);
            removed.set(e);
            boolean splits = components(graph, removed) > before;
            assertThat(safeguard.permits(e)).as("edge %d", e).isEqualTo(!splits);
            if (splits) {
                removed.clear(e);
                kept++;
            } else {
                safeguard.remove(e);
            }
        }
        assertThat(kept).isEqualTo(graph.vertexCount() - components(graph, new BitSet()));
    }

    @Test
    void lastEdgeOfAVertexMustStay() {
        Graph path = TestGraphs.grid(1, 4);
        Safeguard safeguard = Safeguard.of(path, false, true);
        assertThat(safeguard.permits(0)).isFalse();
        assertThat(safeguard.permits(1)).isTrue();
        safeguard.remove(1);
        assertThat(safeguard.permits(2)).isFalse();
    }

    @Test
    void anEdgeInEitherDirectionKeepsAVertexFromIsolation() {
        Graph pair = Graph.directed(3, new int[][] {{0, 1}, {1, 0}, {1, 2}});
        Safeguard safeguard = Safeguard.of(pair, false, true);
        assertThat(safeguard.permits(0)).isTrue();
        safeguard.remove(0);
        assertThat(safeguard.permits(1)).isFalse();
        assertThat(safeguard.permits(2)).isFalse();
        assertThat(Safeguard.of(pair, true, false).permits(0)).isTrue();
        assertThat(Safeguard.of(pair, true, false).permits(2)).isFalse();
    }

    @Test
    void withoutRulesEverythingMayGo() {
        Safeguard safeguard = Safeguard.of(TestGraphs.star(2), false, false);
        safeguard.remove(0);
        assertThat(safeguard.permits(1)).isTrue();
    }

    private static int[] shuffled(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[length];
        for (int i = 0; i < length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static int components(Graph graph, BitSet removed) {
        int[] parent = new int[graph.vertexCount()];
        for (int v = 0; v < parent.length; v++) {
            parent[v] = v;
        }
        int count = parent.length;
        for (int e = removed.nextClearBit(0); e < graph.edgeCount(); e = removed.nextClearBit(e + 1)) {
            int u = root(parent, graph.source(e));
            int v = root(parent, graph.target(e));
            if (u != v) {
                parent[u] = v;
                count--;
            }
        }
        return count;
    }

    private static int root(int[] parent, int start) {
        int v = start;
        while (parent[v] != v) {
            v = parent[v];
        }
        return v;
    }
}
