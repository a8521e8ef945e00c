package org.seprank.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.seprank.rewire.catalogue.Catalogue;
import org.seprank.study.rewire.MethodTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code seprank methods}. */
@Command(
        name = "methods",
        description = "List the methods of rewire and compare, with what can be set.",
        footer = {"", "Examples:", "  seprank methods", "  seprank methods sdrf wis"})
final class MethodsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "METHOD", arity = "0..*", description = "Only these (default: all).")
    private List<String> names = List.of();

    @Mixin
    private OutputOptions form = new OutputOptions();

    MethodsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        form.write(
                MethodTables.of(
                        names.isEmpty()
                                ? Catalogue.all()
                                : names.stream().map(Catalogue::named).toList()),
                console,
                null);
        return ExitCode.DONE;
    }
}
