package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.GraphRanges;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.io.Datasets;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/** Commands on a dataset of several graphs with labelled vertices. */
class InductiveCommandTest {
    private static final int GRAPHS = 5;
    private static final int SIZE = 12;

    @TempDir
    private static Path folder;

    private static String set;

    /** Cycles whose vertices' labels are the signs of their features. */
    @BeforeAll
    static void write() throws Exception {
        int n = GRAPHS * SIZE;
        GraphBuilder builder = GraphBuilder.over(n, false);
        int[] starts = new int[GRAPHS + 1];
        for (int g = 0; g < GRAPHS; g++) {
            starts[g + 1] = (g + 1) * SIZE;
            for (int i = 0; i < SIZE; i++) {
                builder.edge(g * SIZE + i, g * SIZE + (i + 1) % SIZE);
            }
        }
        Graph graph = builder.build();
        float[] x = new float[n];
        int[] labels = new int[n];
        for (int v = 0; v < n; v++) {
            x[v] = (v * 37 % 11) - 5;
            labels[v] = x[v] > 0 ? 1 : 0;
        }
        NodeDataset data = NodeDataset.of("cycles", graph, DenseFeatures.over(n, 1, x), Labels.of(labels))
                .withGraphs(GraphRanges.of(starts));
        Path file = folder.resolve("cycles.npz");
        Datasets.write(data, file, "heterophilous-npz");
        set = file.toString();
    }

    private static JsonNode json(String... words) throws Exception {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--format";
        all[words.length + 1] = "json";
        CommandLineRun run = CommandLineRun.of(all);
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void graphsThatAreHeldOutArePredictedAndPredictedAgain() throws Exception {
        Path nets = folder.resolve("nets");
        JsonNode trained = json(
                "train",
                set,
                "--model",
                "linear",
                "--dropout",
                "0",
                "--epochs",
                "80",
                "--split",
                "random:0.6/0.2/0.2",
                "--batch-size",
                "2",
                "--checkpoint",
                nets.toString());
        assertThat(trained.at("/networks/0/split").asText()).isEqualTo("random 0.6/0.2/0.2 seed 0 of graphs");
        assertThat(trained.at("/networks/0/test").asDouble()).isGreaterThan(0.9);
        Path kept;
        try (var files = Files.list(nets)) {
            kept = files.filter(file -> file.toString().endsWith(".network"))
                    .findFirst()
                    .orElseThrow();
        }
        Path lines = folder.resolve("lines.csv");
        JsonNode predicted = json(
                "predict", set, kept.toString(), "--split", "random:0.6/0.2/0.2", "--predictions", lines.toString());
        assertThat(predicted.at("/networks/0/test")).isEqualTo(trained.at("/networks/0/test"));
        assertThat(Files.readAllLines(lines).stream().filter(line -> !line.startsWith("#")))
                .hasSize(GRAPHS * SIZE + 1);
    }

    @Test
    void oneOfTheGraphsIsProbed() throws Exception {
        List<String> words = List.of(
                "interactions",
                set,
                "--epochs",
                "3",
                "--samples",
                "4",
                "--bootstrap",
                "0",
                "--threads",
                "1",
                "--graph");
        JsonNode second = json(words.toArray(String[]::new), "2");
        assertThat(second.at("/network/vertex").asInt()).isBetween(SIZE, 2 * SIZE - 1);
        CommandLineRun none = CommandLineRun.of(with(words.toArray(String[]::new), "6"));
        assertThat(none.code()).isNotZero();
        assertThat(none.err()).contains("graph 6 is not in 1..5");
    }

    private static JsonNode json(String[] words, String last) throws Exception {
        return json(with(words, last));
    }

    private static String[] with(String[] words, String last) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }

    @Test
    void infoCountsTheGraphs() throws Exception {
        assertThat(json("dataset", "info", set).toString()).contains("\"graphs\":" + GRAPHS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train|--neighbours 3|leave out --neighbours",
                "train|--largest-component|leave out --largest-component",
                "train|--task links|has many"
            })
    void whatIsOfOneGraphIsRefused(String command, String options, String message) {
        String[] more = options.split(" ", -1);
        String[] words = new String[2 + more.length];
        words[0] = command;
        words[1] = set;
        System.arraycopy(more, 0, words, 2, more.length);
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains(message);
    }
}
