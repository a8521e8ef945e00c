package org.seprank.cli;

import java.util.concurrent.Callable;
import org.seprank.report.AnswerSchema;
import org.seprank.study.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code seprank schema}. */
@Command(
        name = "schema",
        description = "Print the JSON Schema (2020-12) of an answer, or the names there are.",
        footer = {"", "Examples:", "  seprank schema", "  seprank schema analyze"})
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            defaultValue = "",
            description = "The kind of answer, as in its key schema.")
    private String name = "";

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out()
                .println(
                        name.isEmpty()
                                ? String.join(System.lineSeparator(), AnswerSchema.kinds())
                                : AnswerSchema.of(name).toPrettyString());
        console.out().flush();
        return ExitCode.DONE;
    }
}
