package org.seprank.graph.io.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.seprank.file.FormatException;
import org.seprank.file.GuardedStream;
import org.seprank.file.OneLine;
import org.seprank.file.ReadLimits;
import org.seprank.file.TextLines;
import org.seprank.file.TextReader;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.ParallelEdges;

/**
 * A file to read: its bytes, unpacked where it is gzip data, its text, how the caller wants it read, and what is lost.
 */
public final class Input {
    /** What a file of a graph may ask for: it may be of any size, but not of any size in a small packed file. */
    public static final ReadLimits LIMITS = ReadLimits.ofPacking();

    private static final long VERTICES_OF_SMALL_FILES = 1 << 24;
    private static final long VERTICES_PER_BYTE = 1024;
    private static final long BYTES_PER_VERTEX = 16;
    private static final long BYTES_PER_EDGE = 32;
    private static final long LEAST_EDGE = 2; // bytes, as in the list of a vertex
    private static final int MOST_WARNINGS = 20;

    private final Path path;
    private final Path content;
    private final Reading reading;
    private final Set<String> warnings = new LinkedHashSet<>();

    /**
     * A file.
     *
     * @param path its name, in messages
     * @param content where its bytes are, if not there: a pipe can be read only once
     */
    public Input(Path path, Path content, Reading reading) {
        this.path = path;
        this.content = content;
        this.reading = reading;
    }

    /** The file's name. */
    public Path path() {
        return path;
    }

    /** Where the bytes are. */
    public Path content() {
        return content;
    }

    /** Whether edges get a direction. */
    public Direction direction() {
        return reading.direction();
    }

    /** The number n of vertices 0..n-1 of an integer list, or 0: as the file says. */
    public int vertexCount() {
        return reading.vertexCount();
    }

    /** Whether weights are read. */
    public boolean weights() {
        return reading.weights();
    }

    /** What becomes of parallel edges. */
    public ParallelEdges parallel() {
        return reading.parallel();
    }

    /** Notes that something in the file is not in the graph; said again, it is one warning. */
    public void warn(String warning) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(OneLine.of(warning));
        }
    }

    /** What of the file is not in the graph. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The bytes, unpacked; damaged gzip data is reported as such. */
    public InputStream open() throws IOException {
        GuardedStream in = GuardedStream.open(content, LIMITS);
        if (!in.packed() && name().endsWith(".gz")) {
            in.close();
            throw error("its name ends in .gz, but it is not gzip data", "rename it, or compress it with gzip");
        }
        return in;
    }

    /** The beginning of the file. */
    public Head head() throws IOException {
        try (InputStream in = open()) {
            String name = name();
            byte[] bytes = in.readNBytes(Head.SIZE);
            return Head.of(name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name, bytes);
        }
    }

    /** The text, line by line. */
    public TextLines lines() throws IOException {
        return TextLines.over(path, text());
    }

    /** The text; what is not UTF-8 is reported as such. */
    public Reader text() throws IOException {
        return text(StandardCharsets.UTF_8);
    }

    /** The text in another encoding. */
    public Reader text(Charset charset) throws IOException {
        return TextReader.over(path, open(), charset);
    }

    private String name() {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * The graph of a builder.
     *
     * @throws FormatException if the weights of parallel edges have no finite sum
     */
    public Graph build(GraphBuilder builder) throws FormatException {
        try {
            return builder.build();
        } catch (ArithmeticException e) {
            throw error(String.valueOf(e.getMessage()), "take the greatest of them")
                    .causedBy(e);
        }
    }

    /** A fault of the whole file. */
    public FormatException error(String what, String hint) {
        return FormatException.inFile(path, what, hint);
    }

    /** A fault in a line, counted from 1. */
    public FormatException error(long line, String what, String hint) {
        return FormatException.atLine(path, line, what, hint);
    }

    /**
     * A declared number of vertices, if it is believable: a file of b bytes declares at most 2^24 + 1024 b vertices,
     * and there is memory for them.
     *
     * @param line where it is declared
     */
    public int vertices(long declared, long line) throws IOException {
        if (!believes(declared)) {
            boolean told = declared <= believable() && declared <= Integer.MAX_VALUE - 8;
            throw error(
                    line,
                    "declares " + declared + " vertices"
                            + (told
                                    ? ", for which Java's "
                                            + (Runtime.getRuntime().maxMemory() >> 20) + " MiB of memory are not enough"
                                    : " in a file of " + Files.size(content) + " bytes"),
                    "correct the number of vertices, or give Java more memory, as in SEPRANK_OPTS=-Xmx"
                            + Math.max(1, (3 * BYTES_PER_VERTEX * Math.min(declared, Integer.MAX_VALUE)) >> 30)
                            + "g");
        }
        return (int) declared;
    }

    /** A number of vertices declared in the line last read, if it is believable. */
    public int vertices(TextLines lines, String text) throws IOException {
        return vertices(lines.integer(text, "the number of vertices", 0, Long.MAX_VALUE), lines.number());
    }

    /**
     * Refuses a graph that cannot fit in memory, before it is read.
     *
     * @param perByte least bytes of memory for a byte of the unpacked file
     */
    public void requireMemory(double perByte) throws IOException {
        long bytes = ReadLimits.unpackedBytes(content);
        ReadLimits.requireMemory(path, "a graph of " + bytes + " bytes", perByte * bytes);
    }

    /**
     * Refuses declared numbers of vertices and edges for which there is no memory; edges that the file has room for.
     */
    public void requireMemory(long vertices, long edges) throws IOException {
        long written = Math.min(edges, ReadLimits.unpackedBytes(content) / LEAST_EDGE);
        ReadLimits.requireMemory(
                path,
                "a graph of " + vertices + " vertices and " + edges + " edges",
                (double) BYTES_PER_VERTEX * vertices + (double) BYTES_PER_EDGE * written);
    }

    /** Whether a declared number of vertices is believable, see {@link #vertices}. */
    public boolean believes(long declared) throws IOException {
        long memory = Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_VERTEX;
        return declared >= 0 && declared <= Math.min(Math.min(believable(), memory), Integer.MAX_VALUE - 8);
    }

    private long believable() throws IOException {
        return VERTICES_OF_SMALL_FILES + VERTICES_PER_BYTE * Files.size(content);
    }
}
