package org.seprank.gnn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** GATv2 with features of edges beside its formula, written out vertex by vertex. */
class EdgeAttentionTest {
    private static final int VERTICES = 8; // the last is isolated
    private static final int IN = 4;
    private static final int EDGE = 2;
    private static final double LEAK = 0.2;

    @ParameterizedTest
    @CsvSource({"1,true,false", "2,true,false", "3,false,false", "2,true,true", "2,false,true"})
    void theLayerIsItsFormula(int heads, boolean concatenated, boolean directed) {
        int headWidth = 3;
        int out = concatenated ? heads * headWidth : headWidth;
        Graph graph = RandomBatch.graph(VERTICES, 14, directed, 3);
        double[] ofEdges = RandomBatch.numbers(EDGE * graph.edgeCount(), 9);
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.1))
                .list()
                .layer(GraphLayer.of(
                        LayerSpec.of(new Aggregation.EdgeGat(heads, concatenated, 0, EDGE), IN, out, Finish.none())))
                .layer(MaskedLoss.of(Loss.SQUARED, out))
                .build());
        network.init();
        GraphContext context = GraphContext.of(Workers.single(), EdgeDropping.none(), 1, () -> 0);
        ((GraphAware) network.getLayer(0)).attach(context);
        context.bind(GraphBatch.of(graph, FeatureMatrix.constant(VERTICES, 1))
                .withEdgeFeatures(FeatureMatrix.dense(EDGE, ofEdges)));
        INDArray x = Nd4j.createFromArray(RandomBatch.numbers(VERTICES * IN, 5)).reshape('c', VERTICES, IN);
        double[][] given = network.output(x).toDoubleMatrix();
        Oracle oracle = new Oracle(network, graph, ofEdges, x.toDoubleMatrix());
        for (int i = 0; i < VERTICES; i++) {
            double[] expected = new double[out];
            for (int h = 0; h < heads; h++) {
                double[] y = oracle.attended(i, h, heads, headWidth);
                for (int c = 0; c < headWidth; c++) {
                    expected[concatenated ? h * headWidth + c : c] += concatenated ? y[c] : y[c] / heads;
                }
            }
            assertThat(given[i]).as("vertex %d", i).containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void whatStandsForALoopIsTheMeanOfTheEdgesIn() {
        Graph star = Graph.directed(4, new int[][] {{1, 0}, {2, 0}, {0, 3}});
        FeatureMatrix all = GraphBatch.of(star, FeatureMatrix.constant(4, 1))
                .withEdgeFeatures(FeatureMatrix.dense(1, new double[] {5, 2, 4}))
                .edgeFeaturesWithLoops();
        double[] column = new double[all.rows()];
        double[] row = new double[1];
        for (int i = 0; i < column.length; i++) {
            all.copyRow(i, row);
            column[i] = row[0];
        }
        double in = (column[star.edgeBetween(1, 0)] + column[star.edgeBetween(2, 0)]) / 2;
        assertThat(Arrays.copyOfRange(column, 3, 7)).containsExactly(in, 0, 0, column[star.edgeBetween(0, 3)]);
    }

    private static final class Oracle {
        private final Graph graph;
        private final double[] ofEdges;
        private final double[][] x;
        private final double[][] w; // left parts of all heads, then right parts
        private final double[][] a;
        private final double[][] edgeWeights;

        Oracle(MultiLayerNetwork network, Graph graph, double[] ofEdges, double[][] x) {
            this.graph = graph;
            this.ofEdges = ofEdges;
            this.x = x;
            this.w = network.getParam("0_W").toDoubleMatrix();
            this.a = network.getParam("0_a").toDoubleMatrix();
            this.edgeWeights = network.getParam("0_edge").toDoubleMatrix();
        }

        private double[] times(double[] row, double[][] matrix, int from, int width) {
            double[] y = new double[width];
            for (int c = 0; c < width; c++) {
                for (int k = 0; k < row.length; k++) {
                    y[c] += row[k] * matrix[k][from + c];
                }
            }
            return y;
        }

        double[] attended(int i, int h, int heads, int width) {
            List<double[]> edges = new ArrayList<>(); // features of the edges in
            List<Integer> senders = new ArrayList<>();
            List<Double> weights = new ArrayList<>();
            double[] mean = new double[EDGE];
            int from = graph.in().offsets()[i];
            int to = graph.in().offsets()[i + 1];
            for (int k = from; k < to; k++) {
                int edge = graph.in().edges()[k];
                double[] e = Arrays.copyOfRange(ofEdges, edge * EDGE, (edge + 1) * EDGE);
                edges.add(e);
                senders.add(graph.in().neighbours()[k]);
                weights.add(graph.weight(edge));
                Arrays.setAll(mean, f -> mean[f] + e[f] / (to - from));
            }
            edges.add(mean);
            senders.add(i);
            weights.add(1.0);
            double[] left = times(x[i], w, h * width, width);
            double mass = 0;
            double[] sum = new double[width];
            for (int m = 0; m < edges.size(); m++) {
                double[] right = times(x[senders.get(m)], w, (heads + h) * width, width);
                double[] term = times(edges.get(m), edgeWeights, h * width, width);
                double score = 0;
                for (int c = 0; c < width; c++) {
                    double z = left[c] + right[c] + term[c];
                    score += a[h][c] * (z > 0 ? z : LEAK * z);
                }
                double share = Math.exp(score);
                mass += share;
                for (int c = 0; c < width; c++) {
                    sum[c] += share * weights.get(m) * right[c];
                }
            }
            for (int c = 0; c < width; c++) {
                sum[c] /= mass;
            }
            return sum;
        }
    }
}
