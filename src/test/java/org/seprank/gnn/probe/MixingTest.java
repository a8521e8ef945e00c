package org.seprank.gnn.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.GnnSpec.Layering;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.Precision;
import org.seprank.gnn.RandomBatch;
import org.seprank.gnn.SmallNetworks;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.graph.Graph;

/** Second derivatives against closed forms and against differences of exact gradients. */
class MixingTest {
    static List<Aggregation> kinds() {
        return SmallNetworks.kinds();
    }

    @Test
    void aLinearNetworkDoesNotMix() {
        GraphBatch batch = SmallNetworks.batch(false);
        GnnSpec spec = SmallNetworks.spec(new Aggregation.Gcn()).withLayering(Layering.plain(Activation.IDENTITY));
        Mixing mixing = Mixing.of(SmallNetworks.trained(spec, batch), batch);
        for (int u = 0; u < 4; u++) {
            assertThat(mixing.sum(new Mixing.Pair(u, u + 5), Scalars.vertexLogit(1, 0)))
                    .isCloseTo(0, within(1e-6));
        }
    }

    /** f = (w . x_0)(w . x_1) where width and depth are 1, so H = c w w^T. */
    @Test
    void aProductOfTwoMixesByTheProductOfItsWeights() {
        Graph edge = Graph.undirected(2, new int[][] {{0, 1}});
        for (int inputs : new int[] {1, 7}) {
            GraphBatch batch = GraphBatch.of(edge, FeatureMatrix.dense(inputs, RandomBatch.numbers(2 * inputs, 3)));
            GnnSpec spec = GnnSpec.of(new Aggregation.Product(), 1, 1).withPrecision(Precision.DOUBLE);
            Network network = Network.of(spec.fittedTo(TaskShape.of(inputs, 2)), new Optimizer.Adam(0.1, 0));
            double[][] w = network.graph().getLayer("layer1").getParam("W").toDoubleMatrix();
            double c = network.graph().getLayer("head").getParam("W").getDouble(0, 1);
            double absolute = 0;
            for (double[] row : w) {
                absolute += Math.abs(row[0]);
            }
            Mixing mixing = Mixing.of(network, batch);
            Mixing.Pair pair = new Mixing.Pair(0, 1);
            double expected = Math.abs(c) * absolute * absolute;
            assertThat(mixing.sum(pair, Scalars.vertexLogit(0, 1))).isCloseTo(expected, within(1e-6 * (1 + expected)));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void mixingAgreesWithDifferencesOfGradients(Aggregation kind) {
        GraphBatch batch = SmallNetworks.batch(false);
        for (int inputs : new int[] {SmallNetworks.INPUT, 9}) {
            GraphBatch wide = batch.withFeatures(
                    FeatureMatrix.dense(inputs, RandomBatch.numbers(SmallNetworks.VERTICES * inputs, 4)));
            GnnSpec spec = SmallNetworks.spec(kind);
            Network network = SmallNetworks.trained(spec, wide);
            Mixing mixing = Mixing.of(network, wide);
            for (int u = 0; u < 6; u += 2) {
                double expected = differences(network, wide, new int[] {1, u, u + 3});
                assertThat(mixing.sum(new Mixing.Pair(u, u + 3), Scalars.vertexLogit(1, 2)))
                        .isCloseTo(expected, within(2e-6 * (1 + expected)));
            }
        }
    }

    /** Gradients at w of logit 2 of a vertex, by the features of u. */
    private static double differences(Network network, GraphBatch batch, int[] vertices) {
        double step = 1e-5;
        int inputs = batch.features().width();
        double sum = 0;
        for (int i = 0; i < inputs; i++) {
            double[][] gradients = new double[2][];
            for (int side = 0; side < 2; side++) {
                double[] x = RandomBatch.numbers(SmallNetworks.VERTICES * inputs, 4);
                x[vertices[1] * inputs + i] += side == 0 ? step : -step;
                double[] seeds = new double[3 * SmallNetworks.VERTICES];
                seeds[3 * vertices[0] + 2] = 1;
                try (var pass = network.pass(batch.withFeatures(FeatureMatrix.dense(inputs, x)))) {
                    gradients[side] = pass.logitsGradient(seeds);
                }
            }
            for (int j = vertices[2] * inputs; j < (vertices[2] + 1) * inputs; j++) {
                sum += Math.abs(gradients[0][j] - gradients[1][j]) / (2 * step);
            }
        }
        return sum;
    }

    @Test
    void wrongArgumentsAreRefused() {
        GraphBatch batch = SmallNetworks.batch(false);
        Mixing mixing = Mixing.of(SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Gcn()), batch), batch);
        assertThatThrownBy(() -> new Mixing.Pair(3, 3)).hasMessageContaining("3 and itself");
        assertThatThrownBy(() -> mixing.sum(new Mixing.Pair(3, 12), Scalars.vertexLogit(0, 0)))
                .hasMessageContaining("vertex 12 is not in 0..11");
    }
}
