package org.seprank.cli;

import java.util.Set;
import org.seprank.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code seprank entangle}. */
@Command(
        name = "entangle",
        description = {
            "Entanglement of data across partitions of its features or vertices (arXiv 2303.11249), beside what a network can",
            "model across them, and an order of the features under which it is lower."
        },
        footer = {
            "",
            "Examples:",
            "  seprank entangle graphs/csbm",
            "  seprank entangle graphs/csbm --sites vertices --partition labels --depth 2",
            "  seprank entangle table.csv --label class --rearrange --table-out rearranged.csv",
            "  seprank entangle images.npz --axes 28x28 --levels 2 --rearrange"
        })
final class EntangleCommand extends StudyCommand {
    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private EntangleOptions options = new EntangleOptions();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Mixin
    private RearrangeOptions rearranged = new RearrangeOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    EntangleCommand(Console console) {
        super(console);
    }

    @Override
    Set<String> outputs() {
        return Set.of("order-out", "table-out");
    }

    @Override
    boolean takesDatasets() {
        return true;
    }

    @Override
    int threads() {
        return run.threads();
    }

    @Override
    Study study() {
        return options.study(table.source(run.seed()), network.shape(), rearranged.files(run.seed()), run.seed());
    }
}
