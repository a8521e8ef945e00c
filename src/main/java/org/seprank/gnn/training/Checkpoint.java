package org.seprank.gnn.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.seprank.file.AtomicFile;
import org.seprank.file.FormatException;
import org.seprank.gnn.Network;

/**
 * Where training is, so that it can go on to the same bits: the network with its optimiser in FILE, the epochs so far
 * and the best parameters in FILE.json. The network is written first; a checkpoint whose two files are of different
 * epochs is refused.
 */
final class Checkpoint {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** All but the network. */
    record State(int iteration, List<Epoch> epochs, int bestEpoch, List<Double> bestParameters) {}

    private Checkpoint() {}

    static void save(Path file, Network network, List<Epoch> epochs, int bestEpoch, double[] best) throws IOException {
        network.save(file);
        State state = new State(
                network.iteration(),
                epochs,
                bestEpoch,
                Arrays.stream(best).boxed().toList());
        byte[] json = JSON.writeValueAsString(state).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(beside(file), out -> out.write(json));
    }

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".json");
    }

    static State state(Path file, Network network) throws IOException {
        Path json = beside(file);
        try {
            State state = JSON.readValue(Files.readString(json), State.class);
            if (state.iteration() != network.iteration()) {
                throw FormatException.inFile(
                        json,
                        "it is of step " + state.iteration() + ", the network of step " + network.iteration(),
                        "take both files from the same run; start anew without --resume otherwise");
            }
            return state;
        } catch (JsonProcessingException e) {
            throw FormatException.inFile(
                    json, "no checkpoint: " + e.getOriginalMessage(), "name the file that --checkpoint wrote");
        }
    }
}
