package org.seprank.gnn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Readout;

/** The kinds of networks that have a name. */
public enum NetworkKind {
    /** Graph convolution. */
    GCN(new Aggregation.Gcn()),
    /** Graph isomorphism network. */
    GIN(new Aggregation.Gin(0, true)),
    /** Attention. */
    GAT(Aggregation.Gat.single()),
    /** Attention, second version. */
    GATV2(new Aggregation.Gat(1, true, true, 0)),
    /** Attention, second version, that sees the features of edges. */
    GATV2_EDGE(new Aggregation.EdgeGat(1, true, 0, 1)),
    /** Mean of neighbours beside the vertex itself. */
    SAGE(new Aggregation.Sage(false)),
    /** Maximum of neighbours. */
    SAGE_MAX(new Aggregation.Sage(true)),
    /** Graph isomorphism network that sees the features of edges. */
    GINE(new Aggregation.Gine(0, true, 1)),
    /** Softmax aggregation with residual connections. */
    RESGCN(new Aggregation.GenConv(0.1, false), true),
    /** The same that sees the features of edges. */
    RESGCN_EDGE(new Aggregation.EdgeGenConv(0.1, 1), true),
    /** Predict, then propagate. */
    APPNP(new Aggregation.Appnp(10, 0.1)),
    /** Product aggregation. */
    PRODUCT(new Aggregation.ProductNearOne()),
    /** A mean per relation of edges. */
    RELATIONAL(new Aggregation.Relational(1)),
    /** No neighbours. */
    LINEAR(new Aggregation.Linear());

    private static final double USUAL_DROPOUT = 0.5;

    @SuppressWarnings("ImmutableEnumChecker") // it is a record of numbers
    private final Aggregation aggregation;

    private final boolean residual;

    NetworkKind(Aggregation aggregation) {
        this(aggregation, false);
    }

    NetworkKind(Aggregation aggregation, boolean residual) {
        this.aggregation = aggregation;
        this.residual = residual;
    }

    /** The aggregation of its layers; with one head, where there is attention. */
    public Aggregation aggregation() {
        return aggregation;
    }

    /** What follows each of its layers where nothing else is said; product networks have no other non-linearity. */
    public Activation activation() {
        return aggregation.activation();
    }

    /** The rate of dropout that is usual; product networks would lose what only some entries together tell. */
    public double dropout() {
        return this == PRODUCT ? 0 : USUAL_DROPOUT;
    }

    /** Whether it is made for depth: its layers are {@linkplain GnnSpec.Layering#residual residual}. */
    public boolean residual() {
        return residual;
    }

    /** Whether a linear layer always gives its classes; that of product networks is the W^(o) of the theory. */
    public boolean needsHead() {
        return residual || aggregation.followedByLinear() || this == PRODUCT;
    }

    /** The usual network of that kind: one head, no dropout. */
    public GnnSpec usual(int depth, int width, boolean graphs, long seed) {
        return GnnSpec.of(aggregation, depth, width)
                .withLayering(residual ? GnnSpec.Layering.residual(activation()) : GnnSpec.Layering.plain(activation()))
                .withPrediction(
                        graphs ? GnnSpec.Prediction.ofGraphs(Readout.MEAN) : GnnSpec.Prediction.ofVertices(needsHead()))
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
        throw new IllegalArgumentException("model '" + id + "' is none of " + ids());
    }

    /** All names. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(NetworkKind::id).toList();
    }

    /** The name for tables and options. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
