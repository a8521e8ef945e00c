package org.seprank.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.report.Value;
import org.seprank.report.chart.ScatterChart;
import org.seprank.separation.Bounds;
import org.seprank.separation.tightness.TightnessJudge;
import org.seprank.separation.tightness.TightnessSuite;
import org.seprank.separation.tightness.Verdict;
import org.seprank.study.Outcome;
import org.seprank.study.experiment.Reproduction.Setting;
import org.seprank.work.Progress;

class RankTightnessTest {
    private static final RankTightness TIGHTNESS = new RankTightness();
    private static final TightnessJudge.Settings LIMITS = new TightnessJudge.Settings(Bounds.Options.defaults(), 64, 0);

    private static Setting three(int threads) {
        return TIGHTNESS.with(Setting.of(Scale.SMOKE, 0, threads, ""), List.of("vertices=3"));
    }

    @Test
    void theTotalsAreThoseOfTheVerdicts() throws IOException {
        Outcome outcome = TIGHTNESS.run(three(2), Progress.none());
        List<Verdict> verdicts = TightnessSuite.cases(3).stream()
                .map(one -> TightnessJudge.judge(one, LIMITS))
                .toList();
        long pinned = verdicts.stream().filter(Verdict::pinned).count();
        List<List<Value>> rows = outcome.document().table("families").rows();
        List<Value> all = rows.get(rows.size() - 1);
        assertThat(all.subList(0, 3)).containsExactly(Value.of("all"), Value.of(verdicts.size()), Value.of(pinned));
        assertThat(rows.stream()
                        .limit(rows.size() - 1)
                        .mapToDouble(row -> row.get(1).asDouble())
                        .sum())
                .isEqualTo(verdicts.size());
        assertThat(outcome.document().blocks())
                .isEqualTo(TIGHTNESS.run(three(1), Progress.none()).document().blocks());
    }

    @Test
    void upperBoundsAreAboveTheDiagonalAndLowerOnesBelow() throws IOException {
        Outcome outcome = TIGHTNESS.run(three(2), Progress.none());
        ScatterChart chart = (ScatterChart) outcome.document().figures().get(0).drawing();
        assertThat(chart.diagonal()).isTrue();
        assertThat(chart.groups().get(0).points()).isNotEmpty().allMatch(p -> p.y() >= p.x() - 1e-9);
        assertThat(chart.groups().get(1).points()).isNotEmpty().allMatch(p -> p.y() <= p.x() + 1e-9);
    }

    @Test
    void aResumedRunEqualsAnUninterruptedOneAndRepeatsNoGraph(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cells.jsonl");
        int before;
        try (Cells cells = Cells.in(file, TIGHTNESS.specification(three(1)), false)) {
            CountedCells first = CountedCells.of(cells);
            assertThat(TIGHTNESS
                            .run(three(1).withCells(first), CancelledAfter.of(2))
                            .complete())
                    .isFalse();
            before = first.works().get();
        }
        try (Cells cells = Cells.in(file, TIGHTNESS.specification(three(1)), true)) {
            CountedCells second = CountedCells.of(cells);
            Outcome resumed = TIGHTNESS.run(three(1).withCells(second), Progress.none());
            assertThat(resumed.document().blocks())
                    .isEqualTo(
                            TIGHTNESS.run(three(1), Progress.none()).document().blocks());
            assertThat(before).isEqualTo(2);
            assertThat(second.works().get()).isPositive();
            assertThat(resumed.complete()).isTrue();
        }
    }

    @Test
    void valuesOfACellSayAllOfIt() {
        GraphTightness judged = GraphTightness.judge(TightnessSuite.cases(2), LIMITS, Progress.none());
        assertThat(GraphTightness.of(judged.values())).isEqualTo(judged);
        assertThat(judged.plus(new GraphTightness(Map.of(), Map.of()))).isEqualTo(judged);
        assertThat(judged.plus(judged).kinds().values().stream()
                        .mapToLong(count -> count)
                        .sum())
                .isEqualTo(2L * TightnessSuite.cases(2).size());
    }

    @Test
    void aDatasetIsRefused() {
        Setting setting = TIGHTNESS.with(Setting.of(Scale.SMOKE, 0, 1, "graphs/csbm"), List.of());
        assertThatThrownBy(() -> TIGHTNESS.run(setting, Progress.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("graphs/csbm");
    }
}
