package org.seprank.rewire.edit;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.seprank.graph.Graph;

/**
 * A CSV edit list that grows while a method runs. Only whole lines are written, so that the file is a valid prefix at
 * any time; lines are passed on about once a second and on {@link #close}. Safe for use by several threads, so that a
 * shutdown hook may close it. If the process or the machine dies, {@link EditFile.Allowance#TORN_END} reads what is
 * left.
 */
public final class EditLog implements EditSink, Closeable {
    private static final long PASS_ON_NANOS = 1_000_000_000L;
    private static final int PASS_ON_CHARS = 1 << 16;

    private final Path path;
    private final FileChannel file;
    private final StringBuilder lines = new StringBuilder();
    private final EditCsv csv;
    private long passedOn = System.nanoTime();

    private EditLog(Path path, FileChannel file, Graph graph, EditHeader header) throws IOException {
        this.path = path;
        this.file = file;
        this.csv = new EditCsv(lines, graph.ids(), header, false, true);
    }

    /** Starts a log; an existing file is replaced. */
    public static EditLog create(Path path, Graph graph, EditHeader header) throws IOException {
        if (EditFile.isJson(path)) {
            throw new IllegalArgumentException("'" + path + "' cannot grow edit by edit as JSON; name a CSV file");
        }
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        EditLog log = new EditLog(path, file, graph, header);
        log.passOn();
        return log;
    }

    /** Writes an edit; once the log is closed, edits are no longer part of it. */
    @Override
    public synchronized void accept(Edit edit, double score) {
        if (!file.isOpen()) {
            return;
        }
        try {
            csv.edit(edit, 1, EditList.ADDED, score);
            long now = System.nanoTime();
            if (lines.length() >= PASS_ON_CHARS || now - passedOn >= PASS_ON_NANOS) {
                passOn();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void passOn() throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) { // a full disk does not say of which file
            throw new FileSystemException(path.toString(), null, "it cannot be written: " + e.getMessage());
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
