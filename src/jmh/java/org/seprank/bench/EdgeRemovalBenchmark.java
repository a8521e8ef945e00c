package org.seprank.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.walk.EdgeRemovalEffect;
import org.seprank.walk.EdgeRemovalEffects;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

/** The ten edges of a real graph with 519,000 edges whose removal hurts half against half the most, on all threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class EdgeRemovalBenchmark {
    /** L. */
    @Param({"2", "3", "4", "6"})
    public int depth;

    private Graph graph;
    private VertexSet half;

    /** Reads the graph. */
    @Setup(Level.Trial)
    public void readGraph() {
        graph = BenchGraphs.of("tolokers");
        half = VertexSet.range(graph.vertexCount(), 0, graph.vertexCount() / 2 - 1);
    }

    /** The ten strongest effects on the walk index for graph prediction. */
    @Benchmark
    public List<EdgeRemovalEffect> strongestTen() {
        return EdgeRemovalEffects.over(graph, half, Target.graph(), depth).strongest(10, Progress.none());
    }
}
