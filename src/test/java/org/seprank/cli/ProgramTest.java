package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.graph.io.GraphReader;
import picocli.CommandLine;

class ProgramTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "analyze ",
                "explore ",
                "rewire ",
                "measure ",
                "convert ",
                "families ",
                "train ",
                "predict ",
                "dataset ",
                "dataset info ",
                "batch ",
                "spark ",
                "report ",
                "generate-completion "
            })
    void everyLevelHasHelp(String command) {
        CommandLineRun run = CommandLineRun.of((command + "--help").split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Usage: seprank", "Exit codes:", "130");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aLineThatNamesACommandHasItAlone() {
        PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
        CommandLine all = Seprank.commandLine(nowhere, nowhere, new Interruption());
        assertThat(all.getSubcommands())
                .containsKeys("analyze", "dataset", "help")
                .hasSizeGreaterThan(16);
        all.getSubcommands().forEach((name, command) -> {
            assertThat(command.getCommandName()).isEqualTo(name);
            assertThat(Seprank.commandLine(nowhere, nowhere, new Interruption(), name)
                            .getSubcommands())
                    .containsKey(name);
        });
        assertThat(Seprank.commandLine(nowhere, nowhere, new Interruption(), "analyze")
                        .getSubcommands())
                .containsKey("analyze")
                .doesNotContainKey("train");
    }

    @Test
    void theVersionIsSaid() {
        assertThat(CommandLineRun.of("--version").out()).startsWith("seprank ");
    }

    @Test
    void noCommandIsWrongUsage() {
        CommandLineRun run = CommandLineRun.of();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("error: ", "hint: ");
    }

    @Test
    void completionKnowsTheCommandsAndFormats() {
        String script = CommandLineRun.of("generate-completion").out();
        assertThat(script).contains("analyze", "rewire", "matrix-market", "--hidden-width");
    }

    @Test
    void everyFamilyIsListed() {
        String out = CommandLineRun.of("families").out();
        GraphFamily.list().forEach(family -> assertThat(out).contains(family.usage()));
        String json = CommandLineRun.of("families", "--format", "json").out();
        assertThat(json.replaceAll("\\s+", ""))
                .contains("{\"owner\":\"cycle\",\"name\":\"n\",\"kind\":\"whole\",\"least\":3,"
                        + "\"greatest\":1000000,");
    }

    @Test
    void conversionKeepsTheGraph(@TempDir Path folder) throws Exception {
        String gml = folder.resolve("karate.gml").toString();
        CommandLineRun run = CommandLineRun.of("convert", "graphs/karate.graphml", gml);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("vertices +34\\n +edges +78").containsPattern("file +" + gml);
        assertThat(run.err()).isEmpty();
        Graph read = GraphReader.read(Path.of(gml)).graph();
        assertThat(read.edgeCount()).isEqualTo(78);
        assertThat(read.vertexAttributes().names()).contains("faction");
    }

    @Test
    void aGraphOfAFileOfSeveralIsTakenByNumber(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("two.g6");
        Files.writeString(file, "A_\nBw\n");
        CommandLineRun triangle = CommandLineRun.of("convert", file.toString(), "--graph", "2", folder + "/t.edges");
        assertThat(triangle.out()).containsPattern("vertices +3\\n +edges +3\\n");
        CommandLineRun third = CommandLineRun.of("convert", file.toString(), "--graph", "3", folder + "/u.edges");
        assertThat(third.code()).isEqualTo(2);
        assertThat(third.err()).contains("--graph 3 is not in 1..2");
    }
}
