package org.seprank.study.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.report.JsonRenderer;
import org.seprank.setting.Settings;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Verdict;
import org.seprank.work.Progress;

class AllLabsStudyTest {
    /** Measures its seed, claims that it is small, and counts its runs. */
    private static final class Counting extends Lab {
        private final AtomicInteger runs = new AtomicInteger();
        private final int most;

        Counting(String name, int most) {
            super(name, "seeds are small", "no paper", List.of());
            this.most = most;
        }

        @Override
        public LabResult run(Settings settings, long seed, Progress progress) {
            runs.incrementAndGet();
            if (most < 0) {
                throw new IllegalArgumentException("no data for " + name());
            }
            return new LabResult(List.of(), Figures.none().and("seed itself", seed));
        }

        @Override
        public List<Finding> judge(Settings settings, Figures measured) {
            return List.of(new Finding("the seed is at most " + most, measured.get("seed itself") <= most));
        }
    }

    private static AllLabsStudy of(@Nullable Path folder, Counting... labs) {
        List<LabStudy> all = List.of(labs).stream()
                .map(lab -> new LabStudy(lab, lab.with(), 3, 1))
                .toList();
        return new AllLabsStudy(all, 3, 1, folder);
    }

    private static Outcome run(AllLabsStudy study) throws IOException {
        return study.run(Context.of(Progress.none()).withThreads(2));
    }

    @Test
    void allClaimsTogetherAreTheVerdict() throws IOException {
        Counting good = new Counting("good", 5);
        assertThat(run(of(null, good, new Counting("fine", 3))).verdict()).isEqualTo(Verdict.HELD);
        Outcome refuted = run(of(null, good, new Counting("bad", 2)));
        assertThat(refuted.verdict()).isEqualTo(Verdict.REFUTED);
        JsonNode rows = JsonRenderer.tree(refuted.answer()).path("verdict");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).path("statement").asText()).isEqualTo("good: the seed is at most 5");
        assertThat(rows.get(1).path("held").asBoolean()).isFalse();
    }

    @Test
    void whatIsFinishedInAFolderIsNotRunAgain(@TempDir Path folder) throws IOException {
        Counting first = new Counting("first", 5);
        Counting second = new Counting("second", 5);
        run(of(folder, first));
        Outcome both = run(of(folder, first, second));
        assertThat(both.verdict()).isEqualTo(Verdict.HELD);
        assertThat(first.runs).hasValue(1);
        assertThat(second.runs).hasValue(1);
        assertThat(JsonRenderer.tree(both.answer()).path("verdict")).hasSize(2);
        assertThat(both.durations()).hasSize(2);
    }

    @Test
    void oneThatFailsIsToldAndRunAgain(@TempDir Path folder) throws IOException {
        Counting failing = new Counting("failing", -1);
        for (int k = 1; k <= 2; k++) {
            Outcome outcome = run(of(folder, failing, new Counting("good", 5)));
            assertThat(outcome.verdict()).isEqualTo(Verdict.REFUTED);
            assertThat(JsonRenderer.tree(outcome.answer()).toString()).contains("failing failed: ", "no data for");
            assertThat(failing.runs).hasValue(k);
        }
    }

    @Test
    void theCatalogueIsAllOfThem() {
        assertThat(AllLabsStudy.asSet(0, 1, null).labs())
                .extracting(one -> one.lab().name())
                .containsExactlyElementsOf(
                        LabCatalogue.all().stream().map(Lab::name).toList());
    }
}
