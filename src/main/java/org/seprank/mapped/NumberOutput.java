package org.seprank.mapped;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Writes numbers one after the other from some place of a file on, little-endian. */
final class NumberOutput {
    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private long at;

    NumberOutput(FileChannel file, long at) {
        this.file = file;
        this.at = at;
    }

    void put(long number) throws IOException {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(number);
    }

    void put(int number) throws IOException {
        if (buffer.remaining() < Integer.BYTES) {
            flush();
        }
        buffer.putInt(number);
    }

    /** Hands all that was put to the file. */
    void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            at += file.write(buffer, at);
        }
        buffer.clear();
    }
}
