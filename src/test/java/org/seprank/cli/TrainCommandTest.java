package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.io.GraphReader;

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

    private static List<String> rows(String csv) {
        return csv.lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void resultsDoNotDependOnHowManyAreTrainedAtOnce() throws Exception {
        String[] words = {"train", DATA, "--epochs", "5", "--seeds", "3", "--format", "csv", "--table", "networks"};
        String[] one = java.util.Arrays.copyOf(words, words.length + 2);
        one[words.length] = "--parallel";
        one[words.length + 1] = "1";
        assertThat(rows(CommandLineRun.of(words).out()))
                .hasSize(4)
                .isEqualTo(rows(CommandLineRun.of(one).out()));
    }

    /** Without epochs a network is judged as it was drawn. */
    @Test
    void noEpochsLeaveTheNetworkAsItWasDrawn() throws Exception {
        JsonNode json = json("train", "graphs/csbm", "--epochs", "0", "--format", "json");
        assertThat(json.toString()).contains("\"best_epoch\":0,").contains("\"epochs\":0,");
        assertThat(json.at("/metrics/0/mean").asDouble()).isBetween(0.0, 1.0);
        assertThat(CommandLineRun.of("interactions", "graphs/csbm", "--epochs", "0", "--range", "5", "--samples", "8")
                        .out())
                .contains("Range of the network");
    }

    /** What a network learns depends on which edges are dropped; the answer says so only where it was asked for. */
    @Test
    void edgesAreDroppedByCurvatureOnRequest() throws Exception {
        List<String> words =
                List.of("train", "synthetic:csbm,n=60", "--epochs", "8", "--drop-edge", "0.5", "--format", "json");
        List<String> asked = new ArrayList<>(words);
        asked.addAll(List.of("--drop-edge-by", "curvature"));
        JsonNode even = json(words.toArray(String[]::new));
        JsonNode curved = json(asked.toArray(String[]::new));
        assertThat(even.at("/question/settings").has("drop_edge_by")).isFalse();
        assertThat(curved.at("/question/settings/drop_edge_by").asText()).isEqualTo("curvature");
        assertThat(curved.at("/networks").toString())
                .isNotEqualTo(even.at("/networks").toString());
        assertThat(json(asked.toArray(String[]::new)).at("/networks").toString())
                .isEqualTo(curved.at("/networks").toString());
        CommandLineRun without =
                CommandLineRun.of("train", "synthetic:csbm,n=60", "--epochs", "1", "--drop-edge-by", "curvature");
        assertThat(without.code()).isNotZero();
        assertThat(without.err()).contains("--drop-edge RATE");
    }

    @Test
    void theQuestionHoldsEverySettingWithItsDefault(@TempDir Path folder) throws Exception {
        Path edits = folder.resolve("edits.csv");
        assertThat(CommandLineRun.of("rewire", "graphs/karate.graphml", "--all", "--edits", edits.toString())
                        .code())
                .isZero();
        JsonNode json = json(
                "train",
                "graphs/karate.graphml#faction",
                "--epochs",
                "2",
                "--seeds",
                "3",
                "--edits",
                edits.toString(),
                "--budget",
                "10%",
                "--format",
                "json");
        assertThat(json.at("/question/settings").toString())
                .isEqualTo("{'dataset':'graphs/karate.graphml#faction','split':'stratified:0.6/0.2/0.2',"
                        .concat("'features':'row_normalized','seed':0,'edits':'" + edits + "','budget':'10%',")
                        .concat("'model':'gcn','depth':2,'width':16,'heads':1,'attention_dropout':0.0,")
                        .concat("'activation':'relu','dropout':0.5,'drop_edge':0.0,'norm':'none','residual':false,")
                        .concat(
                                "'jumping':'last','head':false,'readout':'none','loss':'softmax','linear_depth':1,'rank_penalty':0.0,")
                        .concat("'precision':'float','epochs':2,'optimizer':'adam','learning_rate':0.01,")
                        .concat("'weight_decay':5.0E-4,'decay':'first','schedule':'constant','metric':'accuracy',")
                        .concat("'patience':0,'min_delta':0.0,'last':false,'batch_size':128,'seeds':3,'first_seed':0}")
                        .replace('\'', '"'));
        assertThat(json.at("/question/inputs").findValuesAsText("role")).containsExactly("dataset", "graph", "edits");
        assertThat(json.at("/question/inputs").findValuesAsText("sha256"))
                .allSatisfy(hash -> assertThat(hash).matches("[0-9a-f]{64}"));
        assertThat(json.at("/dataset/edges").asInt()).isEqualTo(78 - 8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "graphs/csbm|split|given",
                "graphs/csbm --split folds:3|split|folds:3",
                "graphs/csbm --features raw|features|raw",
                "graphs/motifs|readout|mean",
                "graphs/motifs --readout max|readout|max",
                "graphs/motifs|head|true",
                "graphs/csbm --model resgcn|norm|batch",
                "graphs/csbm --model resgcn|residual|true",
                "graphs/csbm --model gat --heads 2|heads|2",
                "graphs/csbm --model product|activation|identity",
                "graphs/csbm --optimizer sgd|momentum|0.9",
                "graphs/csbm --schedule step:5,0.5|schedule|step:5,0.5",
                "graphs/csbm --schedule cosine:0.01|schedule|cosine:0.01",
            })
    void whatWasLeftOpenIsSaid(String words, String setting, String value) throws Exception {
        JsonNode json = json(("train " + words + " --epochs 1 --format json").split(" ", -1));
        assertThat(json.at("/question/settings/" + setting).asText()).isEqualTo(value);
    }

    @Test
    void theEditsChangeTheGraphButNotWhatWasRead(@TempDir Path folder) throws Exception {
        String edits = folder.resolve("edits.csv").toString();
        String data = "graphs/karate.graphml#faction";
        assertThat(CommandLineRun.of("rewire", "graphs/karate.graphml", "--all", "--edits", edits)
                        .code())
                .isZero();
        JsonNode whole = json("train", data, "--epochs", "3", "--format", "json");
        JsonNode edited = json("train", data, "--epochs", "3", "--format", "json", "--edits", edits);
        assertThat(edited.at("/dataset/edges").asInt()).isZero();
        assertThat(edited.get("networks")).isNotEqualTo(whole.get("networks"));
        assertThat(edited.at("/question/inputs/0")).isEqualTo(whole.at("/question/inputs/0"));
        assertThat(edited.at("/question/inputs/1")).isEqualTo(whole.at("/question/inputs/1"));
    }

    /** How much of a file is looked at to tell its form. */
    private static final long HEAD = 4096;

    @Test
    void theDatasetIsReadOnce(@TempDir Path folder) throws Exception {
        Path graph = Files.copy(Path.of("graphs/karate.graphml"), folder.resolve("copy.graphml"));
        long once = FileReads.of(graph, () -> GraphReader.read(graph));
        assertThat(once).isGreaterThanOrEqualTo(Files.size(graph));
        String answer = " --report " + folder.resolve("page.html") + " --plot " + folder.resolve("loss.svg");
        for (String command : new String[] {"train ", "train --dry-run ", "interactions --samples 4 --every 1 "}) {
            String words = command + graph + "#faction --epochs 2 -q" + (command.contains("dry") ? "" : answer);
            long bytes = FileReads.of(
                    graph,
                    () -> assertThat(CommandLineRun.of(words.split(" ", -1)).code())
                            .isZero());
            assertThat(bytes).as(words).isBetween(once, once + HEAD);
        }
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
        assertThat(predicted.at("/question/inputs").findValuesAsText("role"))
                .containsExactly("dataset", "graph", "network");
        assertThat(predicted.at("/question/inputs/0")).isEqualTo(trained.at("/question/inputs/0"));
        assertThat(Files.readAllLines(lines)).hasSize(101);
        CommandLineRun other = CommandLineRun.of("predict", "synthetic:csbm,n=100,features=3", file);
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.err()).contains("input width");
    }

    @Test
    void aResumedStudyEndsWhereAWholeOneDoes(@TempDir Path folder) throws Exception {
        String nets = folder.resolve("nets").toString();
        JsonNode whole = json("train", DATA, "--epochs", "9", "--seeds", "2", "--format", "json");
        Path torn = Files.writeString(
                Files.createDirectory(folder.resolve("nets")).resolve(".given-0-0.network.999999999999-0.tmp"), "half");
        json("train", DATA, "--epochs", "4", "--seeds", "2", "--checkpoint", nets, "--format", "json");
        assertThat(torn).doesNotExist(); // what a killed run left
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
        JsonNode whole = json((form + "9").split(" ", -1));
        json((form + "4 --checkpoint " + nets).split(" ", -1));
        JsonNode resumed = json((form + "9 --resume --checkpoint " + nets).split(" ", -1));
        assertThat(resumed.get("networks")).isEqualTo(whole.get("networks"));
        assertThat(whole.at("/question/settings/linear_depth").asInt()).isEqualTo(3);
        assertThat(whole.at("/question/settings/rank_penalty").asDouble()).isEqualTo(0.01);
    }

    @Test
    void datasetsAreDescribedAndListed() throws Exception {
        assertThat(json("dataset", "info", DATA, "--format", "json")
                        .at("/dataset/vertices")
                        .asInt())
                .isEqualTo(100);
        JsonNode list = json("dataset", "list", "--format", "json");
        assertThat(list.at("/datasets").findValuesAsText("name")).contains("cora");
        JsonNode info = json("dataset", "info", "graphs/csbm", "--format", "json");
        assertThat(info.at("/question/settings/split").asText()).isEqualTo("given");
        assertThat(info.at("/splits")).hasSize(1);
        assertThat(info.at("/splits/0/train").asInt()).isPositive();
        assertThat(info.at("/classes").findValues("items").stream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(info.at("/dataset/vertices").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train none|2,3|none",
                "train synthetic:csbm,n=100 --model magic|2|magic",
                "train synthetic:csbm,n=100 --optimizer magic|2|magic",
                "train synthetic:csbm,n=100 --epochs -1|2|epochs -1 is negative",
                "train synthetic:csbm,n=100 --resume|2|--checkpoint",
                "predict synthetic:csbm,n=100 pom.xml|3|not a network",
                "train synthetic:csbm,n=100 --split magic|2|magic",
                "train synthetic:csbm,n=100 --budget 3|2|--budget",
                "train synthetic:csbm,n=100 --edits none.csv|3|none.csv",
                "train synthetic:csbm,n=100 --edits a.csv --edits b.csv|2|2 times",
                "train graphs/motifs --edits none.csv|2|many",
                "train synthetic:csbm,n=100 --seeds 0|2|seeds 0",
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

    /** One output would be read as the probability of a second class. */
    @Test
    void labelsOfOneClassAreNothingToLearn(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("edges.csv"), "source,target\n0,1\n1,2\n2,3\n");
        Files.writeString(folder.resolve("vertices.csv"), "id,label,f0\n0,0,1\n1,0,2\n2,0,3\n3,0,4\n");
        CommandLineRun run = CommandLineRun.of("train", folder.toString(), "--epochs", "1");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("the labels are of 1 class; there is nothing to tell apart");
    }
}
