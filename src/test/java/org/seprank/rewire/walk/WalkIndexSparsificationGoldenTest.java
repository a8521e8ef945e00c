package org.seprank.rewire.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.graph.Graph;
import org.seprank.oracle.SparsificationOracle;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.Ties;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;

/**
 * Orders that the official implementation computed (arXiv 2211.16494): 1-WIS with ties first, general with ties last.
 */
class WalkIndexSparsificationGoldenTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "karate",
                "er_n12_p30_s2",
                "er_n20_p20_s4",
                "ba_n20_m2_s2",
                "barbell_5_2",
                "iso_n28_ba20_s12",
                "grid_4x5",
                "single_edge_n3",
                "cora"
            })
    void oneWisRemovesInTheOfficialOrder(String name) throws IOException {
        JsonNode golden = read("one_wis_" + name);
        EditList order = WalkIndexSparsifier.of(2).sparsify(graph(name), Budget.all());
        assertThat(order.toList()).isEqualTo(edits(golden));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "karate",
                "er_n12_p30_s2",
                "er_n20_p20_s4",
                "ba_n20_m2_s2",
                "barbell_5_2",
                "iso_n28_ba20_s12",
                "grid_4x5",
                "single_edge_n3"
            })
    void generalWisRemovesInTheOfficialOrderWithTheOfficialWalkIndices(String name) throws IOException {
        Graph graph = graph(name);
        for (int depth = 2; depth <= 4; depth++) {
            JsonNode golden = read("wis_L" + depth + "_" + name);
            EditList order = lastTies(depth, golden.get("chunk_size").asInt()).sparsify(graph, Budget.all());
            assertThat(order.toList()).as("L = %d", depth).isEqualTo(edits(golden));
            JsonNode vectors = golden.get("tuple_after_step_sorted_ascending");
            assertThat(vectors.size()).isEqualTo(order.size());
            for (int step = 0; step < order.size(); step++) {
                assertThat(SparsificationOracle.walkIndices(
                                order.prefix(step + 1).applyTo(graph),
                                TestGraphs.singletons(graph.vertexCount()),
                                depth))
                        .isEqualTo(JSON.convertValue(vectors.get(step), long[].class));
            }
            for (Map.Entry<String, JsonNode> chunked :
                    golden.get("other_chunk_sizes").properties()) {
                int chunk = Integer.parseInt(chunked.getKey());
                assertThat(lastTies(depth, chunk).sparsify(graph, Budget.all()).toList())
                        .as("L = %d, chunk %d", depth, chunk)
                        .isEqualTo(edits(chunked.getValue()));
            }
        }
    }

    private static WalkIndexSparsifier lastTies(int depth, int chunk) {
        return WalkIndexSparsifier.of(
                depth, RemovalRules.defaults().withTies(Ties.LAST).withChunk(chunk));
    }

    private static Graph graph(String name) throws IOException {
        int n = JSON.readTree(Shared.file("golden/graphs.json").toFile())
                .get(name)
                .get("n")
                .asInt();
        return TestGraphs.read(Shared.file("golden/graph_" + name + ".edges"), n);
    }

    private static JsonNode read(String name) throws IOException {
        return JSON.readTree(Shared.file("golden/" + name + ".json").toFile());
    }

    private static List<Edit> edits(JsonNode golden) {
        List<Edit> edits = new ArrayList<>();
        golden.get("removed_edges")
                .forEach(pair ->
                        edits.add(Edit.remove(pair.get(0).asInt(), pair.get(1).asInt())));
        return edits;
    }
}
