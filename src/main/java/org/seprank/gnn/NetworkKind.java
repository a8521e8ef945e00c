package org.seprank.gnn;

import java.util.Arrays;
import java.util.Locale;
import org.seprank.gnn.kernel.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Loss;
import org.seprank.gnn.layer.Readout;

/** The kinds of networks that a study can name. */
public enum NetworkKind {
    /** Graph convolution. */
    GCN,
    /** Graph isomorphism network. */
    GIN,
    /** Attention. */
    GAT,
    /** Attention, second version. */
    GATV2,
    /** Mean of neighbours beside the vertex itself. */
    SAGE,
    /** Maximum of neighbours. */
    SAGE_MAX,
    /** Softmax aggregation with residual connections. */
    RESGCN,
    /** Predict, then propagate. */
    APPNP,
    /** Product aggregation. */
    PRODUCT,
    /** A mean per relation of edges. */
    RELATIONAL,
    /** No neighbours. */
    LINEAR;

    /** The aggregation of its layers. */
    public Aggregation aggregation(int heads, double attentionDropout) {
        return switch (this) {
            case GCN -> new Aggregation.Gcn();
            case GIN -> new Aggregation.Gin(0, true);
            case GAT -> new Aggregation.Gat(heads, true, false, attentionDropout);
            case GATV2 -> new Aggregation.Gat(heads, true, true, attentionDropout);
            case SAGE -> new Aggregation.Sage(false);
            case SAGE_MAX -> new Aggregation.Sage(true);
            case RESGCN -> new Aggregation.GenConv(0.1, false);
            case APPNP -> new Aggregation.Appnp(10, 0.1);
            case PRODUCT -> new Aggregation.Product();
            case RELATIONAL -> new Aggregation.Relational(1);
            case LINEAR -> new Aggregation.Linear();
        };
    }

    /** What follows each of its layers where nothing else is said; product networks have no other non-linearity. */
    public Activation activation() {
        return this == PRODUCT ? Activation.IDENTITY : Activation.RELU;
    }

    /** Whether a linear layer always gives its classes. */
    public boolean needsHead() {
        return this == GIN || this == RESGCN;
    }

    /** The usual network of that kind: one head, no dropout; its input and output widths come from the data. */
    public GnnSpec usual(int depth, int width, boolean graphs, long seed) {
        GnnSpec.Layering layering =
                this == RESGCN ? GnnSpec.Layering.residual(activation()) : GnnSpec.Layering.plain(activation());
        return GnnSpec.of(aggregation(1, 0), new GnnSpec.Shape(1, width, depth, 1))
                .withLayering(layering)
                .withPrediction(
                        graphs
                                ? GnnSpec.Prediction.ofGraphs(Readout.MEAN)
                                : GnnSpec.Prediction.ofVertices(needsHead()).withLoss(Loss.SOFTMAX))
                .withSeed(seed);
    }

    /**
     * The kind of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static NetworkKind named(String id) {
        for (NetworkKind kind : values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("model '" + id + "' is none of "
                + Arrays.stream(values()).map(NetworkKind::id).toList());
    }

    /** The name for tables and options. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
