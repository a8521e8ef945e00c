package org.seprank.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.report.Facts;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Verdict;
import org.seprank.study.engine.Store;
import org.seprank.work.Progress;

class ExperimentStudyTest {
    @TempDir
    private Path folder;

    private final Squares squares = Squares.start();

    private ExperimentStudy study(boolean resume, long seed, String... assignments) {
        Experiment.Options options = squares.options(Scale.SMOKE, seed, "", List.of(assignments));
        return new ExperimentStudy(squares, options, folder, resume);
    }

    private ExperimentStudy inMemory(String... assignments) {
        return ExperimentStudy.of(squares, squares.options(Scale.SMOKE, 0, "", List.of(assignments)));
    }

    private static Context context(int threads) {
        return Context.of(Progress.none()).withThreads(threads);
    }

    @Test
    void laterCellsGetTheAnswersOfEarlierOnes() throws IOException {
        Outcome outcome = inMemory("limit=12").run(context(2));
        assertThat(squares.works()).hasSize(4 + 3);
        assertThat(outcome.verdict()).isEqualTo(Verdict.REFUTED);
        List<List<Value>> claims = outcome.document().table("verdict").rows();
        assertThat(claims)
                .containsExactly(
                        List.of(Value.of("sum 0"), Value.of(true)),
                        List.of(Value.of("sum 1"), Value.of(true)),
                        List.of(Value.of("sum 2"), Value.of(true)),
                        List.of(Value.of("sum 3"), Value.of(false)));
        assertThat(inMemory("limit=13").run(context(1)).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void theQuestionHasAllSettings() throws IOException {
        assertThat(inMemory("count=2").run(context(1)).provenance().question().settings())
                .containsEntry("experiment", Value.of("squares"))
                .containsEntry("scale", Value.of("smoke"))
                .containsEntry("seed", Value.of(0))
                .containsEntry("count", Value.of(2))
                .containsEntry("limit", Value.of(1000));
    }

    @Test
    void finishedCellsAreNotWorkedOnAgain() throws IOException {
        Outcome first = study(false, 0).run(context(2));
        assertThat(squares.worked()).isEqualTo(7);
        Outcome again = study(true, 0).run(context(1));
        assertThat(squares.worked()).isEqualTo(7);
        assertThat(again.answer()).isEqualTo(first.answer());
        study(true, 0, "count=5").run(context(1));
        assertThat(squares.worked()).isEqualTo(7 + 2);
    }

    @Test
    void numbersAreKeptToTheLastBit() throws IOException {
        study(false, 0).run(context(1));
        Facts kept = (Facts) study(true, 0).run(context(1)).document().blocks().get(2);
        assertThat(kept.values())
                .containsEntry("third_2", Value.of(4.0 / 3))
                .containsEntry("up_2", Value.of(Double.POSITIVE_INFINITY))
                .containsEntry("down_0", Value.of(Double.NEGATIVE_INFINITY))
                .containsEntry("nan_1", Value.of(Double.NaN))
                .containsEntry("tiny_1", Value.of(Double.MIN_VALUE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void interruptedItKeepsWhatIsFinishedAndGoesOn(int threads) throws IOException {
        CancelledAfter two = CancelledAfter.of(2);
        Outcome interrupted = study(false, 0).run(Context.of(two).withThreads(threads));
        assertThat(interrupted.verdict()).isEqualTo(Verdict.INTERRUPTED);
        assertThat(interrupted.document().tables()).isEmpty();
        int kept = Store.of(folder).keys().size();
        assertThat(kept).isBetween(2, 4);
        Outcome resumed = study(true, 0).run(context(threads));
        assertThat(squares.worked()).isEqualTo(7);
        assertThat(resumed.document()).isEqualTo(inMemory().run(context(1)).document());
    }

    @Test
    void aCellThatFailsEndsTheExperimentAndIsNotKept() throws IOException {
        squares.problems().put("sum 2", new IllegalArgumentException("no sum"));
        assertThatThrownBy(() -> study(false, 0).run(context(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no sum");
        assertThat(Store.of(folder).keys()).hasSize(5);
        squares.problems().put("sum 2", new IOException("no space"));
        assertThatThrownBy(() -> study(true, 0).run(context(2)))
                .isInstanceOf(IOException.class)
                .hasMessage("no space");
        squares.problems().clear();
        assertThat(study(true, 0).run(context(1)).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aCellThatWasInterruptedIsNotFinished() throws IOException {
        squares.problems().put("square 1", new CancellationException("stop"));
        assertThat(study(false, 0).run(context(1)).verdict()).isEqualTo(Verdict.INTERRUPTED);
        assertThat(Store.of(folder).keys()).hasSize(3);
    }

    @Test
    void cellsAreResumedOnlyIfAskedTo() throws IOException {
        study(false, 0).run(context(1));
        assertThatThrownBy(() -> study(false, 0).run(context(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("--resume");
        assertThat(squares.worked()).isEqualTo(7);
        assertThatThrownBy(
                        () -> new ExperimentStudy(squares, squares.options(Scale.SMOKE, 0, "", List.of()), null, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--out");
    }

    @Test
    void itIsSaidWhereNoCellIsOfThisRun() throws IOException {
        study(false, 0).run(context(1));
        List<String> warnings = new ArrayList<>();
        Context context = new Context(Progress.none(), 1, Context.Figures.NONE, "", warnings::add);
        study(true, 0).run(context);
        assertThat(warnings).isEmpty();
        study(true, 1).run(context);
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("none of the 7 cells")
                .contains("begins anew");
        assertThat(squares.worked()).isEqualTo(14);
    }

    @Test
    void cellsOfAnEarlierVersionAreRefused() throws IOException {
        Path earlier = Files.writeString(folder.resolve("cells.jsonl"), "{\"specification\":\"{}\"}\n");
        for (boolean resume : new boolean[] {false, true}) {
            assertThatThrownBy(() -> study(resume, 0).run(context(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(earlier.toString())
                    .hasMessageContaining("begin anew");
        }
        assertThat(folder).isDirectoryContaining(file -> file.equals(earlier));
        assertThat(squares.worked()).isZero();
    }

    @Test
    void aDamagedCellIsNamed() throws IOException {
        study(false, 0).run(context(1));
        Path cell = folder.resolve("outcomes").resolve(Store.of(folder).keys().get(0) + ".json");
        byte[] whole = Files.readAllBytes(cell);
        Files.write(cell, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> study(true, 0).run(context(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot read " + cell + ": line ")
                .hasMessageContaining("the text ends before it is complete");
        Files.delete(cell);
        study(true, 0).run(context(1));
        assertThat(squares.worked()).isEqualTo(8);
    }

    @Test
    void twoRunsDoNotShareAFolder() throws IOException {
        try (Store.Lock lock = Store.of(folder).lock()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> study(false, 0).run(context(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("in use");
        }
    }
}
