package org.seprank.gnn.training;

import java.io.IOException;
import java.nio.file.Path;
import org.seprank.gnn.Network;
import org.seprank.gnn.kernel.Workers;

/** Networks as {@link Trainer#withCheckpoint} keeps them. */
public final class TrainedNetwork {
    private TrainedNetwork() {}

    /**
     * The network of a checkpoint.
     *
     * @param last whether with the weights of the last epoch rather than those of the best, if the run kept them
     * @throws org.seprank.file.FormatException if the file is no checkpoint
     */
    public static Network load(Path file, boolean last) throws IOException {
        Network network = Network.load(file, Workers.single());
        if (!last) {
            Checkpoint.read(file, network).restoreBest(network);
        }
        return network;
    }
}
