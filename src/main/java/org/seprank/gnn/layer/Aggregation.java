package org.seprank.gnn.layer;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.seprank.gnn.batch.OperatorKind;

/**
 * How a layer makes a vertex's value from those of its neighbours. z_j is the transformed input {@code W x_j}; every
 * message is multiplied by the weight of its edge and by the edge's mask, if there is one.
 *
 * <p>A record is all there is to a kind of layer: what it is, how it runs, and where it departs from the usual.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Aggregation extends LayerKind {
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

        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return Aggregators.identity(state);
        }

        @Override
        public boolean hasBias() {
            return biased;
        }

        @Override
        public int reach(int depth) {
            return 0;
        }
    }

    /** {@code y_i = sum_j z_j / sqrt(d_i d_j)} over the neighbours and i itself (arXiv 1609.02907). */
    record Gcn() implements Aggregation {
        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return Aggregators.operator(state, OperatorKind.GCN, groups());
        }
    }

    /**
     * {@code y_i = (1 + epsilon) z_i + sum_j z_j} (arXiv 1810.00826); a network of this kind lets two linear maps with
     * batch norm follow.
     *
     * @param epsilon the weight of the vertex itself above 1, or its first value
     * @param trainable whether epsilon is learned
     */
    record Gin(double epsilon, boolean trainable) implements Aggregation {
        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return Aggregators.sum(state, this);
        }

        @Override
        public List<Parameter> parameters(int outputWidth) {
            return trainable ? List.of(Parameter.offset("epsilon", 1, epsilon)) : List.of();
        }

        @Override
        public boolean followedByLinear() {
            return true;
        }
    }

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

        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return AttentionAggregator.running(this, state);
        }

        @Override
        public int groups() {
            return dynamic ? 2 * heads : heads;
        }

        @Override
        public int groupWidth(int outputWidth) {
            return concatenated ? outputWidth / heads : outputWidth;
        }

        @Override
        public void checkWidth(String name, int width) {
            if (concatenated && width % heads != 0) {
                throw new IllegalArgumentException(name + " " + width + " is not a multiple of " + heads + " heads");
            }
        }

        @Override
        public List<Parameter> parameters(int outputWidth) {
            Parameter a = Parameter.weight("a", heads, groupWidth(outputWidth));
            return dynamic ? List.of(a) : List.of(a, a.named("aRight"));
        }

        @Override
        public Aggregation givingLogits() {
            return new Gat(heads, false, dynamic, dropout);
        }

        @Override
        public Aggregation withHeads(int number, double rate) {
            return new Gat(number, concatenated, dynamic, rate);
        }

        @Override
        public double attentionDropout() {
            return dropout;
        }

        @Override
        public int workPerEdge() {
            return 10 + heads; // exponentials
        }

        @Override
        public int numbersPerEdge() {
            return heads;
        }
    }

    /**
     * {@link Gat} with the scores of GATv2 that see edges: {@code <a, leaky(W_l x_i + W_r x_j + W_e e_ij)>}, e the
     * features of edges; for a vertex itself the mean of those of its edges in, 0 where it has none (arXiv 2105.14491,
     * eq. 7, as PyTorch Geometric extends it). Messages do not see edges.
     *
     * @param heads the number of heads
     * @param concatenated whether the heads stand side by side; otherwise they are averaged
     * @param dropout the rate at which coefficients are dropped in training, in [0, 1)
     * @param edgeWidth the number of features of an edge, at least 1
     */
    record EdgeGat(int heads, boolean concatenated, double dropout, int edgeWidth) implements Aggregation {
        /** Checks the ranges. */
        public EdgeGat {
            Check.range("heads", heads, 1, MANY);
            Check.rate("attention dropout", dropout);
            Check.range("edge width", edgeWidth, 1, LayerSpec.WIDEST);
        }

        /** The same that does not see edges. */
        Gat withoutEdges() {
            return new Gat(heads, concatenated, true, dropout);
        }

        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return AttentionAggregator.running(this, state);
        }

        @Override
        public int groups() {
            return withoutEdges().groups();
        }

        @Override
        public int groupWidth(int outputWidth) {
            return withoutEdges().groupWidth(outputWidth);
        }

        @Override
        public void checkWidth(String name, int width) {
            withoutEdges().checkWidth(name, width);
        }

        @Override
        public List<Parameter> parameters(int outputWidth) {
            Parameter ofEdges = Parameter.weight(EdgeMessages.WEIGHTS, edgeWidth, groupWidth(outputWidth));
            return List.of(withoutEdges().parameters(outputWidth).get(0), ofEdges.inGroups(heads));
        }

        @Override
        public Aggregation givingLogits() {
            return new EdgeGat(heads, false, dropout, edgeWidth);
        }

        @Override
        public Aggregation withHeads(int number, double rate) {
            return new EdgeGat(number, concatenated, rate, edgeWidth);
        }

        @Override
        public Aggregation withEdges(int width) {
            return new EdgeGat(heads, concatenated, dropout, width);
        }

        @Override
        public double attentionDropout() {
            return dropout;
        }

        @Override
        public int workPerEdge() {
            return withoutEdges().workPerEdge() + 2;
        }

        @Override
        public int numbersPerEdge() {
            return heads;
        }
    }

    /**
     * {@code y_i = z_i + pool_j z'_j} over the neighbours, z' by weights of its own; 0 for no neighbour (arXiv
     * 1706.02216, transformed before pooling).
     *
     * @param maximum whether the pool is the entry-wise maximum; otherwise the mean
     */
    record Sage(boolean maximum) implements Aggregation {
        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return maximum
                    ? Aggregators.maximum(state)
                    : Aggregators.operator(state, OperatorKind.MEAN_BESIDE_SELF, groups());
        }

        @Override
        public int groups() {
            return 2;
        }
    }

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
            Check.temperature(temperature);
        }

        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return Aggregators.softmax(state, this);
        }

        @Override
        public boolean aggregatesFirst() {
            return true;
        }

        @Override
        public List<Parameter> parameters(int outputWidth) {
            return trainable ? List.of(Parameter.offset("temperature", 1, temperature)) : List.of();
        }

        @Override
        public int workPerEdge() {
            return 10; // exponentials
        }
    }

    /**
     * {@code y_i = (1 + epsilon) x_i + sum_j max(0, x_j + W_e e_ij)}, e the features of edges (arXiv 1905.12265); a
     * network of this kind lets two linear maps with batch norm follow.
     *
     * @param epsilon the weight of the vertex itself above 1, or its first value
     * @param trainable whether epsilon is learned
     * @param edgeWidth the number of features of an edge, at least 1
     */
    record Gine(double epsilon, boolean trainable, int edgeWidth) implements Aggregation {
        /** Checks the range. */
        public Gine {
            Check.range("edge width", edgeWidth, 1, LayerSpec.WIDEST);
        }

        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return EdgeMessages.sum(state, this);
        }

        @Override
        public boolean aggregatesFirst() {
            return true;
        }

        @Override
        public boolean followedByLinear() {
            return true;
        }

        @Override
        public List<Parameter> parameters(int inputWidth, int outputWidth) {
            Parameter weights = Parameter.weight(EdgeMessages.WEIGHTS, edgeWidth, inputWidth);
            return trainable ? List.of(weights, Parameter.offset("epsilon", 1, epsilon)) : List.of(weights);
        }

        @Override
        public Aggregation withEdges(int width) {
            return new Gine(epsilon, trainable, width);
        }

        @Override
        public int workPerEdge() {
            return 4;
        }
    }

    /**
     * {@link GenConv} with messages {@code m_j = max(0, x_j + W_e e_ij) + 1e-7}, e the features of edges (arXiv
     * 2006.07739).
     *
     * @param temperature t
     * @param edgeWidth the number of features of an edge, at least 1
     */
    record EdgeGenConv(double temperature, int edgeWidth) implements Aggregation {
        /** Checks the ranges. */
        public EdgeGenConv {
            Check.temperature(temperature);
            Check.range("edge width", edgeWidth, 1, LayerSpec.WIDEST);
        }

        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return EdgeMessages.softmax(state, this);
        }

        @Override
        public boolean aggregatesFirst() {
            return true;
        }

        @Override
        public List<Parameter> parameters(int inputWidth, int outputWidth) {
            return List.of(Parameter.weight(EdgeMessages.WEIGHTS, edgeWidth, inputWidth));
        }

        @Override
        public Aggregation withEdges(int width) {
            return new EdgeGenConv(temperature, width);
        }

        @Override
        public int workPerEdge() {
            return 14; // exponentials
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

        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return Aggregators.propagation(state, this);
        }

        @Override
        public boolean transforms() {
            return false;
        }

        @Override
        public int reach(int depth) {
            return steps;
        }
    }

    /**
     * {@code y_i = prod_j z_j}, entry-wise, over the neighbours and i itself (arXiv 2211.16494). Products of many
     * neighbours leave the range of numbers and do not learn; {@link ProductNearOne} does.
     */
    record Product() implements Aggregation, ProductKind {
        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return Aggregators.product(state);
        }
    }

    /**
     * {@code y_i = prod_j (1 + a_ij z_j) - 1}, entry-wise, over the neighbours and i itself: a product whose factors
     * stay near 1, by the constants {@link org.seprank.gnn.batch.OperatorKind#BY_SENDER}. Without weights of edges,
     * what bounds the separation rank of {@link Product} networks from above holds, with D_x + 1 and D_h + 1 for D_x
     * and D_h.
     */
    record ProductNearOne() implements Aggregation, ProductKind {
        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return Aggregators.productNearOne(state);
        }
    }

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

        @Override
        public <B> Aggregator<B> running(LayerState<B> state) {
            return Aggregators.operator(state, OperatorKind.RELATIONAL, groups());
        }

        @Override
        public int groups() {
            return relations + 1;
        }

        @Override
        public Aggregation withRelations(int number) {
            return new Relational(number);
        }
    }

    /** The kind of a last layer that gives the logits itself. */
    default Aggregation givingLogits() {
        return this;
    }

    /** The same with that many attention heads and that rate of dropped coefficients, where there is attention. */
    default Aggregation withHeads(int number, double rate) {
        return this;
    }

    /** The same for edges of that many features, where they count. */
    default Aggregation withEdges(int width) {
        return this;
    }

    /** The same for that many relations of edges, where there are weights for each. */
    default Aggregation withRelations(int number) {
        return this;
    }
}
