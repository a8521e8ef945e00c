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
    @ValueSource(
            strings = {
                "gcn",
                "gin",
                "gat",
                "gatv2",
                "sage",
                "sage_max",
                "resgcn",
                "appnp",
                "product",
                "relational",
                "linear"
            })
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
    void aKeptNetworkPredictsWhatItSaidInTraining(@TempDir Path folder) throws Exception {
        Path nets = folder.resolve("nets");
        JsonNode trained = json("train", DATA, "--epochs", "8", "--checkpoint", nets.toString(), "--format", "json");
        String file;
        try (java.util.stream.Stream<Path> files = Files.list(nets)) {
            file = files.map(Path::toString)
                    .filter(name -> name.endsWith(".network"))
                    .findFirst()
                    .orElseThrow();
        }
        Path lines = folder.resolve("predictions.csv");
        JsonNode predicted = json("predict", DATA, file, "--predictions", lines.toString(), "--format", "json");
        assertThat(predicted.at("/networks/0/test")).isEqualTo(trained.at("/networks/0/test"));
        assertThat(Files.readAllLines(lines)).hasSize(101);
        CommandLineRun other = CommandLineRun.of("predict", "synthetic:csbm,n=100,features=3", file);
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.err()).contains("input width");
    }

    @Test
    void aResumedStudyEndsWhereAWholeOneDoes(@TempDir Path folder) throws Exception {
        String nets = folder.resolve("nets").toString();
        JsonNode whole = json("train", DATA, "--epochs", "9", "--seeds", "2", "--format", "json");
        json("train", DATA, "--epochs", "4", "--seeds", "2", "--checkpoint", nets, "--format", "json");
        JsonNode resumed = json(
                "train", DATA, "--epochs", "9", "--seeds", "2", "--checkpoint", nets, "--resume", "--format", "json");
        assertThat(resumed.get("networks")).isEqualTo(whole.get("networks"));
        CommandLineRun other =
                CommandLineRun.of("train", DATA, "--width", "8", "--seeds", "2", "--checkpoint", nets, "--resume");
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.err()).contains("another network");
    }

    @Test
    void productsOfWeightsWithAPenaltyAreTrainedAndResumed(@TempDir Path folder) throws Exception {
        String nets = folder.resolve("nets").toString();
        String form = "train " + DATA + " --linear-depth 3 --rank-penalty 0.01 --format json --epochs ";
        JsonNode whole = json((form + "9").split(" "));
        json((form + "4 --checkpoint " + nets).split(" "));
        JsonNode resumed = json((form + "9 --resume --checkpoint " + nets).split(" "));
        assertThat(resumed.get("networks")).isEqualTo(whole.get("networks"));
        assertThat(whole.at("/provenance/network").asText()).contains("\"factors\":3,\"rankPenalty\":0.01");
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
                "train synthetic:csbm,n=100 --resume|2|--checkpoint",
                "predict synthetic:csbm,n=100 pom.xml|3|not a network",
                "train synthetic:csbm,n=100 --split magic|2|magic",
                "train synthetic:csbm,n=100 --budget 3|2|--budget",
                "train synthetic:csbm,n=100 --optimizer sgd --learning-rate 1e30|4|diverged",
                "train synthetic:csbm,n=100 --optimizer sgd --learning-rate 1e30 --rank-penalty 0.1|4|diverged",
                "train synthetic:csbm,n=100 --linear-depth 0|2|linear depth 0",
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
