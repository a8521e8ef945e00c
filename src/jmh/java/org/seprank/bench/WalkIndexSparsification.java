package org.seprank.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.walk.WalkIndexSparsifier;

/** The whole removal order of (L-1)-WIS. Graphs are those of {@link BenchGraphs}: {@code -p graph=cora -p depth=3}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class WalkIndexSparsification {
    @Param({
        "cora",
        "pubmed",
        "tolokers",
        "family:power-law;n=10000;m=100000",
        "family:power-law;n=100000;m=1000000",
        "family:power-law;n=1000000;m=10000000"
    })
    public String graph = "";

    @Param("2")
    public int depth;

    private Graph input = Graph.undirected(0, new int[0][]);

    @Setup
    public void load() {
        input = BenchGraphs.of(graph);
    }

    @Benchmark
    public EditList allEdges() {
        return WalkIndexSparsifier.of(depth).sparsify(input, Budget.all());
    }
}
