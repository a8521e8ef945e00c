package org.seprank.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.file.FormatException;

class CellsTest {
    @TempDir
    private Path folder;

    private final AtomicInteger work = new AtomicInteger();

    private Map<String, Double> square(Cells cells, int x) throws IOException {
        return cells.of("square of " + x, () -> {
            work.incrementAndGet();
            return Map.of("value", (double) x * x);
        });
    }

    private Path file() {
        return folder.resolve("below").resolve("cells.jsonl");
    }

    @Test
    void finishedCellsAreNotWorkedOnAgain() throws IOException {
        try (Cells cells = Cells.in(file(), "squares", false)) {
            square(cells, 3);
            square(cells, 3);
            square(cells, 4);
        }
        try (Cells cells = Cells.in(file(), "squares", true)) {
            assertThat(square(cells, 4)).isEqualTo(Map.of("value", 16.0));
            assertThat(square(cells, 5)).isEqualTo(Map.of("value", 25.0));
        }
        assertThat(work).hasValue(3);
        assertThat(Files.readAllLines(file())).hasSize(4);
    }

    @Test
    void withoutAFileEveryCellIsWorkedOn() throws IOException {
        square(Cells.none(), 3);
        square(Cells.none(), 3);
        assertThat(work).hasValue(2);
    }

    @Test
    void numbersAreKeptToTheLastBit() throws IOException {
        Map<String, Double> odd = Map.of(
                "nan", Double.NaN,
                "up", Double.POSITIVE_INFINITY,
                "down", Double.NEGATIVE_INFINITY,
                "zero", -0.0,
                "tiny", Double.MIN_VALUE,
                "third", 1.0 / 3,
                "large", Double.MAX_VALUE);
        try (Cells cells = Cells.in(file(), "odd", false)) {
            assertThat(cells.of("x \"\n y", () -> odd)).isEqualTo(odd);
        }
        try (Cells cells = Cells.in(file(), "odd", true)) {
            assertThat(cells.of("x \"\n y", () -> Map.of())).isEqualTo(odd);
        }
    }

    @Test
    void aTornLastLineIsCutOff() throws IOException {
        try (Cells cells = Cells.in(file(), "squares", false)) {
            square(cells, 3);
            square(cells, 4);
        }
        byte[] whole = Files.readAllBytes(file());
        for (int missing = 1; missing < 20; missing++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - missing));
            work.set(0);
            try (Cells cells = Cells.in(file(), "squares", true)) {
                square(cells, 3);
                square(cells, 4);
            }
            assertThat(work).hasValue(1);
            assertThat(Files.readAllBytes(file())).isEqualTo(whole);
        }
    }

    @Test
    void aFileThatWasKilledAtItsBirthIsBegunAnew() throws IOException {
        Files.createDirectories(folder.resolve("below"));
        Files.writeString(file(), "{\"specif");
        try (Cells cells = Cells.in(file(), "squares", true)) {
            square(cells, 3);
        }
        try (Cells cells = Cells.in(file(), "squares", true)) {
            square(cells, 3);
        }
        assertThat(work).hasValue(1);
    }

    @Test
    void aFileIsResumedOnlyIfItSaysSoAndIsOfTheSameRun() throws IOException {
        Cells.in(file(), "squares", true).close();
        assertThatThrownBy(() -> Cells.in(file(), "squares", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cells.jsonl")
                .hasMessageContaining("--resume");
        assertThatThrownBy(() -> Cells.in(file(), "cubes", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cells.jsonl")
                .hasMessageContaining("cubes")
                .hasMessageContaining("remove it");
    }

    @Test
    void twoRunsDoNotShareAFile() throws IOException {
        try (Cells cells = Cells.in(file(), "squares", false)) {
            assertThatThrownBy(() -> Cells.in(file(), "squares", true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("in use");
            square(cells, 3);
        }
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        Cells.in(file(), "squares", false).close();
        Files.writeString(file(), "{\"key\":3}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Cells.in(file(), "squares", true))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("2");
    }

    @Test
    void anInterruptedCellIsNotFinished() throws IOException {
        try (Cells cells = Cells.in(file(), "squares", false)) {
            assertThatThrownBy(() -> cells.of("square of 3", () -> {
                        throw new CancellationException("stop");
                    }))
                    .isInstanceOf(CancellationException.class);
            square(cells, 3);
        }
        assertThat(work).hasValue(1);
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (Cells cells = Cells.in(file(), "squares", false)) {
            List<Future<Map<String, Double>>> running = new ArrayList<>();
            for (int x = 0; x < 50; x++) {
                int each = x;
                running.add(pool.submit(() -> square(cells, each)));
            }
            for (Future<Map<String, Double>> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        try (Cells cells = Cells.in(file(), "squares", true)) {
            for (int x = 0; x < 50; x++) {
                assertThat(square(cells, x)).containsEntry("value", (double) x * x);
            }
        }
        assertThat(work).hasValue(50);
    }

    @Test
    void filesOfOthersAreLeftAsTheyAre(@TempDir Path folder) throws IOException {
        for (String text : List.of("my notes without newline", "{\"a\":1}\nthe second line", "notes\n\u00e4")) {
            Path file = Files.writeString(folder.resolve("cells.jsonl"), text);
            assertThatThrownBy(() -> Cells.in(file, "spec", true)).hasMessageContaining("no cell of an experiment");
            assertThat(file).hasContent(text);
        }
        Path other = folder.resolve("other.jsonl");
        Cells.in(other, "spec", false).close();
        Files.writeString(other, Files.readString(other) + "torn");
        assertThatThrownBy(() -> Cells.in(other, "another", true)).hasMessageContaining("of another run");
        assertThat(Files.readString(other)).endsWith("torn");
        Cells.in(other, "spec", true).close();
        assertThat(Files.readString(other)).doesNotContain("torn");
    }

    @Test
    void aFileThatARunLeftInItsFirstLineIsBegunAgain(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cells.jsonl");
        Cells.in(file, "spec", false).close();
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, 9));
        Cells.in(file, "spec", true).close();
        assertThat(file).hasContent(whole.strip());
    }
}
