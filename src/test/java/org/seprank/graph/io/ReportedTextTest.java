package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seprank.graph.io.Reported.fault;
import static org.seprank.graph.io.Reported.ofEdge;
import static org.seprank.graph.io.Reported.ofGraph;
import static org.seprank.graph.io.Reported.ofVertex;
import static org.seprank.graph.io.Reported.read;
import static org.seprank.graph.io.Reported.warnings;
import static org.seprank.graph.io.Reported.weight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.ParallelEdges;

class ReportedTextTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void leftAndRightOfABipartiteListAreTwoSets() throws IOException {
        Graph graph = read("bipartite.konect").graph();
        assertThat(graph.vertexCount()).isEqualTo(5);
        assertThat(graph.edgeCount()).isEqualTo(4);
        assertThat(graph.dropped().selfLoops() + graph.dropped().duplicates()).isZero();
        assertThat(weight(graph, "left:2", "right:1")).isEqualTo(3);
        assertThat(ofVertex(graph, "left:3", "bipartite")).isEqualTo("0");
        assertThat(ofVertex(graph, "right:2", "bipartite")).isEqualTo("1");
    }

    @Test
    void idsOfABipartiteListThatDifferAnywayStay() throws IOException {
        Graph graph = read("bipartite-named.edges").graph();
        assertThat(graph.vertexCount()).isEqualTo(4);
        assertThat(ofVertex(graph, "go", "bipartite")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "src dst~TP53 MDM2~MDM2 EGFR, 1",
        "source target weight~a b 1~b c 2, 1",
        "# kept~FromNodeId ToNodeId~a b, 2",
        "from to~0 1~1 2, 1"
    })
    void wordsThatNameColumnsAreNoEdge(String text, int line) throws IOException {
        Path file = file("a.txt", text.replace('~', '\n'));
        assertThat(fault(file)).hasMessageContaining("line " + line + ": expected two vertices, found column names");
    }

    @Test
    void namesThatOccurAgainAreVertices() throws IOException {
        assertThat(GraphReader.graph(file("a.txt", "from to\nto via\nvia from\n"))
                        .vertexCount())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 2 1,5", "1\t2\t1,5", "a b 2,25", "1,5 2"})
    void decimalCommasBetweenBlanksAreRefused(String line) throws IOException {
        assertThat(fault(file("a.txt", line + "\n"))).hasMessageContaining("line 1: a comma inside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,1.5", "1, 2, 1.5", "1 2 1.5", "1 , 2 , 1.5", "1\t2\t1.5 "})
    void otherCommasSeparate(String line) throws IOException {
        Graph graph = GraphReader.graph(file("a.txt", line + "\n"));
        assertThat(weight(graph, "1", "2")).isEqualTo(1.5);
    }

    @Test
    void numbersWithLeadingZerosAreNames() throws IOException {
        Graph graph = GraphReader.graph(file("a.txt", "01001 01003\n1003 1005\n"));
        assertThat(graph.vertexCount()).isEqualTo(4);
        assertThat(graph.ids().id(0)).isEqualTo("01001");
        Graph table = GraphReader.graph(file("a.csv", "source,target,zip\n1,2,01001\n2,3,20001\n"));
        assertThat(Reported.written(table, folder.resolve("o.json"))).contains("\"zip\":\"01001\"");
    }

    @Test
    void dictionariesOfPythonAreAttributes() throws IOException {
        Graph graph = read("dictionaries.edgelist").graph();
        assertThat(graph.edgeCount()).isEqualTo(5);
        assertThat(weight(graph, "0", "1")).isEqualTo(1);
        assertThat(weight(graph, "1", "2")).isEqualTo(27);
        assertThat(weight(graph, "2", "3")).isEqualTo(0.5);
        assertThat(ofEdge(graph, "1", "2", "color")).isEqualTo("it's \"red\"");
        assertThat(ofEdge(graph, "1", "2", "ok")).isEqualTo("true");
        assertThat(ofEdge(graph, "1", "2", "none")).isEmpty();
        assertThat(ofEdge(graph, "3", "4", "pos")).isEqualTo("[1,[2.5,\"x\"]]");
        Graph pairs =
                GraphReader.graph(file("p.txt", "0 1 {'p': (1, 2), 'q': (np.float64(2.5), 3), 'r': ((1,), 2)}\n"));
        assertThat(ofEdge(pairs, "0", "1", "p")).isEqualTo("[1,2]");
        assertThat(ofEdge(pairs, "0", "1", "q")).isEqualTo("[2.5,3]");
        assertThat(ofEdge(pairs, "0", "1", "r")).isEqualTo("[[1],2]");
        assertThat(fault(file("a.txt", "0 1 {'weight': }\n"))).hasMessageContaining("expected a dictionary of Python");
    }

    @Test
    void aFourthColumnIsNamedAsLeftOut() throws IOException {
        GraphFile file = GraphReader.read(file("out.x", "% asym positive\n1 2 1 1082008561\n2 1 1 1082008600\n"));
        assertThat(file.graph().directed()).isTrue();
        assertThat(file.graph().edgeCount()).isEqualTo(2);
        assertThat(file.warnings()).containsExactly("the fourth column, such as a time stamp, is left out");
    }

    @Test
    void relationsAndModesOfPajekAreAttributes() throws IOException {
        GraphFile file = read("relations.net");
        Graph graph = file.graph();
        assertThat(ofEdge(graph, "ann", "bob", "relation")).isEqualTo("likes");
        assertThat(weight(graph, "ann", "bob")).isEqualTo(1.5);
        assertThat(ofEdge(graph, "cem", "dee", "relation")).isEqualTo("likes");
        assertThat(ofEdge(graph, "cem", "dee", "label")).isEqualTo("since school");
        assertThat(ofEdge(graph, "dee", "ann", "relation")).isEmpty();
        assertThat(ofVertex(graph, "bob", "bipartite")).isEqualTo("0");
        assertThat(ofVertex(graph, "cem", "bipartite")).isEqualTo("1");
        assertThat(ofGraph(graph, "name")).isEqualTo("family");
        assertThat(file.warnings())
                .containsExactlyInAnyOrder(
                        "the times of vertices and edges are left out",
                        "of edges between the same vertices in several relations one is kept");
    }

    @Test
    void partitionsAndVectorsOfAPajekProjectAreAttributes() throws IOException {
        GraphFile file = read("project.paj");
        Graph graph = file.graph();
        assertThat(graph.edgeCount()).isEqualTo(2);
        assertThat(ofVertex(graph, "b", "classes")).isEqualTo("2");
        assertThat(ofVertex(graph, "c", "vector")).isEqualTo("-1");
        assertThat(file.warnings()).containsExactly("the section '*cluster' is left out");
        assertThat(fault(file("a.paj", "*Vertices 2\n*Edges\n1 2\n*Partition p\n*Vertices 3\n1\n1\n1\n")))
                .hasMessageContaining("line 5: 'p' is of 3 vertices, the network of 2");
    }

    @Test
    void metisHasWholeWeightsThatBothEndsAgreeOn() throws IOException {
        Graph real = GraphReader.graph(file("w.txt", "0 1 0.5\n1 2 -2\n"));
        assertThat(warnings(real, folder.resolve("o.metis"))).anyMatch(text -> text.contains("an edge weighs 0.5"));
        assertThat(Files.readString(folder.resolve("o.metis"))).startsWith("3 2\n");
        assertThat(fault(file("a.metis", "3 2 1\n2 5\n1 6 3 1\n2 1\n")))
                .hasMessageContaining("line 3: vertex 2 gives its edge to 1 the weight 6, vertex 1 the weight 5");
    }

    @Test
    void oppositeArcsThatBecomeOneEdgeAreNamed() throws IOException {
        Graph graph = GraphReader.graph(file("a.txt", "# Directed graph\n0 1 1\n1 0 5\n1 2 2\n"));
        Written written = GraphWriter.write(graph, folder.resolve("o.metis"));
        assertThat(written.graph().edgeCount()).isEqualTo(2);
        assertThat(written.warnings())
                .contains("1 pairs of opposite edges become one edge each")
                .contains("of opposite edges the weight of the first is kept, such as 1 from 0 to 1, not 5 back");
    }

    @ParameterizedTest
    @CsvSource({"FIRST, 2", "SUM, 9.5", "MAX, 4.5"})
    void parallelEdgesAreJoinedAsAsked(ParallelEdges rule, double expected) throws IOException {
        ReadOptions options = ReadOptions.defaults().withParallelEdges(rule);
        Graph graph = GraphReader.read(Reported.file("parallel.csv"), options).graph();
        assertThat(weight(graph, "a", "b")).isEqualTo(expected);
        assertThat(ofEdge(graph, "a", "b", "note")).isEqualTo("first");
        assertThat(weight(graph, "b", "c")).isEqualTo(1);
        assertThat(graph.dropped().duplicates()).isEqualTo(2);
        Graph numbers = GraphReader.read(file("a.txt", "1 2 2\n1 2 3\n2 1 4.5\n"), options)
                .graph();
        assertThat(weight(numbers, "1", "2")).isEqualTo(expected);
    }

    @Test
    void theSumOfEdgesWithoutWeightsCountsThem() throws IOException {
        ReadOptions options = ReadOptions.defaults().withParallelEdges(ParallelEdges.SUM);
        Graph graph =
                GraphReader.read(file("a.txt", "1 2\n2 1\n2 3\n"), options).graph();
        assertThat(weight(graph, "1", "2")).isEqualTo(2);
        assertThat(weight(graph, "2", "3")).isEqualTo(1);
        Path large = file("b.txt", "1 2 1e308\n2 1 1e308\n");
        assertThatThrownBy(() -> GraphReader.read(large, options))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("no finite sum");
    }

    @ParameterizedTest
    @CsvSource({"Direkted", "undir", "Directed~friend", "friend~Undirected"})
    void aTypeThatIsNearlyADirectionIsRefused(String types) throws IOException {
        StringBuilder table = new StringBuilder("Source,Target,Type\n");
        for (String type : types.split("~", -1)) {
            table.append("a,b,").append(type).append('\n');
        }
        assertThat(fault(file("a.csv", table.toString()))).hasMessageContaining("beside Directed and Undirected");
    }

    @Test
    void aTypeOfAnotherMeaningIsAnAttribute() throws IOException {
        Graph graph = GraphReader.graph(file("a.csv", "Source,Target,Type\na,b,friend\nb,c,\n"));
        assertThat(ofEdge(graph, "a", "b", "Type")).isEqualTo("friend");
    }

    @Test
    void textAfterASparse6GraphIsRefused() throws IOException {
        assertThat(GraphReader.graph(file("a.s6", ":Fa@x^\n")).edgeCount()).isEqualTo(4);
        assertThat(fault(file("a.s6", ":Fa@x^graph\n")))
                .hasMessageContaining("characters too many after the last edge");
    }

    @Test
    void attributesOfTheGraphSurviveInLemonAndAreNamedWhereTheyDoNot() throws IOException {
        GraphBuilder builder = GraphBuilder.over(2, false);
        builder.edge(0, 1);
        builder.attributes().value("crs", 0, "epsg:4326").value("name", 0, "two words");
        Graph graph = builder.build();
        assertThat(ofGraph(Reported.again(graph, folder.resolve("o.lgf")), "crs"))
                .isEqualTo("epsg:4326");
        assertThat(warnings(graph, folder.resolve("o.txt"))).contains("the graph attributes are left out: crs, name");
        assertThat(warnings(graph, folder.resolve("o.gexf"))).containsExactly("the graph attributes are left out: crs");
        assertThat(ofGraph(Reported.again(graph, folder.resolve("o.net")), "name"))
                .isEqualTo("two words");
    }

    @Test
    void bytesThatAreNotUtf8AreFoundInTheirLine() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            text.append("a").append(i).append(" b\n");
        }
        byte[] bytes = (text + "caf\u00e9 b\nb c\n").getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("a.txt"), bytes);
        assertThat(fault(file)).hasMessageContaining("line 5001: bytes that are not UTF-8 text");
    }

    @Test
    void messagesAreOneShortLine() throws IOException {
        String line = "\u009b31m" + "x".repeat(100_000) + "\u2028";
        assertThat(fault(file("a.col", "p " + line + " 1 2\n")).getMessage())
                .hasSizeLessThan(700)
                .contains("\\u009b31m")
                .doesNotContain("\u009b");
    }

    @Test
    void decimalCommasOfATableHaveTheirRemedy() throws IOException {
        assertThat(fault(file("a.csv", "Source;Target;Weight\na;b;1,5\n")).hint())
                .isEqualTo("write decimals with a point");
    }
}
