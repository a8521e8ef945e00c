package org.seprank.gnn.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.gnn.ForwardPass;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.GnnSpec.Layering;
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.Precision;
import org.seprank.gnn.RandomBatch;
import org.seprank.gnn.SmallNetworks;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;

/** Jacobians against a closed form and against differences. */
class InfluenceTest {
    private static final double STEP = 1e-5;

    static List<Aggregation> kinds() {
        return SmallNetworks.kinds();
    }

    @Test
    void influenceInALinearNetworkIsAMatrixPower() {
        for (int depth = 1; depth <= 4; depth++) {
            GraphBatch batch = GraphBatch.of(
                    RandomBatch.graph(15, 25, false, depth), FeatureMatrix.dense(4, RandomBatch.numbers(60, 1)));
            GnnSpec spec = GnnSpec.of(new Aggregation.Gcn(), depth, 5)
                    .withLayering(Layering.plain(Activation.IDENTITY))
                    .withPrediction(Prediction.ofVertices(false))
                    .withPrecision(Precision.DOUBLE);
            Network network = Network.of(spec.fittedTo(TaskShape.of(4, 3)), new Optimizer.Adam(0.1, 0));
            RealMatrix weights = layer(network, 1);
            RealMatrix walks = dense(batch.operator(OperatorKind.GCN));
            RealMatrix power = walks;
            for (int l = 2; l <= depth; l++) {
                weights = weights.multiply(layer(network, l));
                power = power.multiply(walks);
            }
            double sum = Arrays.stream(weights.getData())
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .sum();
            for (int v = 0; v < 15; v += 4) {
                double[] influence = Influence.of(network, batch).atVertex(v, Influence.Output.LOGITS);
                for (int u = 0; u < 15; u++) {
                    assertThat(influence[u]).isCloseTo(Math.abs(power.getEntry(v, u)) * sum, within(1e-12 * (1 + sum)));
                }
            }
        }
    }

    private static RealMatrix layer(Network network, int l) {
        return new Array2DRowRealMatrix(
                network.graph().getLayer("layer" + l).getParam("W").toDoubleMatrix());
    }

    private static RealMatrix dense(Csr a) {
        RealMatrix m = new Array2DRowRealMatrix(a.rows(), a.columns());
        for (int i = 0; i < a.rows(); i++) {
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                m.addToEntry(i, a.indices()[k], a.doubles()[k]);
            }
        }
        return m;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void influenceAgreesWithDifferences(Aggregation kind) {
        GraphBatch batch = SmallNetworks.batch(true);
        Network network = SmallNetworks.trained(SmallNetworks.spec(kind), batch);
        double[][][] expected = differences(network, batch);
        for (int v = 0; v < 12; v += 5) {
            double[] logits = Influence.of(network, batch).atVertex(v, Influence.Output.LOGITS);
            double[] hidden = Influence.of(network, batch).atVertex(v, Influence.Output.LAST_LAYER);
            for (int u = 0; u < 12; u++) {
                assertThat(logits[u]).isCloseTo(expected[0][v][u], within(1e-8 * (1 + expected[0][v][u])));
                assertThat(hidden[u]).isCloseTo(expected[1][v][u], within(1e-8 * (1 + expected[1][v][u])));
            }
        }
    }

    /** On the whole graph: of every row of the logits, and of every row of the last layer, by every vertex. */
    private static double[][][] differences(Network network, GraphBatch batch) {
        double[] x = RandomBatch.numbers(SmallNetworks.VERTICES * SmallNetworks.INPUT, 4);
        double[][][] sums = new double[2][SmallNetworks.VERTICES][SmallNetworks.VERTICES];
        for (int k = 0; k < x.length; k++) {
            double kept = x[k];
            x[k] = kept + STEP;
            List<double[]> up = outputs(network, batch, x);
            x[k] = kept - STEP;
            List<double[]> down = outputs(network, batch, x);
            x[k] = kept;
            for (int which = 0; which < 2; which++) {
                int width = which == 0 ? SmallNetworks.CLASSES : up.get(1).length / SmallNetworks.VERTICES;
                for (int i = 0; i < up.get(which).length; i++) {
                    double difference = up.get(which)[i] - down.get(which)[i];
                    sums[which][i / width][k / SmallNetworks.INPUT] += Math.abs(difference) / (2 * STEP);
                }
            }
        }
        return sums;
    }

    private static List<double[]> outputs(Network network, GraphBatch batch, double[] x) {
        FeatureMatrix moved = FeatureMatrix.dense(SmallNetworks.INPUT, x.clone());
        try (ForwardPass pass = network.pass(batch.withFeatures(moved))) {
            return List.of(pass.logits(), pass.activation(pass.layers()));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void networksOfGraphsHaveNoLogitsOfVertices(Aggregation kind) {
        GraphBatch batch = SmallNetworks.batch(false);
        Network network = SmallNetworks.trained(SmallNetworks.ofGraphs(kind), batch);
        assertThatThrownBy(() -> Influence.of(network, batch).atVertex(0, Influence.Output.LOGITS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("predicts graphs");
    }

    @Test
    void wrongArgumentsAreRefused() {
        GraphBatch batch = SmallNetworks.batch(false);
        Network network = SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Gcn()), batch);
        assertThatThrownBy(() -> Influence.of(network, batch).atVertex(12, Influence.Output.LOGITS))
                .hasMessageContaining("vertex 12 is not in 0..11");
        assertThatThrownBy(() -> Influence.of(network, GraphBatch.pack(List.of(batch, batch))))
                .hasMessageContaining("one at a time");
    }
}
