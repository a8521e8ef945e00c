package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureCommandTest {
    private static final String KARATE = "graphs/karate.graphml";

    private static JsonNode json(String... words) throws Exception {
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    /** The value of the only row that has these texts, given as key, text, key, text, .. */
    private static double value(JsonNode document, String... keys) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : document.get("measures")) {
            boolean all = true;
            for (int i = 0; i < keys.length; i += 2) {
                all &= row.path(keys[i]).asText().equals(keys[i + 1]);
            }
            if (all) {
                rows.add(row);
            }
        }
        assertThat(rows).as(String.join(" ", keys)).hasSize(1);
        return rows.get(0).get("value").asDouble();
    }

    @Test
    void karateHasTheKnownMeasures() throws Exception {
        JsonNode measured =
                json("measure", KARATE, "--labels", "faction", "--partition", "attribute:faction", "--format", "json");
        assertThat(value(measured, "id", "edges")).isEqualTo(78);
        assertThat(value(measured, "id", "triangles")).isEqualTo(45);
        assertThat(value(measured, "id", "diameter")).isEqualTo(5);
        assertThat(value(measured, "id", "walk_index", "partition", "faction=Mr. Hi", "depth", "3"))
                .isEqualTo(869);
        assertThat(value(measured, "id", "edge_homophily")).isBetween(0.8, 0.95);
        assertThat(measured.get("histogram_balanced_forman_curvature").size()).isPositive();
        assertThat(measured.get("reach_distributions").size()).isEqualTo(3);
    }

    @Test
    void aSentenceSaysWhatTellsMost(@TempDir Path folder) throws Exception {
        assertThat(json("measure", KARATE, "--format", "json").at("/notes/0").asText())
                .isEqualTo("Global clustering 0.256, diameter 5, spectral gap 0.132, total effective resistance 470, "
                        + "a vertex sees 29.2 within 3 layers on average.");
        String edits = folder.resolve("edits.csv").toString();
        json("rewire", KARATE, "--remove", "30%", "--edits", edits, "--format", "json");
        JsonNode measured = json("measure", KARATE, "--edits", edits, "--budgets", "0,10%,30%", "--format", "json");
        double before = value(measured, "id", "spectral_gap", "graph", "edits_0");
        double after = value(measured, "id", "spectral_gap", "graph", "edits_30%");
        assertThat(measured.at("/notes/0").asText())
                .startsWith("From edits_0 to edits_30%: ")
                .contains(String.format(
                        Locale.ROOT,
                        "spectral gap %.3f to %.4f (%+.0f %%)",
                        before,
                        after,
                        100 * after / before - 100));
    }

    @Test
    void estimatesSayFromWhat() throws Exception {
        JsonNode measured =
                json("measure", KARATE, "--groups", "resistance,jacobian", "--depths", "1", "--format", "json");
        assertThat(measured.at("/measures/2").toString())
                .as("the total 470.27 over 561 pairs")
                .startsWith("{\"id\":\"effective_resistance_of_pairs\",\"value\":0.83826")
                .endsWith(",\"statistic\":\"mean\",\"certainty\":\"exact\"}");
        assertThat(measured.at("/measures/5").toString())
                .startsWith("{\"id\":\"jacobian_bound\"")
                .endsWith(",\"statistic\":\"mean\",\"certainty\":\"estimated\",\"samples\":64,\"seed\":0}");
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
        assertThat(value(measured, "id", "edges", "graph", "edits_0")).isEqualTo(78);
        assertThat(value(measured, "id", "edges", "graph", "edits_10%")).isEqualTo(70);
        assertThat(value(measured, "id", "edges", "graph", "edits_30%")).isEqualTo(55);
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
        assertThat(value(measured, "id", "edge_homophily")).isBetween(0.0, 1.0);
        assertThat(value(measured, "id", "walk_index", "partition", "label=0", "depth", "2"))
                .isPositive();
    }

    /** Labels that a vertex attribute holds are labels in every command that reads a graph. */
    @Test
    void graphsBringTheLabelsThatTheirLocationNames() throws Exception {
        JsonNode measured = json(
                "measure",
                KARATE + "#faction",
                "--groups",
                "homophily,degrees",
                "--partition",
                "labels=1",
                "--format",
                "json");
        // 11 of the 78 edges join the factions
        assertThat(value(measured, "id", "edge_homophily")).isCloseTo(67 / 78.0, within(1e-12));
        JsonNode analyzed =
                json("analyze", KARATE + "#faction", "--partition", "labels", "--depth", "2", "--format", "json");
        JsonNode byAttribute =
                json("analyze", KARATE, "--partition", "attribute:faction", "--depth", "2", "--format", "json");
        assertThat(analyzed.at("/partitions/0/walk_index")).isEqualTo(byAttribute.at("/partitions/0/walk_index"));
        assertThat(json("compare", KARATE + "#faction", "--methods", "wis", "--budgets", "5%", "--format", "json")
                        .at("/question/inputs/0/role"))
                .hasToString("\"dataset\"");
        CommandLineRun missing = CommandLineRun.of("analyze", KARATE + "#colour");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("colour", "faction");
    }

    @Test
    void rewireComparesFurtherMeasures() throws Exception {
        JsonNode compared =
                json("rewire", KARATE, "--remove", "10%", "--measures", "clustering,spectrum", "--format", "json");
        JsonNode first = compared.at("/further_measures/0");
        assertThat(first.toString())
                .isEqualTo("{\"id\":\"triangles\",\"graph\":\"before\",\"value\":45,\"certainty\":\"exact\"}");
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
    }
}
