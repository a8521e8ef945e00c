package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
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
}
