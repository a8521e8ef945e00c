package org.seprank.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes npz files for tests, sound and unsound ones. */
public final class NpzFixture {
    private final Map<String, byte[]> arrays = new LinkedHashMap<>();

    /** An array of 64-bit whole numbers. */
    public NpzFixture integers(String name, String shape, long... values) {
        ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            data.putLong(value);
        }
        return raw(name, "<i8", shape, data.array());
    }

    /** An array of 32-bit floating-point numbers. */
    public NpzFixture reals(String name, String shape, float... values) {
        ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            data.putFloat(value);
        }
        return raw(name, "<f4", shape, data.array());
    }

    /** An array of booleans. */
    public NpzFixture flags(String name, String shape, int... values) {
        byte[] data = new byte[values.length];
        for (int k = 0; k < values.length; k++) {
            data[k] = (byte) values[k];
        }
        return raw(name, "|b1", shape, data);
    }

    /** An array of any type. */
    public NpzFixture raw(String name, String type, String shape, byte[] data) {
        return file(name, "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }\n", data);
    }

    /** An array with any header. */
    public NpzFixture file(String name, String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer all = ByteBuffer.allocate(10 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        all.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        all.putShort((short) text.length).put(text).put(data);
        arrays.put(name, all.array());
        return this;
    }

    /** Writes the file. */
    public Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
