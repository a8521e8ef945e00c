package org.seprank.gnn.layer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * How a layer makes a vertex's value from those of its neighbours. z_j is the transformed input {@code W x_j}; every
 * message is multiplied by the weight of its edge and by the edge's mask, if there is one.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Aggregation.Linear.class, name = "linear"),
    @JsonSubTypes.Type(value = Aggregation.Gcn.class, name = "gcn"),
    @JsonSubTypes.Type(value = Aggregation.Gin.class, name = "gin"),
    @JsonSubTypes.Type(value = Aggregation.Gat.class, name = "gat"),
    @JsonSubTypes.Type(value = Aggregation.Sage.class, name = "sage"),
    @JsonSubTypes.Type(value = Aggregation.GenConv.class, name = "genconv"),
    @JsonSubTypes.Type(value = Aggregation.Appnp.class, name = "appnp"),
    @JsonSubTypes.Type(value = Aggregation.Product.class, name = "product"),
    @JsonSubTypes.Type(value = Aggregation.Relational.class, name = "relational")
})
public sealed interface Aggregation {
    /** The most heads, relations or steps. */
    int MANY = 1024;

    /**
     * {@code y_i = z_i}: no neighbours.
     *
     * @param biased whether there is a bias
     */
    record Linear(boolean biased) implements Aggregation {
        /** With a bias. */
        public Linear() {
            this(true);
        }
    }

    /** {@code y_i = sum_j z_j / sqrt(d_i d_j)} over the neighbours and i itself (arXiv 1609.02907). */
    record Gcn() implements Aggregation {}

    /**
     * {@code y_i = (1 + epsilon) z_i + sum_j z_j} (arXiv 1810.00826); a network of this kind lets two linear maps with
     * batch norm follow.
     *
     * @param epsilon the weight of the vertex itself above 1, or its first value
     * @param trainable whether epsilon is learned
     */
    record Gin(double epsilon, boolean trainable) implements Aggregation {}

    /**
     * {@code y_i = sum_j alpha_ij z_j} over the neighbours and i itself, alpha the softmax of a score per head (arXiv
     * 1710.10903; {@code dynamic}: arXiv 2105.14491).
     *
     * @param heads the number of heads
     * @param concatenated whether the heads stand side by side; otherwise they are averaged
     * @param dynamic whether scores are those of GATv2
     * @param dropout the rate at which coefficients are dropped in training, in [0, 1)
     */
    record Gat(int heads, boolean concatenated, boolean dynamic, double dropout) implements Aggregation {
        /** Checks the ranges. */
        public Gat {
            Check.range("heads", heads, 1, MANY);
            Check.rate("attention dropout", dropout);
        }

        /** One head that is not dropped from. */
        public static Gat single() {
            return new Gat(1, true, false, 0);
        }
    }

    /**
     * {@code y_i = z_i + pool_j z'_j} over the neighbours, z' by weights of its own; 0 for no neighbour (arXiv
     * 1706.02216, transformed before pooling).
     *
     * @param maximum whether the pool is the entry-wise maximum; otherwise the mean
     */
    record Sage(boolean maximum) implements Aggregation {}

    /**
     * {@code y_i = W (x_i + sum_j p_j m_j)}, {@code m_j = max(0, x_j) + 1e-7}, p the entry-wise softmax of {@code t m}
     * over the neighbours (arXiv 2006.07739).
     *
     * @param temperature t, or its first value
     * @param trainable whether t is learned
     */
    record GenConv(double temperature, boolean trainable) implements Aggregation {
        /** Checks the range. */
        public GenConv {
            if (!(Math.abs(temperature) <= 1e6)) {
                throw new IllegalArgumentException("temperature " + temperature + " is not in -1e6..1e6");
            }
        }
    }

    /**
     * {@code h <- (1 - teleport) P h + teleport x}, that many times from h = x, P as for GCN; nothing is transformed
     * (arXiv 1810.05997).
     *
     * @param steps K
     * @param teleport alpha, in [0, 1]
     */
    record Appnp(int steps, double teleport) implements Aggregation {
        /** Checks the ranges. */
        public Appnp {
            Check.range("steps", steps, 1, MANY);
            if (!(teleport >= 0 && teleport <= 1)) {
                throw new IllegalArgumentException("teleport " + teleport + " is not in 0..1");
            }
        }
    }

    /** {@code y_i = prod_j z_j}, entry-wise, over the neighbours and i itself (arXiv 2211.16494). */
    record Product() implements Aggregation {}

    /**
     * {@code y_i = z_i + sum_r mean_j z^r_j}, j over the neighbours by edges of relation r, weights per relation (arXiv
     * 1703.06103).
     *
     * @param relations the number of relations
     */
    record Relational(int relations) implements Aggregation {
        /** Checks the range. */
        public Relational {
            Check.range("relations", relations, 1, MANY);
        }
    }

    /** How many parts the transformed input of a vertex has. */
    default int groups() {
        if (this instanceof Sage) {
            return 2;
        }
        if (this instanceof Relational relational) {
            return relational.relations() + 1;
        }
        if (this instanceof Gat gat) {
            return gat.dynamic() ? 2 * gat.heads() : gat.heads();
        }
        return 1;
    }

    /** The width of such a part in a layer of that output width. */
    default int groupWidth(int outputWidth) {
        return this instanceof Gat gat && gat.concatenated() ? outputWidth / gat.heads() : outputWidth;
    }

    /** Whether there are weights W. */
    default boolean transforms() {
        return !(this instanceof Appnp);
    }

    /** Whether neighbours are aggregated before W is applied. */
    default boolean aggregatesFirst() {
        return this instanceof GenConv;
    }

    /** Whether the layer has a bias. */
    default boolean hasBias() {
        return this instanceof Linear linear ? linear.biased() : transforms() && !(this instanceof Product);
    }

    /** Parameters beside weights, bias and normalisation, in a layer of that output width. */
    default List<Parameter> parameters(int outputWidth) {
        if (this instanceof Gat gat) {
            Parameter a = Parameter.weight("a", gat.heads(), groupWidth(outputWidth));
            return gat.dynamic() ? List.of(a) : List.of(a, a.named("aRight"));
        }
        if (this instanceof Gin gin && gin.trainable()) {
            return List.of(Parameter.offset("epsilon", 1, gin.epsilon()));
        }
        if (this instanceof GenConv gen && gen.trainable()) {
            return List.of(Parameter.offset("temperature", 1, gen.temperature()));
        }
        return List.of();
    }
}
