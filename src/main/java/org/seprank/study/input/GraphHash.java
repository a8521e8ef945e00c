package org.seprank.study.input;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.seprank.graph.Graph;

/** The identity of a graph's structure: SHA-256 over n, its direction and its edges in order. Time O(m). */
public final class GraphHash {
    private static final int EDGES_PER_BLOCK = 4096;

    private GraphHash() {}

    public static String of(Graph graph) {
        MessageDigest digest = sha256();
        ByteBuffer block = ByteBuffer.allocate(8 * EDGES_PER_BLOCK);
        block.putInt(graph.vertexCount()).putInt(graph.directed() ? 1 : 0);
        for (int e = 0; e < graph.edgeCount(); e++) {
            if (!block.hasRemaining()) {
                digest.update(block.flip());
                block.clear();
            }
            block.putInt(graph.source(e)).putInt(graph.target(e));
        }
        digest.update(block.flip());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
