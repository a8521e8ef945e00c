package org.seprank.cli;

import org.seprank.study.Listing;
import org.seprank.study.Study;
import org.seprank.study.catalogue.FamilyTables;
import picocli.CommandLine.Command;

/** {@code seprank families}. */
@Command(
        name = "families",
        description =
                "List the families of graphs that family:NAME,key=value,.. can make, with the ranges of their parameters.")
final class FamiliesCommand extends StudyCommand {
    FamiliesCommand(Console console) {
        super(console);
    }

    @Override
    boolean isBatched() {
        return false;
    }

    @Override
    Study study() {
        return Listing.of(FamilyTables.document());
    }
}
