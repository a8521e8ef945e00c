package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.Shared;
import org.seprank.graph.Dropped;
import org.seprank.graph.Graph;

class ReferenceDataTest {
    @ParameterizedTest
    @CsvSource({"cora, 2708, 5278", "citeseer, 3327, 4552", "pubmed, 19717, 44324"})
    void planetoidGraphsHaveTheirPublishedSizes(String name, int n, int m) throws IOException {
        GraphFile file = GraphReader.read(Shared.file("data/planetoid/ind." + name + ".graph"));
        assertThat(file.format()).isEqualTo(GraphFormat.PLANETOID);
        assertThat(file.graph().directed()).isFalse();
        assertThat(file.graph().vertexCount()).isEqualTo(n);
        assertThat(file.graph().edgeCount()).isEqualTo(m);
    }

    @Test
    void citeSeerHas124SelfLoopsAnd56RepeatedEdges() throws IOException {
        Path file = Shared.file("data/planetoid/ind.citeseer.graph");
        Dropped expected = new Dropped(124, 56); // 9228 entries, 9104 of them no self-loops
        assertThat(GraphReader.graph(file).dropped()).isEqualTo(expected);
    }

    @Test
    void thePickledCoraIsTheListedOne() throws IOException {
        Graph pickled =
                GraphReader.read(Shared.file("data/planetoid/ind.cora.graph")).graph();
        Graph listed = GraphReader.read(Shared.file("golden/graph_cora.edges")).graph();
        GraphAssert.assertSame(pickled, listed);
    }

    @ParameterizedTest
    @CsvSource({
        "actor, 7600, 26659",
        "chameleon_filtered, 890, 8854",
        "cornell, 183, 277",
        "minesweeper, 10000, 39402",
        "squirrel_filtered, 2223, 46998",
        "texas, 183, 279",
        "tolokers, 11758, 519000",
        "wisconsin, 251, 450"
    })
    void heterophilousGraphsHaveTheirPublishedSizes(String name, int n, int m) throws IOException {
        GraphFile file = GraphReader.read(Shared.file("data/heterophilous/" + name + ".npz"));
        assertThat(file.format()).isEqualTo(GraphFormat.NPZ);
        assertThat(file.graph().vertexCount()).isEqualTo(n);
        assertThat(file.graph().edgeCount()).isEqualTo(m);
    }

    @Test
    void listedGraphsHaveTheirSizesWhenTheNumberOfVerticesIsGiven() throws IOException {
        JsonNode graphs =
                new ObjectMapper().readTree(Shared.file("golden/graphs.json").toFile());
        for (JsonNode entry : graphs) {
            ReadOptions options =
                    ReadOptions.defaults().withVertexCount(entry.get("n").asInt());
            Graph graph = GraphReader.read(
                            Shared.file("golden/" + entry.get("file").asText()), options)
                    .graph();
            assertThat(graph.vertexCount()).isEqualTo(entry.get("n").asInt());
            assertThat(graph.edgeCount()).isEqualTo(entry.get("m").asInt());
            assertThat(graph.out().maxDegree())
                    .isEqualTo(entry.get("max_degree").asInt());
            assertThat(graph.ids().id(graph.vertexCount() - 1)).isEqualTo(Integer.toString(graph.vertexCount() - 1));
        }
    }
}
