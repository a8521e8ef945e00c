package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.dataset.file.Source;

/** Events and numbers through train, predict and interactions. */
class TargetTrainingTest {
    private static final int N = 60;

    @TempDir
    Path folder;

    /** A ring; the first feature says the targets, every tenth of which is not known. */
    private Path data(boolean events) throws IOException {
        List<String> vertices = new ArrayList<>();
        List<String> edges = new ArrayList<>(List.of("source,target"));
        String kind = events ? "event:" : "target:";
        vertices.add("id,label," + kind + "left," + kind + "right,f0,f1");
        for (int v = 0; v < N; v++) {
            int x = v * 7 % 5 - 2;
            String left = events ? (x > 0 ? "1" : "0") : Double.toString(1000 + 10 * x);
            String right = v % 10 == 0 ? "" : events ? (x > 0 ? "0" : "1") : Integer.toString(-x);
            vertices.add("v" + v + ",," + left + "," + right + "," + x + ",1");
            edges.add("v" + v + ",v" + (v + 1) % N);
        }
        Path data = Files.createDirectories(folder.resolve(events ? "events" : "numbers"));
        Files.write(data.resolve("vertices.csv"), vertices);
        Files.write(data.resolve("edges.csv"), edges);
        return data;
    }

    private static JsonNode json(String... line) throws Exception {
        CommandLineRun run = CommandLineRun.of(line);
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static JsonNode train(Path data, Path networks, String... more) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                "train",
                data.toString(),
                "--model",
                "sage",
                "--epochs",
                "60",
                "--learning-rate",
                "0.03",
                "--dropout",
                "0",
                "--seeds",
                "1",
                "--features",
                "raw",
                "--checkpoint",
                networks.toString(),
                "--format",
                "json"));
        line.addAll(List.of(more));
        return json(line.toArray(String[]::new));
    }

    private static String first(Path networks) throws IOException {
        return networks.resolve(Source.names(networks).get(0)).toString();
    }

    private static double of(JsonNode rows, String metric, String part) {
        for (JsonNode row : rows) {
            if (row.path("metric").asText().equals(metric)
                    && row.path("part").asText().equals(part)) {
                return row.path("mean").asDouble();
            }
        }
        throw new AssertionError(metric + " of " + part + " is not in " + rows);
    }

    @Test
    void numbersAreTrainedAndPredicted() throws Exception {
        Path networks = folder.resolve("networks");
        JsonNode answer = train(data(false), networks, "--loss", "huber");
        assertThat(answer.at("/dataset/task").asText()).isEqualTo("regression");
        assertThat(answer.at("/question/settings/metric").asText()).isEqualTo("mae");
        assertThat(answer.at("/question/settings/loss").asText()).isEqualTo("huber");
        assertThat(of(answer.at("/metrics"), "r2", "test")).isGreaterThan(0.9);
        assertThat(of(answer.at("/metrics"), "mae", "test")).isLessThan(3);
        assertThat(answer.at("/outputs")).anySatisfy(row -> {
            assertThat(row.path("output").asText()).isEqualTo("right");
            assertThat(row.path("metric").asText()).isEqualTo("r2");
            assertThat(row.path("test").asDouble()).isGreaterThan(0.9);
        });
        Path lines = folder.resolve("predictions.csv");
        String first = first(networks);
        JsonNode predicted = json(
                "predict",
                data(false).toString(),
                first,
                "--features",
                "raw",
                "--predictions",
                lines.toString(),
                "--format",
                "json");
        assertThat(predicted.at("/question/settings/metric").asText()).isEqualTo("mae");
        assertThat(predicted.path("calibration").isMissingNode()).isTrue();
        assertThat(Files.readAllLines(lines))
                .hasSize(N + 1)
                .first()
                .isEqualTo("item,left,predicted_left,right,predicted_right");
        String[] fields = Files.readAllLines(lines).get(1).split(",", -1);
        assertThat(fields[0]).isEqualTo("v0");
        assertThat(Double.parseDouble(fields[2])).isBetween(970.0, 1000.0);
        assertThat(fields[3]).isEmpty();
        CommandLineRun wrong = CommandLineRun.of("predict", data(true).toString(), first, "--features", "raw");
        assertThat(wrong.code()).isEqualTo(3);
        assertThat(wrong.err()).contains("it knows 2 numbers to predict, the dataset has 2 events");
    }

    @Test
    void eventsAreTrainedAndPredictedWithTheirCalibration() throws Exception {
        Path networks = folder.resolve("networks");
        JsonNode answer = train(data(true), networks);
        assertThat(answer.at("/dataset/task").asText()).isEqualTo("multi-label classification");
        assertThat(answer.at("/question/settings/metric").asText()).isEqualTo("average-precision");
        assertThat(of(answer.at("/metrics"), "roc-auc", "test")).isGreaterThan(0.95);
        String first = first(networks);
        JsonNode predicted = json("predict", data(true).toString(), first, "--features", "raw", "--format", "json");
        int predictions = 0;
        for (JsonNode bin : predicted.at("/calibration")) {
            predictions += bin.path("count").asInt();
        }
        assertThat(predictions).isEqualTo(2 * N - N / 10);
    }

    @Test
    void theInteractionOfOneNumberIsMeasured() throws Exception {
        JsonNode answer = json(
                "interactions",
                data(false).toString(),
                "--epochs",
                "3",
                "--samples",
                "8",
                "--bootstrap",
                "0",
                "--output-column",
                "1",
                "--format",
                "json");
        assertThat(answer.at("/question/settings/class").asInt()).isEqualTo(1);
        assertThat(answer.at("/network/test_mae").isNumber()).isTrue();
    }

    @Test
    void whatDoesNotFitTheTaskIsRefused() throws Exception {
        CommandLineRun metric =
                CommandLineRun.of("train", data(false).toString(), "--metric", "accuracy", "--epochs", "1");
        assertThat(metric.code()).isEqualTo(2);
        assertThat(metric.err())
                .contains("metric accuracy is not defined for regression; those that are: mae, rmse, r2, log-mse");
        CommandLineRun loss = CommandLineRun.of("train", "graphs/csbm", "--loss", "squared", "--epochs", "1");
        assertThat(loss.code()).isEqualTo(2);
        assertThat(loss.err()).contains("loss squared is not one of classification; use [softmax]");
    }

    @Test
    void edgesAreTrainedAndPredicted() throws Exception {
        Path networks = folder.resolve("networks");
        Path edits = folder.resolve("edits.csv");
        assertThat(CommandLineRun.of(
                                "rewire", "graphs/csbm", "--method", "random", "--all", "--edits", edits.toString())
                        .code())
                .isZero();
        JsonNode answer = train(Path.of("graphs/csbm"), networks, "--task", "links", "--seed", "3");
        assertThat(answer.at("/dataset/task").asText()).isEqualTo("link prediction");
        assertThat(answer.at("/question/settings/split").asText()).isEqualTo("random:0.85/0.05/0.1");
        assertThat(answer.at("/question/settings/metric").asText()).isEqualTo("mrr");
        assertThat(of(answer.at("/metrics"), "hits-at-10", "test")).isBetween(0.0, 1.0);
        assertThat(answer.at("/notes").toString())
                .contains("held out rank among 101 pairs, those of the training part among 2");
        JsonNode sparse = train(
                Path.of("graphs/csbm"),
                folder.resolve("others"),
                "--task",
                "links",
                "--seed",
                "3",
                "--edits",
                edits.toString(),
                "--budget",
                "50%");
        assertThat(sparse.at("/dataset/items")).isEqualTo(answer.at("/dataset/items"));
        assertThat(sparse.at("/networks")).isNotEqualTo(answer.at("/networks"));
        Path lines = folder.resolve("predictions.csv");
        JsonNode predicted = json(
                "predict",
                "graphs/csbm",
                first(networks),
                "--task",
                "links",
                "--seed",
                "3",
                "--features",
                "raw",
                "--predictions",
                lines.toString(),
                "--format",
                "json");
        assertThat(predicted.at("/networks/0/test").asDouble())
                .isEqualTo(answer.at("/networks/0/test").asDouble());
        assertThat(Files.readAllLines(lines)).first().isEqualTo("source,target,link,p_link");
        CommandLineRun many = CommandLineRun.of("train", "graphs/motifs", "--task", "links");
        assertThat(many.err()).contains("--task links is of one graph");
        assertThat(CommandLineRun.of("train", "graphs/karate.graphml", "--task", "links", "--epochs", "2")
                        .code())
                .isZero();
    }
}
