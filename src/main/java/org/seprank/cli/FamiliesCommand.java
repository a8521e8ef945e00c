package org.seprank.cli;

import java.util.concurrent.Callable;
import org.seprank.graph.family.GraphFamily;
import org.seprank.study.ExitCode;
import picocli.CommandLine.Command;

/** {@code seprank families}. */
@Command(
        name = "families",
        description =
                "List the families of graphs that family:NAME,key=value,.. can make, with the ranges of their parameters.")
final class FamiliesCommand implements Callable<Integer> {
    private final Console console;

    FamiliesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (GraphFamily family : GraphFamily.list()) {
            console.out().println(family.usage());
            console.out().println("    " + family.description());
        }
        console.out().flush();
        return ExitCode.DONE;
    }
}
