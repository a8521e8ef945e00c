package org.seprank.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** The bytes of an entry of a zip file, which are refused at their end if they are not those of its checksum. */
final class ChecksummedStream extends FilterInputStream {
    private final CRC32 found = new CRC32();
    private final long expected;
    private long left;

    ChecksummedStream(InputStream in, long size, long expected) {
        super(in);
        this.left = size;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got = in.read(bytes, offset, length);
        if (got > 0) {
            found.update(bytes, offset, got);
            left -= got;
        }
        if (left <= 0 && found.getValue() != expected) {
            throw new ZipException("the checksum is wrong");
        }
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
