package org.seprank.gnn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.seprank.gnn.FastAdam;
import org.seprank.gnn.RandomBatch;
import org.seprank.gnn.batch.EdgeDropping;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.batch.GraphContext;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.layer.LayerSpec.Finish;
import org.seprank.graph.Graph;

/** Our layers as layers of the library's own networks, beside the library's own layers. */
class LibraryTest {
    private static final Finish RELU = Finish.with(Activation.RELU);

    private static NeuralNetConfiguration.Builder base(DataType type, IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(type)
                .updater(updater)
                .miniBatch(false);
    }

    private static MultiLayerNetwork network(DataType type, IUpdater updater, LayerSpec... layers) {
        NeuralNetConfiguration.ListBuilder list = base(type, updater).list();
        for (LayerSpec layer : layers) {
            list.layer(GraphLayer.of(layer));
        }
        list.layer(MaskedLoss.of(Loss.SOFTMAX, layers[layers.length - 1].outputWidth()));
        MultiLayerNetwork network = new MultiLayerNetwork(list.build());
        network.init();
        return network;
    }

    private static GraphContext attached(MultiLayerNetwork network) {
        GraphContext context = GraphContext.of(Workers.single(), EdgeDropping.none(), 1, () -> 0);
        for (var layer : network.getLayers()) {
            if (layer instanceof GraphAware aware) {
                aware.attach(context);
            }
        }
        return context;
    }

    private static INDArray random(int rows, int columns, long seed) {
        return Nd4j.createFromArray(RandomBatch.numbers(rows * columns, seed)).reshape('c', rows, columns);
    }

    private static INDArray classes(int rows, int columns) {
        INDArray y = Nd4j.zeros(DataType.DOUBLE, rows, columns);
        for (int i = 0; i < rows; i++) {
            y.putScalar(i, (i * 7 + 1) % columns, 1);
        }
        return y;
    }

    @Test
    void theLinearLayerIsTheLibrarysDenseLayer() {
        MultiLayerNetwork ours = network(
                DataType.DOUBLE,
                new Sgd(0.1),
                LayerSpec.of(new Aggregation.Linear(), 5, 4, RELU),
                LayerSpec.of(new Aggregation.Linear(), 4, 3, Finish.none()));
        MultiLayerNetwork theirs = new MultiLayerNetwork(base(DataType.DOUBLE, new Sgd(0.1))
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(5)
                        .nOut(4)
                        .activation(new ActivationReLU())
                        .build())
                .layer(GraphLayer.of(LayerSpec.of(new Aggregation.Linear(), 4, 3, Finish.none())))
                .layer(MaskedLoss.of(Loss.SOFTMAX, 3))
                .build());
        theirs.init();
        theirs.setParam("0_W", ours.getParam("0_W").dup('f'));
        theirs.setParam("0_b", ours.getParam("0_b").dup());
        INDArray x = random(9, 5, 1);
        assertThat(ours.output(x).equalsWithEps(theirs.output(x), 1e-12)).isTrue();
        for (int step = 0; step < 3; step++) {
            ours.fit(x, classes(9, 3));
            theirs.fit(x, classes(9, 3));
        }
        assertThat(ours.output(x).equalsWithEps(theirs.output(x), 1e-12)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void fastAdamIsAdam(DataType type) {
        LayerSpec layer = LayerSpec.of(new Aggregation.Linear(), 5, 3, Finish.none());
        MultiLayerNetwork ours = network(type, new FastAdam(0.05), layer);
        MultiLayerNetwork theirs = network(type, new Adam(0.05), layer);
        INDArray x = random(9, 5, 2).castTo(type);
        INDArray y = classes(9, 3).castTo(type);
        for (int step = 0; step < 20; step++) {
            ours.fit(x, y);
            theirs.fit(x, y);
        }
        double tolerance = type == DataType.FLOAT ? 2e-4 : 1e-6; // the library folds epsilon in differently
        assertThat(ours.params().equalsWithEps(theirs.params(), tolerance)).isTrue();
        assertThat(new FastAdam(0.05).clone()).isEqualTo(new FastAdam(0.05));
    }

    @Test
    void configurationsSurviveTheLibrarysJson() {
        LayerSpec layer = LayerSpec.of(new Aggregation.Gat(2, false, true, 0.25), 5, 3, RELU)
                .withDropout(0.5);
        MultiLayerConfiguration conf = base(DataType.FLOAT, new FastAdam(0.05))
                .list()
                .layer(GraphLayer.of(layer))
                .layer(ReadoutLayer.of(Readout.MAX, 3))
                .layer(MaskedLoss.of(Loss.SIGMOID, 3))
                .build();
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(conf.toJson());
        assertThat(((GraphLayer) read.getConf(0).getLayer()).spec()).isEqualTo(layer);
        assertThat(((ReadoutLayer) read.getConf(1).getLayer()).getReadout()).isEqualTo(Readout.MAX);
        assertThat(((MaskedLoss) read.getConf(2).getLayer()).getLoss()).isEqualTo(Loss.SIGMOID);
        assertThat(read).isEqualTo(conf);
        assertThat(GraphLayer.of(layer)).isNotEqualTo(GraphLayer.of(layer.withDropout(0)));
        assertThatThrownBy(() -> ReadoutLayer.of(Readout.NONE, 3)).hasMessage("readout NONE is no layer");
    }

    @Test
    void isolatedVerticesSeeThemselvesOnly() {
        for (Aggregation kind : new Aggregation[] {
            new Aggregation.Gcn(),
            new Aggregation.Gin(0, false),
            Aggregation.Gat.single(),
            new Aggregation.Sage(false),
            new Aggregation.Sage(true),
            new Aggregation.Product(),
            new Aggregation.ProductNearOne(),
            new Aggregation.GenConv(1, false)
        }) {
            MultiLayerNetwork network = network(DataType.DOUBLE, new Sgd(0.1), LayerSpec.of(kind, 4, 3, Finish.none()));
            GraphContext context = attached(network);
            INDArray x = random(3, 4, 5);
            context.bind(GraphBatch.of(Graph.undirected(3, new int[][] {{0, 1}}), FeatureMatrix.constant(3, 1)));
            INDArray with = network.output(x).getRow(2).dup();
            context.bind(GraphBatch.of(Graph.undirected(3, new int[0][]), FeatureMatrix.constant(3, 1)));
            assertThat(network.output(x).getRow(2).equalsWithEps(with, 1e-14))
                    .as("%s", kind)
                    .isTrue();
            context.bind(GraphBatch.of(Graph.undirected(3, new int[][] {{0, 2}}), FeatureMatrix.constant(3, 1)));
            assertThat(network.output(x).getRow(2).equalsWithEps(with, 1e-6))
                    .as("%s", kind)
                    .isFalse();
        }
    }

    @Test
    void batchNormLearnsTheStatisticsThatItUsesInTests() {
        Finish norm = new Finish(Norm.BATCH, Activation.IDENTITY, Norm.NONE, false);
        MultiLayerNetwork network =
                network(DataType.DOUBLE, new Sgd(0), LayerSpec.of(new Aggregation.Linear(), 2, 3, norm));
        INDArray x = random(50, 2, 6).mul(3).add(2);
        for (int step = 0; step < 150; step++) {
            network.fit(x, classes(50, 3));
        }
        INDArray z = x.mmul(network.getParam("0_W"));
        for (int c = 0; c < 3; c++) {
            double[] column = z.getColumn(c).dup().data().asDouble();
            double mean = Arrays.stream(column).average().orElseThrow();
            double squares =
                    Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum();
            assertThat(network.getParam("0_beforeMean").getDouble(c)).isCloseTo(mean, within(1e-5));
            assertThat(network.getParam("0_beforeVariance").getDouble(c)).isCloseTo(squares / 49, within(1e-4));
        }
    }

    @Test
    void inputsOfAnotherShapeAreRefused() {
        MultiLayerNetwork network =
                network(DataType.FLOAT, new Sgd(0.1), LayerSpec.of(new Aggregation.Gcn(), 4, 3, Finish.none()));
        attached(network).bind(GraphBatch.of(Graph.undirected(3, new int[0][]), FeatureMatrix.constant(3, 1)));
        assertThatThrownBy(() -> network.output(Nd4j.zeros(DataType.FLOAT, 3, 5)))
                .hasMessageContaining("input width 5 is not the width 4");
        assertThatThrownBy(() -> network.output(Nd4j.zeros(DataType.FLOAT, 4, 4)))
                .hasMessageContaining("4 rows of input for 3 vertices");
    }

    @Test
    void lossesAreTheirFormulas() {
        double[] logits = {1, -2, 0.5, 800, -800, 0};
        double[] targets = {0, 0, 1, 1, 0, 0};
        double[] gradient = new double[6];
        double first = Loss.SOFTMAX.derive(logits, targets, new Loss.Row(0, 3, 2), gradient);
        double sum = Math.exp(1) + Math.exp(-2) + Math.exp(0.5);
        assertThat(first).isCloseTo(2 * (Math.log(sum) - 0.5), within(1e-12));
        assertThat(gradient[0]).isCloseTo(2 * Math.exp(1) / sum, within(1e-12));
        assertThat(Loss.SOFTMAX.derive(logits, targets, new Loss.Row(3, 6, 1), gradient))
                .isEqualTo(0);
        double binary = Loss.SIGMOID.derive(logits, targets, new Loss.Row(0, 2, 1), gradient);
        double expected = (Math.log(1 + Math.exp(1)) + Math.log(1 + Math.exp(-2))) / 2;
        assertThat(binary).isCloseTo(expected, within(1e-12));
        assertThat(Loss.SIGMOID.derive(logits, targets, new Loss.Row(3, 6, 1), gradient))
                .isCloseTo(Math.log(2) / 3, within(1e-12));
    }
}
