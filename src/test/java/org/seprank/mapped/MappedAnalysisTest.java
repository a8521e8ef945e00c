package org.seprank.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.rewire.Budget;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.walk.WalkIndexSparsifier;
import org.seprank.walk.SingletonWalkIndices;
import org.seprank.walk.Target;
import org.seprank.walk.Triangles;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class MappedAnalysisTest {
    @TempDir
    Path folder;

    private MappedGraph mapped(Graph graph) throws IOException {
        return MappedFiles.of(graph, folder, 0);
    }

    private static BitSet bits(VertexSet set) {
        BitSet bits = new BitSet();
        set.stream().forEach(bits::set);
        return bits;
    }

    /** At depth 64 counts have hundreds of bits, so that several primes are needed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "karate",
                "barabasi-albert,n=400,m=3",
                "grid,rows=4,cols=5",
                "erdos-renyi,n=60,p=0.02",
                "complete,n=9"
            })
    void walkIndicesAreThoseOfTheGraphInMemory(String family) throws IOException {
        Graph graph = GraphFamily.parse(family, 3);
        MappedGraph mapped = mapped(graph);
        int n = graph.vertexCount();
        VertexSet first = VertexSet.of(n, 0, 1, 2, 3, 4);
        VertexSet second = VertexSet.of(n, n - 1);
        BitSet one = MappedWalks.boundary(mapped, bits(first));
        BitSet other = MappedWalks.boundary(mapped, bits(second));
        assertThat(one).isEqualTo(bits(first.boundary(graph)));
        for (Target target : List.of(Target.graph(), Target.vertex(2))) {
            BigInteger[][] counts =
                    MappedWalks.count(mapped, bits(target.ends(n)), List.of(one, other), 63, Progress.none());
            assertThat(counts[0]).containsExactly(WalkIndex.byDepth(graph, first, target, 64));
            assertThat(counts[1]).containsExactly(WalkIndex.byDepth(graph, second, target, 64));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"karate", "barabasi-albert,n=2000,m=5", "erdos-renyi,n=60,p=0.02", "complete,n=9", "star,n=50"})
    void trianglesAndSingletonsAreThoseOfTheGraphInMemory(String family) throws IOException {
        Graph graph = GraphFamily.parse(family, 3);
        MappedGraph mapped = mapped(graph);
        Triangles triangles = Triangles.of(graph);
        long[] alone = Parallel.single().call(() -> MappedTriangles.count(mapped, Progress.none()));
        long[] together = Parallel.of(3).call(() -> MappedTriangles.count(mapped, Progress.none()));
        long[] indices = MappedWalks.ofSingletons(mapped, 3, Progress.none());
        SingletonWalkIndices expected = SingletonWalkIndices.graphPrediction(graph, 3);
        for (int v = 0; v < graph.vertexCount(); v++) {
            assertThat(alone[v]).isEqualTo(triangles.at(v));
            assertThat(together[v]).isEqualTo(triangles.at(v));
            assertThat(indices[v]).isEqualTo(expected.longAt(v));
        }
    }

    @Test
    void singletonsBeyond64BitsAreAnError() throws IOException {
        MappedGraph mapped = mapped(GraphFamily.parse("complete,n=9", 0));
        assertThatThrownBy(() -> MappedWalks.ofSingletons(mapped, 64, Progress.none()))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("walk indices of depth 64 exceed 64 bits");
    }

    private static List<Edit> removed(MappedGraph graph, long budget, int chunk) throws IOException {
        List<Edit> edits = new ArrayList<>();
        ChunkedRemoval.run(graph, budget, chunk, (u, v) -> edits.add(Edit.remove(u, v)), Progress.none());
        return edits;
    }

    @ParameterizedTest
    @ValueSource(strings = {"karate", "barabasi-albert,n=100,m=3", "grid,rows=4,cols=5", "erdos-renyi,n=60,p=0.05"})
    void chunksOfOneEdgeAreTheAlgorithm(String family) throws IOException {
        Graph graph = GraphFamily.parse(family, 3);
        assertThat(removed(mapped(graph), graph.edgeCount(), 1))
                .isEqualTo(
                        WalkIndexSparsifier.of(2).sparsify(graph, Budget.all()).toList());
    }

    /** Each chunk against a sort of all edges that are left. */
    @ParameterizedTest
    @ValueSource(ints = {2, 7, 30, 1000})
    void chunksAreTheBestOfEachRanking(int chunk) throws IOException {
        Graph graph = GraphFamily.parse("barabasi-albert,n=100,m=3", 3);
        List<Edit> expected = new ArrayList<>();
        Graph left = graph;
        while (left.edgeCount() > 0) {
            Graph now = left;
            BitSet gone = new BitSet();
            IntStream.range(0, now.edgeCount())
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer e) -> -key(now, e)))
                    .limit(chunk)
                    .forEach(e -> {
                        expected.add(Edit.remove(now.source(e), now.target(e)));
                        gone.set(e);
                    });
            left = now.without(gone);
        }
        assertThat(removed(mapped(graph), graph.edgeCount(), chunk)).isEqualTo(expected);
        assertThat(removed(mapped(graph), 2L * chunk > 200 ? 200 : 2L * chunk, chunk))
                .isEqualTo(expected.subList(0, Math.min(200, 2 * chunk)));
    }

    private static long key(Graph graph, int e) {
        long a = graph.out().degree(graph.source(e));
        long b = graph.out().degree(graph.target(e));
        return (Math.min(a, b) << 32) | Math.max(a, b);
    }
}
