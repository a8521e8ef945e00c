package org.seprank.cli;

import java.io.IOException;
import java.util.Set;
import org.seprank.report.Document;
import org.seprank.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code seprank experiment}. */
@Command(
        name = "experiment",
        description = "Check a claim: exit code 4 where it does not hold. Without a name: what claims there are.",
        footer = "%nExamples:%n  seprank experiment walk-index-importance --images data/fashion --out importance%n"
                + "  seprank experiment interaction-vs-walk-index --dataset graphs/csbm --out csbm --resume")
final class ExperimentCommand extends StudyCommand {
    @Mixin
    private ExperimentOptions experiment = new ExperimentOptions();

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    ExperimentCommand(Console console) {
        super(console);
    }

    @Override
    Set<String> outputs() {
        return Set.of("out");
    }

    @Override
    int threads() {
        return run.threads();
    }

    @Override
    void check() throws IOException {
        folder.check(experiment.mayGoOn(folder.folder()));
    }

    @Override
    Study study() {
        return experiment.study(run.seed(), folder.folder());
    }

    @Override
    void keep(Document answer) throws IOException {
        folder.write(answer);
    }

    @Override
    String resumption() {
        return folder.folder() == null ? "" : "the same command with --resume goes on";
    }
}
