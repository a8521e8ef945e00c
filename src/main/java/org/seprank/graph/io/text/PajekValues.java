package org.seprank.graph.io.text;

import java.io.IOException;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.io.codec.Columns;

/** A partition, vector or permutation of a Pajek project: a value for every vertex, one a line. */
final class PajekValues {
    /** No values are being read. */
    static final PajekValues NONE = new PajekValues("", false, new Columns());

    private final String name;
    private final boolean real;
    private final Columns columns;
    private int expected = -1;
    private int count;

    PajekValues(String name, boolean real, Columns columns) {
        this.name = name;
        this.real = real;
        this.columns = columns;
    }

    /** Whether values are to come, and their number has not been said. */
    boolean begun() {
        return !name.isEmpty() && expected < 0;
    }

    void expect(int declared, int n, TextLines lines) throws IOException {
        if (declared != n) {
            throw lines.error(
                    "'" + TextLines.shortened(name) + "' is of " + declared + " vertices, the network of "
                            + Math.max(0, n),
                    "keep what belongs to the one network, which comes first");
        }
        expected = declared;
    }

    void add(String value, TextLines lines) throws IOException {
        if (count == expected) {
            throw lines.error("more than the " + expected + " values declared", "one for each vertex");
        }
        if (real) {
            lines.number(value);
        } else {
            lines.integer(value, "a value", Long.MIN_VALUE, Long.MAX_VALUE);
        }
        columns.put(name, count++, value, real ? Attributes.Type.REAL : Attributes.Type.INTEGER);
    }

    void checkComplete(TextLines lines) throws IOException {
        if (begun()) {
            throw lines.endOfFile("'*Vertices n' after '" + TextLines.shortened(name) + "'");
        }
        if (count < expected) {
            throw lines.error(
                    "expected " + expected + " values of '" + TextLines.shortened(name) + "', found " + count,
                    "one for each vertex; the file may be truncated");
        }
    }
}
