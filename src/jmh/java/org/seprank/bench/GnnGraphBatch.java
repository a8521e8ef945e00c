package org.seprank.bench;

import java.util.ArrayList;
import java.util.List;
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
import org.seprank.gnn.FittedSpec;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.TargetLabels;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Readout;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/**
 * One training step on 128 graphs of 32 vertices and 128 drawn edges, 49 dense features, three layers, mean readout.
 * {@code src/jmh/python/gnn_epoch.py} does the same in PyTorch.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 6, time = 3)
public class GnnGraphBatch {
    private static final int GRAPHS = 128;
    private static final int VERTICES = 32;
    private static final int FEATURES = 49;

    /** Which aggregation. */
    @Param({"gcn", "product"})
    public String aggregation = "";

    /** D_h. */
    @Param({"64"})
    public int width;

    /** How many threads share a step. */
    @Param({"1", "2"})
    public int threads;

    private GraphBatch batch = GraphBatch.of(Graph.undirected(1, new int[0][]), FeatureMatrix.constant(1, 1));
    private TargetLabels labels = TargetLabels.classes(new int[1], 1);
    private List<Network> network = List.of();

    /** Makes graphs and network. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(1);
        List<GraphBatch> graphs = new ArrayList<>();
        int[] classes = new int[GRAPHS];
        for (int g = 0; g < GRAPHS; g++) {
            GraphBuilder builder = GraphBuilder.over(VERTICES, false);
            for (int e = 0; e < 4 * VERTICES; e++) {
                builder.edge(random.nextInt(VERTICES), random.nextInt(VERTICES));
            }
            float[] x = new float[VERTICES * FEATURES];
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) (2 * random.nextDouble() - 1);
            }
            graphs.add(GraphBatch.of(builder.build(), FeatureMatrix.dense(FEATURES, x)));
            classes[g] = random.nextInt(2);
        }
        batch = GraphBatch.pack(graphs);
        labels = TargetLabels.classes(classes, 2);
        Aggregation kind = "gcn".equals(aggregation) ? new Aggregation.Gcn() : new Aggregation.Product();
        FittedSpec spec = GnnSpec.of(kind, 3, width)
                .withPrediction(Prediction.ofGraphs(Readout.MEAN))
                .fittedTo(TaskShape.of(FEATURES, 2));
        network = List.of(Network.of(spec, new Optimizer.Adam(1e-3, 0), Workers.of(threads)));
    }

    /** One step; the loss. */
    @Benchmark
    public double step() {
        return network.get(0).fitStep(batch, labels);
    }
}
