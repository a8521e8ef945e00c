package org.seprank.graph;

import java.io.IOException;
import java.nio.file.Path;

/** Says that a file is not what its format asks for: where, why, and what would help. */
public final class GraphFormatException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Path path;
    private final long line;
    private final String what;
    private final String hint;

    /**
     * A complaint about one line.
     *
     * @param path the file
     * @param line the line, counted from 1
     * @param what what is wrong, with the offending value
     * @param hint what the reader of the message can do
     */
    public GraphFormatException(Path path, long line, String what, String hint) {
        super("cannot read " + path + ": line " + line + ": " + what);
        this.path = path;
        this.line = line;
        this.what = what;
        this.hint = hint;
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** The line, counted from 1. */
    public long line() {
        return line;
    }

    /** What is wrong. */
    public String what() {
        return what;
    }

    /** What can be done about it. */
    public String hint() {
        return hint;
    }
}
