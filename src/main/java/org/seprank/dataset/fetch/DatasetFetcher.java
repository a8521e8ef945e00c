package org.seprank.dataset.fetch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.seprank.dataset.fetch.CatalogueEntry.RemoteFile;
import org.seprank.dataset.file.Source;
import org.seprank.file.AtomicFile;
import org.seprank.file.Folders;
import org.seprank.file.FormatException;
import org.seprank.file.ReadLimits;
import org.seprank.file.TextReader;
import org.seprank.work.Progress;

/**
 * Downloads datasets into a cache folder, when asked. What is there with the right hash (or, where none is known, at
 * all) is not downloaded again; a broken download goes on where it broke. An archive that is none is not kept.
 */
public final class DatasetFetcher {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CacheFolder cache;
    private final HttpClient client;
    private final ReadLimits limits;
    private final Duration patience;

    private DatasetFetcher(CacheFolder cache, ReadLimits limits, Duration patience) {
        this.cache = cache;
        this.limits = limits;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** A fetcher into a cache folder; no file may be larger than the limits say. */
    public static DatasetFetcher into(CacheFolder cache, ReadLimits limits) {
        return new DatasetFetcher(cache, limits, PATIENCE);
    }

    /** The same that waits so long for a server to go on. */
    DatasetFetcher withPatience(Duration other) {
        return new DatasetFetcher(cache, limits, other);
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
     * Downloads a dataset where it is not there yet. The hash of a file of which the catalogue knows none is kept, and
     * any later content must have it too.
     *
     * @throws IOException if the server cannot be reached, does not have a file, or sends one with another hash; the
     *     message says which
     */
    public Fetched fetch(CatalogueEntry entry, Progress progress) throws IOException {
        Path folder = cache.of(entry);
        List<FetchedFile> files = new ArrayList<>();
        for (RemoteFile remote : entry.files()) {
            files.add(fetch(remote, pinned(entry, remote), folder.resolve(remote.name()), progress));
        }
        for (RemoteFile remote : entry.files()) {
            if (remote.isArchive() && !Files.exists(folder.resolve(entry.open()))) {
                unpack(folder.resolve(remote.name()), folder, entry.open());
            }
        }
        for (int i = 0; i < files.size(); i++) {
            Path pin = cache.hashOf(entry, entry.files().get(i));
            if (!files.get(i).verified() && !Files.exists(pin)) {
                byte[] hash = (files.get(i).sha256() + "\n").getBytes(StandardCharsets.US_ASCII);
                AtomicFile.makeFolder(pin);
                AtomicFile.write(pin, out -> out.write(hash));
            }
        }
        return new Fetched(folder.resolve(entry.open()), files);
    }

    /** The hash that a file must have: that of the catalogue, or of when it was first fetched; empty: any. */
    private String pinned(CatalogueEntry entry, RemoteFile remote) throws IOException {
        Path pin = cache.hashOf(entry, remote);
        if (!remote.sha256().isEmpty() || !Files.exists(pin)) {
            return remote.sha256();
        }
        String hash = TextReader.all(pin).strip();
        if (!hash.matches("[0-9a-f]{64}")) {
            throw FormatException.inFile(pin, "it is not a SHA-256", "remove it to trust what comes next");
        }
        return hash;
    }

    private FetchedFile fetch(RemoteFile remote, String expected, Path target, Progress progress) throws IOException {
        boolean verified = !remote.sha256().isEmpty();
        if (Files.exists(target) && Files.size(target) > 0) {
            String hash = Source.sha256(target);
            if (expected.isEmpty() || hash.equals(expected)) {
                return new FetchedFile(remote.name(), hash, verified, true);
            }
        }
        String hash = new Download(client, remote, target, limits.bytes(), patience).run(expected, progress);
        return new FetchedFile(remote.name(), hash, verified, false);
    }

    /** Unpacks beside the goal and moves the one folder that is wanted, so that a broken attempt leaves nothing. */
    private void unpack(Path archive, Path folder, String open) throws IOException {
        Path work = Files.createTempDirectory(folder, "unpacking");
        try {
            Archive.unpack(archive, work, limits);
            Path wanted = Files.exists(work.resolve(open)) ? work.resolve(open) : work;
            Files.move(wanted, folder.resolve(open));
        } catch (FormatException e) {
            Files.delete(archive);
            throw e;
        } finally {
            Folders.remove(work);
        }
    }
}
