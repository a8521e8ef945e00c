package org.seprank.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.GnnSpec.Dropout;
import org.seprank.gnn.GnnSpec.Layering;
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.TargetLabels;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/**
 * One full-batch training step on a graph of Cora's size: 2708 vertices, 5278 edges, 1433 features of which 18 per
 * vertex are set, 140 labels. {@code SEPRANK_DATA} names the folder with {@code golden/graph_cora.edges}; without it
 * the edges are random. {@code src/jmh/python/gnn_epoch.py} does the same in PyTorch.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 6, time = 3)
public class GnnEpoch {
    private static final int VERTICES = 2708;
    private static final int EDGES = 5278;
    private static final int WIDTH = 1433;
    private static final int SET = 18;
    private static final int CLASSES = 7;
    private static final TaskShape SHAPE = TaskShape.of(WIDTH, CLASSES);

    /** Which network. */
    @Param({"gcn16", "gcn64", "gcn3x64norm", "gat8x8", "sage16", "resgcn10x128"})
    public String model = "";

    private GraphBatch batch = GraphBatch.of(Graph.undirected(1, new int[0][]), FeatureMatrix.constant(1, 1));
    private TargetLabels labels = TargetLabels.classes(new int[1], 1);
    private Network network = Network.of(spec("gcn16").fittedTo(SHAPE), new Optimizer.Adam(0.01, 5e-4));

    /** Makes graph and network. */
    @Setup
    public void setUp() throws IOException {
        batch = GraphBatch.of(graph(), features());
        int[] classes = new int[VERTICES];
        Arrays.setAll(classes, i -> i < 20 * CLASSES ? i % CLASSES : -1);
        labels = TargetLabels.classes(classes, CLASSES);
        network = Network.of(spec(model).fittedTo(SHAPE), new Optimizer.Adam(0.01, 5e-4));
    }

    private static GnnSpec spec(String model) {
        GnnSpec gcn = GnnSpec.of(new Aggregation.Gcn(), 2, 16)
                .withPrediction(Prediction.ofVertices(false))
                .withDropout(new Dropout(0.5, 0.5, 0))
                .withSeed(1);
        return switch (model) {
            case "gcn16" -> gcn;
            case "gcn64" ->
                GnnSpec.of(new Aggregation.Gcn(), 2, 64)
                        .withPrediction(Prediction.ofVertices(false))
                        .withDropout(new Dropout(0.5, 0.5, 0));
            case "gcn3x64norm" ->
                GnnSpec.of(new Aggregation.Gcn(), 3, 64).withLayering(Layering.thenLayerNorm(Activation.RELU));
            case "gat8x8" ->
                GnnSpec.of(new Aggregation.Gat(8, true, false, 0.6), 2, 64)
                        .withLayering(Layering.plain(Activation.ELU))
                        .withPrediction(Prediction.ofVertices(false))
                        .withDropout(new Dropout(0.6, 0.6, 0));
            case "sage16" ->
                GnnSpec.of(new Aggregation.Sage(false), 2, 16)
                        .withPrediction(Prediction.ofVertices(false))
                        .withDropout(new Dropout(0.5, 0.5, 0));
            case "resgcn10x128" ->
                GnnSpec.of(new Aggregation.GenConv(0.1, false), 10, 128)
                        .withLayering(Layering.residual(Activation.RELU))
                        .withDropout(new Dropout(0, 0.5, 0));
            default -> throw new IllegalArgumentException("model " + model);
        };
    }

    private static Graph graph() throws IOException {
        GraphBuilder builder = GraphBuilder.over(VERTICES, false);
        String root = System.getenv("SEPRANK_DATA");
        Path file = Path.of(root == null ? "." : root, "golden", "graph_cora.edges");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] ends = line.split(" ");
                builder.edge(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
            }
        } else {
            SplittableRandom random = new SplittableRandom(1);
            for (int e = 0; e < EDGES; e++) {
                builder.edge(random.nextInt(VERTICES), random.nextInt(VERTICES));
            }
        }
        return builder.build();
    }

    private static FeatureMatrix features() {
        SplittableRandom random = new SplittableRandom(2);
        int[] offsets = new int[VERTICES + 1];
        int[] indices = new int[VERTICES * SET];
        double[] values = new double[VERTICES * SET];
        Arrays.setAll(offsets, i -> i * SET);
        Arrays.setAll(indices, k -> random.nextInt(WIDTH));
        Arrays.fill(values, 1.0 / SET);
        return FeatureMatrix.sparse(Csr.of(WIDTH, offsets, indices, values));
    }

    /** One step; the loss. */
    @Benchmark
    public double step() {
        return network.fitStep(batch, labels);
    }
}
