package org.seprank.gnn.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.seprank.file.Npz;
import org.seprank.file.NpzOutput.Item;
import org.seprank.gnn.Network;

/**
 * Where training is, so that it can go on to the same bits: the epochs so far and the best parameters, kept in the file
 * of the network itself as the arrays {@code epochs} [epochs, 5], {@code best_epoch} and {@code best_parameters}. The
 * file is written as a whole or not at all.
 */
final class Checkpoint {
    private static final String EPOCHS = "epochs";
    private static final String BEST_EPOCH = "best_epoch";
    private static final String BEST = "best_parameters";
    private static final int FIELDS = 5; // of an epoch

    private final List<Epoch> epochs;
    private final int bestEpoch;
    private final double[] best;

    private Checkpoint(List<Epoch> epochs, int bestEpoch, double[] best) {
        this.epochs = List.copyOf(epochs);
        this.bestEpoch = bestEpoch;
        this.best = best;
    }

    /**
     * After these epochs.
     *
     * @param bestEpoch counted from 1, 0: none yet
     * @param best the parameters of that epoch; empty where they are not kept
     */
    static Checkpoint of(List<Epoch> epochs, int bestEpoch, double[] best) {
        return new Checkpoint(epochs, bestEpoch, best);
    }

    /** Writes this and the network into one file. */
    void save(Path file, Network network) throws IOException {
        network.save(file, out -> {
            out.begin(EPOCHS, Item.DOUBLE, epochs.size(), FIELDS);
            for (Epoch epoch : epochs) {
                out.put((double) epoch.number())
                        .put(epoch.loss())
                        .put(epoch.train())
                        .put(epoch.validation())
                        .put(epoch.test());
            }
            out.end();
            out.begin(BEST_EPOCH, Item.INT, 1).put(bestEpoch).end();
            out.vector(BEST, Item.DOUBLE, best);
        });
    }

    /**
     * The checkpoint in the file of a network.
     *
     * @throws org.seprank.file.FormatException if there is none
     */
    static Checkpoint read(Path file, Network network) throws IOException {
        return Network.read(file, npz -> {
            List<Epoch> epochs = epochs(npz);
            long[] bestEpoch = npz.integers(BEST_EPOCH);
            if (bestEpoch.length != 1 || bestEpoch[0] < 0 || bestEpoch[0] > epochs.size()) {
                throw npz.error(BEST_EPOCH, "it names none of the " + epochs.size() + " epochs");
            }
            double[] best = npz.reals(BEST);
            boolean fits = best.length == 0 || best.length == network.parameters().length;
            if (!fits || !Arrays.stream(best).allMatch(Double::isFinite)) {
                throw npz.error(BEST, "its " + best.length + " numbers are no parameters of the network");
            }
            return new Checkpoint(epochs, (int) bestEpoch[0], best);
        });
    }

    private static List<Epoch> epochs(Npz npz) throws IOException {
        double[] numbers = npz.reals(EPOCHS);
        List<Epoch> epochs = new ArrayList<>();
        for (int i = 0; i + FIELDS <= numbers.length; i += FIELDS) {
            int number = epochs.size() + 1;
            if ((int) numbers[i] != number) {
                throw npz.error(EPOCHS, "row " + number + " is not of epoch " + number);
            }
            epochs.add(new Epoch(number, numbers[i + 1], numbers[i + 2], numbers[i + 3], numbers[i + 4]));
        }
        return epochs;
    }

    List<Epoch> epochs() {
        return epochs;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    double[] bestParameters() {
        return best.clone();
    }

    /** Gives a network the best parameters, if they are kept. */
    void restoreBest(Network network) {
        if (best.length > 0) {
            network.setParameters(best);
        }
    }
}
