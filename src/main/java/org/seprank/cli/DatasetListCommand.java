package org.seprank.cli;

import org.seprank.study.Listing;
import org.seprank.study.Study;
import org.seprank.study.catalogue.PublicDatasets;
import picocli.CommandLine.Command;

/** {@code seprank dataset list}. */
@Command(name = "list", description = "The datasets that can be fetched.")
final class DatasetListCommand extends StudyCommand {
    DatasetListCommand(Console console) {
        super(console);
    }

    @Override
    Study study() {
        return Listing.of(PublicDatasets.document());
    }
}
