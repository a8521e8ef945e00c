package org.seprank.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a file, gunzipped where they are gzip data, never beyond the limits; damage is a fault of the file. */
public final class GuardedStream extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final Path file;
    private final long packed;
    private final ReadLimits limits;
    private long count;

    /** Bytes out of a file that take {@code packed} bytes there. */
    GuardedStream(InputStream in, Path file, long packed, ReadLimits limits) {
        this.in = in;
        this.file = file;
        this.packed = packed;
        this.limits = limits;
    }

    /** Opens a file. */
    public static GuardedStream open(Path file, ReadLimits limits) throws IOException {
        requireFile(file);
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        try {
            return gzip
                    ? new GuardedStream(new GZIPInputStream(raw, BUFFER), file, Files.size(file), limits)
                    : new GuardedStream(raw, file, Long.MAX_VALUE, limits);
        } catch (EOFException | ZipException e) {
            raw.close();
            throw damaged(file, e);
        }
    }

    /** Refuses a folder. */
    static void requireFile(Path file) throws FormatException {
        if (Files.isDirectory(file)) {
            throw FormatException.inFile(file, "it is a folder, not a file", "name a file in it");
        }
    }

    /** Whether the file is gzip data. */
    public boolean packed() {
        return packed < Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        try {
            int got = in.read();
            took(got < 0 ? 0 : 1);
            return got;
        } catch (EOFException | ZipException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int got = in.read(bytes, offset, length);
            took(Math.max(0, got));
            return got;
        } catch (EOFException | ZipException e) {
            throw damaged(file, e);
        }
    }

    private void took(int bytes) throws FormatException {
        count += bytes;
        if (!limits.allow(packed, count)) {
            throw tooBig(file, limits);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    static FormatException damaged(Path file, IOException cause) {
        return FormatException.inFile(
                        file,
                        "the packed data ends early or is damaged",
                        "get the file again, or check it with gzip -t or unzip -t")
                .causedBy(cause);
    }

    static FormatException tooBig(Path file, ReadLimits limits) {
        String ratio = "more than " + limits.ratio() + " times its size";
        return FormatException.inFile(
                file,
                "it unpacks to "
                        + (limits.bytes() == Long.MAX_VALUE
                                ? ratio
                                : "more than " + limits.bytes() + " bytes or " + ratio),
                "real data do not; unpack it yourself if you trust it");
    }
}
