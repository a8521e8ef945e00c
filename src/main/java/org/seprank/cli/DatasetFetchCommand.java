package org.seprank.cli;

import org.seprank.study.Study;
import org.seprank.study.catalogue.FetchStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code seprank dataset fetch}. */
@Command(name = "fetch", description = "Download a public dataset into the cache and check it.")
final class DatasetFetchCommand extends StudyCommand {
    @Parameters(paramLabel = "NAME", description = "As seprank dataset list says.")
    private String name = "";

    DatasetFetchCommand(Console console) {
        super(console);
    }

    @Override
    Study study() {
        return FetchStudy.named(name);
    }
}
