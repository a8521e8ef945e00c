package org.seprank.cli;

import java.util.Set;
import org.seprank.study.Study;
import org.seprank.study.rewire.RewireStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code seprank rewire}. */
@Command(
        name = "rewire",
        description =
                "Remove, add or exchange edges of a graph or dataset so that the interactions a network can model are preserved or"
                        + " strengthened, or replay an edit list.",
        footer = {
            "",
            "Examples:",
            "  seprank rewire graphs/karate.graphml --depth 3 --remove 30%% --graph-out sparse.graphml --edits edits.csv",
            "  seprank rewire graphs/sbm.graphml --protect attribute:block --remove 20%% --no-isolated --graph-out sparse.graphml",
            "  seprank rewire graphs/karate.graphml --method fosr --edit 10 --graph-out rewired.graphml",
            "  seprank rewire graphs/karate.graphml --method toward --protect bisection --edit 5 --edits edits.csv",
            "  seprank rewire graphs/karate.graphml --edits-in edits.csv --remove 10%% --graph-out sparse.graphml"
        })
final class RewireCommand extends GraphCommand {
    @Mixin
    private MethodOptions method = new MethodOptions();

    @Mixin
    private ComparisonOptions compared = new ComparisonOptions();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Mixin
    private RewireFileOptions files = new RewireFileOptions();

    RewireCommand(Console console) {
        super(console);
    }

    @Override
    Set<String> outputs() {
        return Set.of("graph-out", "edits");
    }

    @Override
    String resumption() {
        return "--resume goes on from an edits file";
    }

    @Override
    Study study() {
        return new RewireStudy(
                source(),
                network.shape(),
                files.edits(method, seed()),
                compared.partitions(),
                compared.groups(),
                files.files(),
                seed());
    }
}
