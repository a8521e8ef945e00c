package org.seprank.dataset.file;

/**
 * How much a file may ask for.
 *
 * @param bytes unpacked bytes of one file, at least 1
 * @param ratio unpacked bytes per packed byte beyond the first {@value #FREE_BYTES}, at least 1; no real data set comes
 *     near 500, a bomb of zeros reaches 1000
 */
public record ReadLimits(long bytes, int ratio) {
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

    /** Whether a file of {@code packed} bytes may unpack to {@code unpacked}. */
    boolean allow(long packed, long unpacked) {
        return unpacked <= bytes && (unpacked <= FREE_BYTES || unpacked / ratio <= Math.max(1, packed));
    }

    /** The number of entries of so many bytes each that memory has room for beside everything else. */
    static long roomFor(int bytesEach) {
        return Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 4 / bytesEach);
    }
}
