package org.seprank.rewire.edit;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.seprank.graph.Graph;

/**
 * A CSV edit list that grows while a method runs. Only whole lines are written, so that the file is a valid prefix at
 * any time; lines are passed on about once a second and on {@link #close}. Safe for use by several threads, so that a
 * shutdown hook may close it.
 */
public final class EditLog implements EditSink, Closeable {
    private static final long PASS_ON_NANOS = 1_000_000_000L;
    private static final int PASS_ON_CHARS = 1 << 16;

    private final Graph graph;
    private final FileChannel file;
    private final EditList decided;
    private final StringBuilder lines = new StringBuilder();
    private int step;
    private long passedOn = System.nanoTime();

    private EditLog(Graph graph, FileChannel file, EditList decided) {
        this.graph = graph;
        this.file = file;
        this.decided = decided;
        this.step = decided.size();
    }

    /** Starts a log; an existing file is replaced. */
    public static EditLog create(Path path, Graph graph) throws IOException {
        checkCsv(path);
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        EditLog log = new EditLog(graph, file, EditList.empty());
        log.lines.append(EditCsv.HEADER).append('\n');
        log.passOn();
        return log;
    }

    /**
     * Continues a log that was interrupted. A last line without its end is cut off: it was not wholly written.
     *
     * @throws org.seprank.file.FormatException if what is left is not an edit list for this graph
     */
    public static EditLog resume(Path path, Graph graph) throws IOException {
        checkCsv(path);
        if (!Files.exists(path) || cutTornLine(path) == 0) {
            return create(path, graph);
        }
        EditList decided = EditCsv.read(path, graph);
        FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        return new EditLog(graph, file, decided);
    }

    private static void checkCsv(Path path) {
        if (EditFile.isJson(path)) {
            throw new IllegalArgumentException("'" + path + "' cannot grow edit by edit as JSON; name a CSV file");
        }
    }

    /** Shortens the file to its last line end and returns its length then. */
    private static long cutTornLine(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long end = file.length();
            while (end > 0) {
                file.seek(end - 1);
                if (file.read() == '\n') {
                    break;
                }
                end--;
            }
            file.setLength(end);
            return end;
        }
    }

    /** The edits that were in the file when it was opened. */
    public EditList decided() {
        return decided;
    }

    /** Writes an edit; once the log is closed, edits are no longer part of it. */
    @Override
    public synchronized void accept(Edit edit) {
        if (!file.isOpen()) {
            return;
        }
        lines.append(EditCsv.line(graph, ++step, edit));
        long now = System.nanoTime();
        if (lines.length() >= PASS_ON_CHARS || now - passedOn >= PASS_ON_NANOS) {
            try {
                passOn();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private synchronized void passOn() throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        lines.setLength(0);
        passedOn = System.nanoTime();
    }

    @Override
    public synchronized void close() throws IOException {
        if (file.isOpen()) {
            try (file) {
                passOn();
            }
        }
    }
}
