package org.seprank.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seprank.cli.Main;
import org.seprank.dataset.file.Source;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.Store;

/**
 * The program killed (SIGKILL) at seeded instants of its life, then asked to go on: the result is that of a run that
 * nothing disturbed. The property {@code kills} says at how many instants each command is killed.
 */
@Tag("kill")
class KilledCommandsTest {
    private static final int INSTANTS = Integer.getInteger("kills", 40);
    private static final String PLAN = """
            base: {command: analyze, input: graphs/sbm.graphml, depth: 2}
            grid:
              depth: [2, 3, 4, 5]
              partition: [bisection, "attribute:block", "0-9", "10-29"]
            """;

    @TempDir
    Path folder;

    /** The commands that can go on. */
    enum Command {
        BATCH {
            @Override
            List<String> words(Path folder) throws IOException {
                Path plan = Files.writeString(folder.resolve("plan.yaml"), PLAN);
                return List.of("batch", plan.toString(), "--out", store(folder).toString(), "--threads", "2", "-q");
            }

            @Override
            List<String> goingOn(Path folder) throws IOException {
                return words(folder);
            }

            @Override
            Map<String, String> result(Path folder) throws IOException {
                return outcomes(store(folder));
            }
        },
        REWIRE {
            @Override
            List<String> words(Path folder) {
                String edits = folder.resolve("edits.csv").toString();
                return List.of(
                        "rewire", "graphs/sbm.graphml", "--method", "wis", "--remove", "95%", "--edits", edits, "-q");
            }

            @Override
            List<String> goingOn(Path folder) {
                List<String> words = new ArrayList<>(words(folder));
                Path partial = folder.resolve("edits.csv.partial");
                if (Files.exists(partial)) {
                    words.addAll(List.of("--resume", partial.toString()));
                }
                return words;
            }

            @Override
            Map<String, String> result(Path folder) throws IOException {
                return Map.of("edits", Files.readString(folder.resolve("edits.csv")));
            }
        },
        TRAIN {
            @Override
            List<String> words(Path folder) {
                String networks = folder.resolve("networks").toString();
                return List.of(
                        "train", "graphs/csbm", "--epochs", "300", "--seeds", "2", "--checkpoint", networks, "-q");
            }

            @Override
            List<String> goingOn(Path folder) {
                List<String> words = new ArrayList<>(words(folder));
                words.add("--resume");
                return words;
            }

            @Override
            Map<String, String> result(Path folder) throws IOException {
                Map<String, String> hashes = new TreeMap<>();
                for (String name : Source.names(folder.resolve("networks"))) {
                    hashes.put(name, Source.sha256(folder.resolve("networks").resolve(name)));
                }
                return hashes; // and nothing half written among them
            }
        },
        EXPERIMENT {
            @Override
            List<String> words(Path folder) {
                String out = store(folder).toString();
                return List.of("experiment", "rank-tightness", "--scale", "smoke", "--out", out, "-q");
            }

            @Override
            List<String> goingOn(Path folder) {
                List<String> words = new ArrayList<>(words(folder));
                words.add("--resume");
                return words;
            }

            @Override
            Map<String, String> result(Path folder) throws IOException {
                return outcomes(store(folder));
            }
        };

        abstract List<String> words(Path folder) throws IOException;

        abstract List<String> goingOn(Path folder) throws IOException;

        abstract Map<String, String> result(Path folder) throws IOException;

        private static Path store(Path folder) {
            return folder.resolve("out");
        }

        private static Map<String, String> outcomes(Path store) throws IOException {
            Map<String, String> outcomes = new TreeMap<>();
            for (Finished finished : Store.existing(store).all()) {
                outcomes.put(finished.task().key(), finished.result().toString());
            }
            return outcomes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void killedAtAnyInstantItGoesOnToTheSameResult(Command command) throws Exception {
        Path whole = Files.createDirectory(folder.resolve("whole"));
        long begin = System.nanoTime();
        runToItsEnd(command.words(whole), whole);
        long life = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        Map<String, String> expected = command.result(whole);
        assertThat(expected).isNotEmpty();
        SplittableRandom random = new SplittableRandom(7);
        int killed = 0;
        for (int i = 0; i < INSTANTS; i++) {
            Path one = Files.createDirectory(folder.resolve("killed-" + i));
            Process child = start(command.words(one), one);
            Thread.sleep(random.nextLong(life / 4, life + 1));
            killed += child.isAlive() ? 1 : 0;
            child.destroyForcibly();
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            runToItsEnd(command.goingOn(one), one);
            assertThat(command.result(one))
                    .as(command + " killed for the time " + i)
                    .isEqualTo(expected);
        }
        assertThat(killed).isPositive();
    }

    private static void runToItsEnd(List<String> words, Path folder) throws Exception {
        Process child = start(words, folder);
        assertThat(child.waitFor(300, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
        assertThat(child.exitValue()).as(words + "\n" + said).isIn(0, 4);
    }

    private static Process start(List<String> words, Path folder) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(words);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }
}
