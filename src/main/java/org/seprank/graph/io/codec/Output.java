package org.seprank.graph.io.codec;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.seprank.file.OneLine;

/** Where a codec writes a graph: UTF-8 text with {@code \n} line ends, and the list of what could not be kept. */
public final class Output implements Closeable {
    private static final double EXACT_INTEGERS = 1L << 53;

    private final Writer out;
    private final Set<String> warnings = new LinkedHashSet<>();
    private final LinkKey linkKey;

    /** Text that becomes bytes of that stream, which is closed with this. */
    public Output(OutputStream bytes, LinkKey linkKey) {
        this.linkKey = linkKey;
        this.out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Appends text. */
    public Output text(String text) throws IOException {
        out.write(text);
        return this;
    }

    /** Appends text and a line end. */
    public Output line(String text) throws IOException {
        out.write(text);
        out.write('\n');
        return this;
    }

    /** The text as a stream of characters, for writers of a library. */
    public Writer writer() {
        return out;
    }

    /** What JSON node-link calls its list of edges. */
    public LinkKey linkKey() {
        return linkKey;
    }

    /** Notes that something of the graph is not in the file; said again, it is one warning. */
    public void warn(String warning) {
        warnings.add(OneLine.of(warning));
    }

    /** What of the graph is not in the file. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The shortest text that reads back as that number; whole numbers have no point. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS && !negativeZero(value)
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static boolean negativeZero(double value) {
        return Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(-0.0);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
