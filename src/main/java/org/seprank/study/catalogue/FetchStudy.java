package org.seprank.study.catalogue;

import java.io.IOException;
import java.util.List;
import org.seprank.dataset.fetch.CacheFolder;
import org.seprank.dataset.fetch.Catalogue;
import org.seprank.dataset.fetch.CatalogueEntry;
import org.seprank.dataset.fetch.DatasetFetcher;
import org.seprank.file.ReadLimits;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;

/**
 * Downloads a public dataset into the cache and checks it.
 *
 * @param dataset an entry of the catalogue
 */
public record FetchStudy(CatalogueEntry dataset) implements Study {
    private record Line(String file, String sha256, boolean verified, boolean cached) {}

    /**
     * The dataset of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FetchStudy named(String name) {
        return new FetchStudy(Catalogue.standard()
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no dataset '" + name + "'; seprank dataset list names those there are")));
    }

    @Override
    public Question question() {
        return Question.of("dataset-fetch").with("dataset", dataset.name());
    }

    @Override
    public Outcome run(Context context) throws IOException {
        DatasetFetcher.Fetched fetched = DatasetFetcher.into(CacheFolder.standard(), ReadLimits.defaults())
                .fetch(dataset, context.progress());
        for (DatasetFetcher.FetchedFile file : fetched.files()) {
            if (!file.verified()) {
                context.warnings()
                        .accept(file.name() + ": its hash is not in the catalogue, so it is not verified;"
                                + " it is remembered, and a later download must have it too");
            }
        }
        Document document = Document.of("dataset-fetch")
                .add(Facts.of("dataset", "Dataset")
                        .add("name", dataset.name())
                        .add("path", fetched.path().toString()))
                .add(Table.of(
                        "files",
                        "Its files",
                        Line.class,
                        fetched.files().stream()
                                .map(file -> new Line(file.name(), file.sha256(), file.verified(), file.cached()))
                                .toList()))
                .build();
        return new Outcome(context.provenance(question(), List.of()), document, Verdict.ANSWERED);
    }
}
