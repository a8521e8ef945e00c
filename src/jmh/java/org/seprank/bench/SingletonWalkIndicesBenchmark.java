package org.seprank.bench;

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
import org.seprank.walk.SingletonWalkIndices;
import org.seprank.walk.Triangles;

/**
 * Walk indices of all singletons, on all threads: on a real graph with 519,000 edges, and growth over power-law graphs
 * of doubling size.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class SingletonWalkIndicesBenchmark {
    /** A data set, or a specification of a family. */
    @Param({
        "tolokers",
        "family:power-law;n=25000;m=125000",
        "family:power-law;n=50000;m=250000",
        "family:power-law;n=100000;m=500000",
        "family:power-law;n=200000;m=1000000",
        "family:power-law;n=400000;m=2000000"
    })
    public String source;

    private Graph graph;

    /** Reads or makes the graph. */
    @Setup(Level.Trial)
    public void makeGraph() {
        graph = BenchGraphs.of(source);
    }

    /** Depth 3: degrees and triangles. */
    @Benchmark
    public SingletonWalkIndices depth3() {
        return SingletonWalkIndices.vertexPrediction(graph, 3);
    }

    /** Depth 4: codegrees. */
    @Benchmark
    public SingletonWalkIndices depth4() {
        return SingletonWalkIndices.vertexPrediction(graph, 4);
    }

    /** Triangles alone. */
    @Benchmark
    public Triangles triangles() {
        return Triangles.of(graph);
    }
}
