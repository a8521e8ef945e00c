package org.seprank.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.dataset.DatasetInfo;
import org.seprank.dataset.FeatureScaling;
import org.seprank.dataset.fetch.CacheFolder;
import org.seprank.dataset.fetch.Catalogue;
import org.seprank.dataset.fetch.CatalogueEntry;
import org.seprank.dataset.fetch.DatasetFetcher;
import org.seprank.file.ReadLimits;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Value;
import org.seprank.study.ExitCode;
import org.seprank.study.input.DatasetSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank dataset}. */
@Command(name = "dataset", description = "Look at datasets and fetch public ones.")
final class DatasetCommand {
    private final Console console;

    DatasetCommand(Console console) {
        this.console = console;
    }

    @Command(name = "info", description = "What a dataset holds.")
    int info(
            @Parameters(paramLabel = "DATASET", description = "A file or folder, or synthetic:NAME,key=value,..")
                    String location,
            @Option(
                            names = "--seed",
                            defaultValue = "0",
                            description = "Of generated data (default: ${DEFAULT-VALUE}).")
                    long seed,
            @Mixin OutputOptions form)
            throws IOException {
        Map<String, Value> facts = new LinkedHashMap<>();
        DatasetInfo.of(new DatasetSource(location, "", FeatureScaling.RAW, seed).load())
                .facts()
                .forEach((name, fact) -> facts.put(name.replaceAll("[ -]", "_"), value(fact)));
        form.write(new Document("dataset", List.of(new Facts("dataset", "Dataset", facts))), console);
        return ExitCode.DONE;
    }

    private static Value value(Object fact) {
        if (fact instanceof Integer || fact instanceof Long) {
            return Value.of(((Number) fact).longValue());
        }
        if (fact instanceof List<?> list) {
            return Value.of(list.stream().map(String::valueOf).toList()).shown(list.toString());
        }
        return fact instanceof Double real ? Value.of(real) : Value.of(String.valueOf(fact));
    }

    @Command(name = "fetch", description = "Download a public dataset into the cache and check it.")
    int fetch(@Parameters(paramLabel = "NAME", description = "As seprank dataset list says.") String name)
            throws IOException {
        CatalogueEntry entry = Catalogue.standard()
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no dataset '" + name + "'; seprank dataset list names those there are"));
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), false)) {
            DatasetFetcher.Fetched fetched = DatasetFetcher.into(CacheFolder.standard(), ReadLimits.defaults())
                    .fetch(entry, progress);
            console.out().println(fetched.path());
            fetched.files()
                    .forEach(file -> console.say(file.name() + "  sha256 " + file.sha256()
                            + (file.verified() ? "  verified" : "  not known before, so not verified")));
        }
        console.out().flush();
        return ExitCode.DONE;
    }

    @Command(name = "list", description = "The datasets that can be fetched.")
    int list() {
        Catalogue.standard().entries().forEach(entry -> console.out().println(entry.name()));
        console.out().flush();
        return ExitCode.DONE;
    }
}
