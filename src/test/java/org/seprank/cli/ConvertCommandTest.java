package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.io.GraphReader;
import org.seprank.study.ExitCode;

class ConvertCommandTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    @ParameterizedTest
    @CsvSource({"sum, 9", "max, 4", "first, 2", "SUM, 9"})
    void parallelEdgesAreMergedAsAsked(String rule, int weight) throws Exception {
        Path table = file("a.csv", "Source,Target,Weight\na,b,2\na,b,3\nb,a,4\n");
        CommandLineRun run = CommandLineRun.of("convert", table.toString(), "--merge", rule, out("o.json"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("dropped duplicate edges\\s+2");
        assertThat(Files.readString(folder.resolve("o.json"))).contains("\"weight\":" + weight + "}");
    }

    @Test
    void theLargestComponentIsTakenEverywhere() throws Exception {
        Path list = file("a.txt", "0 1\n2 3\n3 4\n");
        CommandLineRun run = CommandLineRun.of("convert", list.toString(), "--largest-component", out("o.txt"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("of 2 components the largest is kept, 3 of 5 vertices");
        assertThat(GraphReader.graph(folder.resolve("o.txt")).vertexCount()).isEqualTo(3);
        CommandLineRun measure =
                CommandLineRun.of("measure", list.toString(), "--largest-component", "--format", "json");
        assertThat(measure.code()).as(measure.err()).isZero();
        assertThat(measure.out().replaceAll("\\s", "")).contains("\"largest_component\":true", "\"vertices\":3");
        assertThat(measure.err()).contains("the largest is kept");
    }

    @Test
    void edgesOfJsonAreNamedAsAsked() throws Exception {
        Path list = file("a.txt", "0 1\n");
        assertThat(CommandLineRun.of("convert", list.toString(), out("o.json")).code())
                .isZero();
        assertThat(Files.readString(folder.resolve("o.json"))).contains("\"edges\":[");
        assertThat(CommandLineRun.of("convert", list.toString(), out("o.json"), "--node-link", "links")
                        .code())
                .isZero();
        assertThat(Files.readString(folder.resolve("o.json"))).contains("\"links\":[");
    }

    @Test
    void graphZeroIsInNoFile() throws Exception {
        Path many = file("a.g6", "A_\nBw\n");
        CommandLineRun run = CommandLineRun.of("convert", many.toString(), "--graph", "0", out("o.txt"));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--graph 0 is not in 1..2");
        assertThat(CommandLineRun.of("convert", many.toString(), out("o.txt")).err())
                .contains("--graph K");
    }

    @Test
    void whatIsWrittenIsCounted() throws Exception {
        Path arcs = file("a.txt", "# Directed graph\n1 2 1\n2 1 5\n2 3 2\n");
        CommandLineRun run = CommandLineRun.of("convert", arcs.toString(), out("o.metis"), "--format", "json");
        assertThat(run.out().replaceAll("\\s", "")).contains("\"directed\":false,\"vertices\":3,\"edges\":2");
        assertThat(run.err()).contains("1 pairs of opposite edges become one edge each", "not 5 back");
    }
}
