package org.seprank.dataset.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.seprank.dataset.fetch.CatalogueEntry.RemoteFile;

/** The public datasets that can be fetched by name. Immutable. */
public final class Catalogue {
    private static final String RESOURCE = "catalogue.tsv";

    private final Map<String, CatalogueEntry> entries;

    private Catalogue(Map<String, CatalogueEntry> entries) {
        this.entries = entries;
    }

    /** The built-in catalogue. */
    public static Catalogue standard() {
        try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing from the build");
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A catalogue in lines: name, what to open, address, SHA-256 or {@code -}, between tabs; {@code #} begins a
     * comment.
     *
     * @throws IllegalArgumentException if a line is anything else
     */
    static Catalogue parse(List<String> lines) {
        Map<String, String> open = new LinkedHashMap<>();
        Map<String, List<RemoteFile>> files = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            if (fields.length != 4) {
                throw new IllegalArgumentException("'" + line + "' does not have 4 fields between tabs");
            }
            open.put(fields[0], fields[1]);
            String hash = fields[3].equals("-") ? "" : fields[3];
            files.computeIfAbsent(fields[0], name -> new ArrayList<>())
                    .add(new RemoteFile(URI.create(fields[2]), hash));
        }
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        open.forEach((name, path) ->
                entries.put(name, new CatalogueEntry(name, path, files.getOrDefault(name, List.of()))));
        return new Catalogue(entries);
    }

    /** All entries in the order of the catalogue. */
    public List<CatalogueEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** The entry of that name; case, {@code _} and {@code -} do not matter. */
    public Optional<CatalogueEntry> find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return Optional.ofNullable(entries.get(wanted));
    }
}
