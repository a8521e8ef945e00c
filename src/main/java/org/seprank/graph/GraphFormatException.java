package org.seprank.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A file that does not hold what its format asks for. Its message names the file, the place and the offending value;
 * {@link #hint} says what to do about it.
 */
public final class GraphFormatException extends IOException {
    private static final long NOWHERE = -1;

    private final String path;
    private final long line;
    private final long offset;
    private final String what;
    private final String hint;

    private GraphFormatException(Path path, long line, long offset, String[] whatAndHint) {
        super("cannot read " + path + ": " + where(line, offset) + whatAndHint[0]);
        this.path = path.toString();
        this.line = line;
        this.offset = offset;
        this.what = whatAndHint[0];
        this.hint = whatAndHint[1];
    }

    /**
     * A fault in a line of a text file.
     *
     * @param line counted from 1
     * @param what the fault, naming the offending value, such as {@code expected two vertices, found 'a'}
     * @param hint the remedy
     */
    public static GraphFormatException atLine(Path path, long line, String what, String hint) {
        return new GraphFormatException(path, line, NOWHERE, new String[] {what, hint});
    }

    /**
     * A fault at a place of a binary file.
     *
     * @param offset bytes before the fault
     */
    public static GraphFormatException atByte(Path path, long offset, String what, String hint) {
        return new GraphFormatException(path, NOWHERE, offset, new String[] {what, hint});
    }

    /** A fault of the whole file. */
    public static GraphFormatException inFile(Path path, String what, String hint) {
        return new GraphFormatException(path, NOWHERE, NOWHERE, new String[] {what, hint});
    }

    private static String where(long line, long offset) {
        if (line != NOWHERE) {
            return "line " + line + ": ";
        }
        return offset == NOWHERE ? "" : "byte " + offset + ": ";
    }

    /** The file. */
    public String path() {
        return path;
    }

    /** The line, counted from 1, if the fault has one. */
    public OptionalLong line() {
        return line == NOWHERE ? OptionalLong.empty() : OptionalLong.of(line);
    }

    /** The byte offset, if the fault has one. */
    public OptionalLong offset() {
        return offset == NOWHERE ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** The fault alone, without file and place. */
    public String what() {
        return what;
    }

    /** The remedy. */
    public String hint() {
        return hint;
    }

    /** This fault with what underlies it. */
    public GraphFormatException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }
}
