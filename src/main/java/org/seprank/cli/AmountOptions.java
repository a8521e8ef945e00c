package org.seprank.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Method;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How many edges change. */
final class AmountOptions {
    @ArgGroup
    private @Nullable Amount amount;

    /** One way to say it. */
    static final class Amount {
        @Option(names = "--remove", required = true, paramLabel = "N|P%", description = "Remove N edges, or P percent.")
        private @Nullable String remove;

        @Option(names = "--keep", required = true, paramLabel = "N|P%", description = "Keep N edges, or P percent.")
        private @Nullable String keep;

        @Option(
                names = "--edit",
                required = true,
                paramLabel = "N|P%",
                description = "Make N edits, additions and removals together, or as many as P percent of the edges.")
        private @Nullable String edit;

        @Option(
                names = "--mean-degree",
                required = true,
                paramLabel = "D",
                description = "Remove, or with methods that only add edges add, as many as give this mean degree.")
        private @Nullable Double meanDegree;

        @Option(names = "--all", required = true, description = "Remove all edges, or make all edits the method finds.")
        private boolean all;

        Budget budget() {
            if (remove != null) {
                return Budget.parseRemoval(remove);
            }
            if (keep != null) {
                return Budget.parseKept(keep);
            }
            if (edit != null) {
                return Budget.parseRemoval(edit);
            }
            if (meanDegree != null) {
                return Budget.meanDegree(meanDegree);
            }
            return all ? Budget.all() : Budget.remove(0);
        }
    }

    /** What was said; empty where nothing was. */
    Optional<Budget> budget() {
        return Optional.ofNullable(amount).map(Amount::budget);
    }

    /** What was said for that method. */
    Budget budget(Method method) {
        if (amount == null) {
            throw new IllegalArgumentException(
                    "how many edges to change is not said; add --remove 30%, --keep N, --edit N, --mean-degree D or --all");
        }
        if (!method.onlyRemoves() && (amount.keep != null || amount.remove != null)) {
            throw new IllegalArgumentException(
                    "--remove and --keep go with methods that only remove edges; say --edit for " + method.id());
        }
        return amount.budget();
    }
}
