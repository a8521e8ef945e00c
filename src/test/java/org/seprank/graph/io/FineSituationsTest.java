package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seprank.graph.io.Reported.ofEdge;
import static org.seprank.graph.io.Reported.ofVertex;
import static org.seprank.graph.io.Reported.weight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexIds;

/** What users met in other programs and what has always been right here. */
class FineSituationsTest {
    @TempDir
    Path folder;

    private Graph read(String name, String text) throws IOException {
        return GraphReader.graph(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void gapsInIdsAreNoVertices() throws IOException {
        Graph graph = read("a.txt", "1 1000000000\n5 1\n");
        assertThat(graph.vertexCount()).isEqualTo(3);
        assertThat(graph.ids().id(2)).isEqualTo("1000000000");
        assertThat(Reported.again(graph, folder.resolve("o.graphml")).ids().vertex("5"))
                .hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "% asym unweighted, true",
        "% sym positive, false",
        "# Directed graph (each unordered pair), true",
        "# Undirected graph: x, false"
    })
    void headersSayWhetherEdgesHaveDirections(String header, boolean directed) throws IOException {
        Graph graph = read("a.txt", header + "\n1 2\n2 1\n2 3\n");
        assertThat(graph.directed()).isEqualTo(directed);
        assertThat(graph.edgeCount()).isEqualTo(directed ? 3 : 2);
    }

    @ParameterizedTest
    @CsvSource({
        "coordinate pattern symmetric, '3 3 2~2 1~3 2', false, 2, 1",
        "coordinate real general, '3 3 2~1 2 0.5~2 1 2', true, 2, 0.5",
        "coordinate integer symmetric, '% c~~3 3 2~2 1 7~1 1 9', false, 1, 7",
        "Coordinate Real Symmetric, '3 3 1~2 1 0', false, 1, 0"
    })
    void headersOfMatrixMarketAreHeeded(String header, String body, boolean directed, int edges, double weight)
            throws IOException {
        Graph graph = read("a.mtx", "%%MatrixMarket matrix " + header + "\n" + body.replace('~', '\n') + "\n");
        assertThat(graph.directed()).isEqualTo(directed);
        assertThat(graph.vertexCount()).isEqualTo(3);
        assertThat(graph.edgeCount()).isEqualTo(edges);
        assertThat(weight(graph, "1", "2")).isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource({
        "'2 1~2~1', 1, ''",
        "'2 1 1~2 5~1 5', 5, ''",
        "'2 1 10~4 2~6 1', 1, weight",
        "'2 1 11~4 2 5~6 1 5', 5, weight",
        "'2 1 111 2~9 4 3 2 5~9 6 3 1 5', 5, weight2",
        "'% c~2 1 100~9 2~8 1', 1, size"
    })
    void formatsOfMetisAreHeeded(String text, double weight, String column) throws IOException {
        Graph graph = read("a.metis", text.replace('~', '\n') + "\n");
        assertThat(weight(graph, "1", "2")).isEqualTo(weight);
        if (!column.isEmpty()) {
            assertThat(graph.vertexAttributes().has(column)).isTrue();
        }
    }

    @Test
    void grammarOfDotIsHeeded() throws IOException {
        Graph graph = read("a.dot", """
                Strict DiGraph "x y" { Node [a=1] ; EDGE [w=2], p -> q -> { r s } [w=3]
                subgraph c { t -> u } -> -1.5; "a\\"b" -> "node" [l=<<b>x</b>>, flag] // e -> f
                /* g -> h */ t -> u }
                """);
        assertThat(graph.directed()).isTrue();
        assertThat(graph.vertexCount()).isEqualTo(9);
        assertThat(graph.edgeCount()).isEqualTo(7);
        assertThat(ofEdge(graph, "p", "q", "w")).isEqualTo("3");
        assertThat(ofEdge(graph, "t", "u", "w")).isEqualTo("2");
        assertThat(ofEdge(graph, "a\"b", "node", "l")).isEqualTo("<<b>x</b>>");
        assertThat(ofEdge(graph, "a\"b", "node", "flag")).isEqualTo("true");
        assertThat(ofVertex(graph, "-1.5", "a")).isEqualTo("1");
    }

    @Test
    void sectionsOfPajekAreHeeded() throws IOException {
        Graph graph = read("a.net", """
                % c
                *vertices 4
                1 "a b" 0.1 0.2 ellipse ic Red
                2 "c"
                3 d
                4 "e"
                *ARCS
                1 2 3
                *Edges
                2 3
                *Arcslist
                4 1 2
                *Edgeslist
                3 4
                """);
        assertThat(graph.directed()).isTrue();
        assertThat(graph.edgeCount()).isEqualTo(7);
        assertThat(weight(graph, "a b", "c")).isEqualTo(3);
        assertThat(ofVertex(graph, "a b", "ic")).isEqualTo("Red");
        assertThat(ofVertex(graph, "a b", "y")).isEqualTo("0.2");
        Graph matrix = read("b.net", "*Vertices 2\n*Matrix\n0 1.5\n0 0\n");
        assertThat(weight(matrix, "1", "2")).isEqualTo(1.5);
    }

    @Test
    void edgeIdsThatRepeatAreNoFault() throws IOException {
        String edge = "<edge id='e' source='a' target='%s'/>";
        String nodes = "<node id='a'/><node id='b'/><node id='c'/>";
        Graph graph = read(
                "a.graphml",
                "<graphml><graph edgedefault='undirected'>" + nodes + edge.replace("%s", "b") + edge.replace("%s", "c")
                        + "</graph></graphml>");
        assertThat(graph.edgeCount()).isEqualTo(2);
        assertThat(ofEdge(graph, "a", "c", "id")).isEqualTo("e");
        Path out = folder.resolve("o.graphml");
        GraphWriter.write(graph, out);
        assertThat(Files.readString(out)).contains("id=\"e\"", "id=\"e-2\"");
    }

    @Test
    void gexf13IsReadWithItsTypesAndDirections() throws IOException {
        Graph graph = read(
                "a.gexf",
                "<gexf xmlns='http://gexf.net/1.3' version='1.3'><graph defaultedgetype='directed'><attributes class='node'>"
                        + "<attribute id='0' title='n' type='integer'><default>7</default></attribute></attributes>"
                        + "<nodes><node id='a' label='A'/><node id='b'/></nodes><edges><edge source='a' target='b'"
                        + " weight='2.5'/><edge source='b' target='a' type='undirected'/></edges></graph></gexf>");
        assertThat(graph.directed()).isTrue();
        assertThat(graph.edgeCount()).isEqualTo(2);
        assertThat(weight(graph, "a", "b")).isEqualTo(2.5);
        assertThat(ofVertex(graph, "b", "n")).isEqualTo("7");
        assertThat(ofVertex(graph, "a", "label")).isEqualTo("A");
    }

    @ParameterizedTest
    @EnumSource(names = {"GRAPHML", "GEXF", "GML", "DOT", "JSON", "LEMON", "PAJEK", "CSV", "EDGE_LIST"})
    void unicodeIdsSurvive(GraphFormat format) throws IOException {
        GraphBuilder builder = GraphBuilder.over(VertexIds.of(List.of("Zürich", "東京", "🌍", "עברית")), false);
        builder.edge(0, 1);
        builder.edge(2, 3);
        Graph graph = builder.build();
        Path file = folder.resolve("o." + format.extensions().get(0));
        assertThat(GraphWriter.write(graph, file).warnings()).isEmpty();
        GraphAssert.assertSame(GraphReader.graph(file), graph);
    }
}
