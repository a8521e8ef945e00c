package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges, ranks by layer and fidelity on the command line. */
class RangeCommandTest {
    private static final String KARATE = "graphs/karate.graphml";
    private static final String SMALL = "interactions graphs/karate.graphml#faction --model gcn --depth 2 --width 4"
            + " --epochs 4 --samples 4 --bootstrap 0 --partition attribute:faction ";

    private static JsonNode json(String words) throws Exception {
        CommandLineRun run = CommandLineRun.of((words + " --format json").split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static double value(JsonNode answer, String id) {
        for (JsonNode row : answer.at("/measures")) {
            if (row.get("id").asText().equals(id)) {
                return row.get("value").asDouble();
            }
        }
        throw new AssertionError("no " + id + " in " + answer);
    }

    /** The entries of a file are a task: here every vertex of a path asks for the one two hops on. */
    @Test
    void rangesOfTasksAreMeasured(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("task.csv"), "target,source,weight\n0,2,1\n1,3,-2\n5,5,0.5\n");
        JsonNode answer = json("measure family:path,n=6 --groups range --depths 1 --target-matrix rectangle:1"
                + " --target-matrix " + file);
        assertThat(value(answer, "range_of_rectangle_1_in_hops_normalised"))
                .isCloseTo((2 * 0.5 + 4 * 2.0 / 3) / 6, within(1e-12));
        assertThat(value(answer, "range_of_task_csv_in_hops")).isCloseTo((2 + 4) / 6.0, within(1e-12));
        assertThat(value(answer, "range_of_task_csv_in_hops_normalised")).isCloseTo(4.0 / 3, within(1e-12));
        assertThat(value(answer, "range_of_task_csv_in_hops_normalised_over_all"))
                .isCloseTo(6 / 3.5, within(1e-12));
        assertThat(answer.at("/question/inputs").findValuesAsText("role")).contains("target matrix");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target,source|expected the heading",
                "target,source,weight;0,9,1|there is no vertex '9'",
                "target,source,weight;0,1|found 2 fields",
                "target,source,weight;0,1,x|weight 'x' is not a number",
                "target,source,weight;0,1,Infinity|not finite"
            })
    void faultyMatricesAreRefusedByLine(String text, String message, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("task.csv"), text.replace(';', '\n') + "\n");
        CommandLineRun run =
                CommandLineRun.of(("measure family:path,n=6 --groups range --target-matrix " + file).split(" ", -1));
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "measure family:path,n=6 --groups fidelity|give --edits",
                "measure family:path,n=6 --groups degrees --target-matrix dirac:1|the group range",
                "measure family:path,n=6 --target-matrix circle:1|is none of dirac:K",
                "interactions graphs/csbm --target-matrix dirac:1|--range N",
                "interactions graphs/csbm --epochs 1 --samples 4 --bootstrap 0 --range 2 --perturbation hessian|predictions of graphs",
                "interactions graphs/motifs --epochs 1 --samples 4 --bootstrap 0 --range 2 --perturbation hessian --activation relu|piecewise linear"
            })
    void whatCannotBeMeasuredSaysWhy(String words, String message) {
        CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    /** All 34 vertices: exact; no layer reaches farther than its depth, and the last is R. */
    @Test
    void theRangeOfANetworkStandsBesideWalksAndBounds() throws Exception {
        JsonNode answer = json(SMALL + "--range 100 --target-matrix dirac:2");
        JsonNode range = answer.at("/range");
        assertThat(range).hasSize(2 * (2 + 2 + 1)); // distances; layers, walks and the task
        for (JsonNode row : range) {
            assertThat(row.get("from").asDouble())
                    .isEqualTo(row.get("normalised").asDouble());
            if (row.get("distance").asText().equals("hops")) {
                double most = row.has("layer") && !row.get("layer").isNull()
                        ? row.get("layer").asInt()
                        : 2;
                assertThat(row.get("normalised").asDouble()).isBetween(0.0, most + 1e-9);
            }
        }
        assertThat(answer.at("/reach/vertices").asInt()).isEqualTo(34);
        assertThat(answer.at("/reach/r")).isEqualTo(range.get(1).get("normalised"));
        assertThat(answer.at("/reach/reachable").asDouble()).isEqualTo(2);
        assertThat(answer.at("/influence_by_hop")).hasSize(3);
        assertThat(answer.at("/influence_by_hop/0/relative").asDouble()).isEqualTo(1);
        JsonNode depths = answer.at("/range_by_depth");
        assertThat(depths).hasSize(2);
        assertThat(depths.get(1).get("ln_rank_to").asDouble())
                .isGreaterThanOrEqualTo(depths.get(1).get("ln_rank_from").asDouble());
        assertThat(depths.get(1).get("ln_walk_index")).isEqualTo(answer.at("/interactions/0/ln_walk_index"));
        assertThat(depths.get(1).get("interaction_dimension").asDouble()).isPositive();
    }

    @Test
    void sampledRangesHaveIntervalsAndTheSameSeedGivesTheSame() throws Exception {
        JsonNode swapped = json(SMALL + "--range 6 --perturbation swap");
        assertThat(swapped.at("/reach/perturbation").asText()).isEqualTo("swap");
        JsonNode last = swapped.at("/range/1");
        assertThat(last.get("from").asDouble())
                .isLessThan(last.get("normalised").asDouble());
        assertThat(last.get("to").asDouble())
                .isGreaterThan(last.get("normalised").asDouble());
        assertThat(json(SMALL + "--range 6 --perturbation swap").at("/range")).isEqualTo(swapped.at("/range"));
        assertThat(json(SMALL + "--range 6").at("/range")).isNotEqualTo(swapped.at("/range"));
    }

    /** Of predictions of graphs: of the last layer before pooling, over several graphs; or by second derivatives. */
    @Test
    void networksOfGraphsHaveARangeOverGraphs() throws Exception {
        String words =
                "interactions graphs/motifs --activation tanh --depth 2 --width 4 --epochs 2 --samples 4 --bootstrap 0"
                        + " --range 3";
        JsonNode answer = json(words);
        assertThat(answer.at("/reach/graphs").asInt()).isEqualTo(16);
        assertThat(answer.at("/reach/r_over_graphs").asDouble()).isBetween(0.0, 2.0);
        JsonNode hessian = json(words + " --perturbation hessian");
        assertThat(hessian.at("/reach/r").asDouble()).isPositive();
        assertThat(hessian.has("influence_by_hop")).isFalse();
    }

    @Test
    void ranksOfLayersAreGivenOverTraining() throws Exception {
        JsonNode answer = json(SMALL + "--companions --every 2");
        JsonNode smoothness = answer.at("/smoothness");
        assertThat(smoothness).hasSize(2);
        for (JsonNode row : smoothness) {
            double width = row.get("width").asDouble();
            for (String rank : new String[] {"effective_rank", "numerical_rank", "nuclear_rank"}) {
                assertThat(row.get(rank).asDouble()).isBetween(1.0, width + 1e-9);
            }
        }
        JsonNode training = answer.at("/smoothness_over_training");
        assertThat(training).hasSize(3 * 2); // epochs 1, 2 and 4
        assertThat(training.get(5).get("epoch").asInt()).isEqualTo(4);
        assertThat(training.get(5).get("effective_rank").asDouble()).isPositive();
    }

    @Test
    void fidelityComparesWithTheGraphBefore(@TempDir Path folder) throws Exception {
        Path edits = folder.resolve("edits.csv");
        json("rewire " + KARATE + " --method random --remove 30% --seed 1 --edits " + edits);
        JsonNode answer = json("measure " + KARATE + " --groups fidelity --edits " + edits + " --budgets 0,10%,30%");
        assertThat(answer.at("/measures")).hasSize(3 * 22);
        assertThat(answer.at("/measures/0/value").asDouble()).isCloseTo(1, within(1e-9));
        for (int graph = 1; graph < 3; graph++) {
            assertThat(answer.at("/measures/" + graph + "/value").asDouble()).isBetween(0.2, 0.999);
        }
        assertThat(json("rewire " + KARATE + " --method random --remove 10% --measures fidelity")
                        .at("/further_measures"))
                .hasSize(2 * 22);
    }
}
