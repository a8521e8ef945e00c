package org.seprank.cli;

import java.io.IOException;
import java.util.Set;
import org.seprank.study.Study;
import org.seprank.study.train.TrainStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code seprank train}. */
@Command(
        name = "train",
        description = "Train graph neural networks on a dataset, optionally after the edits of seprank rewire.",
        footer = {
            "",
            "Examples:",
            "  seprank train synthetic:csbm,n=500 --model gcn --seeds 5",
            "  seprank train planetoid/cora --depth 2 --width 16 --seeds 20",
            "  seprank train texas.npz --model sage --width 64 --edits edits.csv --budget 30%%",
            "  seprank train graphs/csbm --checkpoint nets && seprank predict graphs/csbm nets/*.network"
        })
final class TrainCommand extends StudyCommand {
    @Mixin
    private DatasetOptions data = new DatasetOptions();

    @Mixin
    private PlanOptions training = new PlanOptions();

    @Mixin
    private TrainOptions train = new TrainOptions();

    TrainCommand(Console console) {
        super(console);
    }

    @Override
    Set<String> outputs() {
        return Set.of("checkpoint", "epochs-csv");
    }

    @Override
    int threads() {
        return train.parallel();
    }

    @Override
    void check() throws IOException {
        train.check();
    }

    @Override
    Study study() {
        return new TrainStudy(data.edited(), training.plan(data.seed(), train.seeds()), train.files());
    }

    @Override
    String resumption() {
        return train.resumption();
    }
}
