package org.seprank.graph.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.seprank.file.FormatException;

/**
 * A file that can be read more than once: itself, or, of what is no file but a pipe, a copy that goes when this is
 * closed.
 */
final class Rereadable implements Closeable {
    private final Path content;
    private final boolean copied;

    private Rereadable(Path content, boolean copied) {
        this.content = content;
        this.copied = copied;
    }

    static Rereadable of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw FormatException.inFile(path, "it is a folder", "name a graph file in it");
        }
        if (!Files.exists(path) || Files.isRegularFile(path)) {
            return new Rereadable(path, false);
        }
        Path copy = Files.createTempFile("seprank", ".graph");
        try {
            copy(path, copy);
            return new Rereadable(copy, true);
        } catch (IOException e) {
            Files.delete(copy);
            throw e;
        }
    }

    /** A pipe may have no end; a graph whose text does not fit in memory would not either. */
    private static void copy(Path from, Path to) throws IOException {
        long room = Runtime.getRuntime().maxMemory();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                room -= read;
                if (room < 0) {
                    throw FormatException.inFile(
                            from,
                            "more comes through this pipe than memory could hold",
                            "save it in a file, or give Java more memory, as in SEPRANK_OPTS=-Xmx8g");
                }
            }
        }
    }

    /** Where the bytes are. */
    Path content() {
        return content;
    }

    @Override
    public void close() throws IOException {
        if (copied) {
            Files.delete(content);
        }
    }
}
