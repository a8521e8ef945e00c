package org.seprank.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.graph.Graph;

class EdgeFeaturesTest {
    private static final Graph PATH = Graph.undirected(3, new int[][] {{0, 1}, {1, 2}});

    private static GraphBatch batch(double... ofEdges) {
        return GraphBatch.of(PATH, FeatureMatrix.dense(2, new double[] {1, -2, 0.5, 3, -1, 1}))
                .withEdgeFeatures(FeatureMatrix.dense(ofEdges.length / 2, ofEdges));
    }

    @ParameterizedTest
    @EnumSource(names = {"GATV2_EDGE", "GINE", "RESGCN_EDGE"})
    void featuresOfEdgesCount(NetworkKind kind) {
        GraphBatch one = batch(0.7, -0.4);
        GraphBatch other = batch(0.7, 2);
        GnnSpec spec = SmallNetworks.spec(kind.aggregation());
        Network network = Network.of(SmallNetworks.fitted(spec, one), new Optimizer.Sgd(0.1, 0, 0));
        assertThat(network.logits(one)).isNotEqualTo(network.logits(other));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.logits(batch(1, 2, 3, 4)))
                .withMessage("edges of the batch have 2 features, the layer has weights for 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.withEdgeFeatures(FeatureMatrix.constant(3, 1)))
                .withMessageContaining("features of 3 edges do not fit a batch with 2");
    }

    /** A graph's output does not depend on what it is packed with. */
    @ParameterizedTest
    @EnumSource(names = {"GATV2_EDGE", "GINE", "RESGCN_EDGE"})
    void packedGraphsKeepTheFeaturesOfTheirEdges(NetworkKind kind) {
        GraphBatch one = batch(0.7, -0.4);
        GraphBatch other = batch(-3, 2);
        GnnSpec spec = SmallNetworks.ofGraphs(kind.aggregation());
        Network network = Network.of(SmallNetworks.fitted(spec, one), new Optimizer.Sgd(0.1, 0, 0));
        double[][] both = network.logits(GraphBatch.pack(List.of(one, other)));
        assertThat(both[0]).containsExactly(network.logits(one)[0], within(1e-12));
        assertThat(both[1]).containsExactly(network.logits(other)[0], within(1e-12));
    }
}
