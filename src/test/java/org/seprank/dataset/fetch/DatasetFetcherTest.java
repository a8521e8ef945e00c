package org.seprank.dataset.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.fetch.DatasetFetcher.Fetched;
import org.seprank.dataset.file.Source;
import org.seprank.dataset.io.Datasets;
import org.seprank.file.ReadLimits;
import org.seprank.work.Progress;

/** Downloads from a server of our own. */
class DatasetFetcherTest {
    private static final byte[] CONTENT = new byte[300_000];

    static {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < CONTENT.length; i++) {
            CONTENT[i] = (byte) random.nextInt();
        }
    }

    @TempDir
    Path folder;

    private HttpServer server;
    private final List<String> requests = new ArrayList<>();
    private byte[] served = CONTENT;
    private int breakAfter = Integer.MAX_VALUE;
    private volatile int stallAfter = Integer.MAX_VALUE;
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean ranges = true;
    private String tag = "\"v1\"";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(command -> new Thread(command).start());
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        requests.add(exchange.getRequestURI().getPath() + (range == null ? "" : " " + range));
        if (stallAfter < 0) {
            stall();
        }
        try (exchange) {
            if (exchange.getRequestURI().getPath().contains("missing")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (!tag.isEmpty()) {
                exchange.getResponseHeaders().set("ETag", tag);
            }
            int from = 0;
            if (ranges && range != null && tag.equals(condition)) {
                from = Integer.parseInt(range.replaceAll("\\D", ""));
                if (from >= served.length) {
                    exchange.sendResponseHeaders(416, -1);
                    return;
                }
                String answer = "bytes " + from + "-" + (served.length - 1) + "/" + served.length;
                exchange.getResponseHeaders().set("Content-Range", answer);
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, served.length - from);
            int length = Math.min(served.length - from, Math.min(breakAfter, stallAfter));
            exchange.getResponseBody().write(served, from, length);
            exchange.getResponseBody().flush();
            if (stallAfter < served.length) {
                stall();
            }
        }
    }

    private void stall() {
        try {
            boolean ignored = end.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CatalogueEntry entry(String file, String hash) {
        String address = "http://localhost:" + server.getAddress().getPort() + "/" + file;
        return Catalogue.parse(List.of("toy\t" + file + "\t" + address + "\t" + hash))
                .find("TOY")
                .orElseThrow();
    }

    private Fetched fetch(CatalogueEntry entry) throws IOException {
        return fetch(entry, Progress.none());
    }

    private Fetched fetch(CatalogueEntry entry, Progress progress) throws IOException {
        return DatasetFetcher.into(new CacheFolder(folder), ReadLimits.defaults())
                .fetch(entry, progress);
    }

    private static String hash(byte[] bytes, Path scratch) throws IOException {
        return Source.sha256(Files.write(scratch, bytes));
    }

    private List<String> left() throws IOException {
        return Source.names(folder.resolve("datasets/toy"));
    }

    @Test
    void aFileIsFetchedOnceAndChecked() throws IOException {
        String hash = hash(CONTENT, folder.resolve("scratch"));
        Fetched fetched = fetch(entry("a.npz", hash));
        assertThat(fetched.path()).hasBinaryContent(CONTENT);
        assertThat(fetched.files().get(0)).isEqualTo(new DatasetFetcher.FetchedFile("a.npz", hash, true, false));
        assertThat(fetch(entry("a.npz", hash)).files().get(0).cached()).isTrue();
        assertThat(requests).containsExactly("/a.npz");
        assertThat(left()).containsExactly("a.npz");
    }

    @Test
    void anUnknownHashIsToldNotClaimed() throws IOException {
        Fetched fetched = fetch(entry("a.npz", "-"));
        assertThat(fetched.files().get(0).verified()).isFalse();
        assertThat(fetched.files().get(0).sha256()).isEqualTo(hash(CONTENT, folder.resolve("scratch")));
    }

    @Test
    void aBrokenDownloadGoesOnWhereItBroke() throws IOException {
        CatalogueEntry entry = entry("a.npz", hash(CONTENT, folder.resolve("scratch")));
        breakAfter = 100_000;
        assertThatThrownBy(() -> fetch(entry))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the connection broke after");
        long kept = Files.size(folder.resolve("datasets/toy/a.npz.part"));
        assertThat(kept).isPositive();
        breakAfter = Integer.MAX_VALUE;
        assertThat(fetch(entry).path()).hasBinaryContent(CONTENT);
        assertThat(requests).containsExactly("/a.npz", "/a.npz bytes=" + kept + "-");
        assertThat(left()).containsExactly("a.npz");
    }

    @Test
    void aFileThatChangedMeanwhileIsFetchedFromItsBeginning() throws IOException {
        breakAfter = 100_000;
        assertThatThrownBy(() -> fetch(entry("a.npz", "-"))).isInstanceOf(IOException.class);
        breakAfter = Integer.MAX_VALUE;
        tag = "\"v2\"";
        served = new byte[] {1, 2, 3};
        assertThat(fetch(entry("a.npz", "-")).path()).hasBinaryContent(served);
    }

    @Test
    void aServerWithoutRangesSendsEverythingAgain() throws IOException {
        breakAfter = 100_000;
        assertThatThrownBy(() -> fetch(entry("a.npz", "-"))).isInstanceOf(IOException.class);
        breakAfter = Integer.MAX_VALUE;
        ranges = false;
        assertThat(fetch(entry("a.npz", "-")).path()).hasBinaryContent(CONTENT);
    }

    @Test
    void withoutValidatorNothingIsResumed() throws IOException {
        tag = "";
        breakAfter = 100_000;
        assertThatThrownBy(() -> fetch(entry("a.npz", "-"))).isInstanceOf(IOException.class);
        breakAfter = Integer.MAX_VALUE;
        assertThat(fetch(entry("a.npz", "-")).path()).hasBinaryContent(CONTENT);
        assertThat(requests).containsExactly("/a.npz", "/a.npz");
    }

    @Test
    void aPartThatIsLongerThanTheFileIsThrownAway() throws IOException {
        Path cache = Files.createDirectories(folder.resolve("datasets/toy"));
        Files.write(cache.resolve("a.npz.part"), new byte[CONTENT.length + 5]);
        Files.writeString(cache.resolve("a.npz.validator"), tag);
        assertThat(fetch(entry("a.npz", "-")).path()).hasBinaryContent(CONTENT);
    }

    @Test
    void aWrongHashLeavesNothing() throws IOException {
        String wrong = "0".repeat(64);
        assertThatThrownBy(() -> fetch(entry("a.npz", wrong)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("instead of " + wrong)
                .hasMessageContaining("thrown away");
        assertThat(left()).isEmpty();
    }

    @Test
    void aDamagedFileInTheCacheIsFetchedAgain() throws IOException {
        Path cache = Files.createDirectories(folder.resolve("datasets/toy"));
        Files.write(cache.resolve("a.npz"), new byte[] {9});
        CatalogueEntry entry = entry("a.npz", hash(CONTENT, folder.resolve("scratch")));
        assertThat(fetch(entry).path()).hasBinaryContent(CONTENT);
    }

    @Test
    void notFoundIsOneClearLine() {
        assertThatThrownBy(() -> fetch(entry("missing.npz", "-")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing.npz: the server answers 404 (not found)");
    }

    @Test
    void noConnectionIsOneClearLine() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        CatalogueEntry entry = Catalogue.parse(List.of("toy\ta\thttp://localhost:" + port + "/a\t-"))
                .find("toy")
                .orElseThrow();
        assertThatThrownBy(() -> fetch(entry))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no connection to localhost:" + port);
    }

    @Test
    void filesBeyondTheLimitAreNotFetched() {
        DatasetFetcher fetcher = DatasetFetcher.into(new CacheFolder(folder), new ReadLimits(1000, 10));
        assertThatThrownBy(() -> fetcher.fetch(entry("a.npz", "-"), Progress.none()))
                .hasMessageContaining("more than 1000 bytes");
    }

    @Test
    void cancellingKeepsWhatArrived() throws IOException {
        Progress impatient = new Progress() {
            @Override
            public void start(String what, long total) {
                assertThat(what).isEqualTo("fetching a.npz");
                assertThat(total).isEqualTo(CONTENT.length);
            }

            @Override
            public void advanceTo(long done) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> fetch(entry("a.npz", "-"), impatient)).hasMessageContaining("cancelled");
        assertThat(left()).containsExactly("a.npz.part", "a.npz.validator");
        assertThat(fetch(entry("a.npz", "-")).path()).hasBinaryContent(CONTENT);
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private CatalogueEntry archive() {
        String address = "http://localhost:" + server.getAddress().getPort() + "/DS.zip";
        return Catalogue.parse(List.of("toy\tDS\t" + address + "\t-"))
                .find("toy")
                .orElseThrow();
    }

    @Test
    void archivesAreUnpackedAndOpen() throws IOException {
        served = zip(
                "DS/DS_A.txt",
                "1, 2\n2, 1\n",
                "DS/DS_graph_indicator.txt",
                "1\n1\n2\n",
                "DS/DS_graph_labels.txt",
                "0\n1\n");
        fetch(archive());
        GraphDataset dataset = (GraphDataset) Datasets.read(folder.resolve("datasets/toy/DS"));
        assertThat(dataset.size()).isEqualTo(2);
        assertThat(left()).containsExactly("DS", "DS.zip");
        assertThat(requests).hasSize(1);
    }

    @Test
    void archivesThatLeadOutsideAreRefused() throws IOException {
        served = zip("../../evil.txt", "x");
        assertThatThrownBy(() -> fetch(archive())).hasMessageContaining("leads out of the folder");
        assertThat(folder.resolve("evil.txt")).doesNotExist();
        assertThat(left()).isEmpty();
        served = zip("..\\..\\evil.txt", "x");
        assertThatThrownBy(() -> fetch(archive())).hasMessageContaining("has a backslash in its name");
        assertThat(left()).isEmpty();
    }

    /** The next attempt begins anew, and no hash of what was no archive is remembered. */
    @Test
    void archivesThatAreNoneAreNotKept() throws IOException {
        served = new byte[] {1, 2, 3};
        assertThatThrownBy(() -> fetch(archive())).hasMessageContaining("not a zip archive");
        assertThat(left()).isEmpty();
        served = zip("DS/a.txt", "x");
        assertThat(fetch(archive()).path()).isDirectoryContaining("glob:**/a.txt");
        assertThat(requests).containsExactly("/DS.zip", "/DS.zip");
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        served = new byte[0];
        assertThatThrownBy(() -> fetch(entry("a.npz", "-"))).hasMessageContaining("an empty file");
        assertThat(left()).isEmpty();
        Files.createFile(folder.resolve("datasets/toy/a.npz"));
        served = CONTENT;
        assertThat(fetch(entry("a.npz", "-")).path()).hasBinaryContent(CONTENT);
    }

    /** A hash that the catalogue does not know is that of the first time. */
    @Test
    void whatIsFetchedAgainIsTheSame() throws IOException {
        CatalogueEntry entry = entry("a.npz", "-");
        Path file = fetch(entry).path();
        assertThat(fetch(entry).files().get(0).cached()).isTrue();
        Files.write(file, new byte[] {9}); // damaged in the cache
        assertThat(fetch(entry).path()).hasBinaryContent(CONTENT);
        Files.delete(file);
        served = new byte[] {1, 2, 3};
        tag = "\"v2\"";
        assertThatThrownBy(() -> fetch(entry))
                .hasMessageContaining("instead of " + hash(CONTENT, folder.resolve("scratch")))
                .hasMessageContaining("which it had at first");
        assertThat(left()).isEmpty();
    }

    @Test
    @Timeout(20)
    void aServerThatFallsSilentIsNotWaitedFor() throws IOException {
        stallAfter = 1000;
        assertThatThrownBy(() -> DatasetFetcher.into(new CacheFolder(folder), ReadLimits.defaults())
                        .withPatience(Duration.ofMillis(500))
                        .fetch(entry("a.npz", "-"), Progress.none()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing came for 0.5 s after");
        stallAfter = Integer.MAX_VALUE;
        assertThat(fetch(entry("a.npz", "-")).path()).hasBinaryContent(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000})
    @Timeout(20)
    void askedToStopItDoesNotWaitForASilentServer(int bytes) {
        stallAfter = bytes;
        long begin = System.nanoTime();
        Progress impatient = Progress.stoppedBy(() -> System.nanoTime() - begin > 500_000_000L);
        assertThatThrownBy(() -> fetch(entry("a.npz", "-"), impatient)).hasMessageContaining("cancelled");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }
}
