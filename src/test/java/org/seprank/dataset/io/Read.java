package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Path;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;

/** Datasets of a known kind. */
public final class Read {
    private Read() {}

    /** Labels on vertices. */
    public static NodeDataset nodes(Path path) throws IOException {
        return (NodeDataset) Datasets.read(path);
    }

    /** Labels of graphs. */
    public static GraphDataset graphs(Path path) throws IOException {
        return (GraphDataset) Datasets.read(path);
    }
}
