package org.seprank.dataset.fetch;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where downloaded datasets are kept, one folder each.
 *
 * @param path the folder, which need not exist
 */
public record CacheFolder(Path path) {
    /** The folder of this user: {@code SEPRANK_CACHE}, or {@code seprank} in {@code XDG_CACHE_HOME} or ~/.cache. */
    public static CacheFolder standard() {
        return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    static CacheFolder of(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("SEPRANK_CACHE", "");
        String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!own.isEmpty()) {
            return new CacheFolder(Path.of(own));
        }
        Path caches = shared.isEmpty() ? home.resolve(".cache") : Path.of(shared);
        return new CacheFolder(caches.resolve("seprank"));
    }

    /** Where the hash of a file is kept that was not known before it was first fetched. */
    Path hashOf(CatalogueEntry entry, CatalogueEntry.RemoteFile file) {
        return path.resolve("hashes").resolve(entry.name()).resolve(file.name() + ".sha256");
    }

    /** The folder of one dataset. */
    Path of(CatalogueEntry entry) {
        return path.resolve("datasets").resolve(entry.name());
    }
}
