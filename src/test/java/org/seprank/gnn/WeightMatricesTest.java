package org.seprank.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Weights;

class WeightMatricesTest {
    /** The same map, multiplied out. */
    @ParameterizedTest
    @MethodSource("org.seprank.gnn.SmallNetworks#kinds")
    void aNetworkOfProductsIsThatOfTheProducts(Aggregation kind) {
        GraphBatch batch = SmallNetworks.batch(true);
        GnnSpec spec = SmallNetworks.spec(kind);
        Network products = SmallNetworks.trained(spec.withWeights(new Weights(3, 0.01)), batch);
        Network plain = Network.of(SmallNetworks.fitted(spec, batch), new Optimizer.Sgd(1, 0, 0));
        WeightMatrices matrices = WeightMatrices.of(products);
        for (Map.Entry<String, INDArray> block : plain.graph().paramTable().entrySet()) {
            String name = block.getKey();
            block.getValue()
                    .assign(
                            name.endsWith("_W")
                                    ? Nd4j.createFromArray(matrices.matrix(name.substring(0, name.length() - 2)))
                                    : products.graph().paramTable().get(name));
        }
        assertThat(WeightMatrices.of(plain).names()).isEqualTo(matrices.names()).contains("head");
        double[][] expected = products.logits(batch);
        double[][] actual = plain.logits(batch);
        for (int v = 0; v < expected.length; v++) {
            assertThat(actual[v]).containsExactly(expected[v], within(1e-9));
        }
    }

    @Test
    void featuresMultipliedByAProductOfWeightsGiveTheSameOutput() {
        Aggregation kind = new Aggregation.Gcn();
        GraphBatch batch = SmallNetworks.batch(false);
        Network network = SmallNetworks.trained(SmallNetworks.spec(kind).withWeights(new Weights(2, 0)), batch);
        double[][] expected = network.logits(batch);
        double[][] actual = network.logits(batch.withFeatures(network.multiply(batch.features())));
        for (int v = 0; v < expected.length; v++) {
            assertThat(actual[v]).containsExactly(expected[v], within(1e-12));
        }
    }

    @Test
    void savedNetworksOfProductsGoOnToTheSameBits(@TempDir Path folder) throws Exception {
        Aggregation kind = new Aggregation.Gat(2, true, false, 0);
        GraphBatch batch = SmallNetworks.batch(false);
        GnnSpec spec = SmallNetworks.spec(kind)
                .withPrecision(Precision.FLOAT)
                .withWeights(new Weights(2, 0.01))
                .withDropout(new GnnSpec.Dropout(0.2, 0.2, 0));
        Network network = SmallNetworks.trained(spec, batch);
        network.save(folder.resolve("products"));
        Network loaded = Network.load(folder.resolve("products"), Workers.single());
        assertThat(loaded.spec()).isEqualTo(spec);
        TargetLabels labels = RandomBatch.labels(batch.vertexCount(), 3, 5);
        for (int step = 0; step < 3; step++) {
            assertThat(loaded.fitStep(batch, labels)).isEqualTo(network.fitStep(batch, labels));
        }
        assertThat(loaded.parameters()).isEqualTo(network.parameters());
    }

    @Test
    void aPenaltyAddsToTheLossAndMakesWeightsSmaller() {
        Aggregation kind = new Aggregation.Linear();
        GraphBatch batch = SmallNetworks.batch(false);
        TargetLabels labels = RandomBatch.labels(batch.vertexCount(), 3, 5);
        double[] scores = new double[2];
        double[] norms = new double[2];
        for (int i = 0; i < 2; i++) {
            GnnSpec spec = SmallNetworks.spec(kind).withWeights(new Weights(1, i));
            Network network = Network.of(SmallNetworks.fitted(spec, batch), new Optimizer.Sgd(0.01, 0, 0));
            network.gradient(batch, labels);
            scores[i] = network.score();
            for (int step = 0; step < 50; step++) {
                network.fitStep(batch, labels);
            }
            for (double[] row : WeightMatrices.of(network).matrix("layer2")) {
                for (double entry : row) {
                    norms[i] += entry * entry;
                }
            }
        }
        assertThat(scores[1]).isGreaterThan(scores[0] + 1);
        assertThat(norms[1]).isLessThan(0.5 * norms[0]);
    }

    @Test
    void layersWithoutWeightsAreNamed() {
        Network network =
                SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Appnp(2, 0.1)), SmallNetworks.batch(false));
        assertThat(WeightMatrices.of(network).names()).containsExactly("linear1", "linear2", "head");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightMatrices.of(network).matrix("propagation"))
                .withMessage("layer 'propagation' is none of [linear1, linear2, head]");
    }
}
