package org.seprank.graph.io.markup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.regex.Pattern;
import org.seprank.file.FormatException;
import org.seprank.file.ReadLimits;
import org.seprank.file.TextLines;
import org.seprank.graph.io.codec.Input;

/** The tokens of a GML file: keys, numbers, strings, {@code [} and {@code ]}. */
final class GmlTokens {
    /** What a token is. */
    enum Kind {
        KEY,
        INTEGER,
        REAL,
        STRING,
        OPEN,
        CLOSE,
        END
    }

    /**
     * A token.
     *
     * @param text its text; of a string, without quotes and with character entities resolved
     */
    record Token(Kind kind, String text, long line) {}

    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d+");
    private static final Pattern REAL =
            Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?|[-+]?(INF|NAN|inf|nan)");

    private final Input input;
    private final PushbackReader in;
    private long line = 1;
    private boolean lineStart = true;

    GmlTokens(Input input, Reader text) {
        this.input = input;
        this.in = new PushbackReader(new BufferedReader(text));
    }

    /** The next token. */
    Token next() throws IOException {
        int c = skipBlanks();
        return switch (c) {
            case -1 -> new Token(Kind.END, "the end of the file", line);
            case '[' -> new Token(Kind.OPEN, "[", line);
            case ']' -> new Token(Kind.CLOSE, "]", line);
            case '"' -> string();
            default -> word(c);
        };
    }

    private int skipBlanks() throws IOException {
        int c = in.read();
        while ((c == '#' && lineStart) || (c >= 0 && c <= ' ')) {
            if (c == '\n') {
                line++;
                lineStart = true;
            } else if (c == '#') {
                skipLine();
            }
            c = in.read();
        }
        lineStart = false;
        return c;
    }

    private void skipLine() throws IOException {
        int c = in.read();
        while (c >= 0 && c != '\n') {
            c = in.read();
        }
        if (c == '\n') {
            in.unread(c);
        }
    }

    private Token string() throws IOException {
        long start = line;
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '"'; c = in.read()) {
            if (c < 0) {
                throw input.error(start, "a quote is not closed", "add the closing quote");
            }
            if (c == '\n') {
                line++;
            }
            append(text, c, start);
        }
        return new Token(Kind.STRING, Entities.resolved(text.toString()), start);
    }

    private Token word(int first) throws IOException {
        StringBuilder text = new StringBuilder();
        int c = first;
        while (c > ' ' && c != '[' && c != ']' && c != '"') {
            append(text, c, line);
            c = in.read();
        }
        if (c >= 0) {
            in.unread(c);
        }
        String word = text.toString();
        if (INTEGER.matcher(word).matches()) {
            return new Token(Kind.INTEGER, word, line);
        }
        if (REAL.matcher(word).matches()) {
            return new Token(Kind.REAL, word, line);
        }
        if (word.matches("[A-Za-z_][0-9A-Za-z_.]*")) {
            return new Token(Kind.KEY, word, line);
        }
        throw error(line, "'" + TextLines.shortened(word) + "' is neither key nor value", "put text in quotes");
    }

    private void append(StringBuilder text, int c, long start) throws IOException {
        if (text.length() >= ReadLimits.LONGEST_LINE) {
            throw error(
                    start,
                    "a text is longer than " + ReadLimits.LONGEST_LINE + " characters",
                    "a quote may be missing after it");
        }
        text.append((char) c);
    }

    /** Whether a text is a number, which needs no quotes. */
    static boolean isNumber(String text) {
        return REAL.matcher(text).matches();
    }

    /** A fault in a line. */
    FormatException error(long at, String what, String hint) {
        return input.error(at, what, hint);
    }
}
