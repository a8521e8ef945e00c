package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partitions that are protected because data asks for them. */
class DataProtectionTest {
    /** The complete graph of four vertices with two attributes that part it. */
    private static final String SQUARE = """
            graph [
              node [ id 0 label "a" p "one" q "one" ]
              node [ id 1 label "b" p "one" q "two" ]
              node [ id 2 label "c" p "two" q "one" ]
              node [ id 3 label "d" p "two" q "two" ]
              edge [ source 0 target 1 ]
              edge [ source 0 target 2 ]
              edge [ source 0 target 3 ]
              edge [ source 1 target 2 ]
              edge [ source 1 target 3 ]
              edge [ source 2 target 3 ]
            ]
            """;

    @TempDir
    private Path folder;

    private Path graph = Path.of("");
    private Path table = Path.of("");

    @BeforeEach
    void write() throws IOException {
        graph = Files.writeString(folder.resolve("square.gml"), SQUARE);
        table = Files.writeString(folder.resolve("moments.csv"), "d,c,b,a\n0,0,0,0\n0,1,0,1\n1,0,1,0\n1,1,1,1\n");
    }

    private static JsonNode json(String words) throws Exception {
        CommandLineRun run = CommandLineRun.of((words + " --format json").split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private List<String> removed(String protect) throws Exception {
        Path edits = folder.resolve("edits.csv");
        json("rewire " + graph + " --depth 3 --remove 4 --protect " + protect + " --edits " + edits);
        return Files.readAllLines(edits).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** a = c and b = d in every sample: entangled across p, and not at all across q. */
    @Test
    void whatIsProtectedIsWhatTheDataEntangles() throws Exception {
        List<String> found = removed("data-entanglement:" + table);
        assertThat(found).isEqualTo(removed("attribute:p")).isNotEqualTo(removed("attribute:q"));
        JsonNode answer = json("rewire " + graph + " --depth 3 --remove 2 --protect data-entanglement:" + table);
        assertThat(answer.at("/demands")).hasSize(1);
        assertThat(answer.at("/demands/0/partition").asText()).isEqualTo("p=one");
        assertThat(answer.at("/demands/0/is_protected").asBoolean()).isTrue();
        JsonNode entangled =
                json("entangle " + table + " --graph-file " + graph + " --partition a,b --levels 0 --depth 3");
        assertThat(answer.at("/demands/0/entropy").asDouble())
                .isCloseTo(entangled.at("/cuts/0/entropy").asDouble(), within(1e-12));
        assertThat(answer.at("/demands/0/entropy_per_walk").asDouble())
                .isCloseTo(
                        answer.at("/demands/0/entropy").asDouble()
                                / answer.at("/demands/0/walk_index").asDouble(),
                        within(1e-12));
        assertThat(answer.at("/question/inputs").findValuesAsText("role")).contains("graph", "table");
        assertThat(answer.at("/measures").toString()).contains("walk_index", "p=one");
    }

    @Test
    void methodsAreComparedOnWhatTheDataEntangles() throws Exception {
        JsonNode answer = json("compare " + graph + " --methods wis --budgets 2 --protect data-entanglement:" + table);
        assertThat(answer.at("/demands/0/partition").asText()).isEqualTo("p=one");
        assertThat(answer.toString()).contains("p=one");
    }

    @Test
    void theFeaturesOfADatasetAreItsData() throws Exception {
        JsonNode answer = json("rewire graphs/csbm --depth 2 --remove 3 --protect data-entanglement");
        assertThat(answer.at("/demands")).hasSizeGreaterThan(4);
        double largest = answer.at("/demands/0/entropy_per_walk").asDouble();
        int kept = 0;
        for (JsonNode row : answer.at("/demands")) {
            boolean expected = kept < 4 && row.get("entropy_per_walk").asDouble() >= largest / 2;
            assertThat(row.get("is_protected").asBoolean()).isEqualTo(expected);
            kept += expected ? 1 : 0;
        }
        assertThat(answer.at("/rewire/removed").asInt()).isEqualTo(3);
        assertThat(answer.at("/notes").toString()).contains("asks most of the walks", "take more samples");
    }

    @Test
    void theGraphsOfASetAreSamplesOfEachOther() throws Exception {
        JsonNode answer = json("rewire graphs/motifs --depth 2 --remove 1 --protect data-entanglement");
        assertThat(answer.get("schema").asText()).contains("graph-set");
        JsonNode one = json("rewire graphs/motifs --graph 2 --depth 2 --remove 1 --protect data-entanglement");
        assertThat(one.at("/demands")).isNotEmpty();
        assertThat(one.at("/rewire/removed").asInt()).isEqualTo(1);
    }

    private String refusal(String words) {
        CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
        assertThat(run.code()).isBetween(2, 3);
        return run.err();
    }

    @Test
    void withoutDataAtTheVerticesThereIsNothingToProtect() throws Exception {
        assertThat(refusal("rewire graphs/karate.graphml --remove 1 --protect data-entanglement"))
                .contains("no data at its vertices", "data-entanglement:FILE");
        assertThat(refusal("rewire graphs/karate.graphml --remove 1 --protect data-entanglement:" + table))
                .contains("vertex '0' of the graph is no column");
        assertThat(refusal("rewire graphs/karate.graphml --remove 1 --protect data-entanglement:graphs/csbm"))
                .contains("the data is of 500 vertices, but the graph has 34");
        Path constant = Files.writeString(folder.resolve("constant.csv"), "a,b,c,d\n1,1,1,1\n1,1,1,1\n");
        assertThat(refusal("rewire " + graph + " --remove 1 --protect data-entanglement:" + constant))
                .contains("entangled across no partition");
    }
}
