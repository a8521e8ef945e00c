package org.seprank.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same plan on threads and on Spark: the same store, with the same bytes but for times. */
class BatchOnSparkTest {
    private static final int KILLS = 10;
    private static final String TIMES = "(?m)^  \"(finished|seconds)\" : .*\n";

    /** Inputs are named by where they are on this machine; executors of a cluster have other folders. */
    private static final List<String> PLANS = List.of(
            """
            base: {command: rewire, input: graphs/karate.graphml, edits: '{folder}/edits.csv', partition: 'attribute:faction'}
            grid: {remove: [10%, 20%], method: [wis, random]}
            """,
            "base: {command: train, input: graphs/csbm, epochs: 3}",
            "base: {command: analyze, input: graphs/karate.graphml}\ngrid: {target: [0, nobody]}");

    @TempDir
    Path folder;

    private List<String> batch(String out, String plan) throws IOException {
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, plan);
        return List.of("batch", file.toString(), "--out", folder.resolve(out).toString());
    }

    private CommandRun onCluster(BooleanSupplier stop, List<String> batch) {
        String master = StandaloneCluster.shared().master();
        return CommandRun.with(
                StandaloneCluster.settings(), stop, CommandRun.and(batch, "--engine", "spark", "--master", master));
    }

    /** Every file under a folder of outcomes, without what times it says. */
    private Map<String, String> kept(String out) throws IOException {
        Map<String, String> kept = new TreeMap<>();
        for (String part : List.of("outcomes", "files")) {
            Path root = folder.resolve(out).resolve(part);
            if (Files.isDirectory(root)) {
                try (Stream<Path> all = Files.walk(root)) {
                    for (Path file : all.filter(Files::isRegularFile).toList()) {
                        kept.put(part + "/" + root.relativize(file), text(file, out));
                    }
                }
            }
        }
        return kept;
    }

    private String text(Path file, String out) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8)
                .replaceAll(TIMES, "")
                .replace(folder.resolve(out).toString(), "OUT");
    }

    private long outcomes(String out) {
        try (Stream<Path> all = Files.list(folder.resolve(out).resolve("outcomes"))) {
            return all.filter(file -> file.toString().endsWith(".json")).count();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** The codes of all plans, into one store. */
    private List<Integer> codes(String out, Function<List<String>, CommandRun> run) throws IOException {
        List<Integer> codes = new ArrayList<>();
        for (String plan : PLANS) {
            codes.add(run.apply(batch(out, plan)).code());
        }
        return codes;
    }

    @Test
    void localSparkKeepsWhatThreadsKeep() throws Exception {
        assertThat(codes("threads", batch -> CommandRun.of(CommandRun.and(batch))))
                .containsExactly(0, 0, 4);
        assertThat(codes(
                        "spark",
                        batch -> CommandRun.of(CommandRun.and(batch, "--engine", "spark", "--master", "local[2]"))))
                .containsExactly(0, 0, 4);
        assertThat(kept("threads")).hasSize(7 + 4);
        assertThat(kept("spark")).isEqualTo(kept("threads"));
    }

    private Map<String, Object> times(String out) throws IOException {
        Map<String, Object> times = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder.resolve(out).resolve("outcomes"))) {
            for (Path file : all.toList()) {
                times.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    /**
     * Inputs, a file and a folder, go to executors and what they write comes home. Stopped, and going on while an
     * executor is killed, the batch comes to what it comes to on threads; then nothing is left to be done.
     */
    @Test
    void aClusterKeepsWhatThreadsKeepThoughStoppedAndThoughAnExecutorIsKilled() throws Exception {
        String plan = "base: {command: rewire, remove: 10%, edits: '{folder}/edits.csv'}\n"
                + "grid: {input: [graphs/csbm, graphs/karate.graphml], method: [wis, random], seed: [0, 1],"
                + " partition: [0-9, 'attribute:faction']}\n";
        assertThat(CommandRun.of(CommandRun.and(batch("threads", plan))).code()).isEqualTo(4);
        CommandRun stopped = onCluster(() -> outcomes("spark") >= 2, batch("spark", plan));
        assertThat(stopped.code()).as(stopped.err()).isEqualTo(130);
        assertThat(stopped.err()).contains("the same command goes on");
        Map<String, Object> before = times("spark");
        assertThat(before).hasSizeBetween(2, 15);
        Thread killer = killer(() -> outcomes("spark") > before.size(), 1);
        CommandRun killed = onCluster(() -> false, batch("spark", plan));
        killer.join();
        assertThat(killed.code()).as(killed.err()).isEqualTo(4);
        assertThat(kept("spark")).isEqualTo(kept("threads"));
        Map<String, Object> after = times("spark");
        assertThat(after).hasSize(16).containsAllEntriesOf(before);
        assertThat(onCluster(() -> false, batch("spark", plan)).code()).isEqualTo(4);
        assertThat(times("spark")).isEqualTo(after);
    }

    /** Nothing is lost and nothing is done twice, whatever is killed. */
    @Test
    @Tag("slow")
    void twoHundredStudiesWithKillsAtRandom() throws Exception {
        String plan = karate(200);
        assertThat(CommandRun.of(CommandRun.and(batch("threads", plan))).code()).isZero();
        Thread killer = killer(() -> true, KILLS);
        CommandRun run = onCluster(() -> false, batch("spark", plan));
        killer.interrupt();
        killer.join();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(outcomes("spark")).isEqualTo(200);
        assertThat(kept("spark")).isEqualTo(kept("threads"));
    }

    private static String karate(int studies) {
        return "base: {command: rewire, input: graphs/karate.graphml, method: random, remove: 30%, edits: '{folder}/e.csv'}\n"
                + "seeds: 0-" + (studies - 1) + "\n";
    }

    /** Kills executors, each some seconds after the other. */
    private static Thread killer(BooleanSupplier begun, int most) {
        StandaloneCluster cluster = StandaloneCluster.shared();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(19);
        Thread killer = new Thread(() -> {
            try {
                while (!begun.getAsBoolean()) {
                    Thread.sleep(20);
                }
                for (int i = 0; i < most; i++) {
                    cluster.killExecutor(random.nextInt(2));
                    Thread.sleep(2000 + random.nextInt(8000));
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        killer.start();
        return killer;
    }
}
