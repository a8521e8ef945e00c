package org.seprank.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.synthetic.ParityCliques;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Loss;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Schedule;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.Trainer;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.gnn.training.TrainingRun;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

/**
 * Product layers whose factors stay near 1: the theory's networks of one more input and one more width, and trainable.
 */
class ProductNearOneTest {
    private static final int INPUT = 2;
    private static final int WIDTH = 3;
    private static final int N = 6;
    /** 1 over the number of factors, the same at every vertex of a cycle. */
    private static final double S = 1.0 / 3;

    private static Network network(Aggregation kind, int depth, int input, int width, Readout readout) {
        GnnSpec spec = GnnSpec.of(kind, depth, width)
                .withPrediction(new Prediction(readout, true, Loss.SIGMOID))
                .withPrecision(Precision.DOUBLE)
                .withSeed(5);
        return Network.of(spec.fittedTo(TaskShape.of(input, 1)), new Optimizer.Adam(0.1, 0));
    }

    private static Graph cycle() {
        return Graph.undirected(
                N,
                IntStream.range(0, N).mapToObj(i -> new int[] {i, (i + 1) % N}).toArray(int[][]::new));
    }

    @ParameterizedTest
    @CsvSource({"1, NONE", "2, NONE", "3, NONE", "1, PRODUCT", "2, PRODUCT", "3, PRODUCT"})
    void theyAreProductNetworksOfOneMoreInputAndWidth(int depth, Readout readout) {
        Network near = network(new Aggregation.ProductNearOne(), depth, INPUT, WIDTH, readout);
        Network exact = network(new Aggregation.Product(), depth, INPUT + 1, WIDTH + 1, readout);
        exact.setParameters(widened(near.parameters(), depth));
        double[] x = RandomBatch.numbers(N * INPUT, 1);
        double[] withOne = new double[N * (INPUT + 1)];
        for (int i = 0; i < N; i++) {
            withOne[i * (INPUT + 1)] = 1;
            System.arraycopy(x, i * INPUT, withOne, i * (INPUT + 1) + 1, INPUT);
        }
        double[][] actual = near.logits(GraphBatch.of(cycle(), FeatureMatrix.dense(INPUT, x)));
        double[][] expected = exact.logits(GraphBatch.of(cycle(), FeatureMatrix.dense(INPUT + 1, withOne)));
        assertThat(actual.length).isEqualTo(expected.length).isEqualTo(readout == Readout.NONE ? N : 1);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i][0]).isNotEqualTo(0).isCloseTo(expected[i][0], within(1e-13));
        }
    }

    /** Layers are {@code 1 + S W (h - 1)} of {@code (1, h)}, but {@code 1 + S W x} first and {@code W (h - 1)} last. */
    private static double[] widened(double[] parameters, int depth) {
        int at = 0;
        double[] all = new double[0];
        for (int l = 1; l <= depth + 1; l++) {
            boolean head = l == depth + 1;
            int rows = l == 1 ? INPUT : WIDTH;
            int columns = head ? 1 : WIDTH;
            int wide = head ? 1 : WIDTH + 1;
            double scale = head ? 1 : S;
            double[] w = new double[(rows + 1) * wide];
            w[0] = head ? 0 : 1;
            for (int c = 0; c < columns; c++) {
                int column = head ? c : c + 1;
                w[column] = head ? 0 : 1;
                for (int r = 0; r < rows; r++) {
                    double entry = scale * parameters[at + r * columns + c];
                    w[(r + 1) * wide + column] = entry;
                    w[column] -= l == 1 ? 0 : entry;
                }
            }
            at += rows * columns;
            double[] longer = Arrays.copyOf(all, all.length + w.length);
            System.arraycopy(w, 0, longer, all.length, w.length);
            all = longer;
        }
        assertThat(at).isEqualTo(parameters.length);
        return all;
    }

    @Test
    void productsOfManyNeighboursStayInRange() {
        int leaves = 2000;
        Graph star = Graph.undirected(
                leaves + 1,
                IntStream.rangeClosed(1, leaves).mapToObj(i -> new int[] {0, i}).toArray(int[][]::new));
        FeatureMatrix x = FeatureMatrix.dense(INPUT, RandomBatch.numbers((leaves + 1) * INPUT, 3));
        Network near = network(new Aggregation.ProductNearOne(), 3, INPUT, 16, Readout.NONE);
        Network exact = network(new Aggregation.Product(), 3, INPUT, 16, Readout.NONE);
        double center = near.logits(GraphBatch.of(star, x))[0][0];
        assertThat(Math.abs(center)).isBetween(1e-6, 1e3);
        assertThat(exact.logits(GraphBatch.of(star, x))[0][0]).isZero(); // what would be 1e-300 and less
    }

    private static double trained(String dataset, int depth, int epochs, Part part) throws IOException {
        Dataset data = SyntheticTask.parse(dataset).generate(1);
        Task task = Task.of(data, data.splits().get(0));
        TrainingOptions options = new TrainingOptions(
                epochs,
                new Optimizer.Adam(0.01, 5e-4, Decay.FIRST),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(Metric.ACCURACY, 0, 0, true),
                16);
        GnnSpec spec = NetworkKind.PRODUCT.usual(depth, 16, false, 0);
        Network network = Network.of(spec.fittedTo(task.shape()), options.optimizer());
        TrainingRun run = Trainer.of(network, task, options).run(Progress.none());
        return task.measure(Metric.ACCURACY, run.predictions(), part);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void theUsualProductNetworkLearnsABlockModel(int depth) throws Exception {
        String model = "synthetic:csbm,n=150,classes=3";
        assertThat(trained(model, depth, 80, Part.TEST)).isGreaterThan(0.8); // by chance 1/3
    }

    /** With walks from the one clique's vertices to the target the two sides can be multiplied, without they cannot. */
    @ParameterizedTest
    @CsvSource({"1, 3, 0.9, 1", "1, 2, 0.5, 0.5", "2, 4, 0.9, 1", "2, 3, 0.5, 0.5"})
    void parityAcrossACutIsLearnedWhereTheRankAllowsIt(int path, int depth, double from, double to) throws Exception {
        ParityCliques task = new ParityCliques(4, path, 1, 20);
        SeparationProblem problem = SeparationProblem.of(task.copy(), VertexSet.of(task.vertices(), task.size() - 1))
                .withDepth(depth)
                .withWidths(1 + 1, 16 + 1)
                .withTarget(Target.vertex(task.target()));
        boolean allowed = depth == path + 2;
        SeparationAnalysis known =
                SeparationAnalysis.of(problem, SeparationAnalysis.Options.boundsOnly(), Progress.none());
        assertThat(known.upper().nats() > 0).isEqualTo(allowed);
        assertThat(trained(task.specification(), depth, 200, Part.TRAIN)).isBetween(from, to);
    }
}
