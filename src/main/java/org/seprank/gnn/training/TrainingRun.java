package org.seprank.gnn.training;

import java.util.List;
import org.seprank.gnn.Predictions;

/**
 * What training came to.
 *
 * @param epochs all of them, in order
 * @param best the first epoch with the best watched metric
 * @param predictions of all rows by the network as it ended
 * @param complete false if it was interrupted
 */
public record TrainingRun(List<Epoch> epochs, Epoch best, Predictions predictions, boolean complete) {
    /** Copies the list. */
    public TrainingRun {
        epochs = List.copyOf(epochs);
    }
}
