package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seprank.graph.io.GraphAssert.assertSame;
import static org.seprank.graph.io.Reported.again;
import static org.seprank.graph.io.Reported.fault;
import static org.seprank.graph.io.Reported.ofEdge;
import static org.seprank.graph.io.Reported.ofGraph;
import static org.seprank.graph.io.Reported.ofVertex;
import static org.seprank.graph.io.Reported.read;
import static org.seprank.graph.io.Reported.warnings;
import static org.seprank.graph.io.Reported.weight;
import static org.seprank.graph.io.Reported.written;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.LinkKey;

class ReportedMarkupTest {
    @TempDir
    Path folder;

    @Test
    void defaultsOfGraphMlFillEdgesWithAndWithoutWeight() throws IOException {
        Graph graph = read("edge-defaults.graphml").graph();
        assertThat(ofEdge(graph, "a", "b", "relation")).isEqualTo("road");
        assertThat(ofEdge(graph, "b", "c", "relation")).isEqualTo("rail");
        assertThat(weight(graph, "a", "b")).isEqualTo(2);
        assertThat(weight(graph, "b", "c")).isEqualTo(4);
        assertThat(ofVertex(graph, "a", "colour")).isEqualTo("red");
        assertThat(ofVertex(graph, "c", "colour")).isEqualTo("grey");
    }

    @Test
    void dataOfPortsAndNestedGraphsAreNotThoseOfTheVertex() throws IOException {
        GraphFile file = read("ports-and-nested.graphml");
        assertThat(ofVertex(file.graph(), "r0", "kind")).isEqualTo("router");
        assertThat(ofVertex(file.graph(), "g0", "kind")).isEqualTo("group");
        assertThat(ofEdge(file.graph(), "r0", "r1", "kind")).isEqualTo("cable");
        assertThat(ofGraph(file.graph(), "kind")).isEqualTo("outer");
        assertThat(ofGraph(file.graph(), "name")).isEqualTo("net");
        assertThat(file.warnings())
                .containsExactly("the ports of vertices are left out", "the data of nested graphs are left out");
    }

    @Test
    void labelsAndPlacesOfYedAreRead() throws IOException {
        GraphFile file = read("yed.graphml");
        assertThat(ofVertex(file.graph(), "n0", "label")).isEqualTo("Start");
        assertThat(ofVertex(file.graph(), "n0", "x")).isEqualTo("12.5");
        assertThat(ofVertex(file.graph(), "n0", "y")).isEqualTo("-4");
        assertThat(ofVertex(file.graph(), "n1", "label")).isEqualTo("End");
        assertThat(ofEdge(file.graph(), "n0", "n1", "label")).isEqualTo("then");
        assertThat(ofEdge(file.graph(), "n0", "n1", "id")).isEqualTo("e7");
        assertThat(file.warnings()).anyMatch(text -> text.contains("drawings of yEd"));
    }

    @Test
    void truthValuesHaveOneSpellingWhateverTheirOwn() throws IOException {
        Graph graph = read("booleans.graphml").graph();
        assertThat(graph.vertexAttributes().type("flag")).isEqualTo(Attributes.Type.BOOLEAN);
        for (String id : new String[] {"a", "b", "c"}) {
            assertThat(ofVertex(graph, id, "flag")).isEqualTo("true");
        }
        for (String id : new String[] {"d", "e"}) {
            assertThat(ofVertex(graph, id, "flag")).isEqualTo("false");
        }
        assertThat(graph.vertexAttributes().type("odd")).isEqualTo(Attributes.Type.TEXT);
        assertThat(ofVertex(graph, "a", "odd")).isEqualTo("yes");
        assertThat(written(graph, folder.resolve("b.json"))).contains("\"flag\":true", "\"flag\":false");
    }

    @Test
    void blocksAndListsOfGmlSurvive() throws IOException {
        Graph graph = read("blocks.gml").graph();
        assertThat(ofVertex(graph, "a", "graphics.x")).isEqualTo("1.5");
        assertThat(ofVertex(graph, "a", "pos")).isEqualTo("[1,2,3]");
        assertThat(ofVertex(graph, "b", "one")).isEqualTo("[7]");
        assertThat(ofVertex(graph, "b", "none")).isEqualTo("[]");
        assertThat(ofEdge(graph, "a", "b", "graphics.Line.point")).isEqualTo("[{\"x\":1,\"y\":2},{\"x\":3,\"y\":4}]");
        assertThat(ofGraph(graph, "label")).isEqualTo("layout");
        assertThat(ofGraph(graph, "graphics.width")).isEqualTo("10.5");
        Path out = folder.resolve("out.gml");
        assertThat(warnings(graph, out)).isEmpty();
        assertThat(Files.readString(out))
                .containsPattern("graphics \\[\\s+x 1\\.5\\s+y 2\\.5\\s+fill \"#FFCC00\"\\s+]")
                .doesNotContain("graphics.");
        assertSame(GraphReader.graph(out), graph);
    }

    @Test
    void namedEntitiesOfGmlAreCharacters() throws IOException {
        Graph graph = read("entities.gml").graph();
        assertThat(graph.ids().id(0)).isEqualTo("Café & über Ω… &unknown;");
        assertSame(again(graph, folder.resolve("out.gml")), graph);
    }

    @Test
    void newmansGmlIsReadByItsNumbersWhereLabelsRepeat() throws IOException {
        Graph graph = read("newman.gml").graph();
        assertThat(graph.directed()).isTrue();
        assertThat(graph.ids().id(2)).isEqualTo("3");
        assertThat(ofVertex(graph, "2", "label")).isEqualTo("Beak");
        assertThat(ofEdge(graph, "2", "1", "value")).isEqualTo("0.5");
    }

    @Test
    void drawingsIdsAndKindsOfGexfStay() throws IOException {
        Graph graph = read("gephi.gexf").graph();
        assertThat(ofVertex(graph, "10", "viz.position.x")).isEqualTo("1.5");
        assertThat(ofVertex(graph, "10", "Modularity Class")).isEqualTo("3");
        assertThat(ofEdge(graph, "12", "13", "id")).isEqualTo("0");
        assertThat(ofEdge(graph, "12", "13", "kind")).isEqualTo("works");
        assertThat(ofEdge(graph, "12", "13", "viz.thickness")).isEqualTo("2.5");
        assertThat(ofGraph(graph, "creator")).isEqualTo("Gephi 0.10.1");
        Path out = folder.resolve("out.gexf");
        GraphWriter.write(graph, out);
        assertThat(Files.readString(out))
                .contains("<viz:position x=\"1.5\" y=\"-2\" z=\"0\"/>", "<viz:size value=\"10.0\"/>")
                .contains("<viz:color r=\"1\" g=\"2\" b=\"3\" a=\"0.5\"/>", "<viz:shape value=\"disc\"/>")
                .contains("id=\"0\" source=\"12\" target=\"13\" label=\"colleague\" kind=\"works\"");
        Graph back = GraphReader.graph(out);
        assertThat(ofEdge(back, "12", "13", "id")).isEqualTo("0");
        assertThat(ofEdge(back, "13", "12", "kind")).isEqualTo("works");
        assertThat(ofGraph(back, "description")).isEqualTo("places of work");
    }

    @Test
    void edgesThatBecomeTwoGetIdsOfTheirOwn() throws IOException {
        Graph graph = read("gephi.gexf").graph(); // one edge is directed, so the others go both ways
        Path out = folder.resolve("out.graphml");
        assertThat(warnings(graph, out)).anyMatch(text -> text.contains("edge ids that occur twice"));
        assertThat(Files.readString(out)).containsOnlyOnce("id=\"0\"").containsOnlyOnce("id=\"0-2\"");
    }

    @Test
    void timesAndNestingOfGexfAreNamedAsLeftOut() throws IOException {
        GraphFile file = read("times.gexf");
        assertThat(file.graph().edgeCount()).isEqualTo(1);
        assertThat(file.warnings())
                .containsExactly(
                        "the times of vertices, edges and values are left out",
                        "what vertices are nested in is left out");
    }

    @Test
    void listsAndObjectsOfJsonStayWhatTheyAre() throws IOException {
        Graph graph = read("node-link-edges.json").graph();
        String text = written(graph, folder.resolve("out.json"));
        assertThat(text)
                .contains("\"pos\":[0.25,0.5]", "\"tags\":{\"a\":1,\"b\":[true,null]}", "\"path\":[[0,0],[1,1]]")
                .contains("\"graph\":{\"name\":\"t\",\"crs\":\"epsg:3857\"}");
        assertThat(warnings(graph, folder.resolve("out.graphml")))
                .contains("the lists or objects of 'pos' are written as text");
        assertThat(warnings(graph, folder.resolve("out.gml")))
                .contains("the lists or objects of 'path' are written as text");
    }

    @Test
    void idsThatAreListsAreNamedAsText() throws IOException {
        GraphFile file = GraphReader.read(Files.writeString(
                folder.resolve("grid.json"),
                "{\"nodes\":[{\"id\":[0,0]},{\"id\":[0,1]}],\"edges\":[{\"source\":[0,0],\"target\":[0,1]}]}"));
        assertThat(file.graph().edgeCount()).isEqualTo(1);
        assertThat(file.graph().ids().id(1)).isEqualTo("[0,1]");
        assertThat(file.warnings()).containsExactly("ids that are lists or objects are read as text");
    }

    @Test
    void whatNetworkxSaysOfMultigraphsInGmlIsNoAttribute() throws IOException {
        Graph graph = GraphReader.graph(Files.writeString(
                folder.resolve("a.gml"),
                "graph [ multigraph 1 node [ id 0 ] node [ id 1 ] edge [ source 0 target 1 ] ]"));
        assertThat(graph.attributes().names()).isEmpty();
        assertThat(graph.edgeCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"EDGES, edges, links", "LINKS, links, edges"})
    void nodeLinkNamesItsEdgesAsAsked(LinkKey key, String there, String missing) throws IOException {
        Graph graph = read("node-link-edges.json").graph();
        Path out = folder.resolve("out.json");
        GraphWriter.write(graph, out, GraphFormat.JSON, key);
        assertThat(Files.readString(out)).contains("\"" + there + "\":[").doesNotContain("\"" + missing + "\"");
        assertSame(GraphReader.graph(out), graph);
        assertThat(written(graph, out)).contains("\"edges\":[");
    }

    /** A number beside infinite ones stays a number. */
    @Test
    void infiniteValuesAreMissingAndNamed() throws IOException {
        GraphFile file = GraphReader.read(Files.writeString(
                folder.resolve("a.json"),
                "{\"nodes\":[{\"id\":0,\"x\":-Infinity},{\"id\":1,\"x\":1.5}],\"links\":[]}"));
        assertThat(ofVertex(file.graph(), "0", "x")).isEmpty();
        assertThat(ofVertex(file.graph(), "1", "x")).isEqualTo("1.5");
        assertThat(file.graph().vertexAttributes().type("x")).isEqualTo(Attributes.Type.REAL);
        assertThat(file.warnings()).containsExactly("infinite values of 'x' are left out");
    }

    /** As NetworkX wrote them before version 2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[\"name\",\"x\"],[\"year\",1999],[\"box\",[1,2]]] | name=x year=1999 box=[1,2]",
                "[] | ''",
                "[1,2] | graph=[1,2]",
                "[[\"a\",1],3] | graph=[[\"a\",1],3]"
            })
    void attributesOfTheGraphMayBePairs(String list, String expected) throws IOException {
        Graph graph = GraphReader.graph(Files.writeString(
                folder.resolve("a.json"), "{\"graph\":" + list + ",\"nodes\":[{\"id\":1}],\"links\":[]}"));
        assertThat(graph.attributes().names().stream()
                        .map(name ->
                                name + "=" + graph.attributes().value(name, 0).orElseThrow())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void notANumberIsAMissingValue() throws IOException {
        Graph graph = read("nan.json").graph();
        assertThat(graph.directed()).isTrue();
        assertThat(graph.weighted()).isFalse();
        assertThat(ofVertex(graph, "0", "x")).isEmpty();
        assertThat(ofVertex(graph, "1", "x")).isEqualTo("2.5");
        assertThat(graph.vertexAttributes().type("x")).isEqualTo(Attributes.Type.REAL);
        assertThat(ofVertex(graph, "0", "v")).isEqualTo("[1,null]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nodes\":[],\"nodes\":[],\"links\":[]} | 'nodes' comes twice",
                "{\"nodes\":[{\"id\":1,\"id\":2}],\"links\":[]} | 'id' comes twice",
                "{\"nodes\":[],\"links\":[],\"edges\":[]} | a second list of edges",
                "{\"directed\":\"perhaps\",\"nodes\":[],\"links\":[]} | 'directed' is 'perhaps'",
                "{\"nodes\":[{\"id\":\"a\"}],\"links\":[{\"source\":\"a\",\"target\":\"zz\"}]} | a link to 'zz', which",
                "{\"elements\":{\"nodes\":[]}} | it is Cytoscape JSON, which is not read",
                "{\"graph\":{\"nodes\":{}}} | it is JSON Graph Format",
                "{\"adjacency\":[[]],\"nodes\":[]} | it is NetworkX adjacency data",
                "{\"nodes\":[{\"id\":0},{\"id\":1}],\"links\":[{\"source\":0,\"target\":1,\"weight\":Infinity}]}"
                        + " | expected a weight, found 'Infinity'"
            })
    void whatIsNotOneGraphInJsonIsRefused(String text, String what) throws IOException {
        assertThat(fault(Files.writeString(folder.resolve("a.json"), text))).hasMessageContaining(what);
    }

    @Test
    void backslashesAndQuotesSurviveDot() throws IOException {
        Graph graph = read("backslashes.json").graph();
        Path out = folder.resolve("out.dot");
        assertThat(warnings(graph, out)).isEmpty();
        assertSame(GraphReader.graph(out), graph);
    }

    @Test
    void whatGraphvizWritesIsRead() throws IOException {
        GraphFile file = read("drawn.gv");
        Graph graph = file.graph();
        assertThat(ofVertex(graph, "a", "pos")).isEqualTo("27,90.5");
        assertThat(ofVertex(graph, "a", "label")).isEqualTo("\\N");
        assertThat(ofEdge(graph, "a", "c", "pos")).isEqualTo("e,27,36.1");
        assertThat(ofEdge(graph, "c", "e", "color")).isEqualTo("red");
        assertThat(graph.edgeCount()).isEqualTo(5);
        assertThat(ofGraph(graph, "name")).isEqualTo("G 1");
        assertThat(ofGraph(graph, "label")).isEqualTo("two lines");
        assertThat(ofGraph(graph, "bb")).isEqualTo("0,0,54,108");
        assertThat(file.warnings())
                .containsExactly("the ports of edges are left out", "the attributes of subgraphs are left out");
        assertSame(again(graph, folder.resolve("out.dot")), graph);
    }

    @Test
    void aSecondGraphInDotIsFoundByItsLine() {
        assertThat(fault(Reported.file("several.dot"))).hasMessageContaining("line 3: a second graph begins here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph { a -> b }", "digraph { a -- b }", "strict graph x { {a b} -> c }"})
    void edgesOfTheOtherKindAreNoDot(String text) throws IOException {
        assertThat(fault(Files.writeString(folder.resolve("a.dot"), text)))
                .hasMessageContaining("line 1: '-")
                .hasMessageContaining("graph");
    }

    @ParameterizedTest
    @ValueSource(strings = {"digraph{e=", "graph { a [b=", "graph { a -- ", "graph { \"", "graph { <a", "graph { a +"})
    void dotThatEndsEarlyIsRefusedWithItsLine(String text) throws IOException {
        assertThat(fault(Files.writeString(folder.resolve("a.dot"), text)).line())
                .hasValue(1);
    }

    @Test
    void dataOfAnEdgeAroundAGraphAreItsOwn() throws IOException {
        Graph graph = GraphReader.graph(Files.writeString(
                folder.resolve("a.graphml"),
                "<graphml><key id='w' for='edge' attr.name='weight' attr.type='double'/><graph><node id='a'/>"
                        + "<node id='b'/><edge source='a' target='b'><graph><node id='c'/><edge source='a' target='c'/>"
                        + "</graph><data key='w'>3</data></edge></graph></graphml>"));
        assertThat(weight(graph, "a", "b")).isEqualTo(3);
        assertThat(weight(graph, "a", "c")).isEqualTo(1);
    }

    @Test
    void groupsThatWouldMakeTooManyEdgesAreRefused() throws IOException {
        StringBuilder group = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            group.append(" v").append(i);
        }
        Path file = Files.writeString(folder.resolve("a.dot"), "graph { {" + group + "} -- {" + group + "} }");
        assertThat(fault(file)).hasMessageContaining("make 40000000000 edges, more than memory has room for");
    }
}
