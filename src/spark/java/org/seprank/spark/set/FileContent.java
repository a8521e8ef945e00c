package org.seprank.spark.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;
import org.seprank.graph.io.GraphReader;

/** The bytes of a file that holds one graph, in any format that seprank reads. */
final class FileContent implements GraphItem.Content {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final byte[] bytes;

    /**
     * A file.
     *
     * @param name whose ending may tell the format
     */
    FileContent(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public Graph graph() throws IOException {
        Path folder = Files.createTempDirectory("seprank-graph-");
        Path file = folder.resolve(name);
        try {
            Files.write(file, bytes);
            return GraphReader.graph(file);
        } catch (FormatException e) {
            // the path means nothing to anybody
            throw new IOException(String.valueOf(e.getMessage()).replace(file.toString(), name), e);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}
