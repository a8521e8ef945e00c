package org.seprank.bench;

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
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.TargetLabels;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/** How a full-batch training step of a two-layer GCN of width 16 grows with the number of edges; mean degree 20. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx10g")
@Warmup(iterations = 4)
@Measurement(iterations = 7)
public class GnnEdges {
    /** The number of edges. */
    @Param({"10000", "100000", "1000000", "10000000"})
    public int edges = 0;

    private GraphBatch batch = GraphBatch.of(Graph.undirected(1, new int[0][]), FeatureMatrix.constant(1, 1));
    private TargetLabels labels = TargetLabels.classes(new int[1], 1);
    private Network network = Network.of(
            GnnSpec.of(new Aggregation.Gcn(), 2, 16)
                    .withPrediction(Prediction.ofVertices(false))
                    .fittedTo(TaskShape.of(16, 2)),
            new Optimizer.Adam(0.01, 5e-4),
            Workers.of(Runtime.getRuntime().availableProcessors()));

    /** Makes the graph. */
    @Setup
    public void setUp() {
        int n = edges / 10;
        SplittableRandom random = new SplittableRandom(1);
        GraphBuilder builder = GraphBuilder.over(n, false).expectEdges(edges);
        for (int e = 0; e < edges; e++) {
            builder.edge(random.nextInt(n), random.nextInt(n));
        }
        float[] x = new float[n * 16];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextDouble();
        }
        batch = GraphBatch.of(builder.build(), FeatureMatrix.dense(16, x));
        int[] classes = new int[n];
        Arrays.setAll(classes, i -> i % 2);
        labels = TargetLabels.classes(classes, 2);
    }

    /** A million edges' worth of steps, one at least; the last loss. */
    @Benchmark
    public double step() {
        int steps = Math.max(1, 1_000_000 / edges);
        double loss = 0;
        for (int i = 0; i < steps; i++) {
            loss = network.fitStep(batch, labels);
        }
        return loss / steps;
    }
}
