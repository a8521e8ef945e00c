package org.seprank.study.train;

import java.io.IOException;
import java.nio.file.Path;
import org.seprank.dataset.Truth;
import org.seprank.file.FormatException;
import org.seprank.gnn.Network;
import org.seprank.gnn.layer.Loss;
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
        Truth.Kind kind = task.truth().kind();
        boolean fits =
                NetworkDesign.losses(kind).contains(network.spec().prediction().loss());
        if (!fits || network.fitted().outputWidth() != task.truth().width()) {
            throw FormatException.inFile(
                    file,
                    "it knows " + network.fitted().outputWidth() + " "
                            + said(network.spec().prediction().loss()) + ", the dataset has "
                            + task.truth().width() + " "
                            + said(NetworkDesign.losses(kind).get(0)),
                    "name the dataset it was trained on");
        }
        return network;
    }

    private static String said(Loss loss) {
        return switch (loss) {
            case SOFTMAX -> "classes";
            case SIGMOID -> "events";
            case SQUARED, ABSOLUTE, HUBER -> "numbers to predict";
        };
    }

    /** What answers say of it. */
    public Block.Input input() throws IOException {
        return FileHash.input("network", file);
    }
}
