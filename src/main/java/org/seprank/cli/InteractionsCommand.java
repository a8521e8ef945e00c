package org.seprank.cli;

import java.util.Set;
import org.seprank.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code seprank interactions}. */
@Command(
        name = "interactions",
        description = {
            "Measure how strongly a trained network mixes the two sides of a partition: train one, or take a kept one,",
            "and probe it on a grid of inputs whose sides come from different samples."
        },
        footer = {
            "",
            "Examples:",
            "  seprank interactions graphs/csbm --epochs 100 --samples 64",
            "  seprank interactions graphs/csbm --epochs 100 --every 20 --across 20 --samples 64 --format json",
            "  seprank interactions graphs/csbm --edits wis.csv --edits random.csv --budgets 0,10%%,30%%,50%%",
            "  seprank interactions graphs/csbm --task links --epochs 50 --pair 0,9 --partition bisection",
            "  seprank interactions graphs/csbm --network nets/given-0.network --partition bisection --target 7"
        })
final class InteractionsCommand extends StudyCommand {
    @Mixin
    private DatasetOptions data = new DatasetOptions();

    @Mixin
    private PlanOptions training = new PlanOptions();

    @Mixin
    private InteractionOptions options = new InteractionOptions();

    InteractionsCommand(Console console) {
        super(console);
    }

    @Override
    int threads() {
        return options.threads();
    }

    @Override
    Set<String> outputs() {
        return Set.of("grid");
    }

    @Override
    Study study() {
        return options.study(data, training);
    }
}
