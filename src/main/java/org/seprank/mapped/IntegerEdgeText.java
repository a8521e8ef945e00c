package org.seprank.mapped;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.seprank.file.FormatException;

/**
 * Text with an edge on each line, two whole numbers apart by spaces, tabs or a comma; what follows them is passed over,
 * and so are empty lines and those that begin with {@code #} or {@code %}. Also gzip-compressed, by the name
 * {@code .gz}. Memory O(1).
 */
final class IntegerEdgeText {
    private static final int BUFFER = 1 << 20;

    private final Path path;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long line = 1;
    private int last; // byte read last, -1 at the end

    private IntegerEdgeText(Path path, InputStream in) {
        this.path = path;
        this.in = in;
    }

    /** Hands all edges to the builder. */
    static void read(Path path, MappedGraphBuilder builder) throws IOException {
        boolean packed = path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        try (InputStream file = Files.newInputStream(path);
                InputStream in = packed ? new GZIPInputStream(new BufferedInputStream(file), BUFFER) : file) {
            new IntegerEdgeText(path, in).lines(builder);
        }
    }

    private void lines(MappedGraphBuilder builder) throws IOException {
        for (last = next(); last >= 0; last = next(), line++) {
            skipSpaces();
            if (last != '#' && last != '%' && last != '\n' && last != '\r' && last >= 0) {
                long u = number();
                skipSpaces();
                builder.edge(u, number());
            }
            while (last != '\n' && last >= 0) {
                last = next();
            }
        }
    }

    private void skipSpaces() throws IOException {
        while (last == ' ' || last == '\t' || last == ',') {
            last = next();
        }
    }

    private int next() throws IOException {
        if (at == end) {
            end = in.read(buffer);
            at = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[at++];
    }

    /** The number that begins with the last byte; the one behind it becomes the last. */
    private long number() throws IOException {
        long value = 0;
        int digits = 0;
        for (; last >= '0' && last <= '9' && digits < 18; last = next(), digits++) {
            value = 10 * value + (last - '0');
        }
        int c = last;
        boolean ended = c == ' ' || c == '\t' || c == ',' || c == '\n' || c == '\r' || c < 0;
        if (digits == 0 || !ended || value > MappedGraphBuilder.LARGEST) {
            throw FormatException.atLine(
                    path,
                    line,
                    "expected two vertices 0.." + MappedGraphBuilder.LARGEST,
                    "number the vertices, and write an edge on each line: 'seprank convert' does for graphs in memory");
        }
        return value;
    }
}
