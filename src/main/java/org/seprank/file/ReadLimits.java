package org.seprank.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * How much a file that nobody vouches for may ask for.
 *
 * @param bytes unpacked bytes of one file, at least 1
 * @param ratio unpacked bytes per packed byte beyond the first {@value #FREE_BYTES}, at least 1; no real data set comes
 *     near 500, a bomb of zeros reaches 1000
 */
public record ReadLimits(long bytes, int ratio) {
    /** The most levels of lists in lists, or groups in groups, that a text may have. */
    public static final int DEEPEST = 500;

    /** The most characters of a line of text. */
    public static final int LONGEST_LINE = 1 << 26;

    /** Unpacked bytes that any packed file may have. */
    static final long FREE_BYTES = 16 << 20;

    private static final long SAMPLE = 1 << 20; // bytes
    private static final double CAUTION = 0.7; // what follows the sample may be packed less
    private static final double GIBIBYTE = 1 << 30;
    private static final long DEFAULT_BYTES = 8L << 30;
    private static final int DEFAULT_RATIO = 500;

    /** Checks the range. */
    public ReadLimits {
        if (bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("limits " + bytes + " bytes, ratio " + ratio + " are not at least 1");
        }
    }

    /** 8 GiB, 500 to 1. */
    public static ReadLimits defaults() {
        return new ReadLimits(DEFAULT_BYTES, DEFAULT_RATIO);
    }

    /** As many bytes as there are, but 500 to 1 where they are packed. */
    public static ReadLimits ofPacking() {
        return new ReadLimits(Long.MAX_VALUE, DEFAULT_RATIO);
    }

    /** Whether a file of {@code packed} bytes may unpack to {@code unpacked}. */
    public boolean allow(long packed, long unpacked) {
        return unpacked <= bytes && (unpacked <= FREE_BYTES || unpacked / ratio <= Math.max(1, packed));
    }

    /**
     * The bytes that a file has when it is unpacked: its size, or of gzip data an estimate by how the first of them
     * unpack, from below. Of damaged data, what there is.
     */
    public static long unpackedBytes(Path file) throws IOException {
        long size = Files.size(file);
        try (CountingStream packed = new CountingStream(Files.newInputStream(file));
                InputStream in = new GZIPInputStream(packed, 1 << 12)) {
            long unpacked = in.skip(SAMPLE);
            long left = in.read() < 0 ? 0 : size - packed.count;
            return unpacked + (long) (left * CAUTION * unpacked / Math.max(1, packed.count));
        } catch (EOFException | ZipException e) {
            return size; // no gzip data, or damaged
        }
    }

    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            count += Math.max(0, got);
            return got;
        }
    }

    /**
     * Refuses a file that takes more memory than there is.
     *
     * @param what takes it, such as "its text"
     * @param bytes the least that it takes
     */
    public static void requireMemory(Path file, String what, double bytes) throws FormatException {
        long most = Runtime.getRuntime().maxMemory();
        if (bytes > most) {
            long gibibytes = Math.max(1, (long) Math.ceil(1.25 * bytes / GIBIBYTE));
            throw FormatException.inFile(
                    file,
                    what + " takes " + gibibytes(bytes) + " of memory at least, and Java has "
                            + gibibytes((double) most),
                    "give Java more, as in SEPRANK_OPTS=-Xmx" + gibibytes + "g, or make it smaller");
        }
    }

    private static String gibibytes(double bytes) {
        return String.format(Locale.ROOT, "%.2f GiB", bytes / GIBIBYTE);
    }

    /** The number of entries of so many bytes each that memory has room for beside everything else. */
    public static long roomFor(int bytesEach) {
        return Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 4 / bytesEach);
    }
}
