package org.seprank.spark.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.graph.io.GraphReader;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.backbone.Disparity;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.rewire.score.LocalRank;
import org.seprank.rewire.score.ScoreSparsifier;
import org.seprank.rewire.score.Similarity;
import org.seprank.rewire.walk.WalkIndexSparsifier;
import org.seprank.spark.session.Place;
import org.seprank.walk.Target;
import org.seprank.walk.Triangles;
import org.seprank.walk.WalkIndex;

class BlockGraphTest {
    private static final Path SHARED =
            Path.of(System.getProperty("seprank.home", "."), "..", "shared").normalize();
    private static final List<String> GOLDEN = List.of(
            "karate", "er_n12_p30_s2", "er_n20_p20_s4", "ba_n20_m2_s2", "barbell_5_2", "iso_n28_ba20_s12", "grid_4x5");

    @TempDir
    static Path folder;

    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        SparkSession session = Place.of("local[2]").open("test");
        spark = new JavaSparkContext(session.sparkContext());
        spark.setLogLevel("ERROR");
        spark.setCheckpointDir(folder.resolve("checkpoints").toString());
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static List<BlockGraph.WeightedEdge> edges(Graph graph) {
        return IntStream.range(0, graph.edgeCount())
                .mapToObj(e -> new BlockGraph.WeightedEdge(graph.source(e), graph.target(e), graph.weight(e)))
                .toList();
    }

    private static BlockGraph blocks(Graph graph, int parts) {
        return BlockGraph.of(spark.parallelize(edges(graph), 2), graph.vertexCount(), parts, graph.weighted());
    }

    private static Graph golden(String name) throws IOException {
        List<String> lines = Files.readAllLines(SHARED.resolve("golden/graph_" + name + ".edges"));
        int n = name.startsWith("iso_n28")
                ? 28
                : 1
                        + lines.stream()
                                .flatMap(line -> Stream.of(line.split(" ", -1)))
                                .mapToInt(Integer::parseInt)
                                .max()
                                .orElseThrow();
        GraphBuilder builder = GraphBuilder.over(n, false);
        for (String line : lines) {
            String[] ends = line.split(" ", -1);
            builder.edge(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
        }
        return builder.build();
    }

    static List<Graph> graphs() throws IOException {
        List<Graph> graphs = new ArrayList<>();
        for (String name : GOLDEN) {
            graphs.add(golden(name));
        }
        graphs.add(GraphFamily.parse("barabasi-albert,n=60,m=3", 4));
        graphs.add(Graph.undirected(4, new int[][] {{0, 2}}));
        return graphs;
    }

    private static void assertSame(Graph graph, int parts, boolean deep) {
        BlockGraph blocks = blocks(graph, parts);
        assertThat(blocks.edgeCount()).isEqualTo(graph.edgeCount());
        int n = graph.vertexCount();
        VertexSet half = VertexSet.of(n, IntStream.range(0, n / 2).toArray());
        VertexSet last = VertexSet.of(n, n - 1);
        List<Starts.Label> labels = new ArrayList<>(List.of(new Starts.Label(n - 1, 1)));
        IntStream.range(0, n / 2).forEach(v -> labels.add(new Starts.Label(v, 0)));
        Starts starts = Starts.of(blocks, spark.parallelize(labels, 2), 2);
        assertThat(starts.sizes()[1]).isEqualTo(half.boundary(graph).size());
        for (Target target : List.of(Target.graph(), Target.vertex(1))) {
            BitSet ends = new BitSet();
            if (target instanceof Target.AtVertex at) {
                ends.set(at.t());
            }
            int depth = deep ? 64 : 6;
            BigInteger[][] counts = BlockWalks.count(blocks, ends, starts, depth - 1);
            assertThat(counts[1]).containsExactly(WalkIndex.byDepth(graph, half, target, depth));
            assertThat(counts[2]).containsExactly(WalkIndex.byDepth(graph, last, target, depth));
        }
        long[] triangles = new long[n];
        blocks.blocks()
                .join(BlockTriangles.perEntry(blocks))
                .values()
                .map(t -> new Object[] {t._1(), BlockTriangles.perVertex(t._1(), t._2())})
                .collect()
                .forEach(some -> {
                    long[] counts = (long[]) some[1];
                    for (int i = 0; i < counts.length; i++) {
                        triangles[((Block) some[0]).vertex(i)] = counts[i];
                    }
                });
        Triangles expected = Triangles.of(graph);
        assertThat(triangles)
                .isEqualTo(IntStream.range(0, n).mapToLong(expected::at).toArray());
        starts.close();
        blocks.close();
    }

    @Test
    void walksAndTrianglesAreThoseOfOneMachine() throws IOException {
        for (int parts : new int[] {1, 3, 8}) {
            assertSame(golden("karate"), parts, false);
        }
        for (Graph graph : graphs()) {
            assertSame(graph, 3, false);
        }
    }

    @Test
    void countsBeyond64BitsAreExact() throws IOException {
        assertSame(golden("karate"), 3, true);
    }

    private static List<List<Integer>> pairs(EditList edits) {
        List<List<Integer>> pairs = new ArrayList<>();
        edits.forEach(edit -> pairs.add(List.of(edit.u(), edit.v())));
        return pairs;
    }

    private static List<List<Integer>> pairs(List<long[]> edges) {
        return edges.stream().map(e -> List.of((int) e[0], (int) e[1])).toList();
    }

    private static void assertRounds(Graph graph, int... manyParts) {
        List<List<Integer>> expected = pairs(WalkIndexSparsifier.of(2).sparsify(graph, Budget.all()));
        for (int parts : manyParts) {
            assertThat(pairs(DegreeRounds.order(blocks(graph, parts), 1000)))
                    .as("%s in %d blocks", graph, parts)
                    .isEqualTo(expected);
        }
    }

    @Test
    void roundsAreTheOrderOfTheAlgorithm() throws IOException {
        assertRounds(golden("grid_4x5"), 1, 3, 8);
        assertRounds(golden("karate"), 3);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("graphs")
    void roundsAreTheOrderOfTheAlgorithmOnAllGoldenGraphs(Graph graph) {
        assertRounds(graph, 1, 3, 8);
    }

    @Test
    void chunksAreThoseOfOneMachine() throws IOException {
        for (int parts : new int[] {1, 3, 8}) {
            assertChunks(golden("karate"), parts);
        }
        for (Graph graph : graphs()) {
            assertChunks(graph, 3);
        }
    }

    private static void assertChunks(Graph graph, int parts) {
        int chunk = Math.max(1, graph.edgeCount() / 3);
        List<List<Integer>> expected =
                pairs(WalkIndexSparsifier.of(2, RemovalRules.defaults().withChunk(chunk))
                        .sparsify(graph, Budget.all()));
        List<long[]> removed = new ArrayList<>();
        DegreeChunks.run(blocks(graph, parts), graph.edgeCount(), chunk, removed::addAll);
        assertThat(pairs(removed)).as("%s in %d blocks", graph, parts).isEqualTo(expected);
    }

    private static List<BlockScores.OrderedEdge> order(Graph graph, int parts, EdgeScoring scoring) {
        BlockGraph blocks = blocks(graph, parts);
        List<BlockScores.OrderedEdge> order =
                new ArrayList<>(BlockScores.order(blocks, scoring, 7).collect());
        order.sort(Comparator.comparingLong(BlockScores.OrderedEdge::order));
        blocks.close();
        return order;
    }

    private static void assertOrder(Graph graph, EdgeScoring scoring, EdgeScore score, int... manyParts) {
        EditList expected = new ScoreSparsifier(score, RemovalRules.defaults()).sparsify(graph, Budget.all());
        for (int parts : manyParts) {
            List<BlockScores.OrderedEdge> order = order(graph, parts, scoring);
            assertThat(order.stream().map(edge -> List.of(edge.u(), edge.v())).toList())
                    .as("%s, %d blocks", scoring, parts)
                    .isEqualTo(pairs(expected));
            for (int i = 0; i < order.size(); i++) {
                assertThat(order.get(i).score()).isEqualTo(expected.score(i).orElseThrow() + 0.0);
                assertThat(order.get(i).order()).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void scoresAreThoseOfOneMachine() throws IOException {
        Graph iso = golden("iso_n28_ba20_s12");
        assertOrder(golden("karate"), EdgeScoring.LOCAL_SIMILARITY, LocalRank.SIMILARITY, 1, 3, 8);
        assertOrder(iso, EdgeScoring.LOCAL_DEGREE, LocalRank.DEGREE, 1, 8);
        assertOrder(iso, EdgeScoring.JACCARD, Similarity.JACCARD, 3);
        assertOrder(iso, EdgeScoring.TRIANGLES, Similarity.TRIANGLES, 3);
        assertOrder(weighted(), EdgeScoring.DISPARITY, new Disparity(), 1, 3);
        assertOrder(iso, EdgeScoring.DISPARITY, new Disparity(), 3);
    }

    private static Graph weighted() {
        GraphBuilder builder = GraphBuilder.over(20, false);
        Graph plain = GraphFamily.parse("barabasi-albert,n=20,m=4", 1);
        for (int e = 0; e < plain.edgeCount(); e++) {
            builder.edge(plain.source(e), plain.target(e), 0.1 + (e * 37 % 11));
        }
        return builder.build();
    }

    /** Of each there is but one order, whatever the number of blocks; the survivors have the shape that they should. */
    @ParameterizedTest
    @ValueSource(strings = {"random", "dspar", "k-neighbour", "spanning-forest"})
    void randomOrdersDoNotDependOnTheNumberOfBlocks(String name) throws IOException {
        EdgeScoring scoring = EdgeScoring.of(name);
        Graph graph = golden("karate");
        List<BlockScores.OrderedEdge> order = order(graph, 1, scoring);
        assertThat(order(graph, 8, scoring)).isEqualTo(order);
        Set<List<Integer>> all = new HashSet<>();
        order.forEach(edge -> all.add(List.of(edge.u(), edge.v())));
        assertThat(all).hasSize(graph.edgeCount());
        if (scoring == EdgeScoring.SPANNING_FOREST) {
            IntFunction<Graph> kept = count -> Graph.undirected(
                    34,
                    order.subList(order.size() - count, order.size()).stream()
                            .map(edge -> new int[] {edge.u(), edge.v()})
                            .toArray(int[][]::new));
            assertThat(Components.of(kept.apply(33)).count()).isEqualTo(1);
        }
        if (scoring == EdgeScoring.K_NEIGHBOUR) {
            Set<Integer> touched = new HashSet<>();
            order.stream()
                    .filter(edge -> edge.score() > -1)
                    .forEach(edge -> touched.addAll(List.of(edge.u(), edge.v())));
            assertThat(touched).hasSize(34);
        }
    }

    @Test
    void loopsAreLeftOutAndOfRepeatedEdgesTheLightestStays() {
        List<BlockGraph.WeightedEdge> edges = List.of(
                new BlockGraph.WeightedEdge(0, 0, 1),
                new BlockGraph.WeightedEdge(1, 0, 3),
                new BlockGraph.WeightedEdge(0, 1, 2),
                new BlockGraph.WeightedEdge(1, 2, 5));
        BlockGraph blocks = BlockGraph.of(spark.parallelize(edges, 3), 4, 2, true);
        assertThat(blocks.edgeCount()).isEqualTo(2);
        Block first = blocks.blocks().lookup(0).get(0);
        assertThat(first.weights).containsExactly(2, 5);
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(strings = {"cora", "pubmed"})
    void publicGraphsAreAsOnOneMachine(String name) throws IOException {
        Graph graph = name.equals("cora")
                ? golden("cora")
                : GraphReader.graph(SHARED.resolve("data/planetoid/ind.pubmed.graph"));
        for (int parts : new int[] {1, 3, 8}) {
            assertSame(graph, parts, false);
        }
        int chunk = graph.edgeCount() / 10;
        List<long[]> removed = new ArrayList<>();
        DegreeChunks.run(blocks(graph, 3), graph.edgeCount(), chunk, removed::addAll);
        assertThat(pairs(removed))
                .isEqualTo(
                        pairs(WalkIndexSparsifier.of(2, RemovalRules.defaults().withChunk(chunk))
                                .sparsify(graph, Budget.all())));
        assertOrder(graph, EdgeScoring.LOCAL_SIMILARITY, LocalRank.SIMILARITY, 1, 3, 8);
        if (name.equals("cora")) {
            assertThat(pairs(DegreeRounds.order(blocks(graph, 3), 10_000)))
                    .isEqualTo(pairs(WalkIndexSparsifier.of(2).sparsify(graph, Budget.all())));
        }
    }
}
