package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ErrorReportTest {
    @Test
    void workThatWasStoppedIsNoFault() {
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(CommandSpec.create());
        int code = new ErrorReport(new PrintWriter(err))
                .failure(new CancellationException(), command, command.parseArgs());
        assertThat(code).isEqualTo(130);
        assertThat(err.toString().strip()).isEqualTo("interrupted");
    }

    /** One line says what is wrong, and one at most what helps: the choices, or where they are listed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "analyze x --depht 3; unknown option '--depht'; did you mean --depth?",
                "analyse x; unknown command 'analyse'; did you mean analyze",
                "train x --model gcnn; --model 'gcnn' is none of gcn, gin, gat; ",
                "train x --norm batches; --norm 'batches' is none of none, layer, batch; ",
                "measure x --groups foo; group 'foo' is none of all, degrees; ",
                "rewire graphs/karate.graphml --method magic --remove 1; method 'magic' is none of; ",
                "train graphs/karate.graphml; no known dataset format; FILE#ATTRIBUTE",
                "rewire graphs/karate.graphml --directed --method sdrf --edit 1; read it with --undirected; --help"
            })
    void mistakesAreToldInOneLineWithTheChoices(String words, String error, String hint) {
        CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
        List<String> lines = run.err().lines().toList();
        assertThat(run.code()).isIn(2, 3);
        assertThat(lines.get(0)).startsWith("error: ").contains(error).doesNotContain("()");
        if (hint == null) {
            assertThat(lines).hasSize(1);
        } else {
            assertThat(lines).hasSize(2);
            assertThat(lines.get(1)).startsWith("hint: ").contains(hint);
        }
    }
}
