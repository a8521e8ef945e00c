package org.seprank.cli;

import java.io.IOException;
import java.util.Set;
import org.seprank.report.Document;
import org.seprank.study.Listing;
import org.seprank.study.Study;
import org.seprank.study.lab.LabCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code seprank lab}. */
@Command(
        name = "lab",
        description = {
            "Run a small system in which gradient descent prefers low rank, from one or several seeds,",
            "and see whether what is claimed of it holds: exit code 4 where it does not.",
            "Without a name: the systems and their settings. With --all: every system as it is set; with --out FOLDER,",
            "what is finished is kept there, and the same command goes on."
        },
        footer = {
            "",
            "Examples:",
            "  seprank lab",
            "  seprank lab matrix-factorization --seeds 3 --set depths=2,3,4",
            "  seprank lab norm-divergence --report divergence.html",
            "  seprank lab --all --out labs"
        })
final class LabCommand extends StudyCommand {
    @Mixin
    private LabOptions lab = new LabOptions();

    @Mixin
    private FolderOptions folder = new FolderOptions();

    LabCommand(Console console) {
        super(console);
    }

    @Override
    Set<String> outputs() {
        return Set.of("out");
    }

    @Override
    void check() {
        folder.check(lab.isAll());
    }

    @Override
    Study study() {
        if (lab.isAll()) {
            return lab.all(folder.folder());
        }
        return lab.isNamed() ? lab.study() : Listing.of(LabCatalogue.document());
    }

    @Override
    String resumption() {
        return lab.isAll() && folder.folder() != null ? "the same command goes on" : "";
    }

    @Override
    void keep(Document answer) throws IOException {
        folder.write(answer);
    }
}
