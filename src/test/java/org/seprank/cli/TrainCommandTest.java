package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {
    private static final String DATA = "synthetic:csbm,n=100";

    private static JsonNode json(String... words) throws Exception {
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcn", "gin", "gat", "gatv2", "sage", "sage_max", "resgcn", "appnp", "product", "linear"})
    void everyModelTrains(String model) throws Exception {
        JsonNode json = json("train", DATA, "--model", model, "--epochs", "3", "--format", "json");
        assertThat(json.at("/networks/0/epochs").asInt()).isEqualTo(3);
        assertThat(json.at("/summary/2/mean").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void resultsDoNotDependOnHowManyAreTrainedAtOnce() throws Exception {
        String[] words = {"train", DATA, "--epochs", "5", "--seeds", "3", "--format", "csv", "--table", "networks"};
        String[] one = java.util.Arrays.copyOf(words, words.length + 2);
        one[words.length] = "--parallel";
        one[words.length + 1] = "1";
        assertThat(CommandLineRun.of(words).out())
                .isEqualTo(CommandLineRun.of(one).out());
    }

    @Test
    void theLoopOfSparsifyingAndTrainingCloses(@TempDir Path folder) throws Exception {
        Path lines = folder.resolve("epochs.csv");
        JsonNode whole = json("train", DATA, "--epochs", "2", "--format", "json");
        Path edits = folder.resolve("edits.json");
        Files.writeString(edits, "{\"dataset\": \"csbm\", \"chunk_size\": 1, \"removed_edges\": [[], []]}");
        JsonNode same = json(
                "train",
                DATA,
                "--epochs",
                "2",
                "--format",
                "json",
                "--edits",
                edits.toString(),
                "--epochs-csv",
                lines.toString());
        assertThat(same.get("networks")).isEqualTo(whole.get("networks"));
        assertThat(Files.readAllLines(lines)).hasSize(3);
    }

    @Test
    void datasetsAreDescribedAndListed() throws Exception {
        assertThat(json("dataset", "info", DATA, "--format", "json")
                        .at("/dataset/vertices")
                        .asInt())
                .isEqualTo(100);
        assertThat(CommandLineRun.of("dataset", "list").out()).contains("cora");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train none|2,3|none",
                "train synthetic:csbm,n=100 --model magic|2|magic",
                "train synthetic:csbm,n=100 --optimizer magic|2|magic",
                "train synthetic:csbm,n=100 --epochs 0|2|epochs 0",
                "train synthetic:csbm,n=100 --split magic|2|magic",
                "train synthetic:csbm,n=100 --budget 3|2|--budget",
                "train synthetic:csbm,n=100 --optimizer sgd --learning-rate 1e30|4|diverged",
                "dataset fetch magic|2|magic",
            })
    void mistakesAreOneClearLine(String words, String codes, String expected) {
        CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
        assertThat(codes.split(",", -1)).as(run.err()).contains(Integer.toString(run.code()));
        assertThat(run.out()).isEmpty();
        assertThat(run.err().toLowerCase(Locale.ROOT)).contains(expected);
        assertThat(run.err()).doesNotContain("\tat ");
    }
}
