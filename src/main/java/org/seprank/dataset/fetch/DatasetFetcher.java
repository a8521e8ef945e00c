package org.seprank.dataset.fetch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.seprank.dataset.fetch.CatalogueEntry.RemoteFile;
import org.seprank.dataset.file.Source;
import org.seprank.file.Folders;
import org.seprank.file.ReadLimits;
import org.seprank.work.Progress;

/**
 * Downloads datasets into a cache folder, when asked. What is there with the right hash (or, where none is known, at
 * all) is not downloaded again; a broken download goes on where it broke.
 */
public final class DatasetFetcher {
    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final CacheFolder cache;
    private final HttpClient client;
    private final ReadLimits limits;

    private DatasetFetcher(CacheFolder cache, ReadLimits limits) {
        this.cache = cache;
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** A fetcher into a cache folder; no file may be larger than the limits say. */
    public static DatasetFetcher into(CacheFolder cache, ReadLimits limits) {
        return new DatasetFetcher(cache, limits);
    }

    /**
     * A dataset that was fetched.
     *
     * @param path what to open
     * @param files its files
     */
    public record Fetched(Path path, List<FetchedFile> files) {
        /** Copies the list. */
        public Fetched {
            files = List.copyOf(files);
        }
    }

    /**
     * A file that was fetched.
     *
     * @param name its name
     * @param sha256 its SHA-256
     * @param verified whether the catalogue knows that hash; if not, the user must decide whom to trust
     * @param cached whether it was there already
     */
    public record FetchedFile(String name, String sha256, boolean verified, boolean cached) {}

    /**
     * Downloads a dataset where it is not there yet.
     *
     * @throws IOException if the server cannot be reached, does not have a file, or sends one with another hash; the
     *     message says which
     */
    public Fetched fetch(CatalogueEntry entry, Progress progress) throws IOException {
        Path folder = cache.of(entry);
        List<FetchedFile> files = new ArrayList<>();
        for (RemoteFile remote : entry.files()) {
            files.add(fetch(remote, folder.resolve(remote.name()), progress));
        }
        for (RemoteFile remote : entry.files()) {
            if (remote.isArchive() && !Files.exists(folder.resolve(entry.open()))) {
                unpack(folder.resolve(remote.name()), folder, entry.open());
            }
        }
        return new Fetched(folder.resolve(entry.open()), files);
    }

    private FetchedFile fetch(RemoteFile remote, Path target, Progress progress) throws IOException {
        boolean known = !remote.sha256().isEmpty();
        if (Files.exists(target)) {
            String hash = Source.sha256(target);
            if (!known || hash.equals(remote.sha256())) {
                return new FetchedFile(remote.name(), hash, known, true);
            }
        }
        String hash = new Download(client, remote, target, limits.bytes()).run(progress);
        return new FetchedFile(remote.name(), hash, known, false);
    }

    /** Unpacks beside the goal and moves the one folder that is wanted, so that a broken attempt leaves nothing. */
    private void unpack(Path archive, Path folder, String open) throws IOException {
        Path work = Files.createTempDirectory(folder, "unpacking");
        try {
            Archive.unpack(archive, work, limits);
            Path wanted = Files.exists(work.resolve(open)) ? work.resolve(open) : work;
            Files.move(wanted, folder.resolve(open));
        } finally {
            Folders.remove(work);
        }
    }
}
