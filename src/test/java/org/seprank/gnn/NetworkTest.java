package org.seprank.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.seprank.gnn.GnnSpec.Dropout;
import org.seprank.gnn.GnnSpec.Layering;
import org.seprank.gnn.GnnSpec.Mask;
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Loss;
import org.seprank.gnn.layer.Readout;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/** Laws of whole networks. */
class NetworkTest {
    private static final int INPUT = 6;
    private static final int CLASSES = 3;
    private static final Optimizer ADAM = new Optimizer.Adam(0.02, 5e-3);

    private static final TaskShape SHAPE = TaskShape.of(INPUT, CLASSES);

    static List<Aggregation> kinds() {
        return GradientTest.kinds();
    }

    private static GnnSpec spec(Aggregation kind) {
        return GnnSpec.of(kind, 2, 8).withSeed(5);
    }

    private static Network network(GnnSpec spec) {
        return Network.of(spec.fittedTo(SHAPE), ADAM);
    }

    private static void assertClose(Predictions actual, Predictions expected, double tolerance) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        for (int i = 0; i < expected.rows(); i++) {
            for (int c = 0; c < expected.width(); c++) {
                assertThat(actual.value(i, c)).isCloseTo(expected.value(i, c), within(tolerance));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void singlePrecisionFollowsDoublePrecision(Aggregation kind) {
        GraphBatch batch = RandomBatch.dense(30, 60, INPUT, 1);
        TargetLabels labels = RandomBatch.labels(30, CLASSES, 2);
        GnnSpec spec =
                spec(kind).withLayering(Layering.thenLayerNorm(Activation.ELU)).withDropout(new Dropout(0.2, 0.3, 0.1));
        Network fast = network(spec);
        Network exact = network(spec.withPrecision(Precision.DOUBLE));
        exact.setParameters(fast.parameters());
        double[] expected = exact.gradient(batch, labels);
        double[] actual = fast.gradient(batch, labels);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("parameter %d", i).isCloseTo(expected[i], within(1e-4 * (0.1 + largest)));
        }
        assertClose(fast.output(batch), exact.output(batch), 1e-4);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void outputFollowsARelabelling(Aggregation kind) {
        int n = 12;
        Graph graph = RandomBatch.graph(n, 20, false, 3);
        double[] x = RandomBatch.numbers(n * INPUT, 4);
        int[] to = {7, 3, 11, 0, 5, 9, 1, 10, 2, 8, 6, 4};
        GraphBuilder moved = GraphBuilder.over(n, false);
        for (int e = 0; e < graph.edgeCount(); e++) {
            moved.edge(to[graph.source(e)], to[graph.target(e)], graph.weight(e));
        }
        double[] movedX = new double[x.length];
        for (int i = 0; i < n; i++) {
            System.arraycopy(x, i * INPUT, movedX, to[i] * INPUT, INPUT);
        }
        Network network = network(spec(kind).withPrecision(Precision.DOUBLE));
        Predictions before = network.output(GraphBatch.of(graph, FeatureMatrix.dense(INPUT, x)));
        Predictions after = network.output(GraphBatch.of(moved.build(), FeatureMatrix.dense(INPUT, movedX)));
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < CLASSES; c++) {
                assertThat(after.value(to[i], c)).isCloseTo(before.value(i, c), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aGraphAloneAndInABatchGiveTheSame(Aggregation kind) {
        List<GraphBatch> parts = new ArrayList<>();
        for (int g = 0; g < 5; g++) {
            parts.add(RandomBatch.dense(5 + g, 8, INPUT, 30 + g));
        }
        GraphBatch batch = GraphBatch.pack(parts);
        for (Readout readout : EnumSet.complementOf(EnumSet.of(Readout.PAIR))) {
            Prediction prediction = new Prediction(readout, true, Loss.SOFTMAX);
            Network network = network(spec(kind).withPrediction(prediction));
            Predictions together = network.output(batch);
            int row = 0;
            for (GraphBatch part : parts) {
                Predictions alone = network.output(part);
                for (int i = 0; i < alone.rows(); i++, row++) {
                    for (int c = 0; c < CLASSES; c++) {
                        assertThat(together.value(row, c)).isCloseTo(alone.value(i, c), within(1e-5));
                    }
                }
            }
            assertThat(together.rows()).isEqualTo(row);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void sparseAndDenseFeaturesGiveTheSame(Aggregation kind) {
        FeatureMatrix sparse = RandomBatch.sparse(20, INPUT, 9);
        double[] x = new double[20 * INPUT];
        for (int i = 0; i < 20; i++) {
            for (int k = sparse.csr().offsets()[i]; k < sparse.csr().offsets()[i + 1]; k++) {
                x[i * INPUT + sparse.csr().indices()[k]] = sparse.csr().doubles()[k];
            }
        }
        Graph graph = RandomBatch.graph(20, 40, false, 10);
        Network network = network(spec(kind));
        assertClose(
                network.output(GraphBatch.of(graph, sparse)),
                network.output(GraphBatch.of(graph, FeatureMatrix.dense(INPUT, x))),
                1e-5);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void trainingDoesNotDependOnThreads(Aggregation kind) {
        GraphBatch batch = RandomBatch.dense(300, 900, INPUT, 12);
        TargetLabels labels = RandomBatch.labels(300, CLASSES, 13);
        GnnSpec spec = GnnSpec.of(kind, 2, 64).withDropout(new Dropout(0.1, 0.5, 0.1));
        Network alone = network(spec);
        Network shared = Network.of(spec.fittedTo(SHAPE), ADAM, Workers.of(3));
        for (int step = 0; step < 3; step++) {
            assertThat(shared.fitStep(batch, labels)).isEqualTo(alone.fitStep(batch, labels));
        }
        assertThat(shared.parameters()).isEqualTo(alone.parameters());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSavedNetworkGoesOnWithTheSameBits(Aggregation kind, @TempDir Path folder) throws IOException {
        GraphBatch batch = RandomBatch.dense(20, 40, INPUT, 14);
        TargetLabels labels = RandomBatch.labels(20, CLASSES, 15);
        GnnSpec spec = spec(kind)
                .withLayering(Layering.residual(Activation.RELU))
                .withDropout(new Dropout(0.1, 0.5, 0.2))
                .withMask(new Mask(batch.edgeCount(), 1e-3));
        Network network = network(spec);
        for (int step = 0; step < 4; step++) {
            network.fitStep(batch, labels);
        }
        Path file = folder.resolve("network.zip");
        network.save(file);
        Network restored = Network.load(file, Workers.single());
        assertThat(restored.fitted()).isEqualTo(network.fitted());
        assertThat(restored.iteration()).isEqualTo(4);
        assertClose(restored.output(batch), network.output(batch), 0);
        for (int step = 0; step < 3; step++) {
            assertThat(restored.fitStep(batch, labels)).isEqualTo(network.fitStep(batch, labels));
        }
        assertThat(restored.parameters()).isEqualTo(network.parameters());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void trainingLearnsWhatItIsShown(Aggregation kind) {
        GraphBatch batch = RandomBatch.dense(12, 14, INPUT, 16);
        TargetLabels labels = RandomBatch.labels(12, CLASSES, 17);
        Network network = Network.of(GnnSpec.of(kind, 1, 32).fittedTo(SHAPE), new Optimizer.Adam(0.02, 0));
        double first = network.fitStep(batch, labels);
        for (int step = 0; step < 150; step++) {
            network.fitStep(batch, labels);
        }
        assertThat(network.score()).isLessThan(0.6 * first);
    }

    @Test
    void seedsDecideTheParameters() {
        GnnSpec spec = spec(new Aggregation.Gcn());
        double[] zero = network(spec.withSeed(0)).parameters();
        assertThat(network(spec.withSeed(0)).parameters()).isEqualTo(zero);
        assertThat(network(spec.withSeed(1)).parameters()).isNotEqualTo(zero);
    }

    @Test
    void onlyThePredictedRowsCount() {
        GraphBatch batch = RandomBatch.dense(10, 15, INPUT, 18);
        Network network = network(spec(new Aggregation.Linear()).withPrecision(Precision.DOUBLE));
        int[] classes = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0};
        boolean[] chosen = new boolean[10];
        chosen[3] = true;
        double[] one =
                network.gradient(batch, TargetLabels.classes(classes, CLASSES).masked(chosen));
        double[] same = network.gradient(
                batch, TargetLabels.classes(new int[] {-1, -1, -1, 0, -1, -1, -1, -1, -1, -1}, CLASSES));
        assertThat(one).isEqualTo(same);
        assertThatThrownBy(() -> network.gradient(
                        batch, TargetLabels.classes(classes, CLASSES).masked(new boolean[10])))
                .hasMessageContaining("no row is labelled");
    }

    @Test
    void aMaskOfZerosIsAGraphWithoutEdges() {
        GraphBatch batch = RandomBatch.dense(10, 20, INPUT, 19);
        GnnSpec spec = spec(new Aggregation.Gin(0, false)).withPrecision(Precision.DOUBLE);
        Network masked = network(spec.withMask(new Mask(batch.edgeCount(), 0)));
        Network plain = network(spec);
        double[] parameters = masked.parameters();
        Arrays.fill(parameters, 0, batch.edgeCount(), 0);
        System.arraycopy(plain.parameters(), 0, parameters, batch.edgeCount(), (int) plain.parameterCount());
        masked.setParameters(parameters);
        GraphBatch edgeless = GraphBatch.of(Graph.undirected(10, new int[0][]), batch.features());
        assertClose(masked.output(batch), plain.output(edgeless), 1e-12);
        assertThat(masked.edgeMask()).hasSize(batch.edgeCount()).containsOnly(0);
        assertThatThrownBy(() -> masked.output(edgeless)).hasMessageContaining("has a mask for");
    }

    @Test
    void aNetworkWithoutABatchSaysSo() {
        Network network = network(spec(new Aggregation.Gcn()));
        assertThatThrownBy(() -> network.graph().outputSingle(Nd4j.zeros(DataType.FLOAT, 4, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no graph is bound");
    }

    @Test
    void aBatchOfAnotherWidthIsRefused() {
        Network network = network(spec(new Aggregation.Gcn()));
        assertThatThrownBy(() -> network.output(RandomBatch.dense(5, 5, INPUT + 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature width 7 of the batch is not the input width 6 of the network");
        assertThatThrownBy(() -> network.fitStep(
                        RandomBatch.dense(5, 5, INPUT, 1), TargetLabels.classes(new int[] {0, 1, 0, 1, 1}, 2)))
                .hasMessage("labels of width 2 for an output of width 3");
    }

    @Test
    void learningRatesMayChange() {
        GraphBatch batch = RandomBatch.dense(10, 20, INPUT, 20);
        Network network = network(spec(new Aggregation.Gcn()));
        network.fitStep(batch, RandomBatch.labels(10, CLASSES, 21));
        network.setLearningRate(0);
        double[] before = network.parameters();
        network.fitStep(batch, RandomBatch.labels(10, CLASSES, 21));
        assertThat(network.parameters()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizerLearns(Optimizer optimizer) {
        GraphBatch batch = RandomBatch.dense(10, 20, INPUT, 22);
        int[] classes = {0, 1, 1, 0, 1, 0, 0, 1, 1, 0};
        TargetLabels labels = TargetLabels.classes(classes, 2);
        GnnSpec spec = GnnSpec.of(new Aggregation.Gcn(), 2, 16)
                .withPrediction(new Prediction(Readout.NONE, true, Loss.SIGMOID));
        Network network = Network.of(spec.fittedTo(TaskShape.of(INPUT, 2)), optimizer);
        double first = network.fitStep(batch, labels);
        for (int step = 0; step < 200; step++) {
            network.fitStep(batch, labels);
        }
        assertThat(network.score()).isLessThan(0.8 * first);
        assertThat(network.output(batch).finite()).isTrue();
        int right = 0;
        for (int i = 0; i < 10; i++) {
            right += network.output(batch).argmax(i) == classes[i] ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(7);
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(new Optimizer.Adam(0.05, 0), new Optimizer.Sgd(0.5, 0, 0), new Optimizer.Sgd(0.2, 0.9, 1e-4));
    }
}
