package org.seprank.study.train;

import java.io.IOException;
import java.nio.file.Path;
import org.seprank.file.FormatException;
import org.seprank.gnn.Network;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.TrainedNetwork;
import org.seprank.report.Block;
import org.seprank.study.input.FileHash;

/**
 * A network that training kept.
 *
 * @param file where
 */
public record KeptNetwork(Path file) {
    /**
     * Reads it.
     *
     * @param last whether with the weights of the last epoch rather than the best
     * @param task what it is to predict
     * @throws FormatException if it is no network, or its input or output width is not that of the task
     */
    public Network load(boolean last, Task task) throws IOException {
        Network network = TrainedNetwork.load(file, last);
        int expected = network.fitted().inputWidth();
        int given = task.shape().inputWidth();
        if (expected != given) {
            throw FormatException.inFile(
                    file,
                    "its input width is " + expected + ", the features are " + given + " wide",
                    "name the dataset it was trained on, with the same --features");
        }
        if (network.fitted().outputWidth() != task.labels().classCount()) {
            throw FormatException.inFile(
                    file,
                    "it knows " + network.fitted().outputWidth() + " classes, the dataset has "
                            + task.labels().classCount(),
                    "name the dataset it was trained on");
        }
        return network;
    }

    /** What answers say of it. */
    public Block.Input input() throws IOException {
        return FileHash.input("network", file);
    }
}
