package org.seprank.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.GraphRanges;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.SplitSpec;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.Precision;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.RandomBatch;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.work.Progress;

class InductiveTaskTest {
    private static final int[] STARTS = {0, 7, 20, 20, 29, 40}; // the third graph has no vertex
    private static final int N = 40;

    /** Random graphs side by side, two features, edges with a feature of their own. */
    private static NodeDataset data() {
        GraphBuilder builder = GraphBuilder.over(N, false);
        for (int g = 0; g + 1 < STARTS.length; g++) {
            int size = STARTS[g + 1] - STARTS[g];
            Graph graph = size == 0 ? Graph.undirected(0, new int[0][]) : RandomBatch.graph(size, 2 * size, false, g);
            for (int e = 0; e < graph.edgeCount(); e++) {
                builder.edge(STARTS[g] + graph.source(e), STARTS[g] + graph.target(e), graph.weight(e));
            }
        }
        Graph graph = builder.build();
        float[] x = floats(2 * N, 4);
        int[] labels = IntStream.range(0, N)
                .map(v -> v % 9 == 5 ? Labels.MISSING : x[2 * v] > 0 ? 1 : 0)
                .toArray();
        NodeDataset plain = NodeDataset.of("many", graph, DenseFeatures.over(N, 2, x), Labels.of(labels))
                .withEdgeFeatures(DenseFeatures.over(graph.edgeCount(), 1, floats(graph.edgeCount(), 5)));
        Split split = GraphRanges.of(STARTS)
                .spread(Split.over("parts", 5)
                        .put(Part.TRAIN, 0, 3)
                        .put(Part.VALIDATION, 1)
                        .put(Part.TEST, 2, 4)
                        .build());
        return plain.withSplits(List.of(split));
    }

    private static float[] floats(int count, long seed) {
        double[] numbers = RandomBatch.numbers(count, seed);
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static NodeDataset several() {
        return data().withGraphs(GraphRanges.of(STARTS));
    }

    private static Task task(NodeDataset data) {
        return Task.of(data, data.splits().get(0));
    }

    private static Network network(Task task, Aggregation kind) {
        GnnSpec spec = GnnSpec.of(kind, 2, 6).withPrecision(Precision.DOUBLE).withSeed(3);
        return Network.of(spec.fittedTo(task.shape()), new Optimizer.Adam(0.01, 5e-4));
    }

    private static TrainingRun trained(Network network, Task task, int batch) throws Exception {
        TrainingOptions options = new TrainingOptions(
                12,
                new Optimizer.Adam(0.01, 5e-4),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(null, 0, 0, false),
                batch);
        return Trainer.of(network, task, options).run(Progress.none());
    }

    static List<Aggregation> kinds() {
        return List.of(
                new Aggregation.Gcn(),
                new Aggregation.Gin(0, true),
                new Aggregation.EdgeGat(2, true, 0, 1),
                new Aggregation.Gine(0, true, 1));
    }

    @Test
    void severalGraphsAreLearnedApart() {
        assertThat(task(several())).isInstanceOf(InductiveTask.class);
        assertThat(task(data())).isInstanceOf(VertexTask.class);
        Task task = task(several());
        List<Task.Step> steps = task.epoch(1, 7);
        assertThat(steps).hasSize(2);
        assertThat(steps.stream().mapToInt(step -> step.batch().vertexCount()).sorted())
                .containsExactly(7, 9);
        double learned = steps.stream()
                .mapToDouble(step -> IntStream.range(0, step.labels().rows())
                        .mapToDouble(step.labels()::weight)
                        .sum())
                .sum();
        assertThat(learned).isEqualTo(task.rows(Part.TRAIN).length);
        assertThat(task.epoch(2, 7)).hasSize(1);
    }

    /** Without statistics over rows, all training graphs in one step are the step of all of them side by side. */
    @ParameterizedTest
    @MethodSource("kinds")
    void allGraphsInOneStepAreTheGraphsSideBySide(Aggregation kind) throws Exception {
        Task task = task(several());
        Task beside = task(data());
        Network network = network(task, kind);
        TrainingRun run = trained(network, task, 8);
        assertThat(run.predictions().rows()).isEqualTo(N);
        Network other = network(beside, kind);
        TrainingRun expected = trained(other, beside, 8);
        if (!kind.followedByLinear()) {
            for (int i = 0; i < 12; i++) {
                assertThat(run.epochs().get(i).loss())
                        .isCloseTo(expected.epochs().get(i).loss(), within(1e-10));
            }
            assertThat(network.parameters()).containsExactly(other.parameters(), within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void predictionsAreThoseOfEachGraphAlone(Aggregation kind) throws Exception {
        NodeDataset data = several();
        Task task = task(data);
        Network network = network(task, kind);
        trained(network, task, 1);
        Predictions all = task.predict(network);
        for (int g : new int[] {0, 1, 3, 4}) {
            Predictions alone = network.output(InputBatch.of(data.part(g)));
            for (int i = 0; i < alone.rows(); i++) {
                assertThat(all.value(STARTS[g] + i, 1)).isCloseTo(alone.value(i, 1), within(1e-12));
            }
        }
    }

    /** Not even the statistics of batch norm see what is held out. */
    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsHeldOutDoesNotChangeWhatIsLearned(Aggregation kind) throws Exception {
        NodeDataset data = several();
        float[] x = data.features().toDense().values().clone();
        for (int v = STARTS[1]; v < STARTS[2]; v++) {
            x[2 * v] += 100;
        }
        NodeDataset other = data.withFeatures(DenseFeatures.over(N, 2, x));
        Network one = network(task(data), kind);
        trained(one, task(data), 1);
        Network two = network(task(other), kind);
        trained(two, task(other), 1);
        assertThat(two.parameters()).isEqualTo(one.parameters());
        Network beside = network(task(data.withGraphs(GraphRanges.one(N))), kind);
        trained(beside, task(data.withGraphs(GraphRanges.one(N))), 1);
        assertThat(beside.parameters()).isNotEqualTo(one.parameters());
    }

    @Test
    void metricsAreOverTheVerticesOfTheHeldOutGraphs() throws Exception {
        NodeDataset data = several();
        Task task = task(data);
        Predictions said =
                trained(network(task, new Aggregation.Gcn()), task, 1).predictions();
        int right = 0;
        int known = 0;
        for (int v = STARTS[4]; v < N; v++) {
            if (data.labels().known(v)) {
                known++;
                right += said.argmax(v) == data.labels().label(v) ? 1 : 0;
            }
        }
        assertThat(task.rows(Part.TEST)).hasSize(known);
        assertThat(task.measure(Metric.ACCURACY, said, Part.TEST)).isEqualTo((double) right / known);
    }

    /** Graphs of more vertices than a batch of predictions has. */
    @Test
    void manyGraphsArePredictedInBatches() {
        int n = 150_000;
        List<Integer> starts = new ArrayList<>(List.of(0, 70_000));
        for (int start = 70_001; start <= n; start += 19_999) {
            starts.add(start);
        }
        starts.set(starts.size() - 1, n);
        int[] all = starts.stream().mapToInt(Integer::intValue).toArray();
        int[] labels = new int[n];
        Arrays.setAll(labels, v -> v % 2);
        NodeDataset data = NodeDataset.of(
                        "empty",
                        Graph.undirected(n, new int[0][]),
                        DenseFeatures.over(n, 1, floats(n, 1)),
                        Labels.of(labels))
                .withGraphs(GraphRanges.of(all));
        NodeDataset split = (NodeDataset) SplitSpec.parse("random:0.5/0.2/0.3").appliedTo(data, 1);
        Task task = task(split);
        Network network = network(task, new Aggregation.Linear());
        Predictions given = task.predict(network);
        Predictions expected = network.output(InputBatch.of(data));
        for (int v = 0; v < n; v += 997) {
            assertThat(given.value(v, 0)).isCloseTo(expected.value(v, 0), within(1e-12));
        }
    }
}
