package org.seprank.graph.io.codec;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.seprank.file.FormatException;

/** The lines of a text, counted from 1, and the numbers in them. */
public final class Lines implements Closeable {
    private final Input input;
    private final BufferedReader in;
    private long number;

    Lines(Input input, Reader text) {
        this.input = input;
        this.in = new BufferedReader(text, 1 << 16);
    }

    /** The next line without its end, or null after the last. */
    public @Nullable String next() throws IOException {
        String line = in.readLine();
        if (line != null) {
            number++;
        }
        return line;
    }

    /**
     * The next line that is neither blank nor begins, after blanks, with this.
     *
     * @param comment what begins a comment, such as {@code %}; one that is empty is no comment
     */
    public @Nullable String next(String comment) throws IOException {
        String line = next();
        while (line != null
                && (line.isBlank() || (!comment.isEmpty() && line.stripLeading().startsWith(comment)))) {
            line = next();
        }
        return line;
    }

    /** The number of the line last read. */
    public long number() {
        return number;
    }

    /** A fault in the line last read. */
    public FormatException error(String what, String hint) {
        return input.error(Math.max(1, number), what, hint);
    }

    /** A fault in another line. */
    public FormatException errorAt(long line, String what, String hint) {
        return input.error(line, what, hint);
    }

    /** The end of a file where more should come. */
    public FormatException endOfFile(String expected) {
        return error("the file ends here, expected " + expected, "the file may be truncated, get it again");
    }

    /** A number of vertices declared in the line last read, if it is believable. */
    public int vertices(String text) throws IOException {
        return input.vertices(integer(text, "the number of vertices", 0, Long.MAX_VALUE), number);
    }

    /**
     * A whole number in the line last read.
     *
     * @param name what it is, for the error
     */
    public long integer(String text, String name, long min, long max) throws IOException {
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw error("expected " + name + ", found '" + shortened(text) + "'", "a whole number belongs here");
        }
        String range = max == Long.MAX_VALUE ? "at least " + min : "in " + min + ".." + max;
        throw error(name + " is " + text + ", not " + range, "correct it, or the sizes declared before");
    }

    /** A weight in the line last read: a finite number. */
    public double weight(String text) throws IOException {
        return weight(input, number, text);
    }

    /** A weight: a finite number. */
    public static double weight(Input input, long line, String text) throws FormatException {
        double value = Double.NaN;
        if (!text.isEmpty() && "0123456789.".indexOf(text.charAt(text.length() - 1)) >= 0) {
            try {
                value = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                value = Double.NaN; // said below, as for infinite ones
            }
        }
        if (!Double.isFinite(value)) {
            throw input.error(
                    line, "expected a weight, found '" + shortened(text) + "'", "a weight is a finite number");
        }
        return value;
    }

    /** A text from the file, cut so that a message stays readable. */
    public static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
