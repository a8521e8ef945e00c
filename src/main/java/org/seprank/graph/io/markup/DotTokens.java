package org.seprank.graph.io.markup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.seprank.file.FormatException;
import org.seprank.file.ReadLimits;
import org.seprank.file.TextLines;
import org.seprank.graph.io.codec.Input;

/** The tokens of a DOT file: names, signs and keywords, with comments skipped and strings joined. */
final class DotTokens {
    /** What a token is. */
    enum Kind {
        /** A name, number, string or HTML text: an ID of the language. */
        NAME,
        /** A word of the language, in lower case. */
        KEYWORD,
        /** One of the signs of the language. */
        SIGN,
        END
    }

    /**
     * A token.
     *
     * @param text its text; of a string, without quotes and with its escapes resolved
     */
    record Token(Kind kind, String text, long line) {
        boolean is(String sign) {
            return kind != Kind.NAME && text.equals(sign);
        }
    }

    private static final Set<String> KEYWORDS = Set.of("strict", "graph", "digraph", "node", "edge", "subgraph");
    private static final Pattern NUMBER = Pattern.compile("-?(\\.\\d+|\\d+(\\.\\d*)?)");

    private final Input input;
    private final PushbackReader in;
    private long line = 1;

    DotTokens(Input input, Reader text) {
        this.input = input;
        this.in = new PushbackReader(new BufferedReader(text), 2);
    }

    /** The next token. */
    Token next() throws IOException {
        int c = skipBlanks();
        long start = line;
        if (c < 0) {
            return new Token(Kind.END, "the end of the file", start);
        }
        if (c == '"') {
            return new Token(Kind.NAME, strings(), start);
        }
        if (c == '<') {
            return new Token(Kind.NAME, html(start), start);
        }
        if (c == '-' && (sees('-') || sees('>'))) {
            return new Token(Kind.SIGN, "-" + (char) read(), start);
        }
        return isWord(c) || c == '-' ? word(c, start) : sign(c, start);
    }

    private Token sign(int c, long start) throws IOException {
        if ("{}[];,=:".indexOf(c) < 0) {
            throw error(start, "'" + Character.toString(c) + "' is no sign of DOT", "put names in quotes");
        }
        return new Token(Kind.SIGN, Character.toString(c), start);
    }

    private Token word(int first, long start) throws IOException {
        StringBuilder text = new StringBuilder().append((char) first);
        int c = read();
        while (isWord(c)) {
            append(text, c, start);
            c = read();
        }
        unread(c);
        String word = text.toString();
        String lower = word.toLowerCase(Locale.ROOT);
        if (KEYWORDS.contains(lower)) {
            return new Token(Kind.KEYWORD, lower, start);
        }
        boolean number = first == '-' || first == '.' || Character.isDigit(first);
        if (number && !NUMBER.matcher(word).matches()) {
            throw error(start, "'" + TextLines.shortened(word) + "' is neither name nor number", "put names in quotes");
        }
        return new Token(Kind.NAME, word, start);
    }

    private static boolean isWord(int c) {
        return c == '_' || c == '.' || c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    }

    /** Strings with a plus between them are one. */
    private String strings() throws IOException {
        StringBuilder text = new StringBuilder();
        string(text);
        int c = skipBlanks();
        for (; c == '+'; c = skipBlanks()) {
            if (skipBlanks() != '"') {
                throw error(line, "no string after a plus", "a plus joins strings in quotes");
            }
            string(text);
        }
        unread(c);
        return text.toString();
    }

    /** A backslash hides a quote, a backslash and a line end; before anything else it is itself. */
    private void string(StringBuilder text) throws IOException {
        long start = line;
        for (int c = read(); c != '"'; c = read()) {
            if (c < 0) {
                throw error(start, "a quote is not closed", "add the closing quote");
            }
            int next = c == '\\' ? read() : c;
            if (c == '\\' && next == '\r') {
                next = read();
            }
            if (c != '\\' || next == '"' || next == '\\') {
                append(text, next, start);
            } else if (next != '\n') {
                append(text, c, start);
                unread(next);
            }
        }
    }

    /** HTML text, with the brackets around it. */
    private String html(long start) throws IOException {
        StringBuilder text = new StringBuilder("<");
        for (int depth = 1; depth > 0; ) {
            int c = read();
            if (c < 0) {
                throw error(start, "an HTML text is not closed", "add the closing >");
            }
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            append(text, c, start);
        }
        return text.toString();
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

    /** Goes behind blanks and comments and reads a character. */
    private int skipBlanks() throws IOException {
        int c = read();
        while (c >= 0) {
            if (c > ' ' && c != '/' && c != '#') {
                return c;
            }
            if (c == '#' || (c == '/' && sees('/'))) {
                skipLine();
            } else if (c == '/') {
                skipComment();
            }
            c = read();
        }
        return c;
    }

    private void skipLine() throws IOException {
        int c = read();
        while (c >= 0 && c != '\n') {
            c = read();
        }
    }

    private void skipComment() throws IOException {
        long start = line;
        if (read() != '*') {
            throw error(start, "'/' is no sign of DOT", "put names in quotes");
        }
        int last = 0;
        for (int c = read(); !(last == '*' && c == '/'); c = read()) {
            if (c < 0) {
                throw error(start, "a comment is not closed", "add the closing */");
            }
            last = c;
        }
    }

    private boolean sees(int wanted) throws IOException {
        int c = read();
        unread(c);
        return c == wanted;
    }

    private int read() throws IOException {
        int c = in.read();
        line += c == '\n' ? 1 : 0;
        return c;
    }

    private void unread(int c) throws IOException {
        if (c >= 0) {
            in.unread(c);
            line -= c == '\n' ? 1 : 0;
        }
    }

    /** A fault in a line. */
    FormatException error(long at, String what, String hint) {
        return input.error(at, what, hint);
    }
}
