package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Path;
import org.seprank.dataset.NodeDataset;

/** Writes one format. Stateless. */
interface DatasetWriter {
    /**
     * Writes all of the dataset.
     *
     * @throws IllegalArgumentException if the format has no place for something in it; then nothing is written
     */
    void write(NodeDataset dataset, Path path) throws IOException;
}
