package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that take one graph take many: each as if it had been named by --graph. */
class GraphSetTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path set = Path.of("");

    /** A cycle of six, a path of five, a single vertex, and two triangles apart; classes -1 and 4. */
    @BeforeEach
    void write() throws IOException {
        set = Files.writeString(folder.resolve("set.txt"), """
                4
                6 -1
                0 2 1 5
                0 2 0 2
                1 2 1 3
                1 2 2 4
                2 2 3 5
                2 2 0 4
                5 4
                0 1 1
                0 2 0 2
                1 2 1 3
                1 2 2 4
                2 1 3
                1 4
                2 0
                6 -1
                0 2 1 2
                0 2 0 2
                1 2 0 1
                1 2 4 5
                2 2 3 5
                2 2 3 4
                """);
    }

    private CommandLineRun run(String words) {
        String named = words.replace("SET", set.toString()).replace("FOLDER", folder.toString());
        return CommandLineRun.of(named.split(" ", -1));
    }

    private JsonNode answer(String words) throws IOException {
        CommandLineRun run = run(words + " --format json");
        assertThat(run.code()).as(run.err()).isZero();
        return MAPPER.readTree(run.out());
    }

    private static JsonNode row(JsonNode table, String key, String value) {
        return table.valueStream()
                .filter(row -> row.get(key).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNumbersOfMeasureAreThoseOfEachGraphAlone() throws IOException {
        JsonNode all = answer("measure SET --groups degrees,distances,walks");
        for (int k = 1; k <= 4; k++) {
            JsonNode own = all.get("each").get(k - 1);
            assertThat(own.get("graph").asInt()).isEqualTo(k);
            for (JsonNode measure : answer("measure SET --groups degrees,distances,walks --graph " + k)
                    .get("measures")) {
                String depth = measure.has("depth") ? " depth " + measure.get("depth") : "";
                assertThat(own.get(measure.get("id").asText() + depth))
                        .as(k + " " + measure)
                        .isEqualTo(measure.get("value"));
            }
        }
    }

    @Test
    void distributionsSayHowManyGraphsTheyStandFor() throws IOException {
        JsonNode numbers = answer("measure SET --groups degrees,distances").get("numbers");
        JsonNode diameter = row(numbers, "number", "diameter");
        assertThat(diameter.get("infinite").asInt()).isEqualTo(1); // the triangles apart
        JsonNode degree = row(numbers, "number", "degree");
        assertThat(degree.get("graphs").asInt()).isEqualTo(4);
        assertThat(degree.get("mean").asDouble()).isEqualTo((2 + 1.6 + 0 + 2) / 4);
        assertThat(List.of(
                        degree.get("minimum").asDouble(),
                        degree.get("lower_quartile").asDouble(),
                        degree.get("median").asDouble(),
                        degree.get("upper_quartile").asDouble(),
                        degree.get("maximum").asDouble()))
                .isEqualTo(List.of(0.0, 0.0, 1.6, 2.0, 2.0));
    }

    @Test
    void aSetIsRewiredGraphByGraphAndWrittenWhole() throws IOException {
        JsonNode all = answer("rewire SET --method fosr --edit 1 --edits FOLDER/edits --graph-out FOLDER/out.txt");
        assertThat(all.at("/graphs/graphs").asInt()).isEqualTo(4);
        for (int k = 1; k <= 2; k++) {
            answer("rewire SET --method fosr --edit 1 --edits FOLDER/one.csv --graph " + k);
            assertThat(folder.resolve("edits/graph-" + k + ".csv")).hasSameTextualContentAs(folder.resolve("one.csv"));
        }
        List<String> before = Files.readAllLines(set);
        List<String> after = Files.readAllLines(folder.resolve("out.txt"));
        assertThat(after).hasSameSizeAs(before);
        for (int line = 0; line < before.size(); line++) {
            String[] old = before.get(line).split(" ", -1);
            assertThat(after.get(line)).startsWith(old[0] + (isHead(line) && old.length > 1 ? " " + old[1] : ""));
        }
        JsonNode edges = row(all.get("numbers"), "number", "edges after");
        assertThat(edges.get("maximum").asInt()).isEqualTo(7);
        JsonNode again = answer("measure FOLDER/out.txt --groups degrees");
        for (int k = 0; k < 2; k++) {
            assertThat(again.get("each").get(k).get("edges").asInt())
                    .isEqualTo(all.get("each").get(k).get("edges").asInt() + 1);
        }
    }

    private static boolean isHead(int line) {
        return List.of(1, 8, 14, 16).contains(line);
    }

    @Test
    void graphsThatAreTooSmallStayAndAreCounted() throws IOException {
        JsonNode all = answer("rewire SET --remove 5 --graph-out FOLDER/out");
        assertThat(all.at("/graphs/answered").asInt()).isEqualTo(2);
        assertThat(all.at("/graphs/left_as_they_are").asInt()).isEqualTo(2);
        assertThat(all.get("left")).hasSize(2);
        assertThat(all.at("/left/0/reason").asText()).isEqualTo("budget of 5 edges is not in 0..4");
        assertThat(all.at("/left/0/first").asInt()).isEqualTo(2);
        JsonNode again = answer("measure FOLDER/out --groups degrees").get("each");
        assertThat(again.valueStream().map(row -> row.get("edges").asInt()).toList())
                .isEqualTo(List.of(1, 4, 0, 1));
        assertThat(again.valueStream().map(row -> row.get("class").asInt()).toList())
                .isEqualTo(List.of(-1, 4, 4, -1));
    }

    @Test
    void editsOfAllGraphsCanBeMadeAgain() throws IOException {
        answer("rewire SET --remove 20% --edits FOLDER/edits --graph-out FOLDER/first.txt");
        answer("rewire SET --edits-in FOLDER/edits --graph-out FOLDER/second.txt");
        assertThat(folder.resolve("second.txt")).hasSameTextualContentAs(folder.resolve("first.txt"));
        assertThat(folder.resolve("first.txt")).content().isNotEqualTo(Files.readString(set));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "measure SET --groups degrees,curvature,walks",
                "analyze SET --depth 2",
                "rewire SET --method random --remove 30%",
                "compare SET --methods wis,fosr --budgets 20%,1 --seeds 2"
            })
    void answersDoNotDependOnThreads(String command) throws IOException {
        List<ObjectNode> answers = new ArrayList<>();
        for (String threads : List.of("1", "4")) {
            ObjectNode answer = (ObjectNode) answer(command + " --threads " + threads);
            answer.remove(List.of("run", "question"));
            answers.add(answer);
        }
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
    }

    @Test
    void compareNamesNumbersByMethodAndBudget() throws IOException {
        JsonNode all = answer("compare SET --methods wis --budgets 20%,1 --seeds 1");
        for (String budget : List.of("20%", "1")) {
            JsonNode edges = row(all.get("numbers"), "number", "wis " + budget + " edges");
            assertThat(edges.get("maximum").asDouble()).isEqualTo(5);
        }
        assertThat(row(all.get("numbers"), "number", "(none) edges")
                        .get("graphs")
                        .asInt())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void analyzeReadsAllGraphs() throws IOException {
        JsonNode all = answer("analyze SET --partition bisection --depth 2");
        for (int k : List.of(1, 2)) {
            JsonNode alone = answer("analyze SET --partition bisection --depth 2 --graph " + k);
            assertThat(all.get("each").get(k - 1).get("bisection walk_index"))
                    .isEqualTo(alone.at("/partitions/0/walk_index"));
        }
        assertThat(answer("analyze SET --depth 2 --dry-run").get("estimate")).isNotEmpty();
    }

    @Test
    void meanDegreesAreReachedGraphByGraph() throws IOException {
        JsonNode all = answer("rewire SET --method random --mean-degree 1.2");
        assertThat(all.at("/graphs/left_as_they_are").asInt()).isEqualTo(1);
        List<Integer> edges = all.get("each")
                .valueStream()
                .filter(row -> row.get("left").asText().isEmpty())
                .map(row -> row.get("edges after").asInt())
                .toList();
        assertThat(edges).isEqualTo(List.of(4, 3, 4)); // 1.2 * 6 / 2 rounds to 4, 1.2 * 5 / 2 is 3
        JsonNode compared = answer("compare SET --methods random --mean-degree 1.2,1 --seeds 1");
        assertThat(row(compared.get("numbers"), "number", "random mean degree 1.2 edges")
                        .get("maximum")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void filesOfManyGraphsAreSetsToo() throws IOException {
        Files.writeString(folder.resolve("many.g6"), "C~\nBw\nD~{\n");
        JsonNode all = answer("rewire FOLDER/many.g6 --remove 1 --graph-out FOLDER/less.g6");
        assertThat(all.at("/graphs/format").asText()).isEqualTo("graph6");
        List<Integer> edges = answer("measure FOLDER/less.g6 --groups degrees")
                .get("each")
                .valueStream()
                .map(row -> row.get("edges").asInt())
                .toList();
        assertThat(edges).isEqualTo(List.of(5, 2, 9));
    }

    @Test
    void setsAreConverted() throws IOException {
        answer("convert SET FOLDER/tu");
        answer("convert FOLDER/tu FOLDER/back.txt");
        assertThat(folder.resolve("back.txt")).hasSameTextualContentAs(set);
        answer("convert SET FOLDER/many.g6");
        assertThat(Files.readAllLines(folder.resolve("many.g6"))).hasSize(4);
        assertThat(answer("convert SET FOLDER/one.graphml --graph 2")
                        .at("/graph/edges")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void eachMeasuresTheGraphsOfADataset() throws IOException {
        answer("measure SET --groups degrees --each FOLDER/rows.csv");
        List<String> lines = Files.readAllLines(folder.resolve("rows.csv"));
        assertThat(lines).hasSize(5);
        assertThat(lines.get(4)).startsWith("4,6,6,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rewire SET --remove 1 --graph-out FOLDER/x.graphml|take one graph with --graph K",
                "rewire SET --remove 1 --resume FOLDER/e.csv|--graph K, K in 1..4",
                "rewire SET --remove 1 --edits SET|name a folder",
                "rewire SET --edits-in SET|take it with --graph K, or name a folder",
                "rewire SET --remove 1 --graph 5|--graph 5 is not in 1..4",
                "rewire SET --remove 100|so it is with all 4 graphs",
                "measure SET --edits FOLDER/e.csv|take one of the 4 with --graph K, K in 1..4",
                "convert SET FOLDER/x.gml|take one graph with --graph K",
                "convert SET FOLDER/x.g6 --output-format gml|take one with --graph K"
            })
    void remediesCanBeFollowed(String words, String said) {
        CommandLineRun run = run(words);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(said);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anInterruptedRunWritesNoSet() {
        StringWriter out = new StringWriter();
        int code = Main.run(
                new String[] {"rewire", set.toString(), "--remove", "1", "--graph-out", folder + "/out.txt"},
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                Interruption.following(() -> true));
        assertThat(code).isEqualTo(130);
        assertThat(out.toString()).contains("Interrupted after 0 of 4 graphs");
        assertThat(folder.resolve("out.txt")).doesNotExist();
    }
}
