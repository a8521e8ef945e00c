package org.seprank.study.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.graph.io.GraphFile;
import org.seprank.graph.io.GraphFormat;
import org.seprank.graph.io.GraphReader;
import org.seprank.graph.io.ReadOptions;

/**
 * Where a graph comes from.
 *
 * @param location a path, or {@code family:NAME,key=value,..}
 * @param options how a file is read
 * @param number which graph of a file of several, from 1; 0 for the graph of a file of one
 * @param seed of a random family
 */
public record GraphSource(String location, ReadOptions options, int number, long seed) {
    /**
     * A graph and what is known of its origin.
     *
     * @param graph the graph
     * @param name the file's name or the family
     * @param format in which it was written
     */
    public record Loaded(Graph graph, String name, String format) {}

    /** Reads or makes the graph. */
    public Loaded load() throws IOException {
        if (GraphFamily.isSpecification(location)) {
            return new Loaded(GraphFamily.parse(location, seed), location, "family");
        }
        Path path = Path.of(location);
        GraphFile file = number == 0 ? GraphReader.read(path, options) : numbered(path);
        return new Loaded(file.graph(), location, file.format().id());
    }

    private GraphFile numbered(Path path) throws IOException {
        List<Graph> found = new ArrayList<>();
        long[] at = {0};
        long count = GraphReader.forEach(path, options, graph -> {
            if (++at[0] == number) {
                found.add(graph);
            }
        });
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "--graph " + number + " is not in 1.." + count + ", the graphs of " + path);
        }
        GraphFormat format = options.format();
        return new GraphFile(path, format == null ? GraphReader.format(path) : format, found.get(0));
    }
}
