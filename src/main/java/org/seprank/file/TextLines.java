package org.seprank.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/** The lines of a text, counted from 1, and the fields and numbers in them. */
public final class TextLines implements Closeable {
    private static final int SHOWN = 40;

    private final Path file;
    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder begun = new StringBuilder();
    private int at;
    private int end;
    private long line;

    private TextLines(Path file, Reader in) {
        this.file = file;
        this.in = in;
    }

    /** The lines of a file of UTF-8 text, gunzipped where it is gzip data. */
    public static TextLines open(Path file) throws IOException {
        return over(file, TextReader.open(file));
    }

    /** The lines of a file's text, which is closed with this. */
    public static TextLines over(Path file, Reader text) {
        return new TextLines(file, text);
    }

    /** The next line without its end, or null after the last. */
    public @Nullable String next() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        line++;
        begun.setLength(0);
        do {
            int start = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            if (at < end) {
                return ended(start);
            }
            begun.append(buffer, start, end - start);
            if (begun.length() > ReadLimits.LONGEST_LINE) {
                throw error(
                        "the line is longer than " + ReadLimits.LONGEST_LINE + " characters",
                        "check that it is a text file");
            }
        } while (fill());
        return begun.toString();
    }

    /** The line that ends before the buffer's next character, which is skipped. */
    private String ended(int start) throws IOException {
        String text = begun.isEmpty()
                ? new String(buffer, start, at - start)
                : begun.append(buffer, start, at - start).toString();
        boolean two = buffer[at++] == '\r' && (at < end || fill()) && buffer[at] == '\n';
        at += two ? 1 : 0;
        return text;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    /** The next line that is not blank, or null. */
    public @Nullable String nextFull() throws IOException {
        return next("");
    }

    /**
     * The next line that is neither blank nor begins, after blanks, with this.
     *
     * @param comment what begins a comment, such as {@code %}; one that is empty is no comment
     */
    public @Nullable String next(String comment) throws IOException {
        String text = next();
        while (text != null
                && (text.isBlank() || (!comment.isEmpty() && text.stripLeading().startsWith(comment)))) {
            text = next();
        }
        return text;
    }

    /** The next line that is not blank. */
    public String require(String what) throws IOException {
        String text = nextFull();
        if (text == null) {
            throw endOfFile(what);
        }
        return text;
    }

    /** The number of the line last read, from 1. */
    public long number() {
        return line;
    }

    /** A fault in the line last read. */
    public FormatException error(String what, String hint) {
        return errorAt(Math.max(1, line), what, hint);
    }

    /** A fault in another line. */
    public FormatException errorAt(long other, String what, String hint) {
        return FormatException.atLine(file, other, what, hint);
    }

    /** The end of a file where more should come. */
    public FormatException endOfFile(String expected) {
        return error("the file ends here, expected " + expected, "the file may be truncated, get it again");
    }

    /**
     * A whole number in the line last read.
     *
     * @param name what it is, for the error
     */
    public long integer(String text, String name, long min, long max) throws FormatException {
        long value = whole(text, name);
        if (value < min || value > max) {
            String range = max == Long.MAX_VALUE ? "at least " + min : "in " + min + ".." + max;
            throw error(name + " is " + text + ", not " + range, "correct it, or the sizes declared before");
        }
        return value;
    }

    private long whole(String text, String name) throws FormatException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw expected(name, text, "a whole number belongs here");
        }
    }

    /** A whole number in {@code from..to}, perhaps with blanks around it or {@code .0} behind. */
    public long integer(String field, long from, long to) throws FormatException {
        String text = field.strip();
        long value = whole(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text, "a whole number");
        if (value < from || value > to) {
            throw error(value + " is not in " + from + ".." + to, "check the file against its format");
        }
        return value;
    }

    /** A finite single-precision number, perhaps with blanks around it. */
    public float real(String field) throws FormatException {
        float value = (float) number(field);
        if (Float.isFinite(value)) {
            return value;
        }
        throw expected("a number of single precision", field, "check the file against its format");
    }

    /** A finite number, perhaps with blanks around it. */
    public double number(String field) throws FormatException {
        double value = finite(field.strip());
        if (Double.isNaN(value)) {
            throw expected("a finite number", field, "check the file against its format");
        }
        return value;
    }

    /** A weight: a finite number. */
    public double weight(String text) throws FormatException {
        return weight(file, line, text);
    }

    /** A weight in a file that does not come in lines. */
    public static double weight(Path file, long line, String text) throws FormatException {
        double value = finite(text);
        if (Double.isNaN(value)) {
            boolean comma = text.length() < SHOWN && text.matches("[-+]?\\d*,\\d+");
            throw FormatException.atLine(
                    file,
                    line,
                    "expected a weight, found '" + shortened(text) + "'",
                    comma ? "write decimals with a point" : "a weight is a finite number");
        }
        return value;
    }

    /** The number that a text is if it is finite and in digits, else NaN. */
    private static double finite(String text) {
        if (text.isEmpty() || "0123456789.".indexOf(text.charAt(text.length() - 1)) < 0) {
            return Double.NaN; // Java's 1d, 0x1p3 and Infinity are no one else's
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private FormatException expected(String what, String text, String hint) {
        return error("expected " + what + ", found '" + shortened(text) + "'", hint);
    }

    /** A text from a file, cut so that a message stays readable. */
    public static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    /** The parts of a line between blanks or tabs; with {@code commas}, between blanks, tabs and commas. */
    public static List<String> words(String text, boolean commas) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean gap = i == text.length() || text.charAt(i) <= ' ' || (commas && text.charAt(i) == ',');
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
        if (text.indexOf('"') < 0) {
            return List.of(text.split(",", -1));
        }
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
            return parser.iterator().next().toList();
        } catch (IOException | UncheckedIOException e) {
            throw error("a quoted field does not end where it should", "close the quotes before the comma")
                    .causedBy(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
