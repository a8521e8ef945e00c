package org.seprank.study.train;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.Truth;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.layer.Loss;
import org.seprank.gnn.layer.Readout;
import org.seprank.study.Question;

/**
 * A network as it is asked for, before its data are known: they decide whether it predicts vertices or graphs, and
 * classes, events or numbers.
 *
 * @param kind of its layers
 * @param vertices the network where vertices are predicted
 * @param readout from vertices to graphs, where graphs are predicted
 * @param loss what training makes small; null: the usual one of the task
 */
public record NetworkDesign(
        NetworkKind kind,
        GnnSpec vertices,
        Readout readout,
        @Nullable Loss loss) {
    /** With the usual loss. */
    public NetworkDesign(NetworkKind kind, GnnSpec vertices, Readout readout) {
        this(kind, vertices, readout, null);
    }

    /**
     * The network for that dataset.
     *
     * @throws IllegalArgumentException if the loss is not one of such a task
     */
    public GnnSpec over(Dataset dataset) {
        GnnSpec.Prediction prediction = vertices.prediction();
        if (dataset instanceof GraphDataset) {
            prediction = GnnSpec.Prediction.ofGraphs(readout);
        } else if (dataset instanceof LinkDataset) {
            prediction = GnnSpec.Prediction.ofGraphs(Readout.PAIR);
        }
        return vertices.withPrediction(prediction.withLoss(loss(dataset.truth().kind())));
    }

    private Loss loss(Truth.Kind kind) {
        List<Loss> fitting = losses(kind);
        if (loss != null && !fitting.contains(loss)) {
            throw new IllegalArgumentException("loss " + loss.name().toLowerCase(Locale.ROOT) + " is not one of "
                    + kind.title() + "; use " + fitting.toString().toLowerCase(Locale.ROOT));
        }
        return loss == null ? fitting.get(0) : loss;
    }

    /** The losses of a task, the usual one first. */
    public static List<Loss> losses(Truth.Kind kind) {
        return switch (kind) {
            case CLASSES -> List.of(Loss.SOFTMAX);
            case EVENTS, LINKS -> List.of(Loss.SIGMOID);
            case NUMBERS -> List.of(Loss.SQUARED, Loss.ABSOLUTE, Loss.HUBER);
        };
    }

    /** The seed of the first network. */
    public long seed() {
        return vertices.seed();
    }

    /** The question with this network. */
    public Question addTo(Question question) {
        return question.with("model", kind.id()).and(NetworkSettings.of(vertices));
    }
}
