package org.seprank.study.catalogue;

import org.seprank.dataset.fetch.Catalogue;
import org.seprank.report.Document;
import org.seprank.report.Table;

/** The datasets that can be fetched. */
public final class PublicDatasets {
    private PublicDatasets() {}

    private record Line(String name, int files, boolean verified, String address) {}

    /** All of them. */
    public static Document document() {
        return Document.of("datasets")
                .add(Table.of(
                        "datasets",
                        "Public datasets; of those that are verified the hash of every file is known",
                        Line.class,
                        Catalogue.standard().entries().stream()
                                .map(entry -> new Line(
                                        entry.name(),
                                        entry.files().size(),
                                        entry.files().stream()
                                                .noneMatch(file -> file.sha256().isEmpty()),
                                        entry.files().get(0).address().toString()))
                                .toList()))
                .build();
    }
}
