package org.seprank.cli;

import java.util.List;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.study.Listing;
import org.seprank.study.Study;
import org.seprank.study.rewire.MethodTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code seprank methods}. */
@Command(
        name = "methods",
        description = "List the methods of rewire and compare, with what can be set.",
        footer = {"", "Examples:", "  seprank methods", "  seprank methods sdrf wis"})
final class MethodsCommand extends StudyCommand {
    @Parameters(paramLabel = "METHOD", arity = "0..*", description = "Only these (default: all).")
    private List<String> names = List.of();

    MethodsCommand(Console console) {
        super(console);
    }

    @Override
    boolean isBatched() {
        return false;
    }

    @Override
    Study study() {
        List<? extends Method> methods = names.isEmpty()
                ? Methods.all()
                : names.stream().map(Methods::named).toList();
        return Listing.of(MethodTables.of(List.copyOf(methods)));
    }
}
