package org.seprank.study.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.rewire.edit.EditFile;
import org.seprank.rewire.edit.EditFile.Allowance;
import org.seprank.rewire.edit.EditHeader;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.Question;

/**
 * A file of edits in order.
 *
 * @param path of the file
 * @param force whether they may be of another graph
 */
public record EditsFile(Path path, boolean force) {
    /** The edits, which must be possible in that graph. */
    public EditList read(Graph graph) throws IOException {
        return content(graph).edits();
    }

    /** The edits, which must be possible in that graph, and what the file says of them. */
    public EditFile.Content content(Graph graph) throws IOException {
        return EditFile.read(path, graph, allowed());
    }

    /**
     * The edits of an interrupted run that is gone on with.
     *
     * @param asked what the run that goes on is asked for
     * @throws IllegalArgumentException if the earlier run was asked for something else
     */
    public EditList resumed(Graph graph, EditHeader asked) throws IOException {
        Set<Allowance> allowed = allowed();
        allowed.add(Allowance.TORN_END);
        EditFile.Content read = EditFile.read(path, graph, allowed);
        List<String> differences = read.header().differencesFrom(asked);
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException("the run of " + path + " was asked for " + String.join(", ", differences)
                    + "; --resume goes on with the same options");
        }
        return read.edits();
    }

    private Set<Allowance> allowed() {
        return force ? EnumSet.of(Allowance.ANY_GRAPH) : EnumSet.noneOf(Allowance.class);
    }

    /** What answers say of it. */
    public Block.Input input() throws IOException {
        return FileHash.input("edits", path);
    }

    /** The question with these edits. */
    public Question addTo(Question question) {
        Question asked = question.with("edits", path.toString());
        return force ? asked.with("force", true) : asked;
    }
}
