package org.seprank.gnn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.seprank.gnn.RandomBatch;
import org.seprank.gnn.batch.EdgeDropping;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.batch.GraphContext;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.layer.LayerSpec.Finish;
import org.seprank.graph.Graph;

/** One layer beside its formula, written out vertex by vertex. */
class EdgeMessagesTest {
    private static final int IN = 4;
    private static final int OUT = 3;
    private static final int EDGE = 2;

    static List<Aggregation> kinds() {
        return List.of(
                new Aggregation.Gine(0.25, false, EDGE),
                new Aggregation.Gine(-0.5, true, EDGE),
                new Aggregation.EdgeGenConv(0.7, EDGE),
                new Aggregation.EdgeGenConv(0, EDGE));
    }

    private static final class Parts {
        private final double[][] x;
        private final double[][] ofEdges;
        private final double[][] edgeWeights;

        Parts(double[][] x, double[][] ofEdges, double[][] edgeWeights) {
            this.x = x;
            this.ofEdges = ofEdges;
            this.edgeWeights = edgeWeights;
        }

        /** x_j + W_e e_k. */
        double message(int sender, int edge, int c) {
            double sum = x[sender][c];
            for (int f = 0; f < EDGE; f++) {
                sum += ofEdges[edge][f] * edgeWeights[f][c];
            }
            return sum;
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLayerIsItsFormula(Aggregation kind) {
        for (boolean directed : new boolean[] {false, true}) {
            Graph graph = RandomBatch.graph(8, 14, directed, 3);
            MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                    .seed(3)
                    .dataType(DataType.DOUBLE)
                    .updater(new Sgd(0.1))
                    .list()
                    .layer(GraphLayer.of(LayerSpec.of(kind, IN, OUT, Finish.none())))
                    .layer(MaskedLoss.of(Loss.SQUARED, OUT))
                    .build());
            network.init();
            double[] features = RandomBatch.numbers(EDGE * graph.edgeCount(), 9);
            GraphContext context = GraphContext.of(Workers.single(), EdgeDropping.none(), 1, () -> 0);
            ((GraphAware) network.getLayer(0)).attach(context);
            context.bind(GraphBatch.of(graph, FeatureMatrix.constant(8, 1))
                    .withEdgeFeatures(FeatureMatrix.dense(EDGE, features)));
            INDArray x = Nd4j.createFromArray(RandomBatch.numbers(8 * IN, 5)).reshape('c', 8, IN);
            double[][] given = network.output(x).toDoubleMatrix();
            Parts parts = new Parts(
                    x.toDoubleMatrix(),
                    Nd4j.createFromArray(features)
                            .reshape('c', graph.edgeCount(), EDGE)
                            .toDoubleMatrix(),
                    network.getParam("0_edge").toDoubleMatrix());
            double[][] w = network.getParam("0_W").toDoubleMatrix();
            for (int i = 0; i < 8; i++) {
                for (int o = 0; o < OUT; o++) {
                    double expected = 0;
                    for (int c = 0; c < IN; c++) {
                        expected += aggregated(kind, graph, parts, i, c) * w[c][o];
                    }
                    assertThat(given[i][o]).as("%s, vertex %d", kind, i).isCloseTo(expected, within(1e-12));
                }
            }
        }
    }

    private static double aggregated(Aggregation kind, Graph graph, Parts parts, int i, int c) {
        List<double[]> messages = new ArrayList<>(); // x_j + W_e e and the weight of the edge
        for (int k = graph.in().offsets()[i]; k < graph.in().offsets()[i + 1]; k++) {
            int edge = graph.in().edges()[k];
            messages.add(new double[] {parts.message(graph.in().neighbours()[k], edge, c), graph.weight(edge)});
        }
        if (kind instanceof Aggregation.Gine gine) {
            double sum = (1 + gine.epsilon()) * parts.x[i][c];
            for (double[] m : messages) {
                sum += m[1] * Math.max(0, m[0]);
            }
            return sum;
        }
        double t = ((Aggregation.EdgeGenConv) kind).temperature();
        double mass = 0;
        double sum = 0;
        for (double[] m : messages) {
            double message = m[1] * (Math.max(0, m[0]) + 1e-7);
            mass += Math.exp(t * message);
            sum += Math.exp(t * message) * message;
        }
        return parts.x[i][c] + (mass == 0 ? 0 : sum / mass);
    }
}
