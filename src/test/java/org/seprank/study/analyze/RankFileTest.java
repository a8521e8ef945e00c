package org.seprank.study.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.file.FormatException;
import org.seprank.file.NpzOutput;
import org.seprank.rank.EliminationJournal;
import org.seprank.rank.ModularMatrix;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class RankFileTest {
    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("ranks.npz");
    }

    private static ModularMatrix drawn() {
        return ModularMatrix.draw(150, 170, new SplittableRandom(3));
    }

    /** A file with the rank of one matrix and another one begun. */
    private void interrupted() throws IOException {
        RankFile file = new RankFile(path, false);
        EliminationJournal journal = file.open();
        assertThat(journal.rank(
                        "one",
                        () -> ModularMatrix.draw(5, 4, new SplittableRandom(1)),
                        Parallel.single(),
                        Progress.none()))
                .isEqualTo(4);
        assertThatThrownBy(() ->
                        journal.rank("two", RankFileTest::drawn, Parallel.single(), Progress.stoppedBy(() -> true)))
                .isInstanceOf(CancellationException.class);
    }

    private static void assertGoesOn(EliminationJournal journal) {
        assertThat(journal.rank("one", () -> drawn(), Parallel.single(), Progress.none()))
                .isEqualTo(4);
        assertThat(journal.unfinished().orElseThrow().state().columnsDone()).isEqualTo(64);
        assertThat(journal.rank(
                        "two",
                        () -> {
                            throw new AssertionError("begun again");
                        },
                        Parallel.single(),
                        Progress.none()))
                .isEqualTo(150);
    }

    @Test
    void anInterruptedComputationGoesOnFromItsFile() throws IOException {
        interrupted();
        EliminationJournal journal = new RankFile(path, true).open();
        assertGoesOn(journal);
        new RankFile(path, true).keep(journal);
        assertThat(new RankFile(path, true).open().finished())
                .containsExactly(new EliminationJournal.Entry("one", 4), new EliminationJournal.Entry("two", 150));
        assertThat(new RankFile(path, false).open().finished()).isEmpty();
    }

    @Test
    void nothingIsKeptWithoutAFileAndResumedWithoutAName() throws IOException {
        EliminationJournal journal = RankFile.none().open();
        RankFile.none().keep(journal);
        assertThat(folder).isEmptyDirectory();
        assertThat(new RankFile(path, true).open().finished()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RankFile(null, true))
                .withMessageContaining("--checkpoint");
    }

    /** A byte that is changed is noticed, or is one of a date or the like. */
    @Test
    void damagedFilesAreRefused() throws IOException {
        interrupted();
        byte[] whole = Files.readAllBytes(path);
        int refused = 0;
        for (int at = 0; at < whole.length; at += 1 + whole.length / 400) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x41;
            Files.write(path, damaged);
            try {
                assertGoesOn(new RankFile(path, true).open());
            } catch (FormatException e) {
                assertThat(e.getMessage()).contains("ranks.npz").doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(350);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 50) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(FormatException.class).isThrownBy(() -> new RankFile(path, true).open());
        }
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Files.writeString(path, "no zip file");
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> new RankFile(path, true).open());
        try (NpzOutput out = NpzOutput.to(Files.newOutputStream(path))) {
            out.text("format", "something else");
        }
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> new RankFile(path, true).open())
                .withMessageContaining("it holds no certified ranks");
        try (NpzOutput out = NpzOutput.to(Files.newOutputStream(path))) {
            out.text("format", "seprank certified ranks 1");
            out.text("matrices", "a\nb");
            out.begin("ranks", NpzOutput.Item.INT, 1).put(3).end();
        }
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> new RankFile(path, true).open())
                .withMessageContaining("1 ranks of 2 matrices");
    }
}
