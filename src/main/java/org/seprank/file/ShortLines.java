package org.seprank.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

/** The characters of a file whose lines are short; a line that is not ends the reading before it fills the memory. */
public final class ShortLines extends FilterReader {
    private final Path file;
    private final int longest;
    private int length;
    private long line = 1;

    private ShortLines(Path file, Reader text, int longest) {
        super(text);
        this.file = file;
        this.longest = longest;
    }

    /**
     * Those of a file's text, which is closed with this.
     *
     * @param longest the most characters that a line may have
     */
    public static ShortLines over(Path file, Reader text, int longest) {
        return new ShortLines(file, text, longest);
    }

    /** @throws FormatException at the first line that is longer */
    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        int read = super.read(target, offset, count);
        for (int k = 0; k < read; k++) {
            pass(target[offset + k]);
        }
        return read;
    }

    /** @throws FormatException at the first line that is longer */
    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            pass((char) read);
        }
        return read;
    }

    private void pass(char next) throws FormatException {
        if (next == '\n') {
            length = 0;
            line++;
        } else if (++length > longest) {
            throw FormatException.atLine(
                    file,
                    line,
                    "the line is longer than " + longest + " characters",
                    "check that it is the right file");
        }
    }
}
