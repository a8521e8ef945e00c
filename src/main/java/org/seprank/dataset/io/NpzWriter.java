package org.seprank.dataset.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.graph.Graph;

/** Writes the layout that {@link HeterophilousReader} reads. Equal datasets make equal bytes. */
final class NpzWriter {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int ALIGNMENT = 64;

    private final ZipOutputStream zip;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    private NpzWriter(ZipOutputStream zip) {
        this.zip = zip;
    }

    static void write(NodeDataset dataset, Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (dataset.graph().directed() != name.contains("directed")) {
            throw new IllegalArgumentException("file name '" + name + "' must contain 'directed' if and only if the "
                    + "graph is directed: readers of the layout go by it");
        }
        NewFile.write(file, out -> writeTo(dataset, out));
    }

    private static void writeTo(NodeDataset dataset, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16))) {
            NpzWriter writer = new NpzWriter(zip);
            writer.features(dataset.features());
            writer.labels(dataset.labels());
            writer.edges(dataset.graph());
            for (Part part : Part.values()) {
                writer.masks(dataset, part);
            }
        }
    }

    private void begin(String name, String type, String shape) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        int padding = ALIGNMENT - (10 + header.length() + 1) % ALIGNMENT;
        byte[] text = (header + " ".repeat(padding % ALIGNMENT) + "\n").getBytes(StandardCharsets.US_ASCII);
        zip.write(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, (byte) (text.length >> 8)});
        zip.write(text);
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        zip.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private void end() throws IOException {
        flush();
        zip.closeEntry();
    }

    private void features(Features features) throws IOException {
        begin("node_features", "<f4", features.rows() + ", " + features.columns());
        float[] row = new float[features.columns()];
        for (int i = 0; i < features.rows(); i++) {
            features.copyRow(i, row, 0);
            for (float value : row) {
                room(Float.BYTES).putFloat(value);
            }
        }
        end();
    }

    private void labels(Labels labels) throws IOException {
        begin("node_labels", "<i8", labels.size() + ",");
        for (int i = 0; i < labels.size(); i++) {
            room(Long.BYTES).putLong(labels.label(i));
        }
        end();
    }

    private void edges(Graph graph) throws IOException {
        begin("edges", "<i8", graph.edgeCount() + ", 2");
        for (int e = 0; e < graph.edgeCount(); e++) {
            room(2 * Long.BYTES).putLong(graph.source(e)).putLong(graph.target(e));
        }
        end();
        if (graph.weighted()) {
            begin("edge_weights", "<f8", graph.edgeCount() + ",");
            for (int e = 0; e < graph.edgeCount(); e++) {
                room(Double.BYTES).putDouble(graph.weight(e));
            }
            end();
        }
    }

    private void masks(NodeDataset dataset, Part part) throws IOException {
        String name = switch (part) {
            case TRAIN -> "train_masks";
            case VALIDATION -> "val_masks";
            case TEST -> "test_masks";
        };
        int n = dataset.labels().size();
        begin(name, "|b1", dataset.splits().size() + ", " + n);
        for (Split split : dataset.splits()) {
            for (int i = 0; i < n; i++) {
                room(1).put((byte) (split.contains(part, i) ? 1 : 0));
            }
        }
        end();
    }
}
