package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.dataset.GraphRanges;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.graph.Graph;

class BatchCommandTest {
    private static final String KARATE = "graphs/plans/karate.yaml";

    @TempDir
    private Path folder;

    private Path plan(String text) throws IOException {
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, text);
        return file;
    }

    private CommandLineRun batch(Path plan, String... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("batch", plan.toString(), "--out", folder + "/out"), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void theSamplePlanRunsOnceAndIsReported() throws Exception {
        CommandLineRun run = batch(Path.of(KARATE), "--threads", "2");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("finished");
        JsonNode report = new ObjectMapper()
                .readTree(
                        CommandLineRun.of("report", folder + "/out", "--format", "json", "--report", folder + "/r.html")
                                .out());
        assertThat(report.get("studies")).hasSize(18);
        assertThat(report.at("/studies/0/walk_index").isIntegralNumber()).isTrue();
        assertThat(report.get("figures").size()).isGreaterThanOrEqualTo(2);
        assertThat(Files.readString(folder.resolve("r.html"))).contains("<svg");
        assertThat(CommandLineRun.of("batch", "status", folder + "/out").out()).contains("18");
    }

    @Test
    void aStudyGivesTheAnswerOfItsCommandLine() throws Exception {
        batch(
                plan(
                        "base: {command: analyze, input: graphs/karate.graphml, depth: 2, certify: false, partition: [0-3, 4-9]}"));
        JsonNode kept;
        try (Stream<Path> outcomes = Files.list(folder.resolve("out/outcomes"))) {
            kept = new ObjectMapper()
                    .readTree(outcomes.findFirst().orElseThrow().toFile());
        }
        CommandLineRun direct = CommandLineRun.of(
                "analyze",
                "graphs/karate.graphml",
                "--depth",
                "2",
                "--partition",
                "0-3",
                "--partition",
                "4-9",
                "--format",
                "json");
        JsonNode answer = new ObjectMapper().readTree(direct.out());
        for (String block : List.of("graph", "partitions", "bounds", "walk_index_by_depth", "singletons")) {
            assertThat(kept.get("answer").get(block)).as(block).isNotNull().isEqualTo(answer.get(block));
        }
        assertThat(kept.get("inputs").get("graphs/karate.graphml").asText()).hasSize(64);
    }

    @Test
    void failedStudiesAreRecordedAndTheOthersGoOn() throws Exception {
        Path plan = plan("base: {command: analyze, input: graphs/karate.graphml}\ngrid: {target: [0, nobody, graph]}");
        CommandLineRun run = batch(plan);
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).contains("nobody", "cause");
        JsonNode status =
                new ObjectMapper().readTree(batch(plan, "--format", "json").out());
        assertThat(status.at("/batch/done").asInt()).isEqualTo(2);
        assertThat(status.at("/failed/0/exit_code").asInt()).isIn(2, 3);
        assertThat(status.at("/failed/0/cause").asText()).contains("'nobody'").doesNotContain("error:");
    }

    @Test
    void everyKindOfStudyWithFilesOfItsOwn() throws Exception {
        Path plan = plan("base: {command: rewire, input: graphs/karate.graphml, edits: '{folder}/edits.csv'}\n"
                + "grid: {remove: [10%, 20%], method: [wis, random]}\nseeds: 0");
        assertThat(batch(plan).code()).isZero();
        try (Stream<Path> files = Files.walk(folder.resolve("out/files"))) {
            assertThat(files.filter(file -> file.endsWith("edits.csv"))).hasSize(4);
        }
        CommandLineRun report = CommandLineRun.of("report", folder + "/out", "--format", "csv");
        assertThat(report.out().lines().toList().get(1)).startsWith("study,method,remove,");
    }

    @Test
    void graphsOfAFileOfManyAreRowsOfOneStudy() throws Exception {
        Path graphs = folder.resolve("many.g6");
        Files.writeString(graphs, "A_\nBw\nC~\n");
        Path plan = plan("base: {command: measure, input: '" + graphs
                + "', each: '{folder}/rows.csv', groups: 'degrees,clustering'}");
        CommandLineRun run = batch(plan);
        assertThat(run.code()).as(run.out()).isZero();
        try (Stream<Path> files = Files.walk(folder.resolve("out/files"))) {
            List<String> rows = Files.readAllLines(
                    files.filter(file -> file.endsWith("rows.csv")).findFirst().orElseThrow());
            assertThat(rows).hasSize(4);
            assertThat(rows.get(0)).startsWith("graph,vertices,edges,");
            assertThat(rows.get(3)).startsWith("3,4,6,");
        }
        assertThat(CommandLineRun.of("report", folder + "/out", "--metric", "vertices mean,vertices greatest")
                        .out())
                .contains("3.000", "4.000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train, input: 'synthetic:csbm,n=40', epochs: [2]|summary",
                "train, input: 'synthetic:csbm,n=40', epochs: 2, task: links, metric: hits_at_3, model: sage|metrics",
                "train, input: 'synthetic:csbm,n=40', epochs: 2, neighbours: '3,2', batch-size: 8|summary",
                "interactions, input: 'synthetic:csbm,n=40', epochs: 2, samples: 8|interaction",
                "compare, input: graphs/karate.graphml, methods: 'wis,random', budgets: 10%|compared",
                "measure, input: graphs/karate.graphml, groups: degrees|degrees",
                "lab, input: steepest-descent, set: [iterations=200]|verdict",
            })
    void everyCommandCanBeAStudy(String base, String block) throws Exception {
        CommandLineRun run = batch(plan("base: {command: " + base + "}\nseeds: 0-1"));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        try (Stream<Path> outcomes = Files.list(folder.resolve("out/outcomes"))) {
            List<Path> all = outcomes.toList();
            assertThat(all).hasSize(2);
            JsonNode answer = new ObjectMapper().readTree(all.get(0).toFile()).get("answer");
            assertThat(answer.fieldNames()).toIterable().anyMatch(name -> name.contains(block));
        }
    }

    /**
     * Numbers, events and graphs that are held out are learned and probed in batches, and reported by their metrics.
     */
    @ParameterizedTest
    @CsvSource({"numbers, rmse", "events, average_precision", "several, accuracy"})
    void otherTasksAreLearnedAndProbedInBatches(String task, String metric) throws Exception {
        int n = 40;
        NodeDataset plain = (NodeDataset)
                SyntheticTask.parse("synthetic:csbm,n=40,classes=2").generate(1);
        double[] values = new double[2 * n];
        Arrays.setAll(values, k -> task.equals("numbers") ? k % 7 + 0.5 : k % 3 == 0 ? 1 : 0);
        TargetValues.Kind kind = task.equals("numbers") ? TargetValues.Kind.NUMBERS : TargetValues.Kind.EVENTS;
        NodeDataset data = task.equals("several")
                ? plain.withGraph(Graph.undirected(n, new int[][] {{0, 1}, {1, 2}, {10, 11}, {20, 21}, {30, 31}}))
                        .withGraphs(GraphRanges.of(0, 10, 20, 30, 40))
                : plain.withTargetValues(TargetValues.of(kind, List.of("one", "two"), values));
        Path file = folder.resolve(task + ".npz");
        Datasets.write(data.withSplits(List.of()), file, "heterophilous-npz");
        String input = "input: '" + file + "', epochs: 2, split: 'random:0.5/0.25/0.25'";
        String loss = task.equals("numbers") ? ", loss: huber, metric: rmse" : "";
        CommandLineRun run = batch(plan("base: {command: train, " + input + loss + "}\ngrid: {width: [4, 8]}"));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        CommandLineRun report = CommandLineRun.of("report", folder + "/out", "--by", "width", "--format", "json");
        assertThat(report.code()).as(report.err()).isZero();
        JsonNode studies = new ObjectMapper().readTree(report.out()).get("studies");
        assertThat(studies).hasSize(2);
        for (JsonNode study : studies) {
            assertThat(study.get("test mean").asDouble(-1)).isBetween(0.0, task.equals("numbers") ? 10.0 : 1.0);
        }
        try (Stream<Path> outcomes = Files.list(folder.resolve("out/outcomes"))) {
            String answer = Files.readString(outcomes.findFirst().orElseThrow());
            assertThat(answer.replace('-', '_')).contains("\"metric\" : \"" + metric + "\"");
        }
        Path probing = Files.createDirectories(folder.resolve("probing"));
        Path plan = Files.writeString(
                probing.resolve("plan.yaml"),
                "base: {command: interactions, " + input + ", samples: 4, bootstrap: 0}\ngrid: {"
                        + (task.equals("several") ? "graph: [1, 3]" : "output-column: [0, 1]") + "}");
        CommandLineRun probed = CommandLineRun.of("batch", plan.toString(), "--out", probing + "/out");
        assertThat(probed.code()).as(probed.out() + probed.err()).isZero();
        try (Stream<Path> outcomes = Files.list(probing.resolve("out/outcomes"))) {
            assertThat(outcomes).hasSize(2);
        }
    }

    /** Rows of one method are told apart by their budgets. */
    @Test
    void everyBudgetOfAComparisonIsInTheReport() throws Exception {
        CommandLineRun run = batch(plan(
                "base: {command: compare, input: graphs/karate.graphml, methods: wis, budgets: '2,10%', seeds: 1}"));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        CommandLineRun report = CommandLineRun.of(
                "report", folder + "/out", "--metric", "wis 2 edits,wis 10% edits", "--format", "json");
        assertThat(report.code()).as(report.err()).isZero();
        assertThat(report.out()).contains("\"wis 2 edits\"", "\"wis 10% edits\"");
    }

    @Test
    void trainingIsEstimatedInProportionToItsEpochs() throws Exception {
        double few = seconds("10");
        assertThat(seconds("1000")).isGreaterThan(50 * few);
    }

    private static double seconds(String epochs) throws IOException {
        CommandLineRun run =
                CommandLineRun.of("train", "synthetic:csbm,n=400", "--epochs", epochs, "--dry-run", "--format", "json");
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).at("/estimate/1/seconds").asDouble();
    }

    @Test
    void aDryRunRunsNothing() throws Exception {
        CommandLineRun run = batch(Path.of(KARATE), "--dry-run");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("todo", "its own estimate", "KiB");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void anInterruptedBatchExitsWith130AndGoesOn() throws Exception {
        Path plan = plan("base: {command: analyze, input: graphs/karate.graphml}\ngrid: {depth: [1, 2]}");
        StringWriter err = new StringWriter();
        int code = Main.run(
                new String[] {"batch", plan.toString(), "--out", folder + "/out"},
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                Interruption.following(() -> true));
        assertThat(code).isEqualTo(130);
        assertThat(err.toString()).contains("the same command goes on");
        assertThat(batch(plan).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analyze, input: g, depht: 3|unknown key 'depht' with the value 3; allowed: command, input, certify",
                "analyze, input: g, depth: two|key 'depth': 'two' is not an int",
                "analyze, input: g, format: csv|unknown key 'format'",
                "analyze, input: g, resume: x|unknown key 'resume'",
                "convert, input: g|convert is not a command for batches; allowed: analyze, rewire, advise, measure, entangle, train",
                "rewire, input: g, remove: 10%, graph-out: a.gml|let it begin with {folder}/",
                "measure, input: g, groups: walk|key 'groups'",
            })
    void mistakesOfAPlanAreOneClearLine(String base, String expected) throws Exception {
        CommandLineRun run = batch(plan("base: {command: " + base + "}"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(expected).contains("plan.yaml: line 1: ");
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(2);
    }

    /** What there is to choose from is said in place of a look at the help. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train, input: graphs/csbm, model: gcnn|key 'model': --model 'gcnn' is none of gcn, gin, gat",
                "analyze, input: g, depth: x|key 'depth': 'x' is not an int",
                "analyse, input: g|analyse is not a command for batches; allowed: analyze, rewire, advise, measure",
                "analyze, input: g, depht: 3|unknown key 'depht' with the value 3; allowed: command, input"
            })
    void mistakesOfAPlanSayWhatIsAllowed(String base, String expected) throws Exception {
        CommandLineRun run = batch(plan("base: {command: " + base + "}"));
        assertThat(run.err()).contains(expected).doesNotContain("Invalid value");
        assertThat(run.err().contains("hint:")).isEqualTo(expected.endsWith("is not an int"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batch|a batch needs a plan and --out DIR",
                "batch none.yaml --out x|no such file: none.yaml",
                "batch status none|no such file: none",
                "batch status graphs|graphs is no folder of outcomes",
                "report graphs|graphs is no folder of outcomes",
                "batch graphs/plans/karate.yaml --out x --engine spork|--engine 'spork' is none of local",
                "batch graphs/plans/karate.yaml --out x --master yarn|--master yarn needs --engine spark",
                "spark check --master local|the jars of Apache Spark are not on the class path",
                "batch graphs/plans/karate.yaml --out x --threads 0|threads 0 is not positive",
            })
    void mistakesAreOneClearLine(String words, String expected) {
        CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
        assertThat(run.code()).isIn(2, 3);
        assertThat(run.err()).contains(expected).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }
}
