package org.seprank.cli;

import java.nio.file.Path;
import org.seprank.rewire.Budget;
import org.seprank.study.Study;
import org.seprank.study.mapped.MappedSparsifyStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank mapped sparsify}. */
@Command(
        name = "sparsify",
        description =
                "Remove edges of a graph that stays in a file by 1-WIS in chunks: rank all, take the best, rank again.",
        footer = {
            "",
            "OUT.csv is an edit list. With --chunk 1 the order is that of 'seprank rewire --method wis --depth 2'.",
            "",
            "Example:",
            "  seprank mapped sparsify web.csr removed.csv --remove 50% --chunk 5%"
        })
final class MappedSparsifyCommand extends StudyCommand {
    @Parameters(index = "0", paramLabel = "FILE.csr", description = "Written by mapped build.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT.csv", description = "The edit list to write.")
    private Path out = Path.of("");

    @Option(names = "--remove", paramLabel = "N|P%", required = true, description = "Remove N edges, or P percent.")
    private String remove = "";

    @Option(
            names = "--chunk",
            paramLabel = "N|P%",
            defaultValue = "5%",
            description = "Edges that go between two rankings (default: ${DEFAULT-VALUE} of all).")
    private String chunk = "";

    MappedSparsifyCommand(Console console) {
        super(console);
    }

    @Override
    boolean isBatched() {
        return false;
    }

    @Override
    Study study() {
        return new MappedSparsifyStudy(file, out, Budget.parseRemoval(remove), Budget.parseRemoval(chunk));
    }
}
