package org.seprank.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.seprank.graph.Graph;

/** SHA-256 over numbers, little-endian, each block preceded by its length. */
final class ContentHash {
    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13).order(ByteOrder.LITTLE_ENDIAN);

    ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    ContentHash add(Graph graph) {
        put(graph.vertexCount());
        put(graph.edgeCount());
        put(graph.directed() ? 1 : 0);
        put(graph.weighted() ? 1 : 0);
        for (int e = 0; e < graph.edgeCount(); e++) {
            put(graph.source(e));
            put(graph.target(e));
            if (graph.weighted()) {
                put(Double.doubleToLongBits(graph.weight(e)));
            }
        }
        return this;
    }

    ContentHash add(Features features) {
        SparseFeatures sparse = features.toSparse();
        put(sparse.columns());
        add(sparse.offsets());
        add(sparse.indices());
        put(sparse.values().length);
        for (float value : sparse.values()) {
            put(Float.floatToIntBits(value));
        }
        return this;
    }

    /** Labels, and values where there are some. */
    ContentHash add(Truth truth) {
        put(truth.labels().classCount());
        add(truth.labels().toArray());
        TargetValues values = truth.values();
        if (values.columns() > 0) {
            put(values.columns());
            put(values.kind().name().hashCode());
            for (double value : values.toArray()) {
                put(Double.doubleToLongBits(value));
            }
        }
        return this;
    }

    /** Features of edges, where there are some. */
    ContentHash addEdges(Features features) {
        return features.columns() == 0 ? this : add(features);
    }

    ContentHash add(int[] numbers) {
        put(numbers.length);
        for (int number : numbers) {
            put(number);
        }
        return this;
    }

    private void put(int number) {
        if (buffer.remaining() < Integer.BYTES) {
            flush();
        }
        buffer.putInt(number);
    }

    private void put(long number) {
        put((int) number);
        put((int) (number >>> 32));
    }

    private void flush() {
        buffer.flip();
        digest.update(buffer);
        buffer.clear();
    }

    String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }
}
