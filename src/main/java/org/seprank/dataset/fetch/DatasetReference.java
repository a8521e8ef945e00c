package org.seprank.dataset.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.synthetic.SyntheticTask;

/**
 * What a user names a dataset by: a specification {@code synthetic:..}, a path, or a name of the catalogue whose files
 * are in the cache already. Opening never downloads.
 *
 * @param text as the user wrote it
 */
public record DatasetReference(String text) {
    /**
     * The dataset.
     *
     * @param seed for synthetic datasets
     * @throws IllegalArgumentException if it is no path and no known name, or not downloaded yet
     * @throws IOException if it cannot be read
     */
    public Dataset open(Catalogue catalogue, CacheFolder cache, long seed) throws IOException {
        if (SyntheticTask.recognises(text)) {
            return SyntheticTask.parse(text).generate(seed);
        }
        Path path = Path.of(text);
        if (Files.exists(path) || Datasets.format(path).isPresent()) {
            return Datasets.read(path);
        }
        CatalogueEntry entry = catalogue
                .find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "dataset '" + text + "' is neither a path nor a name of the catalogue"));
        Path cached = cache.of(entry).resolve(entry.open());
        if (!Files.exists(cached)) {
            throw new IllegalArgumentException(
                    "dataset '" + entry.name() + "' is not in the cache " + cache.path() + "; fetch it first");
        }
        return Datasets.read(cached);
    }
}
