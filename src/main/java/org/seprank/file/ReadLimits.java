package org.seprank.file;

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

    /** The number of entries of so many bytes each that memory has room for beside everything else. */
    public static long roomFor(int bytesEach) {
        return Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 4 / bytesEach);
    }
}
