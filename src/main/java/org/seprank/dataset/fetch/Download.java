package org.seprank.dataset.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private static final long LOOK_MILLIS = 100; // between looks whether the user has asked to stop
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;

    private final HttpClient client;
    private final CatalogueEntry.RemoteFile remote;
    private final Path target;
    private final Path part;
    private final Path validator;
    private final long mostBytes;
    private final Duration patience;

    /** @param patience how long the server may say nothing, at its beginning and between any two bytes */
    Download(HttpClient client, CatalogueEntry.RemoteFile remote, Path target, long mostBytes, Duration patience) {
        this.client = client;
        this.remote = remote;
        this.target = target;
        this.part = target.resolveSibling(remote.name() + ".part");
        this.validator = target.resolveSibling(remote.name() + ".validator");
        this.mostBytes = mostBytes;
        this.patience = patience;
    }

    /**
     * Downloads the file and returns its SHA-256.
     *
     * @param expected the only hash that is accepted; empty: any
     */
    String run(String expected, Progress progress) throws IOException {
        AtomicFile.makeFolder(target);
        HttpResponse<InputStream> response = request(resumePoint(), progress);
        if (response.statusCode() == NOT_SATISFIABLE) {
            response.body().close();
            forget();
            response = request(0, progress);
        }
        int status = response.statusCode();
        try (InputStream body = response.body()) {
            if (status != OK && status != PARTIAL) {
                throw failed("the server answers " + status + meaning(status), null);
            }
            receive(response, body, progress);
        }
        return accept(expected);
    }

    /** The number of bytes at hand that a server can be asked to go on behind, 0 if none. */
    private long resumePoint() throws IOException {
        return Files.exists(part) && Files.exists(validator) ? Files.size(part) : 0;
    }

    private void forget() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(validator);
    }

    private HttpResponse<InputStream> request(long from, Progress progress) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(remote.address()).timeout(patience);
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-").header("If-Range", Files.readString(validator));
        }
        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        while (true) {
            try {
                return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (progress.cancelled()) {
                    answer.cancel(true);
                    throw cancelled();
                }
            } catch (ExecutionException e) {
                throw unanswered(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw cancelled();
            }
        }
    }

    private IOException unanswered(@Nullable Throwable problem) {
        if (problem instanceof HttpTimeoutException && !(problem instanceof HttpConnectTimeoutException)) {
            return failed(host() + " does not answer within " + seconds(), problem);
        }
        boolean connection = problem instanceof ConnectException || problem instanceof HttpConnectTimeoutException;
        return failed(
                connection
                        ? "there is no connection to " + host()
                        : host() + " does not answer: " + (problem == null ? "" : problem.getMessage()),
                problem);
    }

    private String seconds() {
        return patience.toMillis() / 1000.0 + " s";
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
        try (StreamWatch watch = StreamWatch.over(body, patience, progress::cancelled)) {
            for (int got = read(body, buffer, done, watch); got >= 0; got = read(body, buffer, done, watch)) {
                write(out, buffer, got);
                done += got;
                checkSize(done);
                progress.advanceTo(done);
            }
        }
    }

    private void write(OutputStream out, byte[] buffer, int length) throws IOException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw failed(part + " cannot be written: " + e.getMessage(), e);
        }
    }

    private int read(InputStream body, byte[] buffer, long done, StreamWatch watch) throws IOException {
        IOException broken = null;
        int got = -1;
        try {
            got = body.read(buffer);
        } catch (IOException e) {
            broken = e;
        }
        switch (watch.came()) {
            case CANCELLED -> throw cancelled();
            case SILENT ->
                throw failed(
                        "nothing came for " + seconds() + " after " + done + " bytes; run it again to go on", null);
            case FLOWING -> {
                if (broken != null) {
                    throw failed("the connection broke after " + done + " bytes; run it again to go on", broken);
                }
            }
        }
        return got;
    }

    private void checkSize(long bytes) throws IOException {
        if (bytes > mostBytes) {
            throw failed("it has more than " + mostBytes + " bytes", null);
        }
    }

    private String accept(String expected) throws IOException {
        String found = Source.sha256(part);
        boolean empty = Files.size(part) == 0;
        if (empty || !(expected.isEmpty() || expected.equals(found))) {
            forget();
            throw failed(
                    empty
                            ? "the server sends an empty file"
                            : "its SHA-256 is " + found + " instead of " + expected
                                    + (remote.sha256().isEmpty() ? ", which it had at first" : "")
                                    + "; it was thrown away",
                    null);
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
