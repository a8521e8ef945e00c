package org.seprank.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.seprank.gnn.GnnSpec.Layering;
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Loss;
import org.seprank.gnn.layer.Readout;
import org.seprank.graph.Graph;

/**
 * Networks of product layers are the polynomials of the theory: {@code h^(l,i) = prod_{j in N(i)} W^(l) h^(l-1,j)}, i
 * in N(i), evaluated here directly.
 */
class ProductNetworkTest {
    private static final int WIDTH = 3;

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, false", "1, true", "2, true", "3, true"})
    void productLayersAreTheExactNetwork(int depth, boolean ofGraph) {
        int n = 6;
        Graph graph = Graph.undirected(n, new int[][] {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}});
        double[] x = RandomBatch.numbers(n * 2, 1);
        x[5] = 0; // products must be exact at zeros
        Readout readout = ofGraph ? Readout.PRODUCT : Readout.NONE;
        GnnSpec spec = GnnSpec.of(new Aggregation.Product(), depth, WIDTH)
                .withPrediction(new Prediction(readout, true, Loss.SIGMOID))
                .withLayering(Layering.plain(Activation.IDENTITY))
                .withPrecision(Precision.DOUBLE);
        Network network = Network.of(spec.fittedTo(TaskShape.of(2, 1)), new Optimizer.Adam(0.1, 0));
        Predictions actual = network.output(GraphBatch.of(graph, FeatureMatrix.dense(2, x)));
        double[] expected = logits(graph, x, weights(network), depth, ofGraph);
        assertThat(actual.rows()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual.value(i, 0)).isCloseTo(1 / (1 + Math.exp(-expected[i])), within(1e-13));
        }
    }

    /** W^(1), .., W^(L), W^(o), each [inputs][outputs]. */
    private static Map<String, double[][]> weights(Network network) {
        Map<String, double[][]> weights = new LinkedHashMap<>();
        for (Map.Entry<String, INDArray> e : network.graph().paramTable().entrySet()) {
            assertThat(e.getKey()).endsWith("_W");
            weights.put(e.getKey().replace("_W", ""), e.getValue().toDoubleMatrix());
        }
        return weights;
    }

    private static double[] logits(
            Graph graph, double[] x, Map<String, double[][]> weights, int depth, boolean ofGraph) {
        int n = graph.vertexCount();
        double[][] h = new double[n][];
        Arrays.setAll(h, i -> Arrays.copyOfRange(x, 2 * i, 2 * i + 2));
        for (int l = 1; l <= depth; l++) {
            double[][] z = new double[n][];
            for (int i = 0; i < n; i++) {
                z[i] = times(h[i], named(weights, "layer" + l));
            }
            for (int i = 0; i < n; i++) {
                h[i] = z[i].clone();
                for (int k = graph.out().offsets()[i]; k < graph.out().offsets()[i + 1]; k++) {
                    multiply(h[i], z[graph.out().neighbours()[k]]);
                }
            }
        }
        if (ofGraph) {
            for (int i = 1; i < n; i++) {
                multiply(h[0], h[i]);
            }
            h = new double[][] {h[0]};
        }
        double[][] last = h;
        double[] logits = new double[h.length];
        Arrays.setAll(logits, i -> times(last[i], named(weights, "head"))[0]);
        return logits;
    }

    private static double[][] named(Map<String, double[][]> weights, String name) {
        return Objects.requireNonNull(weights.get(name), name);
    }

    private static double[] times(double[] h, double[][] w) {
        double[] z = new double[w[0].length];
        for (int c = 0; c < z.length; c++) {
            for (int k = 0; k < h.length; k++) {
                z[c] += h[k] * w[k][c];
            }
        }
        return z;
    }

    private static void multiply(double[] into, double[] by) {
        for (int c = 0; c < into.length; c++) {
            into[c] *= by[c];
        }
    }
}
