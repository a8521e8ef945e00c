package org.seprank.study.rewire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.seprank.graph.Graph;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditFile;
import org.seprank.rewire.edit.EditHeader;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditLog;
import org.seprank.rewire.edit.EditSink;

/**
 * Where the edits of a run go. While the run lasts they are in {@code FILE.partial}, a valid CSV list at any time,
 * which even a killed process leaves behind; at its end, or when it is interrupted, they take the place of FILE.
 */
final class EditOutput implements EditSink, AutoCloseable {
    private final Graph graph;
    private final EditHeader header;
    private final @Nullable Path file;
    private final @Nullable Path part;
    private final @Nullable EditLog log;

    private EditOutput(Graph graph, EditHeader header, @Nullable Path file) throws IOException {
        this.graph = graph;
        this.header = header;
        this.file = file;
        this.part = file == null ? null : file.resolveSibling(file.getFileName() + ".partial");
        this.log = part == null ? null : EditLog.create(part, graph, header);
    }

    /** The output to a file, or to nowhere; what was decided before is the beginning. */
    static EditOutput to(@Nullable Path file, Graph graph, EditHeader header, EditList decided) throws IOException {
        EditOutput output = new EditOutput(graph, header, file);
        for (int i = 0; i < decided.size(); i++) {
            output.accept(decided.get(i), decided.score(i).orElse(Double.NaN));
        }
        return output;
    }

    @Override
    public void accept(Edit edit, double score) {
        if (log != null) {
            log.accept(edit, score);
        }
    }

    /** Puts the whole list in its place. */
    void finish(EditList edits) throws IOException {
        if (file != null) {
            EditFile.write(file, graph, header, edits);
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
