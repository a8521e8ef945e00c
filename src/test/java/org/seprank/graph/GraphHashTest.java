package org.seprank.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphHashTest {
    private static Graph graph(boolean directed, List<String> ids, double weight, int... ends) {
        GraphBuilder builder = GraphBuilder.over(VertexIds.of(ids), directed);
        for (int i = 0; i < ends.length; i += 2) {
            builder.edge(ends[i], ends[i + 1], weight);
        }
        return builder.build();
    }

    @Test
    void theBytesAreThoseDescribed() throws Exception {
        Graph graph = graph(true, List.of("a", "\u00e9"), 0.5, 1, 0);
        ByteBuffer bytes = ByteBuffer.allocate(100).putInt(2).putInt(1).putInt(3);
        for (String id : List.of("a", "\u00e9")) {
            byte[] utf = id.getBytes(StandardCharsets.UTF_8);
            bytes.putInt(utf.length).put(utf);
        }
        bytes.putInt(1).putInt(0).putDouble(0.5);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(bytes.flip());
        assertThat(graph.contentHash()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void everythingInItCounts() {
        List<String> ids = List.of("a", "b", "c");
        Set<String> hashes = new HashSet<>();
        for (Graph graph : List.of(
                graph(false, ids, 1, 0, 1, 1, 2),
                graph(true, ids, 1, 0, 1, 1, 2),
                graph(false, ids, 2, 0, 1, 1, 2),
                graph(false, ids, 1, 0, 1),
                graph(false, ids, 1, 0, 1, 0, 2),
                graph(false, List.of("a", "b", "d"), 1, 0, 1, 1, 2),
                graph(false, List.of("ab", "c", ""), 1, 0, 1, 1, 2),
                graph(false, List.of("a", "bc", ""), 1, 0, 1, 1, 2),
                graph(false, List.of("a", "b", "c", "d"), 1, 0, 1, 1, 2))) {
            assertThat(hashes.add(graph.contentHash())).as(graph.toString()).isTrue();
        }
    }

    @Test
    void howItIsStoredDoesNotCount() {
        Graph plain = Graph.undirected(1000, new int[][] {{0, 1}, {5, 999}});
        GraphBuilder weighted = GraphBuilder.over(1000, false);
        weighted.edge(999, 5, 1);
        weighted.edge(1, 0, 1);
        assertThat(weighted.build().contentHash()).isEqualTo(plain.contentHash());
        long[] ids = new long[1000];
        Arrays.setAll(ids, v -> v);
        GraphBuilder named = GraphBuilder.over(VertexIds.ascending(ids), false);
        named.edge(0, 1);
        named.edge(5, 999);
        assertThat(named.build().contentHash()).isEqualTo(plain.contentHash());
        assertThat(plain.contentHash()).matches("[0-9a-f]{64}");
    }

    @Test
    void idsMayBeLongerThanABlock() {
        String same = "x".repeat(20_000);
        assertThat(graph(false, List.of(same + "a", "b"), 1, 0, 1).contentHash())
                .isNotEqualTo(graph(false, List.of(same + "c", "b"), 1, 0, 1).contentHash());
    }
}
