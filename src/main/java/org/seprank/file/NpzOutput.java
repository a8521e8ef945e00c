package org.seprank.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip file of NumPy arrays (format 1.0), one array after the other, each in C order. Equal calls make equal
 * bytes. After {@link #begin} as many values of the type have to follow as the shape says, then {@link #end}.
 */
public final class NpzOutput implements Closeable {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int ALIGNMENT = 64;

    /** What an array holds. */
    public enum Item {
        /** One byte, 0 to 255. */
        BYTE("|u1"),
        /** One byte, 0 or 1. */
        BOOLEAN("|b1"),
        /** 32 bits. */
        INT("<i4"),
        /** 64 bits. */
        LONG("<i8"),
        /** 32 bits. */
        FLOAT("<f4"),
        /** 64 bits. */
        DOUBLE("<f8");

        private final String description;

        Item(String description) {
            this.description = description;
        }
    }

    private final ZipOutputStream zip;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    private NpzOutput(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** A file into that stream, which is closed with this. */
    public static NpzOutput to(OutputStream out) {
        return new NpzOutput(new ZipOutputStream(new BufferedOutputStream(out, 1 << 16)));
    }

    /** As {@link #to}, but without packing: for large arrays of numbers that do not pack. */
    public static NpzOutput unpackedTo(OutputStream out) {
        NpzOutput output = to(out);
        output.zip.setLevel(Deflater.NO_COMPRESSION);
        return output;
    }

    /** Begins the array of that name, type and shape. */
    public NpzOutput begin(String name, Item type, long... shape) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        String lengths = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String tuple = shape.length == 1 ? lengths + "," : lengths;
        String header = "{'descr': '" + type.description + "', 'fortran_order': False, 'shape': (" + tuple + "), }";
        int padding = ALIGNMENT - (10 + header.length() + 1) % ALIGNMENT;
        byte[] text = (header + " ".repeat(padding % ALIGNMENT) + "\n").getBytes(StandardCharsets.US_ASCII);
        zip.write(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, (byte) (text.length >> 8)});
        zip.write(text);
        return this;
    }

    /** A text as an array of its UTF-8 bytes. */
    public void text(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        begin(name, Item.BYTE, bytes.length);
        for (byte one : bytes) {
            room(1).put(one);
        }
        end();
    }

    /** A vector of {@link Item#FLOAT} or {@link Item#DOUBLE}. */
    public void vector(String name, Item type, double... values) throws IOException {
        begin(name, type, values.length);
        for (double value : values) {
            if (type == Item.FLOAT) {
                put((float) value);
            } else {
                put(value);
            }
        }
        end();
    }

    /** The next value of a {@link Item#BOOLEAN} array. */
    public NpzOutput put(boolean value) throws IOException {
        room(1).put((byte) (value ? 1 : 0));
        return this;
    }

    /** The next value of an {@link Item#INT} array. */
    public NpzOutput put(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    /** The next value of a {@link Item#LONG} array. */
    public NpzOutput put(long value) throws IOException {
        room(Long.BYTES).putLong(value);
        return this;
    }

    /** The next value of a {@link Item#FLOAT} array. */
    public NpzOutput put(float value) throws IOException {
        room(Float.BYTES).putFloat(value);
        return this;
    }

    /** The next value of a {@link Item#DOUBLE} array. */
    public NpzOutput put(double value) throws IOException {
        room(Double.BYTES).putDouble(value);
        return this;
    }

    /** Ends the array. */
    public void end() throws IOException {
        flush();
        zip.closeEntry();
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

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
