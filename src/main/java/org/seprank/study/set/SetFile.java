package org.seprank.study.set;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.seprank.dataset.io.GraphSets;
import org.seprank.file.AtomicFile;
import org.seprank.graph.io.GraphFormat;
import org.seprank.graph.io.GraphWriter;
import org.seprank.graph.io.codec.Feature;
import org.seprank.study.input.GraphSet;

/**
 * Where many graphs are written: as a dataset, or where the name says so in a graph format that holds many.
 *
 * @param path its name
 * @param option what asks for it on the command line
 */
public record SetFile(Path path, String option) {
    private boolean holdsGraphsOnly() {
        return GraphFormat.forName(path)
                .filter(format -> format.holds().contains(Feature.MANY_GRAPHS))
                .isPresent();
    }

    /** Says before the work what would go wrong after it. */
    public void check(GraphSet set) throws IOException {
        if (holdsGraphsOnly()) {
            AtomicFile.checkFile(path);
            return;
        }
        Optional<GraphFormat> format = GraphFormat.forName(path);
        boolean ofOne = format.isPresent() && format.get() != GraphFormat.EDGE_LIST;
        if (ofOne || set.dataset().isEmpty()) {
            throw new IllegalArgumentException(
                    option + " " + path + " is for one graph, but " + set.location() + " has " + set.size() + "; name "
                            + (set.dataset().isEmpty() ? "" : "a folder, a file .txt, or ")
                            + "a file .g6 or .s6, or take one graph with --graph K");
        }
        GraphSets.check(set.dataset().get(), path);
    }

    /** Writes the graphs; {@code warnings} gets what has no place there. */
    public void write(GraphSet set, Consumer<String> warnings) throws IOException {
        if (!holdsGraphsOnly()) {
            GraphSets.write(set.dataset().orElseThrow(), path, warnings);
            return;
        }
        if (set.dataset().isPresent()) {
            warnings.accept("the features and labels are left out");
        }
        GraphWriter.writeAll(set.graphs(), path, GraphWriter.format(path)).forEach(warnings);
    }
}
