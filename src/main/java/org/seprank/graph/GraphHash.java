package org.seprank.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes that {@link Graph#contentHash} is made of, block by block. */
final class GraphHash {
    private static final int BLOCK = 1 << 13;

    private final MessageDigest digest;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);

    private GraphHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(Graph graph) {
        GraphHash hash = new GraphHash();
        boolean weighted = false;
        for (int e = 0; !weighted && e < graph.edgeCount(); e++) {
            weighted = graph.weight(e) < 1 || graph.weight(e) > 1;
        }
        hash.put(graph.vertexCount());
        hash.put(graph.edgeCount());
        hash.put((graph.directed() ? 1 : 0) + (weighted ? 2 : 0));
        for (int v = 0; v < graph.vertexCount(); v++) {
            hash.put(graph.ids().id(v).getBytes(StandardCharsets.UTF_8));
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            hash.put(graph.source(e));
            hash.put(graph.target(e));
        }
        for (int e = 0; weighted && e < graph.edgeCount(); e++) {
            long bits = Double.doubleToLongBits(graph.weight(e));
            hash.put((int) (bits >>> 32));
            hash.put((int) bits);
        }
        hash.flush();
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void put(int number) {
        if (block.remaining() < Integer.BYTES) {
            flush();
        }
        block.putInt(number);
    }

    private void put(byte[] bytes) {
        put(bytes.length);
        if (bytes.length > block.remaining()) {
            flush();
        }
        if (bytes.length > block.remaining()) {
            digest.update(bytes);
        } else {
            block.put(bytes);
        }
    }

    private void flush() {
        digest.update(block.flip());
        block.clear();
    }
}
