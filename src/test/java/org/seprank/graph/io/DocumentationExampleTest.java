package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;

/**
 * Examples from the documentation of the formats and of other tools that write them. The files say where they are from;
 * those that cannot: {@code nauty-formats.*} from formats.txt of nauty, {@code d3-*} from the force-directed graph of
 * D3 (Les Misérables, shortened), {@code networkx-node-link.json} written by NetworkX 3.6, {@code gephi-edges.csv} in
 * the form of Gephi's export of edges.
 */
class DocumentationExampleTest {
    @TempDir
    Path folder;

    private static Graph read(String name, GraphFormat format) throws IOException {
        try {
            GraphFile file = GraphReader.read(
                    Path.of(DocumentationExampleTest.class.getResource(name).toURI()));
            assertThat(file.format()).isEqualTo(format);
            return file.graph();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String edges(Graph graph) {
        StringBuilder edges = new StringBuilder();
        for (int e = 0; e < graph.edgeCount(); e++) {
            edges.append(e == 0 ? "" : " ")
                    .append(graph.ids().id(graph.source(e)))
                    .append('-')
                    .append(graph.ids().id(graph.target(e)));
        }
        return edges.toString();
    }

    private static String weights(Graph graph) {
        return IntStream.range(0, graph.edgeCount())
                .mapToObj(graph::weight)
                .toList()
                .toString();
    }

    @Test
    void snap() throws IOException {
        Graph graph = read("snap-web-google.txt", GraphFormat.EDGE_LIST);
        assertThat(graph.directed()).isTrue();
        assertThat(graph.vertexCount()).isEqualTo(875713);
        assertThat(edges(graph)).isEqualTo("0-11342 0-824020 0-867923 11342-0 11342-27469");
    }

    @Test
    void konect() throws IOException {
        Graph graph = read("konect-out.moreno", GraphFormat.EDGE_LIST);
        assertThat(graph.directed()).isTrue();
        assertThat(edges(graph)).isEqualTo("1-2 1-3 2-4 4-1");
        assertThat(weights(graph)).isEqualTo("[3.0, 2.0, 1.0, 1.0]");
    }

    @Test
    void networkxEdgeLists() throws IOException {
        Graph weighted = read("networkx-weighted.edgelist", GraphFormat.EDGE_LIST);
        assertThat(edges(weighted)).isEqualTo("a-b b-c");
        assertThat(weights(weighted)).isEqualTo("[7.0, 2.5]");
        Graph plain = read("networkx-data.edgelist", GraphFormat.EDGE_LIST);
        assertThat(plain.weighted()).isFalse();
        assertThat(edges(plain)).isEqualTo("0-1 1-2 2-3");
    }

    @Test
    void gephiTable() throws IOException {
        Graph graph = read("gephi-edges.csv", GraphFormat.CSV);
        assertThat(graph.directed()).isFalse();
        assertThat(edges(graph)).isEqualTo("1-2 1-3 2-3");
        assertThat(weights(graph)).isEqualTo("[1.0, 1.0, 2.5]");
        assertThat(graph.edgeAttributes().names()).containsExactly("Id", "Label");
        assertThat(graph.edgeAttributes().value("Label", 1)).hasValue("said \"yes\"");
        assertThat(graph.edgeAttributes().value("Label", 2)).hasValue("first, second");
    }

    @Test
    void graphmlPrimerAttributes() throws IOException {
        Graph graph = read("graphml-primer-attributes.graphml", GraphFormat.GRAPHML);
        assertThat(graph.directed()).isFalse();
        assertThat(edges(graph)).isEqualTo("n0-n1 n0-n2 n1-n3 n2-n3 n2-n4 n3-n5 n4-n5");
        assertThat(weights(graph)).isEqualTo("[1.0, 1.0, 2.0, 1.0, 1.0, 1.0, 1.1]");
        assertThat(graph.vertexAttributes().value("color", 0)).hasValue("green");
        assertThat(graph.vertexAttributes().value("color", 1)).hasValue("yellow");
        assertThat(graph.edgeAttributes().value("id", 2)).hasValue("e2");
    }

    @Test
    void graphmlPrimerNestedGraphs() throws IOException {
        Graph graph = read("graphml-primer-nested.graphml", GraphFormat.GRAPHML);
        assertThat(graph.vertexCount()).isEqualTo(5);
        // one edge has a direction, so all get one, and the others go both ways
        assertThat(graph.directed()).isTrue();
        assertThat(edges(graph)).isEqualTo("n0-n5 n1-n5::n0 n5::n0-n1 n5::n0-n5::n1 n5::n1-n5::n0");
    }

    @Test
    void gexfPrimer() throws IOException {
        Graph graph = read("gexf-primer-data.gexf", GraphFormat.GEXF);
        assertThat(graph.directed()).isTrue();
        assertThat(edges(graph)).isEqualTo("0-1 0-2 0-3 1-0 2-1");
        assertThat(graph.vertexAttributes().value("label", 3)).hasValue("BarabasiLab");
        assertThat(graph.vertexAttributes().value("frog", 0)).hasValue("true");
        assertThat(graph.vertexAttributes().value("frog", 3)).hasValue("false");
        assertThat(graph.vertexAttributes().type("indegree")).isEqualTo(Attributes.Type.REAL);
        assertThat(graph.edgeAttributes().names()).containsExactly("id");
        assertThat(graph.edgeAttributes().value("id", graph.edgeBetween(0, 3))).hasValue("4");
    }

    @Test
    void gml() throws IOException {
        Graph graph = read("himsolt.gml", GraphFormat.GML);
        assertThat(graph.directed()).isTrue();
        assertThat(edges(graph)).isEqualTo("node 1-node \"2\" node \"2\"-node 3 node 3-node 1");
        assertThat(graph.vertexAttributes().type("thisIsASampleAttribute")).isEqualTo(Attributes.Type.INTEGER);
        assertThat(graph.vertexAttributes().value("graphics.fill", 0)).hasValue("#ffffff");
        assertThat(graph.edgeAttributes().value("label", 2)).hasValue("Edge from node 3 to node 1");
    }

    @Test
    void dot() throws IOException {
        Graph graph = read("graphviz-guide.dot", GraphFormat.DOT);
        assertThat(graph.directed()).isTrue();
        assertThat(graph.vertexCount()).isEqualTo(8);
        assertThat(edges(graph))
                .isEqualTo("main-parse main-init main-cleanup main-printf parse-execute execute-make_string"
                        + " execute-printf execute-compare init-make_string");
        assertThat(graph.weight(0)).isEqualTo(8);
        assertThat(graph.vertexAttributes().value("shape", 0)).hasValue("box");
        assertThat(graph.edgeAttributes().value("label", graph.edgeBetween(0, 6)))
                .hasValue("100 times");
        assertThat(graph.edgeAttributes().value("color", graph.edgeBetween(0, 6)))
                .hasValue("red");
    }

    @Test
    void d3ById() throws IOException {
        Graph graph = read("d3-miserables.json", GraphFormat.JSON);
        assertThat(edges(graph)).isEqualTo("Myriel-Napoleon Myriel-Mlle.Baptistine Myriel-Valjean");
        assertThat(graph.edgeAttributes().value("value", 1)).hasValue("8");
        assertThat(graph.vertexAttributes().type("group")).isEqualTo(Attributes.Type.INTEGER);
    }

    @Test
    void d3ByIndex() throws IOException {
        Graph graph = read("d3-v3-miserables.json", GraphFormat.JSON);
        assertThat(edges(graph)).isEqualTo("0-1 0-2");
        assertThat(graph.vertexAttributes().value("name", 2)).hasValue("Mlle.Baptistine");
    }

    @Test
    void networkxNodeLink() throws IOException {
        Graph graph = read("networkx-node-link.json", GraphFormat.JSON);
        assertThat(graph.directed()).isTrue();
        assertThat(edges(graph)).isEqualTo("A-B");
        assertThat(graph.weight(0)).isEqualTo(0.5);
        assertThat(graph.vertexAttributes().value("tags", 2)).hasValue("[\"x\",\"y\"]");
        assertThat(graph.vertexAttributes().type("b")).isEqualTo(Attributes.Type.BOOLEAN);
    }

    @Test
    void dimacsShortestPaths() throws IOException {
        Graph graph = read("dimacs-challenge.gr", GraphFormat.DIMACS);
        assertThat(graph.directed()).isTrue();
        assertThat(edges(graph)).isEqualTo("1-2 1-3 2-4 3-5 4-3 4-6 5-2 5-6");
        assertThat(weights(graph)).isEqualTo("[17.0, 10.0, 2.0, 0.0, 0.0, 3.0, 0.0, 20.0]");
    }

    @Test
    void dimacsColouring() throws IOException {
        Graph graph = read("myciel3.col", GraphFormat.DIMACS);
        assertThat(graph.directed()).isFalse();
        assertThat(graph.vertexCount()).isEqualTo(11);
        assertThat(graph.edgeCount()).isEqualTo(20);
        assertThat(graph.out().degree(10)).isEqualTo(5);
    }

    @Test
    void nautyFormats() throws IOException {
        Graph dense = read("nauty-formats.g6", GraphFormat.GRAPH6);
        assertThat(dense.vertexCount()).isEqualTo(5);
        assertThat(edges(dense)).isEqualTo("0-2 0-4 1-3 3-4");
        Graph sparse = read("nauty-formats.s6", GraphFormat.SPARSE6);
        assertThat(sparse.vertexCount()).isEqualTo(7);
        assertThat(edges(sparse)).isEqualTo("0-1 0-2 1-2 5-6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nauty-formats.g6", "nauty-formats.s6"})
    void nautyFormatsAreWrittenByteForByte(String name) throws IOException, URISyntaxException {
        Path example = Path.of(getClass().getResource(name).toURI());
        Path copy = folder.resolve(name);
        GraphWriter.write(GraphReader.read(example).graph(), copy);
        assertThat(Files.readString(copy)).isEqualTo(Files.readString(example));
    }

    @Test
    void matrixMarket() throws IOException {
        Graph graph = read("nist-general.mtx", GraphFormat.MATRIX_MARKET);
        assertThat(graph.directed()).isTrue();
        assertThat(edges(graph)).isEqualTo("1-4 4-2 4-5");
        assertThat(weights(graph)).isEqualTo("[6.0, 250.5, 33.32]");
        assertThat(graph.dropped().selfLoops()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metis-manual-a.graph | false |
            metis-manual-b.graph | true  |
            metis-manual-c.graph | true  | weight
            metis-manual-d.graph | false | weight1,weight2,weight3
            """)
    void metis(String name, boolean weighted, String columns) throws IOException {
        Graph graph = read(name, GraphFormat.METIS);
        assertThat(edges(graph)).isEqualTo("1-2 1-3 1-5 2-3 2-4 3-4 3-5 4-6 4-7 5-6 6-7");
        assertThat(graph.dropped().duplicates()).isZero();
        String expected = weighted ? "[1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 3.0, 2.0, 5.0, 2.0, 6.0]" : weights(graph);
        assertThat(weights(graph)).isEqualTo(expected);
        assertThat(graph.weighted()).isEqualTo(weighted);
        assertThat(String.join(",", graph.vertexAttributes().names())).isEqualTo(columns == null ? "" : columns);
    }

    @Test
    void pajek() throws IOException {
        Graph graph = read("pajek-manual.net", GraphFormat.PAJEK);
        assertThat(graph.directed()).isTrue();
        assertThat(edges(graph)).isEqualTo("1-2 2-1 3-1 3-2 3-4 4-3");
        assertThat(graph.weight(graph.edgeBetween(3, 2))).isEqualTo(-2);
        assertThat(graph.dropped().selfLoops()).isEqualTo(1);
        assertThat(graph.vertexAttributes().value("y", 3)).hasValue("0.8563");
        assertThat(graph.vertexAttributes().value("shape", 0)).hasValue("ellipse");
    }

    @Test
    void lemon() throws IOException {
        Graph graph = read("lemon-manual.lgf", GraphFormat.LEMON);
        assertThat(graph.directed()).isTrue();
        assertThat(edges(graph)).isEqualTo("1-2 1-3 2-3");
        assertThat(graph.edgeAttributes().value("capacity", 1)).hasValue("12");
        assertThat(graph.vertexAttributes().value("title", 2)).hasValue("Third node");
        assertThat(graph.vertexAttributes().type("size")).isEqualTo(Attributes.Type.INTEGER);
    }
}
