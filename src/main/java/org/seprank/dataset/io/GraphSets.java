package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Truth;
import org.seprank.file.AtomicFile;

/**
 * Writes datasets of many graphs: under a name that ends in {@code .txt} the text of DGCNN, else a folder of
 * TUDataset's layout.
 */
public final class GraphSets {
    private GraphSets() {}

    private static boolean isText(Path path) {
        return path.toString().endsWith(".txt");
    }

    /**
     * Says before the work what would go wrong after it.
     *
     * @throws IllegalArgumentException if a graph has no label, as both formats ask for one
     */
    public static void check(GraphDataset dataset, Path path) throws IOException {
        boolean classes = dataset.truth().kind() == Truth.Kind.CLASSES;
        if (!classes && isText(path)) {
            throw new IllegalArgumentException(
                    "the text of DGCNN has a class of every graph and no place for target values; name a folder");
        }
        if (classes && dataset.labels().missingCount() > 0) {
            throw new IllegalArgumentException(dataset.labels().missingCount() + " of the " + dataset.size()
                    + " graphs have no label, which a dataset of many graphs asks for");
        }
        if (isText(path)) {
            AtomicFile.checkFile(path);
        } else {
            AtomicFile.checkFolder(path);
        }
    }

    /**
     * Writes graphs, features and labels.
     *
     * @param warnings gets what the format has no place for, a sentence each
     */
    public static void write(GraphDataset dataset, Path path, Consumer<String> warnings) throws IOException {
        check(dataset, path);
        GraphSetWriter writer = isText(path) ? new DgcnnWriter() : new TuWriter();
        writer.write(dataset, path, warnings);
    }
}
