package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.catalogue.ExperimentCatalogue;

class ExperimentCommandTest {
    @Test
    void theScatterOfMeasuredEntropyHasAPointPerPartitionAndNetwork() throws Exception {
        String words = "experiment interaction-vs-walk-index --scale smoke --dataset graphs/csbm --format json";
        CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
        assertThat(run.code()).as(run.err()).isIn(0, 4); // so few partitions need not show it
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/correlation").size()).isEqualTo(2 * 5);
        for (JsonNode row : json.at("/correlation")) {
            assertThat(row.get("partitions").asInt()).isEqualTo(6);
            assertThat(row.get("networks").asInt()).isEqualTo(2);
        }
        assertThat(json.at("/predictors").size()).as("of both measures").isEqualTo(2 * 5 * 5);
        for (JsonNode row : json.at("/predictors")) {
            if (row.get("predictor").asText().equals("boundary size")) {
                assertThat(row.get("partial").isNull()).isTrue();
            }
        }
        assertThat(json.at("/notes").toString()).contains("Which tells the entropy best: ");
        CommandLineRun again = CommandLineRun.of((words + " --threads 3").split(" ", -1));
        assertThat(new ObjectMapper().readTree(again.out()).at("/correlation")).isEqualTo(json.at("/correlation"));
    }

    @Test
    void everyMethodHasARowOfTheScaling() throws Exception {
        CommandLineRun run = CommandLineRun.of("experiment runtime-scaling --scale smoke --format json".split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode rows = new ObjectMapper().readTree(run.out()).at("/scaling");
        assertThat(rows).hasSize(Methods.all().size() - 1);
        for (JsonNode row : rows) {
            int largest = row.get("largest_edges").asInt(); // a slow machine leaves out the largest graphs
            assertThat(largest).as(row.toString()).isPositive().isLessThanOrEqualTo(2000);
        }
    }

    @Test
    void theScalingOfSomeMethodsIsThatOfNoOthers() throws Exception {
        String words = "experiment runtime-scaling --scale smoke --format json --set methods=";
        CommandLineRun run = CommandLineRun.of((words + "dspar,simmelian").split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(new ObjectMapper().readTree(run.out()).at("/scaling").findValuesAsText("method"))
                .containsExactly("dspar", "simmelian");
        for (String wrong : new String[] {"ugs", "wis,nothing"}) {
            CommandLineRun refused = CommandLineRun.of((words + wrong).split(" ", -1));
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains(wrong.substring(wrong.indexOf(',') + 1));
        }
    }

    private static JsonNode estimate(String words) throws Exception {
        CommandLineRun run = CommandLineRun.of(("experiment " + words + " --dry-run --format json").split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).at("/estimate");
    }

    @Test
    void aDryRunSumsWhatTheCellsTakeAndRunsNone(@TempDir Path folder) throws Exception {
        for (Experiment experiment : ExperimentCatalogue.all()) {
            JsonNode rows = estimate(experiment.name() + " --scale smoke --out " + folder.resolve("out"));
            double seconds = 0;
            for (JsonNode row : rows) {
                seconds += row.get("seconds").asDouble();
            }
            assertThat(seconds).as(experiment.name()).isPositive();
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void theEstimateGrowsWithTheWorkAndShrinksWithThreads() throws Exception {
        String words = "sparsification-curves --scale smoke --set methods=random,ugs --threads 1 --set epochs=";
        JsonNode few = estimate(words + "40");
        JsonNode many = estimate(words + "4000");
        assertThat(few.findValuesAsText("work"))
                .containsExactlyInAnyOrder("1 x orders of ugs", "1 x orders of random", "4 x trainings of gcn");
        assertThat(seconds(many, "trainings")).isCloseTo(100 * seconds(few, "trainings"), Percentage.withPercentage(1));
        assertThat(seconds(many, "orders of ugs")).isEqualTo(seconds(few, "orders of ugs"));
        assertThat(seconds(estimate(words.replace("--threads 1", "--threads 2") + "40"), "trainings"))
                .isCloseTo(seconds(few, "trainings") / 2, Percentage.withPercentage(1));
    }

    private static double seconds(JsonNode rows, String work) {
        for (JsonNode row : rows) {
            if (row.get("work").asText().contains(work)) {
                return row.get("seconds").asDouble();
            }
        }
        throw new AssertionError("no " + work + " in " + rows);
    }

    @Test
    void anUnknownExperimentIsAUsageErrorThatNamesTheKnownOnes() {
        CommandLineRun run = CommandLineRun.of("experiment nothing".split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("interaction-vs-walk-index");
    }

    @Test
    void withoutANameTheExperimentsAndTheirSettingsAreListed() throws Exception {
        CommandLineRun run = CommandLineRun.of("experiment --format json".split(" ", -1));
        assertThat(run.code()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/experiments").findValuesAsText("experiment"))
                .contains("interaction-vs-walk-index", "rank-tightness", "runtime-scaling", "sparsification-curves");
        assertThat(json.at("/settings").findValuesAsText("name")).contains("methods", "budgets", "vertices");
    }

    @Test
    void anExperimentGoesOnOnlyWithResume(@TempDir Path folder) {
        String words = "experiment rank-tightness --scale smoke --set vertices=3 --format json --out " + folder;
        CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        CommandLineRun again = CommandLineRun.of(words.split(" ", -1));
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains(folder + " holds finished cells").contains("--resume");
        CommandLineRun resumed = CommandLineRun.of((words + " --resume").split(" ", -1));
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out().replace(" --resume", "")).isEqualTo(run.out());
        CommandLineRun other = CommandLineRun.of((words + " --resume --seed 1").split(" ", -1));
        assertThat(other.code()).as(other.err()).isZero();
        assertThat(other.err()).contains("begins anew");
    }

    @Test
    void theVerdictComesFirstAndIsTheExitCode() {
        String[] words =
                "experiment walk-index-importance --scale smoke --set models=gcn --set epochs=1".split(" ", -1);
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.out()).containsSubsequence("Claim: ", "What the claim says and whether it held", "Accuracy at");
        assertThat(run.code()).isEqualTo(run.out().contains("  no\n") ? 4 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--images none --set models=gcn", "--set models=gcn --images none"})
    void imagesAreNotLostBesideSettings(String order) {
        CommandLineRun run =
                CommandLineRun.of(("experiment walk-index-importance --scale smoke " + order).split(" ", -1));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("cannot read none");
    }

    @Test
    void resumingWithoutAFolderAndUnknownSettingsAreUsageErrors() {
        CommandLineRun run = CommandLineRun.of("experiment rank-tightness --resume".split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--out");
        CommandLineRun unknown = CommandLineRun.of("experiment rank-tightness --set method=3".split(" ", -1));
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("vertices");
    }

    /** Cliques and grids of depth 2 are pinned, and no bracket of depth 2 is wider than a factor of two. */
    @Test
    void bracketsOfRealGraphsAreNarrow(@TempDir Path folder) throws Exception {
        CommandLineRun run = CommandLineRun.of(
                "experiment", "bracket", "--scale", "smoke", "--format", "json", "--out", folder.toString());
        assertThat(run.code()).isEqualTo(0);
        JsonNode answer = new ObjectMapper().readTree(run.out());
        assertThat(answer.path("brackets")).hasSize(10);
        assertThat(answer.path("quotients").path("exact").asInt()).isEqualTo(4);
        for (JsonNode row : answer.path("brackets")) {
            assertThat(row.path("quotient").asDouble()).isBetween(1 - 1e-9, 1.3);
        }
    }
}
