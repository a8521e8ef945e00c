package org.seprank.cli;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.JumpingKnowledge;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.Precision;
import org.seprank.gnn.batch.EdgeDropping;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Loss;
import org.seprank.gnn.layer.Norm;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.layer.Weights;
import org.seprank.study.train.NetworkDesign;
import picocli.CommandLine.Option;

/** The network that is trained. */
final class ModelOptions {
    @Option(
            names = "--model",
            defaultValue = "gcn",
            completionCandidates = KindNames.class,
            description = "The kind of its layers: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private NetworkKind model = NetworkKind.GCN;

    @Option(
            names = "--depth",
            paramLabel = "L",
            defaultValue = "2",
            description = "Layers (default: ${DEFAULT-VALUE}).")
    private int depth = 2;

    @Option(
            names = "--width",
            paramLabel = "D",
            defaultValue = "16",
            description = "Hidden width (default: ${DEFAULT-VALUE}).")
    private int width = 16;

    @Option(names = "--heads", defaultValue = "1", description = "Attention heads (default: ${DEFAULT-VALUE}).")
    private int heads = 1;

    @Option(
            names = "--attention-dropout",
            defaultValue = "0",
            description = "Of attention coefficients (default: ${DEFAULT-VALUE}).")
    private double attentionDropout;

    @Option(
            names = "--activation",
            paramLabel = "F",
            description = "relu, elu, tanh or identity, .. (default: relu; product: identity).")
    private @Nullable Activation activation;

    @Option(
            names = "--dropout",
            paramLabel = "RATE",
            description = "Of features and hidden layers (default: 0.5; product: 0).")
    private @Nullable Double dropout;

    @Option(
            names = "--drop-edge",
            defaultValue = "0",
            description = "Rate of edges dropped per step (default: ${DEFAULT-VALUE}).")
    private double dropEdge;

    @Option(
            names = "--drop-edge-by",
            paramLabel = "RULE",
            description = "Which edges --drop-edge drops: uniform (the default), or curvature, the most curved most.")
    private EdgeDropping.@Nullable By dropEdgeBy;

    @Option(names = "--norm", defaultValue = "none", description = "none, layer or batch (default: ${DEFAULT-VALUE}).")
    private Norm norm = Norm.NONE;

    @Option(names = "--residual", description = "Add each layer's input to its output.")
    private boolean residual;

    @Option(
            names = "--jumping",
            defaultValue = "last",
            description = "Layers the prediction sees: last, cat or max (default: ${DEFAULT-VALUE}).")
    private JumpingKnowledge jumping = JumpingKnowledge.LAST;

    @Option(
            names = "--head",
            description = "A linear layer gives the classes, rather than the last layer (graphs: always).")
    private boolean head;

    @Option(
            names = "--readout",
            defaultValue = "mean",
            description = "From vertices to graphs: mean, sum or max (default: ${DEFAULT-VALUE}).")
    private Readout readout = Readout.MEAN;

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            description = "Of predicted numbers: squared (the default), absolute or huber, in standard deviations.")
    private @Nullable Loss loss;

    @Option(
            names = "--linear-depth",
            paramLabel = "K",
            defaultValue = "1",
            description = "Every weight is a product of so many, as wide as before (default: ${DEFAULT-VALUE}).")
    private int linearDepth = 1;

    @Option(
            names = "--rank-penalty",
            paramLabel = "S",
            defaultValue = "0",
            description = "Factor of the weights' nuclear norms in the loss (default: ${DEFAULT-VALUE}).")
    private double rankPenalty;

    @Option(names = "--precision", defaultValue = "float", description = "float or double (default: ${DEFAULT-VALUE}).")
    private Precision precision = Precision.FLOAT;

    int depth() {
        return depth;
    }

    /** The network. */
    NetworkDesign design(long seed) {
        if (readout == Readout.NONE || readout == Readout.PAIR) {
            throw new IllegalArgumentException("--readout is none of mean, sum, max, product");
        }
        Activation f = activation == null ? model.activation() : activation;
        GnnSpec.Layering layering = model.residual()
                ? GnnSpec.Layering.residual(f).withJumping(jumping)
                : new GnnSpec.Layering(f, norm, false, residual, false, jumping);
        double rate = dropout == null ? model.dropout() : dropout;
        boolean linearHead = head || model.needsHead() || jumping != JumpingKnowledge.LAST;
        GnnSpec vertices = GnnSpec.of(model.aggregation().withHeads(heads, attentionDropout), depth, width)
                .withLayering(layering)
                .withDropout(new GnnSpec.Dropout(rate, rate, dropEdge, droppedBy()))
                .withPrediction(GnnSpec.Prediction.ofVertices(linearHead))
                .withWeights(new Weights(linearDepth, rankPenalty))
                .withPrecision(precision)
                .withSeed(seed);
        return new NetworkDesign(model, vertices, readout, loss);
    }

    private EdgeDropping.By droppedBy() {
        if (dropEdgeBy != null && dropEdge == 0) {
            throw new IllegalArgumentException("--drop-edge-by says which edges --drop-edge RATE drops; give a rate");
        }
        return dropEdgeBy == null ? EdgeDropping.By.UNIFORM : dropEdgeBy;
    }

    private static final class KindNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return NetworkKind.ids().iterator();
        }
    }
}
