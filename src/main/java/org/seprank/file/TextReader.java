package org.seprank.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;

/** The characters of a file, without a byte order mark; what is not text is reported with its line. */
public final class TextReader extends Reader {
    private static final char MARK = '\ufeff';

    private final Path file;
    private final Charset charset;
    private final Reader in;
    private long line = 1;
    private boolean atStart = true;

    private TextReader(Path file, Charset charset, Reader in) {
        this.file = file;
        this.charset = charset;
        this.in = in;
    }

    /** The characters of bytes that are those of a file, perhaps unpacked; they are closed with this. */
    public static TextReader over(Path file, InputStream bytes, Charset charset) {
        return new TextReader(
                file,
                charset,
                new InputStreamReader(
                        bytes,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(chars, offset, length);
        } catch (CharacterCodingException e) {
            String what = "bytes that are not " + charset + " text, here or a little later";
            throw FormatException.atLine(file, line, what, "convert the file to UTF-8")
                    .causedBy(e);
        }
        for (int i = offset; i < offset + count; i++) {
            if (chars[i] == '\n') {
                line++;
            } else if (chars[i] == 0) {
                throw FormatException.atLine(
                        file, line, "a zero byte, so this is not text", "name the right file or format");
            }
        }
        return atStart && count > 0 ? withoutMark(chars, offset, length, count) : count;
    }

    private int withoutMark(char[] chars, int offset, int length, int count) throws IOException {
        atStart = false;
        if (chars[offset] != MARK) {
            return count;
        }
        if (count == 1) {
            return read(chars, offset, length);
        }
        System.arraycopy(chars, offset + 1, chars, offset, count - 1);
        return count - 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
