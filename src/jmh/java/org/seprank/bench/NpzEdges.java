package org.seprank.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/**
 * The undirected graph in the array {@code edges} (64-bit integers, m x 2) of an npz file, as much as benchmarks need.
 */
final class NpzEdges {
    private NpzEdges() {}

    /** Reads a data set of the reference data, such as {@code tolokers}. */
    static Graph read(String name) {
        String named = System.getenv("SEPRANK_DATA");
        Path root = named == null ? Path.of("..", "shared") : Path.of(named);
        try (ZipInputStream zip =
                new ZipInputStream(Files.newInputStream(root.resolve("data/heterophilous/" + name + ".npz")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("edges.npy")) {
                    return graph(new DataInputStream(zip));
                }
            }
            throw new IOException("no array 'edges' in " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Graph graph(DataInputStream in) throws IOException {
        byte[] start = in.readNBytes(10);
        int headerLength = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        String header = new String(in.readNBytes(headerLength), StandardCharsets.US_ASCII);
        if (!header.contains("'<i8'") || !header.contains("'fortran_order': False")) {
            throw new IOException("unexpected array " + header);
        }
        ByteBuffer data = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        int m = data.remaining() / 16;
        int n = 0;
        for (int i = 0; i < 2 * m; i++) {
            n = Math.max(n, (int) data.getLong(8 * i) + 1);
        }
        GraphBuilder builder = GraphBuilder.over(n, false).expectEdges(m);
        for (int e = 0; e < m; e++) {
            builder.edge((int) data.getLong(16 * e), (int) data.getLong(16 * e + 8));
        }
        return builder.build();
    }
}
