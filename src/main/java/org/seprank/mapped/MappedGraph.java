package org.seprank.mapped;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;
import java.util.zip.CRC32C;
import org.seprank.file.FormatException;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * An undirected graph on 0..n-1 without self-loops and parallel edges in a file of compressed sparse rows: a header, n
 * + 1 row starts of 64 bits, the n numbers that its vertices had in the input unless those are 0..n-1, and 2m
 * neighbours of 32 bits, each row ascending. The file is mapped into memory, of which the operating system keeps what
 * is used; the heap holds nothing of it. Immutable and safe to share between threads while the file stays as it is.
 */
public final class MappedGraph {
    private static final int RANGE = 1 << 14; // vertices that a thread takes at a time
    private static final int BUFFER = 1 << 20;

    private final Path path;
    private final CsrHeader header;
    private final Segments starts;
    private final Segments names;
    private final Segments neighbours;

    private MappedGraph(Path path, CsrHeader header, FileChannel file) throws IOException {
        this.path = path;
        this.header = header;
        this.starts = Segments.of(file, CsrHeader.BYTES, 8 * (header.vertices() + 1L));
        this.names = Segments.of(file, header.namesAt(), header.arcsAt() - header.namesAt());
        this.neighbours = Segments.of(file, header.arcsAt(), 4 * header.arcs());
    }

    /**
     * Opens a file. Time O(1): the rows are checked by {@link #verify()}.
     *
     * @throws FormatException if it is none, of another version, truncated, or its header is damaged
     */
    public static MappedGraph open(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return new MappedGraph(path, CsrHeader.read(path, file), file);
        }
    }

    /**
     * Reads all of the file once and compares it with its checksum.
     *
     * @throws FormatException if it differs
     */
    public void verify() throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            if (checksum(file) != header.checksum()) {
                throw CsrHeader.damaged(path);
            }
        }
    }

    /** The checksum of all that follows the header. */
    static int checksum(FileChannel file) throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        long at = CsrHeader.BYTES;
        for (int read = file.read(buffer, at); read > 0; read = file.read(buffer, at)) {
            at += read;
            sum.update(buffer.flip());
            buffer.clear();
        }
        return (int) sum.getValue();
    }

    /** n. */
    public int vertexCount() {
        return header.vertices();
    }

    /** m. */
    public long edgeCount() {
        return header.arcs() / 2;
    }

    /** Self-loops of the input, which are not stored. */
    public long droppedLoops() {
        return header.loops();
    }

    /** Repeated edges of the input, which are not stored. */
    public long droppedRepeats() {
        return header.repeats();
    }

    /** The size of the file in bytes. */
    public long bytes() {
        return header.size();
    }

    /** Where row {@code v} begins; the row of n - 1 ends where "row n" begins. */
    public long start(int v) {
        return starts.longAt(v);
    }

    /** The neighbour at a place of a row. */
    public int neighbour(long place) {
        return neighbours.intAt(place);
    }

    /** The number of neighbours of {@code v}. */
    public int degree(int v) {
        return (int) (start(v + 1) - start(v));
    }

    /** All degrees. Memory 4 n bytes. */
    public int[] degrees() {
        int[] degrees = new int[vertexCount()];
        ranges(Progress.none(), (from, to) -> {
            for (int v = from; v < to; v++) {
                degrees[v] = degree(v);
            }
        });
        return degrees;
    }

    /** The number that vertex {@code v} had in the input. */
    public long id(int v) {
        return header.named() ? names.longAt(v) : v;
    }

    /** The vertex that had this number in the input. Time O(log n). */
    public OptionalInt vertex(long id) {
        if (!header.named()) {
            return id >= 0 && id < vertexCount() ? OptionalInt.of((int) id) : OptionalInt.empty();
        }
        int low = 0;
        int high = vertexCount() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = names.longAt(middle);
            if (found == id) {
                return OptionalInt.of(middle);
            }
            if (found < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return OptionalInt.empty();
    }

    /** Work on vertices {@code from .. to - 1}. */
    @FunctionalInterface
    interface Range {
        void take(int from, int to);
    }

    /** Shares all vertices between the threads of {@link Parallel#current()}, a range at a time. */
    void ranges(Progress progress, Range work) {
        int n = vertexCount();
        Parallel.current().each((n + RANGE - 1) / RANGE, progress, range -> {
            int from = range * RANGE;
            work.take(from, Math.min(n - from, RANGE) + from);
        });
    }
}
