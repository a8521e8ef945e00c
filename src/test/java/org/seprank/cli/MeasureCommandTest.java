package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureCommandTest {
    private static final String KARATE = "graphs/karate.graphml";

    private static JsonNode json(String... words) throws Exception {
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static double value(JsonNode document, String measure, String column) {
        for (JsonNode row : document.get("measures")) {
            if (row.get("measure").asText().equals(measure)) {
                return row.get(column).asDouble();
            }
        }
        throw new AssertionError("no measure " + measure + " in " + document.get("measures"));
    }

    @Test
    void karateHasTheKnownMeasures() throws Exception {
        JsonNode measured =
                json("measure", KARATE, "--labels", "faction", "--partition", "attribute:faction", "--format", "json");
        assertThat(value(measured, "edges", "value")).isEqualTo(78);
        assertThat(value(measured, "triangles", "value")).isEqualTo(45);
        assertThat(value(measured, "diameter", "value")).isEqualTo(5);
        assertThat(value(measured, "faction=Mr. Hi: walk index, depth 3", "value"))
                .isEqualTo(869);
        assertThat(value(measured, "edge homophily", "value")).isBetween(0.8, 0.95);
        assertThat(measured.get("histogram_balanced_forman_curvature").size()).isPositive();
        assertThat(measured.get("reach_distributions").size()).isEqualTo(3);
    }

    @Test
    void budgetsAreColumns(@TempDir Path folder) throws Exception {
        String edits = folder.resolve("edits.csv").toString();
        json("rewire", KARATE, "--remove", "30%", "--edits", edits, "--format", "json");
        JsonNode measured = json(
                "measure",
                KARATE,
                "--edits",
                edits,
                "--budgets",
                "0,10%,30%",
                "--groups",
                "degrees,spectrum",
                "--format",
                "json");
        assertThat(value(measured, "edges", "edits_0")).isEqualTo(78);
        assertThat(value(measured, "edges", "edits_10%")).isEqualTo(70);
        assertThat(value(measured, "edges", "edits_30%")).isEqualTo(55);
        CommandLineRun tooMany = CommandLineRun.of("measure", KARATE, "--edits", edits, "--budgets", "50%");
        assertThat(tooMany.code()).isEqualTo(2);
        assertThat(tooMany.err()).contains("50%");
    }

    @Test
    void datasetsBringTheirLabels() throws Exception {
        JsonNode measured = json(
                "measure",
                "graphs/csbm",
                "--groups",
                "homophily,walks",
                "--partition",
                "labels",
                "--depths",
                "2",
                "--format",
                "json");
        assertThat(value(measured, "edge homophily", "value")).isBetween(0.0, 1.0);
        assertThat(value(measured, "label=0: walk index, depth 2", "value")).isPositive();
    }

    @Test
    void rewireComparesFurtherMeasures() throws Exception {
        JsonNode compared =
                json("rewire", KARATE, "--remove", "10%", "--measures", "clustering,spectrum", "--format", "json");
        JsonNode first = compared.at("/further_measures/0");
        assertThat(first.get("measure").asText()).isEqualTo("triangles");
        assertThat(first.get("before").asInt()).isEqualTo(45);
        assertThat(json("rewire", KARATE, "--remove", "10%", "--format", "json").has("further_measures"))
                .isFalse();
    }

    @Test
    void wrongUseIsSaid() {
        assertThat(CommandLineRun.of("measure", KARATE, "--groups", "colour").code())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("measure", KARATE, "--budgets", "10%").code())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("measure", KARATE, "--depths", "3-1").code())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("measure", "graphs/motifs").code()).isEqualTo(2);
    }
}
