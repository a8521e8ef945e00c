package org.seprank.mapped;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file as numbers, mapped into memory in pieces of a gibibyte, little-endian. Read only. */
final class Segments {
    private static final int BITS = 30;
    private static final long SIZE = 1L << BITS;

    private final ByteBuffer[] parts;

    private Segments(ByteBuffer[] parts) {
        this.parts = parts;
    }

    /** The bytes {@code start .. start + length - 1}; they must be there. */
    static Segments of(FileChannel file, long start, long length) throws IOException {
        ByteBuffer[] parts = new ByteBuffer[(int) ((length + SIZE - 1) >>> BITS)];
        for (int i = 0; i < parts.length; i++) {
            long from = (long) i << BITS;
            MappedByteBuffer part =
                    file.map(FileChannel.MapMode.READ_ONLY, start + from, Math.min(SIZE, length - from));
            parts[i] = part.order(ByteOrder.LITTLE_ENDIAN);
        }
        return new Segments(parts);
    }

    /** The 32-bit number of this place. */
    int intAt(long place) {
        long at = place << 2;
        return parts[(int) (at >>> BITS)].getInt((int) (at & (SIZE - 1)));
    }

    /** The 64-bit number of this place. */
    long longAt(long place) {
        long at = place << 3;
        return parts[(int) (at >>> BITS)].getLong((int) (at & (SIZE - 1)));
    }
}
