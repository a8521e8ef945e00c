package org.seprank.graph.io.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** The characters of an input, without a byte order mark; what is not text is reported with its line. */
final class Text extends Reader {
    private static final char MARK = '\ufeff';

    private final Input input;
    private final Charset charset;
    private final Reader in;
    private long line = 1;
    private boolean atStart = true;

    Text(Input input, InputStream bytes, Charset charset) {
        this.input = input;
        this.charset = charset;
        this.in = new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(chars, offset, length);
        } catch (CharacterCodingException e) {
            throw input.error(
                            line,
                            "bytes that are not " + charset + " text, here or a little later",
                            "convert the file to UTF-8")
                    .causedBy(e);
        }
        for (int i = offset; i < offset + count; i++) {
            if (chars[i] == '\n') {
                line++;
            } else if (chars[i] == 0) {
                throw input.error(line, "a zero byte, so this is not text", "name the right file or format");
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
