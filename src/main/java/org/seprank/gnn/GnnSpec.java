package org.seprank.gnn;

import org.seprank.gnn.batch.EdgeDropping;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Check;
import org.seprank.gnn.layer.Loss;
import org.seprank.gnn.layer.Norm;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.layer.Weights;

/**
 * What a graph neural network is but for the widths that its {@linkplain #fittedTo data} decide. Immutable.
 *
 * @param aggregation the kind of its layers
 * @param depth L, the number of aggregations, in 1..256; for APPNP that of the linear layers before
 * @param width D_h, the width of every layer, in 1..1048576
 * @param layering what surrounds the aggregation of each layer
 * @param dropout what is dropped in training
 * @param prediction how the last layer becomes a prediction
 * @param mask a trainable factor per edge
 * @param weights the form of all weights
 * @param precision the type of numbers
 * @param seed of the first weights and of all dropout
 */
public record GnnSpec(
        Aggregation aggregation,
        int depth,
        int width,
        Layering layering,
        Dropout dropout,
        Prediction prediction,
        Mask mask,
        Weights weights,
        Precision precision,
        long seed) {
    private static final int DEEPEST = 256;
    static final int WIDEST = 1 << 20;

    /**
     * What surrounds the aggregation of each layer: {@code x + f(norm(aggregate(..)))} or {@code x + norm(f(..))}.
     *
     * @param activation f
     * @param norm the normalisation
     * @param normFirst whether it comes before the activation
     * @param residual whether x is added, where widths are equal
     * @param encoder whether a linear layer comes before the first aggregation
     * @param jumping which layers the prediction sees
     */
    public record Layering(
            Activation activation,
            Norm norm,
            boolean normFirst,
            boolean residual,
            boolean encoder,
            JumpingKnowledge jumping) {
        /** Only an activation. */
        public static Layering plain(Activation activation) {
            return new Layering(activation, Norm.NONE, false, false, false, JumpingKnowledge.LAST);
        }

        /** Activation, then layer norm. */
        public static Layering thenLayerNorm(Activation activation) {
            return new Layering(activation, Norm.LAYER, false, false, false, JumpingKnowledge.LAST);
        }

        /** Batch norm, then activation, added to the layer's input; for deep networks. */
        public static Layering residual(Activation activation) {
            return new Layering(activation, Norm.BATCH, true, true, true, JumpingKnowledge.LAST);
        }

        /** The same with these layers seen by the prediction. */
        public Layering withJumping(JumpingKnowledge other) {
            return new Layering(activation, norm, normFirst, residual, encoder, other);
        }
    }

    /**
     * Rates at which something is dropped in training, all in [0, 1).
     *
     * @param input entries of the features
     * @param hidden entries of the input of every later layer
     * @param edges edges, the same for all layers of a step
     * @param edgesBy what makes an edge likely to be dropped
     */
    public record Dropout(double input, double hidden, double edges, EdgeDropping.By edgesBy) {
        /** Checks the ranges. */
        public Dropout {
            Check.rate("input dropout", input);
            Check.rate("dropout", hidden);
            Check.rate("edge dropout", edges);
        }

        /** All edges are as likely to be dropped. */
        public Dropout(double input, double hidden, double edges) {
            this(input, hidden, edges, EdgeDropping.By.UNIFORM);
        }

        /** Nothing is dropped. */
        public static Dropout none() {
            return new Dropout(0, 0, 0);
        }
    }

    /**
     * How the last layer becomes a prediction.
     *
     * @param readout from vertices to graphs, or none
     * @param head whether a linear layer follows; otherwise the last layer gives the logits itself
     * @param loss what training makes small
     */
    public record Prediction(Readout readout, boolean head, Loss loss) {
        /** A class per vertex. */
        public static Prediction ofVertices(boolean head) {
            return new Prediction(Readout.NONE, head, Loss.SOFTMAX);
        }

        /** A class per graph, by a linear layer on the readout. */
        public static Prediction ofGraphs(Readout readout) {
            return new Prediction(readout, true, Loss.SOFTMAX);
        }

        /** The same with another loss. */
        public Prediction withLoss(Loss other) {
            return new Prediction(readout, head, other);
        }
    }

    /**
     * A trainable factor per edge; the network then fits one batch only.
     *
     * @param edges the number of edges, 0 for no mask
     * @param penalty what the sum of the factors is weighted by in the loss
     */
    public record Mask(int edges, double penalty) {
        /** Checks the ranges. */
        public Mask {
            if (edges < 0) {
                throw new IllegalArgumentException("masked edges " + edges + " is negative");
            }
            if (!(penalty >= 0 && Double.isFinite(penalty))) {
                throw new IllegalArgumentException("mask penalty " + penalty + " is negative");
            }
        }

        /** No mask. */
        public static Mask none() {
            return new Mask(0, 0);
        }
    }

    /** Checks the ranges and that the parts fit each other. */
    public GnnSpec {
        Check.range("depth", depth, 1, DEEPEST);
        Check.range("width", width, 1, WIDEST);
        aggregation.checkWidth("width", width);
        if (layering.jumping() != JumpingKnowledge.LAST && !prediction.head()) {
            throw new IllegalArgumentException(
                    "jumping knowledge " + layering.jumping() + " needs a linear head, but there is none");
        }
    }

    /**
     * A network that predicts a class per vertex by a linear layer, in single precision, of seed 0, with the activation
     * that is usual for its kind and nothing else.
     *
     * @param aggregation the kind of its layers
     * @param depth L, in 1..256
     * @param width D_h, in 1..1048576
     */
    public static GnnSpec of(Aggregation aggregation, int depth, int width) {
        return new GnnSpec(
                aggregation,
                depth,
                width,
                Layering.plain(aggregation.activation()),
                Dropout.none(),
                Prediction.ofVertices(true),
                Mask.none(),
                Weights.plain(),
                Precision.FLOAT,
                0);
    }

    /** The same with another kind of layers. */
    public GnnSpec withAggregation(Aggregation other) {
        return new GnnSpec(other, depth, width, layering, dropout, prediction, mask, weights, precision, seed);
    }

    /** The same of another width. */
    public GnnSpec withWidth(int other) {
        return new GnnSpec(aggregation, depth, other, layering, dropout, prediction, mask, weights, precision, seed);
    }

    /** The same with other surroundings of the aggregation. */
    public GnnSpec withLayering(Layering other) {
        return new GnnSpec(aggregation, depth, width, other, dropout, prediction, mask, weights, precision, seed);
    }

    /** The same with other dropout. */
    public GnnSpec withDropout(Dropout other) {
        return new GnnSpec(aggregation, depth, width, layering, other, prediction, mask, weights, precision, seed);
    }

    /** The same with another prediction. */
    public GnnSpec withPrediction(Prediction other) {
        return new GnnSpec(aggregation, depth, width, layering, dropout, other, mask, weights, precision, seed);
    }

    /** The same with another mask. */
    public GnnSpec withMask(Mask other) {
        return new GnnSpec(aggregation, depth, width, layering, dropout, prediction, other, weights, precision, seed);
    }

    /** The same with weights of another form. */
    public GnnSpec withWeights(Weights other) {
        return new GnnSpec(aggregation, depth, width, layering, dropout, prediction, mask, other, precision, seed);
    }

    /** The same in another precision. */
    public GnnSpec withPrecision(Precision other) {
        return new GnnSpec(aggregation, depth, width, layering, dropout, prediction, mask, weights, other, seed);
    }

    /** The same with another seed. */
    public GnnSpec withSeed(long other) {
        return new GnnSpec(aggregation, depth, width, layering, dropout, prediction, mask, weights, precision, other);
    }

    /** The number of hops over which the output of a vertex depends on features. */
    public int reach() {
        return aggregation.reach(depth);
    }

    /** This network for data of that shape. */
    public FittedSpec fittedTo(TaskShape data) {
        return new FittedSpec(
                withAggregation(aggregation.withRelations(data.relations()).withEdges(data.edgeWidth())),
                data.inputWidth(),
                data.outputWidth(),
                data.scale());
    }
}
