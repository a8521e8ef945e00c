package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that look at the features of a dataset, from the command line. */
class FeatureMethodsTest {
    private static JsonNode json(String... words) throws Exception {
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"feast", "comfy", "sjlr", "jdr", "goku", "delaunay"})
    void aDatasetHandsItsFeaturesOver(String method, @TempDir Path folder) throws Exception {
        String edits = folder.resolve("edits.csv").toString();
        JsonNode made =
                json("rewire", "graphs/csbm", "--method", method, "--edit", "20", "--edits", edits, "--format", "json");
        assertThat(made.at("/rewire/added").asInt() + made.at("/rewire/removed").asInt())
                .isEqualTo(20);
        assertThat(Files.readString(Path.of(edits))).contains("score");
        JsonNode replayed = json("rewire", "graphs/csbm", "--edits-in", edits, "--format", "json");
        assertThat(replayed.at("/rewire/added")).isEqualTo(made.at("/rewire/added"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"feast", "comfy", "sjlr", "jdr", "delaunay"})
    void aGraphWithoutFeaturesIsRefusedInOneLine(String method) {
        CommandLineRun run = CommandLineRun.of("rewire", "graphs/karate.graphml", "--method", method, "--edit", "4");
        assertThat(run.code()).isNotZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .startsWith("error: method " + method
                        + " compares the features of vertices, but there are none; name a dataset that has features");
    }

    @Test
    void compareHandsThemOverToo() throws Exception {
        JsonNode compared = json(
                "compare",
                "graphs/csbm",
                "--methods",
                "feast,goku",
                "--budgets",
                "20",
                "--seeds",
                "1",
                "--format",
                "json");
        assertThat(compared.at("/compared").findValuesAsText("method")).contains("feast", "goku");
        double before = compared.at("/compared/0/edge_homophily").asDouble();
        compared.at("/compared").forEach(row -> {
            if (row.path("method").asText().equals("feast")) {
                assertThat(row.path("edge_homophily").asDouble()).isGreaterThan(before);
            }
        });
    }
}
