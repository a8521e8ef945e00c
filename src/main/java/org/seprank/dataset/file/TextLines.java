package org.seprank.dataset.file;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.file.FormatException;

/** The lines of a text file with their numbers, and the numbers and fields in them. */
public final class TextLines implements Closeable {
    private static final int LONGEST = 1 << 24;

    private final Path file;
    private final BufferedReader reader;
    private long line;

    TextLines(Path file, InputStream in) {
        this.file = file;
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    }

    /** The next line without its end, or null after the last. */
    public @Nullable String next() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        line++;
        while (c >= 0 && c != '\n') {
            if (text.length() == LONGEST) {
                throw error("the line is longer than " + LONGEST + " characters", "check that it is a text file");
            }
            text.append((char) c);
            c = reader.read();
        }
        if (text.length() > 0 && text.charAt(text.length() - 1) == '\r') {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }

    /** The next line that is not blank, or null. */
    public @Nullable String nextFull() throws IOException {
        String text = next();
        while (text != null && text.isBlank()) {
            text = next();
        }
        return text;
    }

    /** The next line that is not blank. */
    public String require(String what) throws IOException {
        String text = nextFull();
        if (text == null) {
            throw error("the file ends where " + what + " should be", "get the file again");
        }
        return text;
    }

    /** The number of the line that {@link #next} returned last, from 1. */
    public long line() {
        return line;
    }

    /** A fault in the current line. */
    public FormatException error(String what, String hint) {
        return FormatException.atLine(file, Math.max(1, line), what, hint);
    }

    /** A whole number in {@code from..to}. */
    public long integer(String field, long from, long to) throws FormatException {
        String text = field.strip();
        try {
            long value = text.endsWith(".0") ? Long.parseLong(text, 0, text.length() - 2, 10) : Long.parseLong(text);
            if (value >= from && value <= to) {
                return value;
            }
            throw error(value + " is not in " + from + ".." + to, "check the file against its format");
        } catch (NumberFormatException e) {
            throw expected("a whole number", text);
        }
    }

    /** A finite single-precision number. */
    public float real(String field) throws FormatException {
        float value = (float) number(field);
        if (Float.isFinite(value)) {
            return value;
        }
        throw expected("a number of single precision", field);
    }

    /** A finite number. */
    public double number(String field) throws FormatException {
        try {
            double value = Double.parseDouble(field.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw expected("a number", field);
        }
        throw expected("a finite number", field);
    }

    private FormatException expected(String what, String field) {
        String shown = field.length() > 40 ? field.substring(0, 40) + ".." : field;
        return error("expected " + what + ", found '" + shown + "'", "check the file against its format");
    }

    /** The parts of a line between blanks, tabs or commas; none of a blank line. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean gap = i == text.length() || text.charAt(i) == ',' || text.charAt(i) <= ' ';
            if (gap && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            } else if (!gap && start < 0) {
                start = i;
            }
        }
        return words;
    }

    /** The fields of a line of comma-separated values, empty ones too; a field may be in double quotes (RFC 4180). */
    public List<String> fields(String text) throws FormatException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw error("a quoted field does not end", "close the quotes on the same line");
        }
        fields.add(field.toString());
        return fields;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
