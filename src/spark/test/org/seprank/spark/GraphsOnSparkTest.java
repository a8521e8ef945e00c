package org.seprank.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.graph.io.GraphFormat;
import org.seprank.graph.io.GraphReader;
import org.seprank.graph.io.GraphWriter;
import org.seprank.graph.io.ReadOptions;

/** Many graphs on Spark have the numbers that they have on one machine. */
class GraphsOnSparkTest {
    private static final int GRAPHS = 24;

    @TempDir
    static Path folder;

    private static final List<Graph> ALL = new ArrayList<>();
    private static Path lines;

    @BeforeAll
    static void makeGraphs() throws IOException {
        for (int i = 0; i < GRAPHS; i++) {
            ALL.add(GraphFamily.parse("family:erdos-renyi,n=" + (6 + i % 5) + ",p=0.5", i));
        }
        lines = folder.resolve("many.g6");
        GraphWriter.writeAll(ALL, lines, GraphFormat.GRAPH6);
    }

    private static String out(String name) {
        return folder.resolve(name).toString();
    }

    private static CommandRun spark(String master, String... words) {
        List<String> all = new ArrayList<>(List.of("spark", words[0], words[1], "--master", master));
        all.addAll(List.of(words).subList(2, words.length));
        return CommandRun.of(all.toArray(String[]::new));
    }

    /** Rows of a CSV file, or of the files of a folder in their order, without the columns that only one side has. */
    private static List<Map<String, String>> rows(String path) throws IOException {
        List<Path> files = List.of(Path.of(path));
        if (Files.isDirectory(files.get(0))) {
            try (Stream<Path> all = Files.list(files.get(0))) {
                files = all.filter(file -> file.toString().endsWith(".csv"))
                        .sorted()
                        .toList();
            }
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (Path file : files) {
            try (CSVParser parser = CSVParser.parse(
                    file,
                    StandardCharsets.UTF_8,
                    CSVFormat.RFC4180
                            .builder()
                            .setCommentMarker('#')
                            .setHeader()
                            .get())) {
                for (CSVRecord row : parser) {
                    Map<String, String> cells = new TreeMap<>(row.toMap());
                    cells.keySet().removeAll(List.of("name", "class", "left", "remark"));
                    cells.values().removeIf(String::isEmpty);
                    cells.replaceAll((name, cell) -> cell.matches("-?\\d+") ? cell : "" + Double.parseDouble(cell));
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    /** The same on threads of one machine. */
    private static List<Map<String, String>> onOneMachine(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--format", "csv", "--table", "each"));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        Path file = folder.resolve("machine.csv");
        Files.writeString(file, run.out());
        return rows(file.toString());
    }

    @ParameterizedTest
    @CsvSource({"measure, '--groups degrees,clustering,walks --depths 1-2'", "analyze, '--depth 2 --partition 0-2'"})
    void aFileOfManyOnAnyNumberOfProcessors(String verb, String options) throws Exception {
        String[] words = Stream.concat(Stream.of(verb, lines.toString()), Stream.of(options.split(" ", -1)))
                .toArray(String[]::new);
        List<Map<String, String>> expected = onOneMachine(words);
        assertThat(expected).hasSize(GRAPHS);
        List<String> answers = new ArrayList<>();
        for (String master : List.of("local[1]", "local[3]")) {
            String table = out(verb + master.charAt(6) + ".csv");
            List<String> all =
                    new ArrayList<>(List.of(verb, lines.toString(), "--out", table, "--format", "json", "--"));
            all.addAll(List.of(options.split(" ", -1)));
            CommandRun run = spark(master, all.toArray(String[]::new));
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(rows(table)).isEqualTo(expected);
            answers.add(run.out().replace(master, "MASTER").replace(table, "TABLE"));
        }
        assertThat(answers.get(0)).contains("\"graphs\" : " + GRAPHS).isEqualTo(answers.get(1));
    }

    @Test
    void rewiredGraphsAreThoseOfOneMachine() throws Exception {
        Path one = folder.resolve("one.s6");
        String[] options = {"--method", "wis", "--depth", "2", "--remove", "30%"};
        String table = out("rewired.parquet");
        CommandRun run = spark(
                "local[2]",
                Stream.concat(Stream.of("rewire", lines.toString(), "--out", table, "--"), Stream.of(options))
                        .toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        CommandRun machine = CommandRun.of(
                Stream.concat(Stream.of("rewire", lines.toString(), "--graph-out", one.toString()), Stream.of(options))
                        .toArray(String[]::new));
        assertThat(machine.code()).as(machine.err()).isZero();
        List<String> expected = new ArrayList<>();
        GraphReader.forEach(one, ReadOptions.defaults(), graph -> expected.add(graph.contentHash()));
        List<String> found = new ArrayList<>();
        try (SparkSession session = session()) {
            for (Row row : session.read().parquet(table).orderBy("graph").collectAsList()) {
                Path file = folder.resolve("row.s6");
                Files.writeString(file, row.<String>getAs("rewired") + "\n");
                found.add(GraphReader.graph(file).contentHash());
            }
        }
        assertThat(found).hasSize(GRAPHS).isEqualTo(expected);
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .getOrCreate();
    }

    /** A graph a file, in several formats; what is none is a row that says why. */
    @Test
    void aFolderOfFiles() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        for (int i = 0; i < 4; i++) {
            Path file = files.resolve(i + (i % 2 == 0 ? ".graphml" : ".g6"));
            GraphWriter.write(ALL.get(i), file);
        }
        Files.writeString(files.resolve("4.graphml"), "<graphml><graph>");
        Files.writeString(files.resolve(".hidden"), "x");
        String table = out("files.csv");
        CommandRun run = spark("local[2]", "measure", files.toString(), "--out", table, "--", "--groups", "degrees");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("4.graphml").doesNotContain("seprank-graph-");
        assertThat(rows(table)).hasSize(5);
        List<Map<String, String>> expected = onOneMachine("measure", lines.toString(), "--groups", "degrees");
        assertThat(rows(table).subList(0, 4)).isEqualTo(expected.subList(0, 4));
        assertThat(rows(table).get(4)).containsOnlyKeys("graph");
    }

    @Test
    void aFolderOfTheTuForm() throws Exception {
        String motifs = Program.HOME.resolve("graphs/motifs").toString();
        String table = out("motifs.csv");
        CommandRun run = spark("local[2]", "measure", motifs, "--out", table, "--", "--groups", "degrees,clustering");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(rows(table)).isEqualTo(onOneMachine("measure", motifs, "--groups", "degrees,clustering"));
    }

    /** Edges of all graphs in one table, shuffled; a vertex without an edge is a row without an end. */
    @Test
    void aTableOfEdges() throws Exception {
        String table = out("edges.parquet");
        try (SparkSession session = session()) {
            List<String> edges = new ArrayList<>();
            for (int g = 0; g < GRAPHS; g++) {
                Graph graph = ALL.get(g);
                for (int v = 0; v < graph.vertexCount(); v++) {
                    edges.add(g + " " + v + " ");
                }
                for (int e = 0; e < graph.edgeCount(); e++) {
                    edges.add(g + " " + graph.source(e) + " " + graph.target(e));
                }
            }
            session.createDataset(edges, Encoders.STRING())
                    .selectExpr("split(value, ' ') as f")
                    .selectExpr("cast(f[0] as long) as graph", "f[1] as src", "nullif(f[2], '') as dst")
                    .repartition(5)
                    .write()
                    .parquet(table);
        }
        String rows = out("of-edges.csv");
        CommandRun run = spark("local[2]", "measure", table, "--out", rows, "--", "--groups", "degrees,clustering");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(rows(rows)).isEqualTo(onOneMachine("measure", lines.toString(), "--groups", "degrees,clustering"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spark measure none.g6 --out x|no such file: none.g6",
                "spark measure graphs/karate.graphml --out x|is one file that holds no graph a line",
                "spark measure graphs/motifs --out graphs/csbm|graphs/csbm is there already",
                "spark analyze graphs/motifs --out x -- --depht 2|'--depht' is no option of analyze; allowed: --",
                "spark analyze graphs/motifs --out x -- --depth two|'two' is not an int",
                "spark rewire graphs/motifs --out x -- --graph-out y.g6 --remove 10%|--graph-out is for one graph",
                "spark analyze graphs/motifs --out x -- --partition attribute:none|(so it is with all",
                "spark check --conf ui=1|setting 'ui' of Spark does not begin with spark."
            })
    void mistakesAreOneClearLine(String words, String expected) {
        CommandRun run = CommandRun.of(words.split(" ", -1));
        assertThat(run.code()).isIn(2, 3);
        assertThat(run.err()).contains(expected).doesNotContain("\tat ");
    }

    @Test
    void aDryRunSaysHowMuchThereIs() {
        CommandRun run =
                spark("local[2]", "measure", lines.toString(), "--out", out("dry"), "--dry-run", "--format", "json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"pieces\" : 2", "\"files\" : 1");
        assertThat(folder.resolve("dry")).doesNotExist();
    }
}
