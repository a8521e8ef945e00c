package org.seprank.cli;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.seprank.gnn.NetworkKind;
import org.seprank.rewire.Budget;
import org.seprank.study.Study;
import org.seprank.study.advise.AdviseStudy;
import org.seprank.study.advise.Asked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code seprank advise}. */
@Command(
        name = "advise",
        description = {
            "Say what limits a network on a graph, and which preprocessing to try first: measures that take seconds, each",
            "with its number and the command that gives it."
        },
        footer = {
            "",
            "Examples:",
            "  seprank advise planetoid/cora --model gcn --depth 3",
            "  seprank advise texas.npz --model sage --depth 2 --budget 30%%"
        })
final class AdviseCommand extends GraphCommand {
    @Option(
            names = "--model",
            defaultValue = "gcn",
            completionCandidates = KindIds.class,
            description = "The kind of the network's layers: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String model = "gcn";

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Option(
            names = "--budget",
            paramLabel = "N|P%",
            description = "So many edges are to go, or their percentage (default: as the advice says).")
    private @Nullable String budget;

    AdviseCommand(Console console) {
        super(console);
    }

    @Override
    Study study() {
        Budget removed = budget == null ? null : Budget.parseRemoval(budget);
        return new AdviseStudy(new Asked(source(), NetworkKind.named(model), network.shape(), removed, seed()));
    }

    private static final class KindIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return NetworkKind.ids().iterator();
        }
    }
}
