package org.seprank.graph.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.file.FormatException;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexIds;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;

class PartitionSpecTest {
    private static final Graph PATH = GraphFamily.parse("family:path,n=8", 0);
    private static final Graph KARATE = GraphFamily.parse("family:karate", 0);
    private static final Graph CLIQUES = GraphFamily.parse("family:two-cliques,k=8", 0);

    @TempDir
    private Path folder;

    private static List<Partition> partitions(String text, Graph graph) throws IOException {
        return PartitionSpec.parse(text).partitions(graph, 5);
    }

    private static VertexSet single(String text, Graph graph) throws IOException {
        List<Partition> partitions = partitions(text, graph);
        assertThat(partitions).hasSize(1);
        return partitions.get(0).vertices();
    }

    private static Graph named(String... ids) {
        return GraphBuilder.over(VertexIds.of(List.of(ids)), false).build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0-3 | 0,1,2,3", "0-3,7 | 0,1,2,3,7", "5 | 5", " 7 , 0 | 0,7", "2-2 | 2", "\"4\" | 4"})
    void idsAndRangesNameVertices(String text, String expected) throws IOException {
        int[] vertices = Arrays.stream(expected.split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();

        assertThat(single(text, PATH)).isEqualTo(VertexSet.of(8, vertices));
    }

    @Test
    void rangesRunOverIdsAndNotOverVertices() throws IOException {
        Graph graph = GraphBuilder.over(VertexIds.ascending(new long[] {-5, 10, 20, 31}), false)
                .build();

        assertThat(single("-5-20", graph)).isEqualTo(VertexSet.of(4, 0, 1, 2));
        assertThat(single("10-31", graph)).isEqualTo(VertexSet.of(4, 1, 2, 3));
    }

    @Test
    void quotedIdsMayHoldAnything() throws IOException {
        Graph graph = named("alice", "bob, the builder", "say \"hi\"", "singletons", "0-3", "file:x");

        assertThat(single("alice", graph)).isEqualTo(VertexSet.of(6, 0));
        assertThat(single("\"bob, the builder\",alice", graph)).isEqualTo(VertexSet.of(6, 0, 1));
        assertThat(single("\"say \"\"hi\"\"\"", graph)).isEqualTo(VertexSet.of(6, 2));
        assertThat(single("\"singletons\"", graph)).isEqualTo(VertexSet.of(6, 3));
        assertThat(single("0-3", graph)).isEqualTo(VertexSet.of(6, 4));
        assertThat(single("\"file:x\"", graph)).isEqualTo(VertexSet.of(6, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9 | the graph has no vertex '9'; its 8 vertices go from '0' to '7'",
                "0-9 | the graph has no vertex '9'",
                "3-1 | range 3-1 is empty",
                "1,,2 | the graph has no vertex ''",
                "bob | the graph has no vertex 'bob'",
                "\"0 | the quote in '\"0' is not closed",
                "0-7 | partition '0-7' has 8 of 8 vertices; it needs one at least and must leave one at least",
                "'' | is none of IDS, attribute:NAME",
                "singletons:3 | partition singletons has no parameter, found '3'",
                "spanning-tree | partition spanning-tree: needs the number of clusters, 2 or more, as spanning-tree:4",
                "girvan-newman:1 | needs the number of clusters, 2 or more",
                "spanning-tree:9 | spanning-tree:9 asks for more clusters than the graph has vertices, 8",
                "file: | partition file: needs a path",
                "attribute: | partition attribute: needs an attribute's name",
                "attribute:size | no attribute 'size', only []"
            })
    void mistakesAreNamed(String text, String message) {
        assertThatThrownBy(() -> partitions(text, PATH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aGraphWithoutVerticesHasNoPartition() {
        Graph empty = GraphBuilder.over(0, false).build();

        assertThatThrownBy(() -> partitions("0", empty)).hasMessageContaining("the graph has none");
        assertThatThrownBy(() -> partitions("singletons", empty)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> partitions("bisection", empty)).hasMessage("a graph with 0 vertices has no two parts");
    }

    @Test
    void ofTwoClassesThatAreEverythingTheFirstIsThePartition() throws IOException {
        List<Partition> factions = partitions("attribute:faction", KARATE);

        assertThat(factions).hasSize(1);
        assertThat(factions.get(0).name()).isEqualTo("faction=Mr. Hi");
        assertThat(factions.get(0).vertices()).isEqualTo(single("0-8,10-13,16,17,19,21", KARATE));
        assertThat(single("attribute:faction=Officer", KARATE))
                .isEqualTo(factions.get(0).vertices().complement());
    }

    @Test
    void eachOfSeveralClassesStandsAgainstTheRest() throws IOException {
        Graph graph = GraphFamily.parse("sbm,sizes=2+3+4,p_in=1,p_out=0.5", 1);
        List<Partition> blocks = partitions("attribute:block", graph);

        assertThat(blocks)
                .containsExactly(
                        new Partition("block=0", VertexSet.range(9, 0, 1)),
                        new Partition("block=1", VertexSet.range(9, 2, 4)),
                        new Partition("block=2", VertexSet.range(9, 5, 8)));
    }

    @Test
    void verticesWithoutAValueAreInNoClass() throws IOException {
        GraphBuilder builder = GraphBuilder.over(4, false);
        builder.vertexAttributes().value("a=b", 0, "x").value("a=b", 2, "y").column("none", textType());
        Graph graph = builder.build();

        assertThat(partitions("attribute:\"a=b\"", graph))
                .containsExactly(
                        new Partition("a=b=x", VertexSet.of(4, 0)), new Partition("a=b=y", VertexSet.of(4, 2)));
        assertThat(single("attribute:\"a=b\"=y", graph)).isEqualTo(VertexSet.of(4, 2));
        assertThatThrownBy(() -> partitions("attribute:none", graph))
                .hasMessage("attribute 'none' gives no vertex a class");
        assertThatThrownBy(() -> partitions("attribute:none=z", graph)).hasMessageContaining("has 0 of 4 vertices");
    }

    private static Attributes.Type textType() {
        return Attributes.Type.TEXT;
    }

    @Test
    void aSingleClassOfAllVerticesIsNoPartition() {
        GraphBuilder builder = GraphBuilder.over(2, false);
        builder.vertexAttributes().value("c", 0, "x").value("c", 1, "x");

        assertThatThrownBy(() -> partitions("attribute:c", builder.build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attribute 'c' puts all 2 vertices into the class 'c=x'; it must leave one at least");
    }

    private String file(String content) throws IOException {
        Path file = folder.resolve("partition.txt");
        Files.writeString(file, content);
        return "file:" + file;
    }

    @Test
    void aFileOfIdsIsOneSide() throws IOException {
        assertThat(single(file("# chosen\n3\n\n 5 \n"), PATH)).isEqualTo(VertexSet.of(8, 3, 5));
        assertThat(single(file("\"a b\"\nc\n"), named("a b", "c", "d"))).isEqualTo(VertexSet.of(3, 0, 1));
    }

    @Test
    void aFileOfIdsAndLabelsIsOnePartitionPerLabel() throws IOException {
        List<Partition> partitions = partitions(file("0 left\n7\tright side\n1 left\n3 middle\n"), PATH);

        assertThat(partitions)
                .containsExactly(
                        new Partition("left", VertexSet.of(8, 0, 1)),
                        new Partition("right side", VertexSet.of(8, 7)),
                        new Partition("middle", VertexSet.of(8, 3)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0;9 | line 2: the graph has no vertex '9'",
                "0;;0 | line 3: vertex '0' is already on line 1",
                "0 a;1 | line 2: expected an id and a label as before, found '1'",
                "0;1 a | line 2: expected one id as before, found '1 a'",
                "0;\"1 | line 2: the quote in '\"1' is not closed",
                "# nothing | it names no vertex"
            })
    void mistakesInAFileAreNamedWithTheirLine(String lines, String message) {
        assertThatThrownBy(() -> partitions(file(lines.replace(';', '\n')), PATH))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("partition.txt");
    }

    @Test
    void bytesThatAreNoTextAreNamedWithTheirLine() throws IOException {
        Path file = Files.write(folder.resolve("partition.txt"), new byte[] {'0', '\n', (byte) 0xe9, '\n'});
        assertThatThrownBy(() -> partitions("file:" + file, PATH))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("partition.txt: line 2: bytes that are not UTF-8 text");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> partitions("file:" + folder, PATH))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(folder + ": it is a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1", "0.0", "1e0", "Infinity", " ", "0 a b\n0"})
    void whatIsNoVertexIsRefused(String line) {
        assertThatThrownBy(() -> partitions(file(line), PATH)).isInstanceOf(FormatException.class);
    }

    @Test
    void aMissingFileIsAnInputError() {
        assertThatThrownBy(() -> partitions("file:" + folder.resolve("none"), PATH))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void singletonsAreAllVertices() throws IOException {
        List<Partition> singletons = partitions("singletons", PATH);

        assertThat(singletons).hasSize(8);
        assertThat(singletons.get(3)).isEqualTo(new Partition("3", VertexSet.of(8, 3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"label-propagation", "girvan-newman:2", "bisection"})
    void twoCliquesFallApartAtTheBridge(String text) throws IOException {
        assertThat(single(text, CLIQUES)).isEqualTo(VertexSet.range(16, 0, 7));
    }

    @Test
    void aSpanningTreeIsCutAtItsHeaviestEdges() throws IOException {
        GraphBuilder builder = GraphBuilder.over(6, false);
        builder.edge(0, 1, 1);
        builder.edge(1, 2, 9);
        builder.edge(2, 3, 1);
        builder.edge(3, 4, 8);
        builder.edge(4, 5, 1);

        assertThat(partitions("spanning-tree:3", builder.build()))
                .containsExactly(
                        new Partition("spanning-tree:3 #1", VertexSet.of(6, 0, 1)),
                        new Partition("spanning-tree:3 #2", VertexSet.of(6, 2, 3)),
                        new Partition("spanning-tree:3 #3", VertexSet.of(6, 4, 5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"label-propagation", "girvan-newman:4", "spanning-tree:4", "bisection"})
    void clustersOfAnyGraphAreDisjointAndTheSameEveryTime(String text) throws IOException {
        Graph graph = GraphFamily.parse("sbm,blocks=4,size=10,p_in=0.8,p_out=0.03", 3);
        List<Partition> partitions = partitions(text, graph);
        BitSet seen = new BitSet();
        for (Partition partition : partitions) {
            partition.vertices().stream().forEach(v -> {
                assertThat(seen.get(v)).isFalse();
                seen.set(v);
            });
        }

        assertThat(partitions(text, graph)).isEqualTo(partitions);
        assertThat(seen.cardinality()).isEqualTo(partitions.size() == 1 ? seen.cardinality() : 40);
    }

    @Test
    void theDirectionOfEdgesDoesNotCountForClusters() throws IOException {
        Graph directed = Graph.directed(6, new int[][] {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}});
        for (String text : List.of("girvan-newman:2", "bisection", "label-propagation")) {
            assertThat(single(text, directed)).isEqualTo(VertexSet.range(6, 0, 2));
        }
    }

    @Test
    void slowClusteringOfABigGraphIsRefusedWithAnEstimate() {
        Graph graph = GraphFamily.parse("erdos-renyi,n=3000,m=9000", 1);

        assertThatThrownBy(() -> partitions("girvan-newman:3", graph))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n m^2 = 2.4e+11 steps");
    }
}
