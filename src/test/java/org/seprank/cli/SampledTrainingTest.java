package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code train --neighbours}. */
class SampledTrainingTest {
    private static final String DATA = "synthetic:csbm,n=100";

    private static CommandLineRun train(String... more) {
        List<String> words = new ArrayList<>(List.of("train", DATA, "--neighbours", "4", "--batch-size", "16"));
        words.addAll(List.of(more));
        return CommandLineRun.of(words.toArray(String[]::new));
    }

    private static JsonNode json(CommandLineRun run) throws Exception {
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gcn", "gin", "gat", "gatv2_edge", "sage_max", "gine", "resgcn", "appnp", "product", "linear"})
    void modelsTrainOnSamples(String model) throws Exception {
        JsonNode json = json(train("--model", model, "--epochs", "2", "--format", "json"));
        assertThat(json.at("/networks/0/epochs").asInt()).isEqualTo(2);
        assertThat(json.at("/summary/2/mean").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.at("/question/settings/neighbours").asText()).isEqualTo("4");
    }

    @Test
    void resultsDoNotDependOnHowManyAreTrainedAtOnceAndArePredictedAgain(@TempDir Path folder) throws Exception {
        String[] words = {"--epochs", "4", "--seeds", "3", "--format", "json", "--checkpoint", folder.toString()};
        JsonNode many = json(train(words));
        String[] single = {"--epochs", "4", "--seeds", "3", "--format", "json", "--parallel", "1"};
        assertThat(many.at("/networks")).isEqualTo(json(train(single)).at("/networks"));
        Path kept = folder.resolve("stratified-0-6-0-2-0-2-seed-0-0.network");
        JsonNode predicted = json(CommandLineRun.of("predict", DATA, kept.toString(), "--format", "json"));
        assertThat(predicted.at("/networks/0/test").asDouble())
                .isEqualTo(many.at("/networks/0/test").asDouble());
    }

    @Test
    void theEstimateIsOfSamples() throws Exception {
        assertThat(train("--dry-run").out()).contains("1 networks, 1 at a time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "synthetic:csbm,n=100|--neighbours 3,2,1|the network sees 2",
                "synthetic:csbm,n=100|--neighbours 3 --drop-edge 0.2|leave one out",
                "synthetic:csbm,n=100|--neighbours 3 --task links|leave out --neighbours",
                "synthetic:same-class,train=8,test=4|--neighbours 3|leave out --neighbours",
                "synthetic:csbm,n=100|--neighbours many|'many'"
            })
    void whatCannotBeSampledIsRefusedInOneLine(String data, String options, String message) {
        List<String> words = new ArrayList<>(List.of("train", data, "--epochs", "1"));
        words.addAll(List.of(options.split(" ", -1)));
        CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines().filter(line -> line.startsWith("error:"))).hasSize(1);
    }
}
