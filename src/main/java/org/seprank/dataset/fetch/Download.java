package org.seprank.dataset.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.file.Source;
import org.seprank.file.AtomicFile;
import org.seprank.work.Progress;

/**
 * One file on its way from an address to a path. What arrives goes to {@code NAME.part}; a later download of the same
 * address goes on behind it, if the server's validator (ETag or date) still is the one kept in {@code NAME.validator}.
 * Only a whole file with the right hash gets its name, by an atomic move.
 */
final class Download {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;

    private final HttpClient client;
    private final CatalogueEntry.RemoteFile remote;
    private final Path target;
    private final Path part;
    private final Path validator;
    private final long mostBytes;

    Download(HttpClient client, CatalogueEntry.RemoteFile remote, Path target, long mostBytes) {
        this.client = client;
        this.remote = remote;
        this.target = target;
        this.part = target.resolveSibling(remote.name() + ".part");
        this.validator = target.resolveSibling(remote.name() + ".validator");
        this.mostBytes = mostBytes;
    }

    /** Downloads the file and returns its SHA-256. */
    String run(Progress progress) throws IOException {
        AtomicFile.makeFolder(target);
        HttpResponse<InputStream> response = request(resumePoint());
        if (response.statusCode() == NOT_SATISFIABLE) {
            response.body().close();
            forget();
            response = request(0);
        }
        int status = response.statusCode();
        try (InputStream body = response.body()) {
            if (status != OK && status != PARTIAL) {
                throw failed("the server answers " + status + meaning(status), null);
            }
            receive(response, body, progress);
        }
        return accept();
    }

    /** The number of bytes at hand that a server can be asked to go on behind, 0 if none. */
    private long resumePoint() throws IOException {
        return Files.exists(part) && Files.exists(validator) ? Files.size(part) : 0;
    }

    private void forget() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(validator);
    }

    private HttpResponse<InputStream> request(long from) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(remote.address()).timeout(PATIENCE);
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-").header("If-Range", Files.readString(validator));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw failed("there is no connection to " + host(), e);
        } catch (HttpTimeoutException e) {
            throw failed(host() + " does not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        }
    }

    private String host() {
        URI address = remote.address();
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    private static String meaning(int status) {
        return switch (status) {
            case 403 -> " (forbidden)";
            case 404 -> " (not found)";
            case 429 -> " (too many requests; try again later)";
            default -> "";
        };
    }

    private void receive(HttpResponse<InputStream> response, InputStream body, Progress progress) throws IOException {
        long from = response.statusCode() == PARTIAL ? resumePoint() : 0;
        if (response.statusCode() == PARTIAL && !continues(response, from)) {
            forget();
            throw failed("the server answers with another part of the file than asked for; run it again", null);
        }
        keepValidator(response);
        long announced = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        checkSize(from + Math.max(0, announced));
        progress.start("fetching " + remote.name(), announced < 0 ? -1 : from + announced);
        StandardOpenOption how = from > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            copy(body, out, from, progress);
        }
    }

    private static boolean continues(HttpResponse<InputStream> response, long from) {
        return response.headers()
                .firstValue("Content-Range")
                .map(range -> range.startsWith("bytes " + from + "-"))
                .orElse(false);
    }

    private void keepValidator(HttpResponse<InputStream> response) throws IOException {
        String tag = response.headers()
                .firstValue("ETag")
                .filter(value -> !value.startsWith("W/")) // a weak one does not vouch for bytes
                .or(() -> response.headers().firstValue("Last-Modified"))
                .orElse("");
        if (tag.isEmpty()) {
            Files.deleteIfExists(validator);
        } else {
            Files.writeString(validator, tag, StandardCharsets.ISO_8859_1);
        }
    }

    private void copy(InputStream body, OutputStream out, long from, Progress progress) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long done = from;
        for (int got = read(body, buffer, done); got >= 0; got = read(body, buffer, done)) {
            out.write(buffer, 0, got);
            done += got;
            checkSize(done);
            progress.advanceTo(done);
            if (progress.cancelled()) {
                throw cancelled();
            }
        }
    }

    private int read(InputStream body, byte[] buffer, long done) throws IOException {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw failed("the connection broke after " + done + " bytes; run it again to go on", e);
        }
    }

    private void checkSize(long bytes) throws IOException {
        if (bytes > mostBytes) {
            throw failed("it has more than " + mostBytes + " bytes", null);
        }
    }

    private String accept() throws IOException {
        String found = Source.sha256(part);
        if (!remote.sha256().isEmpty() && !remote.sha256().equals(found)) {
            forget();
            throw failed("its SHA-256 is " + found + " instead of " + remote.sha256() + "; it was thrown away", null);
        }
        Files.deleteIfExists(validator);
        AtomicFile.move(part, target);
        return found;
    }

    private static InterruptedIOException cancelled() {
        return new InterruptedIOException("the download was cancelled; run it again to go on");
    }

    private IOException failed(String why, @Nullable Throwable cause) {
        return new IOException("cannot fetch " + remote.address() + ": " + why, cause);
    }
}
