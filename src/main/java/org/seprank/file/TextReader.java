package org.seprank.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The characters of a file, without a byte order mark; what is not text is reported with its line. */
public final class TextReader extends Reader {
    private static final char MARK = '\ufeff';
    private static final int BUFFER = 1 << 13;

    private final Path file;
    private final Charset charset;
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).limit(0);
    private long line = 1;
    private boolean atStart = true;
    private boolean ended; // the bytes
    private boolean flushed;

    private TextReader(Path file, InputStream in, Charset charset) {
        this.file = file;
        this.in = in;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The characters of bytes that are those of a file, perhaps unpacked; they are closed with this. */
    public static TextReader over(Path file, InputStream bytes, Charset charset) {
        return new TextReader(file, bytes, charset);
    }

    /** The characters of a file of UTF-8 text, gunzipped where it is gzip data. */
    public static TextReader open(Path file) throws IOException {
        return over(file, GuardedStream.open(file, ReadLimits.defaults()), StandardCharsets.UTF_8);
    }

    /** All characters of a file of UTF-8 text. */
    public static String all(Path file) throws IOException {
        StringWriter text = new StringWriter();
        try (TextReader reader = open(file)) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (flushed) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    @Override
    public int read() throws IOException {
        while (!chars.hasRemaining()) {
            if (flushed) {
                return -1;
            }
            decode();
        }
        return chars.get();
    }

    private void decode() throws IOException {
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isUnderflow() && ended) {
            result = decoder.flush(chars);
            flushed = result.isUnderflow();
        } else if (result.isUnderflow()) {
            fill();
        }
        chars.flip();
        check();
        if (result.isError()) {
            throw FormatException.atLine(file, line, "bytes that are not " + charset + " text", "convert it to UTF-8");
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = got < 0;
        bytes.position(bytes.position() + Math.max(0, got));
        bytes.flip();
    }

    /** Counts the lines of what was decoded, and skips the byte order mark. */
    private void check() throws IOException {
        for (int i = 0; i < chars.limit(); i++) {
            char c = chars.get(i);
            line += c == '\n' ? 1 : 0;
            if (c == 0) {
                throw FormatException.atLine(
                        file, line, "a zero byte, so this is not text", "name the right file or format");
            }
        }
        if (atStart && chars.hasRemaining()) {
            atStart = false;
            chars.position(chars.get(0) == MARK ? 1 : 0);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
