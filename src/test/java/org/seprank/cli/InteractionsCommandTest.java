package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionsCommandTest {
    private static final String DATA = "synthetic:csbm,n=80";

    private static JsonNode json(String words) throws Exception {
        CommandLineRun run = CommandLineRun.of((words + " --format json").split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void aTrainedNetworkIsMeasuredAcrossPartitionsAndOverTraining() throws Exception {
        JsonNode json = json("interactions " + DATA
                + " --epochs 6 --samples 12 --every 3 --across 5 --companions --bootstrap 20 --partition 0-39");
        assertThat(json.at("/interactions/0/size").asInt()).isEqualTo(40);
        assertThat(json.at("/interactions/0/tolerance").isDouble()).isTrue();
        assertThat(json.at("/network/samples").asInt()).isEqualTo(12);
        assertThat(json.at("/network/scalar").asText()).isEqualTo("logit");
        assertThat(json.at("/network/class")).isEqualTo(json.at("/question/settings/class"));
        assertThat(json.at("/network/vertex")).isEqualTo(json.at("/question/settings/target"));
        assertThat(json.at("/breadth/influence").asDouble()).isPositive();
        assertThat(json.at("/interactions/0/entropy").asDouble()).isBetween(0.0, Math.log(12));
        assertThat(json.at("/intervals")).hasSize(4);
        assertThat(json.at("/training")).hasSize(3); // epochs 1, 3, 6
        assertThat(json.at("/across")).hasSize(5);
        assertThat(json.at("/correlation/0/coefficient").asDouble()).isBetween(-1.0, 1.0);
        assertThat(json.at("/smoothness")).hasSize(2);
        double shares = 0;
        for (JsonNode hop : json.at("/influence")) {
            shares += hop.get("share").asDouble();
        }
        assertThat(shares).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void aLinkNetworkIsMeasuredAtAPair() throws Exception {
        JsonNode json = json("interactions " + DATA + " --task links --pair 3,40 --epochs 4 --samples 10 --every 2"
                + " --companions --bootstrap 0 --partition 0-39 --partition bisection");
        assertThat(json.at("/network/u").asText()).isEqualTo("3");
        assertThat(json.at("/network/v").asText()).isEqualTo("40");
        assertThat(json.at("/network/test_mrr").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.at("/question/settings/target").asText()).isEqualTo("3,40");
        assertThat(json.at("/interactions")).hasSize(2);
        assertThat(json.at("/interactions/0/rank").asInt()).isBetween(1, 10);
        assertThat(json.at("/training")).hasSize(6); // epochs 1, 2, 4 of two partitions
        assertThat(json.at("/smoothness")).hasSize(2);
        assertThat(json.at("/mixing/0/hop").asInt()).isEqualTo(1);
    }

    /** Without a pair it is an edge of the test part, which no message passes along. */
    @Test
    void theUsualPairIsAnEdgeThatIsHeldOut() throws Exception {
        JsonNode json = json("interactions " + DATA
                + " --task links --epochs 2 --samples 8 --bootstrap 0 --partition 0-39 --dry-run");
        assertThat(json.toString()).contains("measuring");
        JsonNode found =
                json("interactions " + DATA + " --task links --epochs 2 --samples 8 --bootstrap 0 --partition 0-39");
        int u = found.at("/network/u").asInt();
        int v = found.at("/network/v").asInt();
        assertThat(u).isNotEqualTo(v);
        double walks = found.at("/interactions/0/ln_walk_index").asDouble();
        JsonNode again = json("interactions " + DATA + " --task links --epochs 2 --samples 8 --bootstrap 0"
                + " --partition 0-39 --pair " + u + "," + v);
        assertThat(again.at("/interactions")).isEqualTo(found.at("/interactions"));
        assertThat(walks).isPositive();
    }

    @Test
    void edgesOfOtherGraphsCarryTheMessagesOfLinks(@TempDir Path folder) throws Exception {
        Path edits = folder.resolve("links.csv");
        assertThat(CommandLineRun.of(("rewire " + DATA + " --method random --all --edits " + edits).split(" ", -1))
                        .code())
                .isZero();
        JsonNode json = json("interactions " + DATA + " --task links --epochs 2 --samples 8 --bootstrap 0"
                + " --partition 0-39 --edits " + edits + " --budgets 0,50% --seeds 1");
        assertThat(json.at("/before_after")).hasSize(2);
        assertThat(json.at("/before_after/1/ln_walk_index").asDouble())
                .isLessThan(json.at("/before_after/0/ln_walk_index").asDouble());
    }

    @ParameterizedTest
    @CsvSource({"--task links --target 3, 'predicts pairs, U,V'", "'--target 3,4', predicts vertices"})
    void targetsThatDoNotFitAreRefused(String options, String message) {
        CommandLineRun run = CommandLineRun.of(
                ("interactions " + DATA + " --epochs 1 --samples 4 --bootstrap 0 " + options).split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void aDryRunCountsTrainingsAndGrids() throws Exception {
        Map<String, Double> few = estimate("--epochs 10 --samples 10 --every 5 --across 6");
        Map<String, Double> many = estimate("--epochs 100 --samples 20 --every 50 --across 12");
        assertThat(many.getOrDefault("training", Double.NaN))
                .isCloseTo(10 * few.getOrDefault("training", Double.NaN), Percentage.withPercentage(1));
        assertThat(many.getOrDefault("measuring", Double.NaN))
                .isCloseTo(4 * few.getOrDefault("measuring", Double.NaN), Percentage.withPercentage(1));
        assertThat(few.getOrDefault("measuring during training", Double.NaN))
                .isCloseTo(3 * few.getOrDefault("measuring", Double.NaN), Percentage.withPercentage(1));
        assertThat(many.getOrDefault("measuring across random partitions", Double.NaN))
                .isCloseTo(
                        8 * few.getOrDefault("measuring across random partitions", Double.NaN),
                        Percentage.withPercentage(1));
    }

    private static Map<String, Double> estimate(String options) throws Exception {
        Map<String, Double> seconds = new HashMap<>();
        json("interactions " + DATA + " --partition 0-39 --dry-run " + options)
                .at("/estimate")
                .forEach(row ->
                        seconds.put(row.get("work").asText(), row.get("seconds").asDouble()));
        return seconds;
    }

    @Test
    void mixingBeyondTheReachIsZeroAndFiguresHoldTheirData() throws Exception {
        JsonNode json = json(
                "interactions graphs/karate.graphml#faction --model sage --depth 1 --head --activation tanh --width 4 --epochs 4"
                        + " --samples 8 --every 2 --across 6 --companions --bootstrap 0 --target 17");
        assertThat(json.at("/mixing/0/mixing").asDouble()).isPositive();
        assertThat(json.at("/mixing/1/mixing").asDouble()).isZero();
        assertThat(json.at("/mixing/1/walks").asDouble()).isZero();
        assertThat(json.at("/figures").fieldNames())
                .toIterable()
                .containsExactly("entropy_over_training", "energy_over_training", "entropy_by_walk_index");
    }

    @Test
    void networksAreTrainedAgainOnEditedGraphs(@TempDir Path folder) throws Exception {
        String graph = "graphs/karate.graphml";
        Path wis = folder.resolve("wis.csv");
        Path random = folder.resolve("random.csv");
        for (String words : new String[] {
            "rewire " + graph + " --all --edits " + wis, "rewire " + graph + " --all --method random --edits " + random
        }) {
            assertThat(CommandLineRun.of(words.split(" ", -1)).code()).isZero();
        }
        String command = "interactions " + graph + "#faction --epochs 3 --samples 6 --bootstrap 0 --edits " + wis
                + " --edits " + random + " --partition attribute:faction --seeds 2 --budgets ";
        JsonNode json = json(command + "0,50%,100%");
        JsonNode rows = json.at("/before_after");
        assertThat(rows).hasSize(2 * 3); // lists, budgets
        assertThat(rows.get(0).get("entropy")).isEqualTo(rows.get(3).get("entropy")); // nothing edited yet
        assertThat(rows.get(0).get("entropy").asDouble()).isPositive();
        assertThat(rows.get(2).get("edits").asInt()).isEqualTo(78);
        assertThat(rows.get(2).get("entropy").asDouble()).isZero(); // no edge, no interaction
        Path plot = folder.resolve("plot.svg");
        CommandLineRun drawn = CommandLineRun.of((command + "0,10% --plot " + plot).split(" ", -1));
        assertThat(drawn.code()).as(drawn.err()).isZero();
        assertThat(Files.readString(plot)).contains("Entanglement entropy of networks trained on edited graphs");
        assertThat(json.at("/figures").fieldNames())
                .toIterable()
                .containsExactly("entropy_by_edits", "walk_index_by_edits");
        assertThat(json.at("/question/inputs").findValuesAsText("role"))
                .containsExactly("dataset", "graph", "edits", "edits");
        CommandLineRun tooMany = CommandLineRun.of((command + "79").split(" ", -1));
        assertThat(tooMany.code()).isEqualTo(2);
        assertThat(tooMany.err()).contains("79");
        CommandLineRun none = CommandLineRun.of("interactions graphs/csbm --budgets 1".split(" ", -1));
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("--edits");
    }

    @Test
    void aNetworkWithoutNeighboursDoesNotMixVertices() throws Exception {
        JsonNode json = json("interactions " + DATA + " --model linear --precision double --epochs 3 --samples 10"
                + " --bootstrap 0 --target 3 --partition 3");
        assertThat(json.at("/interactions/0/rank").asInt()).isEqualTo(1);
        assertThat(json.at("/interactions/0/beyond_additive").asDouble()).isZero();
    }

    @Test
    void keptNetworksAndGraphPredictionsAreMeasuredToo(@TempDir Path folder) throws Exception {
        CommandLineRun kept =
                CommandLineRun.of(("train graphs/motifs --model gin --epochs 1 --checkpoint " + folder).split(" ", -1));
        assertThat(kept.code()).as(kept.err()).isZero();
        String file;
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            file = files.map(Path::toString)
                    .filter(name -> name.endsWith(".network"))
                    .findFirst()
                    .orElseThrow();
        }
        String words = "interactions graphs/motifs --network " + file + " --graph 1 --samples 8 --source gaussian"
                + " --bootstrap 0";
        JsonNode one = json(words);
        JsonNode three = json(words + " --threads 3");
        assertThat(one.at("/interactions")).isEqualTo(three.at("/interactions"));
        assertThat(one.at("/question/settings")).isEqualTo(three.at("/question/settings"));
        assertThat(one.at("/question/settings/aggregation").isMissingNode()).isTrue();
        assertThat(one.at("/question/settings/depth").asInt()).isEqualTo(2);
        assertThat(one.at("/question/settings").has("learning_rate")).isFalse();
        assertThat(one.at("/question/inputs").findValuesAsText("role")).containsExactly("dataset", "network");
        CommandLineRun other = CommandLineRun.of(("interactions " + DATA + " --network " + file).split(" ", -1));
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.err()).contains("input width");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--samples 1|2|samples 1",
                "--epochs 1 --partition 0-79|2|partition",
                "--epochs 1 --target nobody|2|nobody",
                "--epochs 1 --class 9|2|class 9",
                "--epochs 1 --source swapped|2|between graphs",
                "--epochs 1 --graph 2|2|graph 2",
                "--network pom.xml|3|not a network",
                "--network pom.xml --every 2|2|--every",
            })
    void faultsAreNamed(String options, int code, String words) {
        CommandLineRun run = CommandLineRun.of(("interactions " + DATA + " " + options).split(" ", -1));
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.err().toLowerCase(Locale.ROOT)).contains(words.toLowerCase(Locale.ROOT));
        assertThat(run.out()).isEmpty();
    }
}
