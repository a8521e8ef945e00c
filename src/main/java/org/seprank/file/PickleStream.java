package org.seprank.file;

import java.nio.file.Path;

/** Pickles that lie one behind the other, and perhaps other data behind them. */
public final class PickleStream {
    /** Objects without lists take about this many bytes for each byte of the pickle. */
    static final int BYTES_PER_BYTE = 16;

    private final Path file;
    private final PickleBytes bytes;
    private final String remedy;

    private PickleStream(Path file, PickleBytes bytes, String remedy) {
        this.file = file;
        this.bytes = bytes;
        this.remedy = remedy;
    }

    /**
     * The pickles in these bytes.
     *
     * @param remedy what to do about a fault
     */
    public static PickleStream over(Path file, byte[] bytes, String remedy) {
        return new PickleStream(file, new PickleBytes(bytes), remedy);
    }

    /**
     * The object of the next pickle.
     *
     * @throws FormatException if it is no pickle, or of what the reader does not allow
     */
    public Object next(Pickle reader) throws FormatException {
        try {
            bytes.limitTo(ReadLimits.roomFor(BYTES_PER_BYTE));
            return reader.run(bytes);
        } catch (IllegalArgumentException e) {
            throw FormatException.atByte(file, bytes.offset(), "not a pickle of plain data: " + e.getMessage(), remedy)
                    .causedBy(e);
        }
    }

    /** The number of bytes taken so far. */
    public int offset() {
        return bytes.offset();
    }
}
