package org.seprank.graph.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.razorvine.pickle.Pickler;

/** Small files of the formats that are only read. */
final class SmallFiles {
    private SmallFiles() {}

    /** A path of four vertices and an isolated one as pickled neighbour lists. */
    static byte[] planetoid() throws IOException {
        Map<Integer, List<Integer>> lists = new LinkedHashMap<>();
        lists.put(0, List.of(1));
        lists.put(1, List.of(0, 2));
        lists.put(2, List.of(1, 3, 3));
        lists.put(3, List.of(2, 2));
        lists.put(4, List.of());
        return new Pickler().dumps(lists);
    }

    /** A path of four vertices and an isolated one as an archive of arrays. */
    static byte[] npz() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("node_labels.npy"));
            zip.write(npy("<i8", false, "(5,)", longs(0, 1, 0, 1, 0)));
            zip.putNextEntry(new ZipEntry("edges.npy"));
            zip.write(npy("<i8", false, "(3, 2)", longs(0, 1, 1, 2, 2, 3)));
        }
        return bytes.toByteArray();
    }

    /** An array in the format of NumPy. */
    static byte[] npy(String type, boolean fortranOrder, String shape, byte[] elements) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + (fortranOrder ? "True" : "False")
                + ", 'shape': " + shape + ", }\n";
        ByteBuffer array =
                ByteBuffer.allocate(10 + header.length() + elements.length).order(ByteOrder.LITTLE_ENDIAN);
        array.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        array.putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .put(elements);
        return array.array();
    }

    static byte[] longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putLong);
        return bytes.array();
    }

    /** A valid file of any format. */
    static byte[] of(GraphFormat format, Path folder, long seed) throws IOException {
        if (format == GraphFormat.PLANETOID) {
            return planetoid();
        }
        if (format == GraphFormat.NPZ) {
            return npz();
        }
        Path file = folder.resolve("valid");
        GraphWriter.write(RandomGraph.fitting(format, seed), file, format);
        return Files.readAllBytes(file);
    }
}
