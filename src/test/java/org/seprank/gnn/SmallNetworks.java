package org.seprank.gnn;

import java.util.List;
import org.seprank.gnn.GnnSpec.Layering;
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.GnnSpec.Shape;
import org.seprank.gnn.batch.Features;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.kernel.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Readout;

/** Small networks of every kind, trained for some steps, and a graph for them. */
public final class SmallNetworks {
    public static final int VERTICES = 12;
    public static final int INPUT = 3;
    public static final int CLASSES = 3;

    private SmallNetworks() {}

    public static List<Aggregation> kinds() {
        return List.of(
                new Aggregation.Linear(),
                new Aggregation.Gcn(),
                new Aggregation.Gin(0.3, true),
                new Aggregation.Gat(2, true, false, 0),
                new Aggregation.Gat(2, false, true, 0),
                new Aggregation.Sage(false),
                new Aggregation.Sage(true),
                new Aggregation.GenConv(0.7, false),
                new Aggregation.Appnp(3, 0.2),
                new Aggregation.Product(),
                new Aggregation.Relational(2));
    }

    /** Smooth activations, two layers of width 4, double precision. */
    public static GnnSpec spec(Aggregation kind) {
        Activation smooth = kind instanceof Aggregation.Product ? Activation.IDENTITY : Activation.TANH;
        return GnnSpec.of(kind, new Shape(INPUT, 4, 2, CLASSES))
                .withLayering(Layering.plain(smooth))
                .withPrecision(Precision.DOUBLE)
                .withSeed(11);
    }

    public static GnnSpec ofGraphs(Aggregation kind) {
        return spec(kind).withPrediction(Prediction.ofGraphs(Readout.MEAN));
    }

    /** A weighted graph where not every vertex reaches every other in two hops. */
    public static GraphBatch batch(Aggregation kind, boolean directed) {
        GraphBatch batch = GraphBatch.of(
                RandomBatch.graph(VERTICES, 13, directed, 3),
                Features.dense(INPUT, RandomBatch.numbers(VERTICES * INPUT, 4)));
        if (!(kind instanceof Aggregation.Relational)) {
            return batch;
        }
        int[] relation = new int[batch.edgeCount()];
        for (int e = 0; e < relation.length; e++) {
            relation[e] = e % 3 == 0 ? 1 : 0;
        }
        return batch.withRelations(relation, 2);
    }

    /** After some steps, so that statistics of batch norm and biases are not those of the start. */
    public static Network trained(GnnSpec spec, GraphBatch batch) {
        Network network = Network.of(spec, new Optimizer.Adam(0.02, 0));
        int rows = spec.prediction().readout() == Readout.NONE ? batch.vertexCount() : batch.graphCount();
        for (int step = 0; step < 3; step++) {
            network.fitStep(batch, RandomBatch.labels(rows, spec.shape().outputWidth(), 5));
        }
        return network;
    }
}
