package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedCommandTest {
    @TempDir
    Path folder;

    private Path csr;

    @BeforeEach
    void karateInAFile() throws IOException {
        csr = folder.resolve("k.csr");
        Path edges = folder.resolve("k.edges");
        assertThat(CommandLineRun.of("convert", "graphs/karate.graphml", edges.toString())
                        .code())
                .isZero();
        assertThat(CommandLineRun.of("mapped", "build", edges.toString(), csr.toString())
                        .out())
                .contains("edges")
                .contains("78");
    }

    private CommandLineRun run(String command) {
        return CommandLineRun.of(command.replace("FOLDER", folder.toString()).split(" ", -1));
    }

    /** 40 of 78 edges go as by the ordinary command, and are measured. */
    @Test
    void theEditListIsReadByOtherCommands() throws IOException {
        assertThat(run("mapped sparsify FOLDER/k.csr FOLDER/e.csv --remove 40 --chunk 1")
                        .code())
                .isZero();
        assertThat(run("rewire FOLDER/k.edges --method wis --depth 2 --remove 40 --edits FOLDER/f.csv")
                        .code())
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("e.csv")))
                .isEqualTo(Files.readAllLines(folder.resolve("f.csv")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
        assertThat(run("measure FOLDER/k.edges --edits FOLDER/e.csv --budgets 0,40 --groups degrees")
                        .code())
                .isZero();
    }

    @Test
    void walkIndicesAreThoseOfAnalyze() throws IOException {
        Files.writeString(folder.resolve("v.csv"), "id,half\n0,a\n1,a\n2,a\n3,a\n9,b\n");
        String csv = run("mapped analyze FOLDER/k.csr --depth 3 --vertices FOLDER/v.csv --column half --format csv")
                .out();
        String ordinary = run("analyze FOLDER/k.edges --depth 3 --partition 0-3 --format csv --table partitions")
                .out();
        String index = csv.lines()
                .filter(line -> line.startsWith("half=a") && line.contains(",3,"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*,", "");
        assertThat(ordinary).contains("," + index + ",");
    }

    @Test
    void everyVertexHasARow() throws IOException {
        assertThat(run("mapped analyze FOLDER/k.csr --depth 2 --triangles --per-vertex FOLDER/p.csv")
                        .out())
                .contains("triangles")
                .contains("45");
        assertThat(Files.readAllLines(folder.resolve("p.csv")))
                .hasSize(35)
                .startsWith(
                        "vertex,degree,triangles,walk_index_at_itself_l3,walk_index_at_itself_l2,walk_index_l2",
                        "0,16,18,85,17,102");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mapped analyze FOLDER/k.edges|3|it is not a file of compressed sparse rows",
                "mapped analyze FOLDER/k.csr --depth 65|2|depth 65 is not in 1..64",
                "mapped analyze FOLDER/k.csr --vertex 99|2|target 99 is no vertex",
                "mapped analyze FOLDER/k.csr --column a|2|--vertices and --column go together",
                "mapped analyze FOLDER/k.csr --vertices FOLDER/k.edges --column a|3|no column 'a'",
                "mapped sparsify FOLDER/k.csr FOLDER/e.csv --remove 79|2|79",
                "mapped build FOLDER/none FOLDER/e.csr|3|none",
                "mapped build FOLDER/k.edges FOLDER/no/e.csr|3|no such folder"
            })
    void mistakesAreOneLine(String command, int code, String message) {
        CommandLineRun run = run(command);
        assertThat(run.err()).contains(message);
        assertThat(run.code()).isEqualTo(code);
    }
}
