package org.seprank.study.input;

import java.io.IOException;
import java.nio.file.Path;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.rewire.edit.EditFile;
import org.seprank.rewire.edit.Rewiring;
import org.seprank.rewire.edit.EditFile;
import org.seprank.rewire.edit.Rewiring;
import org.seprank.graph.io.codec.Input;
import org.seprank.study.Question;

/**
 * A file of edits in order.
 *
 * @param path of the file
 */
public record EditsFile(Path path) {
    /** The edits, which must be possible in that graph. */
    public Rewiring read(Graph graph) throws IOException {
        return EditFile.readRewiring(path, graph);
    }

    /** What answers say of it. */
    public Block.Input input() throws IOException {
        return FileHash.input("edits", path);
    }

    /** The question with these edits. */
    public Question addTo(Question question) {
        return question.with("edits", path.toString());
    }
}
