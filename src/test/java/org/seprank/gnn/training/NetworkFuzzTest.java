package org.seprank.gnn.training;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.file.Fuzz;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.layer.Aggregation;

/** Files of networks and the checkpoints in them. */
class NetworkFuzzTest {
    @Test
    void networksAreReadOrRefused(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.network");
        Network network = Network.of(
                GnnSpec.of(new Aggregation.Gat(2, true, false, 0.25), 2, 4).fittedTo(TaskShape.of(3, 2)),
                new Optimizer.Adam(0.01, 5e-4));
        Epoch epoch = new Epoch(1, 0.5, 0.25, 0.25, Double.NaN);
        Checkpoint.of(List.of(epoch), 1, network.parameters()).save(file, network);
        Fuzz.check(file, 300, () -> {
            Network ignored = TrainedNetwork.load(file, false);
        });
    }
}
