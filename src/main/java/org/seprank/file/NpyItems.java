package org.seprank.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The items of a NumPy array, one after the other. */
final class NpyItems {
    private static final int CHUNK = 1 << 16; // a multiple of every item size

    private final InputStream in;
    private final NpyHeader header;
    private final NpyHeader.Place place;
    private final ByteBuffer buffer;

    NpyItems(InputStream in, NpyHeader header, NpyHeader.Place place) {
        this.in = in;
        this.header = header;
        this.place = place;
        this.buffer = ByteBuffer.allocate(CHUNK)
                .order(header.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .limit(0);
    }

    private void fill() throws IOException {
        if (buffer.remaining() >= header.itemSize()) {
            return;
        }
        int got = in.readNBytes(buffer.array(), 0, CHUNK);
        if (got < header.itemSize()) {
            throw place.error("it ends early");
        }
        buffer.clear().limit(got);
    }

    /** The next item as a whole number. */
    long nextInteger() throws IOException {
        fill();
        boolean signed = header.kind() == 'i';
        return switch (header.itemSize()) {
            case 1 -> signed ? buffer.get() : Byte.toUnsignedLong(buffer.get());
            case 2 -> signed ? buffer.getShort() : Short.toUnsignedLong(buffer.getShort());
            case 4 -> signed ? buffer.getInt() : Integer.toUnsignedLong(buffer.getInt());
            default -> buffer.getLong();
        };
    }

    /** The next items, as many as the array is long; those of 64 bits in bulk. */
    void nextIntegers(long[] into) throws IOException {
        int at = 0;
        while (at < into.length) {
            fill();
            int items = Math.min(into.length - at, buffer.remaining() / header.itemSize());
            if (header.itemSize() == Long.BYTES) {
                buffer.asLongBuffer().get(into, at, items);
                buffer.position(buffer.position() + items * Long.BYTES);
                at += items;
            } else {
                for (int k = 0; k < items; k++) {
                    into[at++] = nextInteger();
                }
            }
        }
    }

    /** The next item as a floating-point number. */
    double nextReal() throws IOException {
        if (!header.isReal()) {
            return nextInteger();
        }
        fill();
        return switch (header.itemSize()) {
            case 2 -> HalfPrecision.valueOf(buffer.getShort());
            case 4 -> buffer.getFloat();
            default -> buffer.getDouble();
        };
    }
}
