package org.seprank.mapped;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.seprank.file.FormatException;

/**
 * The first {@value #BYTES} bytes of a file of compressed sparse rows, little-endian: the letters {@code SEPRKCSR}, the
 * version, flags, n, arcs, what was left out, and two checksums (CRC-32C), of all that follows and of the header.
 *
 * @param vertices n
 * @param arcs twice the number of edges
 * @param named whether the vertices have numbers of the input's
 * @param loops self-loops left out
 * @param repeats repeated edges left out
 * @param checksum of all that follows the header
 */
record CsrHeader(int vertices, long arcs, boolean named, long loops, long repeats, int checksum) {
    static final int BYTES = 64;
    private static final int CHECKED = 60;
    private static final int VERSION = 1;
    private static final byte[] MAGIC = "SEPRKCSR".getBytes(StandardCharsets.US_ASCII);
    private static final String AGAIN = "make it again with 'seprank mapped build'";

    /** Where the numbers of the vertices begin. */
    long namesAt() {
        return BYTES + 8 * (vertices + 1L);
    }

    /** Where the neighbours begin. */
    long arcsAt() {
        return namesAt() + (named ? 8L * vertices : 0);
    }

    /** The size of the whole file. */
    long size() {
        return arcsAt() + 4 * arcs;
    }

    ByteBuffer bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC)
                .putInt(VERSION)
                .putInt(named ? 1 : 0)
                .putLong(vertices)
                .putLong(arcs);
        buffer.putLong(loops).putLong(repeats).putInt(checksum);
        buffer.putInt(CHECKED, sum(buffer));
        return buffer.clear();
    }

    private static int sum(ByteBuffer buffer) {
        CRC32C sum = new CRC32C();
        sum.update(buffer.slice(0, CHECKED));
        return (int) sum.getValue();
    }

    /**
     * Reads and checks it, and the size of the file.
     *
     * @throws FormatException if the file is not one of ours, of another version, damaged or truncated
     */
    static CsrHeader read(Path path, FileChannel file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int more = 1;
        while (buffer.hasRemaining() && more > 0) {
            more = file.read(buffer, buffer.position());
        }
        byte[] magic = new byte[MAGIC.length];
        buffer.get(0, magic);
        if (!new String(magic, StandardCharsets.US_ASCII).equals(new String(MAGIC, StandardCharsets.US_ASCII))) {
            throw FormatException.inFile(
                    path, "it is not a file of compressed sparse rows", "make one with 'seprank mapped build'");
        }
        if (buffer.hasRemaining()) {
            throw FormatException.inFile(
                    path, "truncated: " + buffer.position() + " bytes, the header alone has " + BYTES, AGAIN);
        }
        if (buffer.getInt(8) != VERSION) {
            throw FormatException.inFile(path, "version " + buffer.getInt(8) + ", only " + VERSION + " is read", AGAIN);
        }
        return checked(path, file, buffer);
    }

    private static CsrHeader checked(Path path, FileChannel file, ByteBuffer buffer) throws IOException {
        long n = buffer.getLong(16);
        long arcs = buffer.getLong(24);
        if (buffer.getInt(CHECKED) != sum(buffer) || n < 0 || n >= Integer.MAX_VALUE || arcs < 0) {
            throw FormatException.inFile(path, "damaged: the checksum of its header differs", AGAIN);
        }
        CsrHeader header = new CsrHeader(
                (int) n, arcs, (buffer.getInt(12) & 1) == 1, buffer.getLong(32), buffer.getLong(40), buffer.getInt(48));
        if (file.size() != header.size()) {
            String how = file.size() < header.size() ? "truncated" : "damaged";
            throw FormatException.inFile(
                    path, how + ": " + file.size() + " bytes, its header says " + header.size(), AGAIN);
        }
        return header;
    }

    /** That the content differs from what was written. */
    static FormatException damaged(Path path) {
        return FormatException.inFile(path, "damaged: the checksum of its rows differs", AGAIN);
    }
}
