package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.seprank.graph.Graph;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditFile;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditLog;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.edit.Rewiring;

/**
 * Where the edits of a run go. While the run lasts they are in {@code FILE.partial}, a valid CSV list at any time,
 * which even a killed process leaves behind; at its end, or when it is interrupted, they take the place of FILE.
 */
final class EditOutput implements EditSink, AutoCloseable {
    private final Graph graph;
    private final @Nullable Path file;
    private final @Nullable Path part;
    private final @Nullable EditLog log;

    private EditOutput(Graph graph, @Nullable Path file) throws IOException {
        this.graph = graph;
        this.file = file;
        this.part = file == null ? null : file.resolveSibling(file.getFileName() + ".partial");
        this.log = part == null ? null : EditLog.create(part, graph);
    }

    /** The output to a file, or to nowhere; what was decided before is the beginning. */
    static EditOutput to(@Nullable Path file, Graph graph, EditList decided) throws IOException {
        EditOutput output = new EditOutput(graph, file);
        for (Edit edit : decided) {
            output.accept(edit);
        }
        return output;
    }

    @Override
    public void accept(Edit edit) {
        if (log != null) {
            log.accept(edit);
        }
    }

    /** Puts the whole list in its place. */
    void finish(Rewiring edits, EditFile.Origin origin) throws IOException {
        if (file != null) {
            EditFile.write(file, graph, edits, origin);
        }
    }

    @Override
    public void close() throws IOException {
        if (log != null) {
            log.close();
        }
        if (part != null) {
            Files.deleteIfExists(part);
        }
    }
}
