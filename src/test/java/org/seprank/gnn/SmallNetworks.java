package org.seprank.gnn;

import java.util.Arrays;
import java.util.List;
import org.seprank.gnn.GnnSpec.Layering;
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Readout;

/** Small networks of every kind, trained for some steps, and a graph for them. */
public final class SmallNetworks {
    public static final int VERTICES = 12;
    public static final int INPUT = 3;
    public static final int CLASSES = 3;

    private SmallNetworks() {}

    /** The layers of every kind of network that has a name, with two heads where there is attention. */
    public static List<Aggregation> kinds() {
        return Arrays.stream(NetworkKind.values())
                .map(kind -> kind.aggregation().withHeads(2, 0))
                .toList();
    }

    /** Smooth activations, two layers of width 4, double precision. */
    public static GnnSpec spec(Aggregation kind) {
        Activation smooth = kind.activation() == Activation.RELU ? Activation.TANH : kind.activation();
        return GnnSpec.of(kind, 2, 4)
                .withLayering(Layering.plain(smooth))
                .withPrecision(Precision.DOUBLE)
                .withSeed(11);
    }

    public static GnnSpec ofGraphs(Aggregation kind) {
        return spec(kind).withPrediction(Prediction.ofGraphs(Readout.MEAN));
    }

    /**
     * A weighted graph where not every vertex reaches every other in two hops, its edges of two relations with
     * features.
     */
    public static GraphBatch batch(boolean directed) {
        return RandomBatch.related(GraphBatch.of(
                RandomBatch.graph(VERTICES, 13, directed, 3),
                FeatureMatrix.dense(INPUT, RandomBatch.numbers(VERTICES * INPUT, 4))));
    }

    /** For {@link #CLASSES} classes of what that batch has. */
    public static FittedSpec fitted(GnnSpec spec, GraphBatch batch) {
        int edgeWidth = batch.edgeFeatures().width();
        return spec.fittedTo(
                new TaskShape(batch.features().width(), CLASSES, batch.relations(), edgeWidth, TargetScale.none()));
    }

    /** After some steps, so that statistics of batch norm and biases are not those of the start. */
    public static Network trained(GnnSpec spec, GraphBatch batch) {
        Network network = Network.of(fitted(spec, batch), new Optimizer.Adam(0.02, 0));
        int rows = spec.prediction().readout() == Readout.NONE ? batch.vertexCount() : batch.graphCount();
        for (int step = 0; step < 3; step++) {
            network.fitStep(batch, RandomBatch.labels(rows, CLASSES, 5));
        }
        return network;
    }
}
