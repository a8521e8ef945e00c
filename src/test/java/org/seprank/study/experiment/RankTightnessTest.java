package org.seprank.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.report.chart.ScatterChart;
import org.seprank.separation.Bounds;
import org.seprank.separation.tightness.CaseVerdict;
import org.seprank.separation.tightness.TightnessJudge;
import org.seprank.separation.tightness.TightnessSuite;
import org.seprank.study.Context;
import org.seprank.study.Listing;
import org.seprank.study.Outcome;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.StudySpec;
import org.seprank.study.engine.StudyTask;
import org.seprank.work.Progress;

class RankTightnessTest {
    private static final RankTightness TIGHTNESS = new RankTightness();
    private static final TightnessJudge.Settings LIMITS =
            new TightnessJudge.Settings(Bounds.Options.defaults(), 64, 1000, 0);

    private static Outcome three(int threads) throws IOException {
        return ExperimentStudy.of(TIGHTNESS, options(List.of("vertices=3")))
                .run(Context.of(Progress.none()).withThreads(threads));
    }

    private static Experiment.Options options(List<String> assignments) {
        return TIGHTNESS.options(Scale.SMOKE, 0, "", assignments);
    }

    @Test
    void theTotalsAreThoseOfTheVerdicts() throws IOException {
        Outcome outcome = three(2);
        List<CaseVerdict> verdicts = TightnessSuite.cases(3).stream()
                .map(one -> TightnessJudge.of(LIMITS).judge(one))
                .toList();
        long pinned = verdicts.stream().filter(CaseVerdict::pinned).count();
        List<List<Value>> rows = outcome.document().table("families").rows();
        List<Value> all = rows.get(rows.size() - 1);
        assertThat(all.subList(0, 3)).containsExactly(Value.of("all"), Value.of(verdicts.size()), Value.of(pinned));
        assertThat(rows.stream()
                        .limit(rows.size() - 1)
                        .mapToDouble(row -> row.get(1).asDouble())
                        .sum())
                .isEqualTo(verdicts.size());
        assertThat(outcome.document().blocks()).isEqualTo(three(1).document().blocks());
    }

    @Test
    void upperBoundsAreAboveTheDiagonalAndLowerOnesBelow() throws IOException {
        Outcome outcome = three(2);
        ScatterChart chart = (ScatterChart) outcome.document().figures().get(0).drawing();
        assertThat(chart.diagonal()).isTrue();
        assertThat(chart.groups().get(0).points()).isNotEmpty().allMatch(p -> p.y() >= p.x() - 1e-9);
        assertThat(chart.groups().get(1).points()).isNotEmpty().allMatch(p -> p.y() <= p.x() + 1e-9);
    }

    @Test
    void aResumedRunEqualsAnUninterruptedOneAndRepeatsNoGraph(@TempDir Path folder) throws IOException {
        Experiment.Options options = options(List.of("vertices=3"));
        ExperimentStudy first = new ExperimentStudy(TIGHTNESS, options, folder, false);
        assertThat(first.run(Context.of(CancelledAfter.of(2)).withThreads(1)).complete())
                .isFalse();
        List<Finished> before = Store.of(folder).all();
        assertThat(before).hasSize(2);
        ExperimentStudy second = new ExperimentStudy(TIGHTNESS, options, folder, true);
        Outcome resumed = second.run(Context.of(Progress.none()).withThreads(1));
        assertThat(resumed.document()).isEqualTo(three(1).document());
        assertThat(resumed.verdict()).isEqualTo(org.seprank.study.Verdict.HELD);
        assertThat(Store.of(folder).all()).containsAll(before).hasSizeGreaterThan(2);
    }

    @Test
    void aWrongBoundRefutesTheClaim() {
        GraphTightness wrong = new GraphTightness(Map.of(), Map.of(), List.of("path3: the certified rank 9 is not in"));
        GraphTightness kept = GraphTightness.of(finished(wrong));
        assertThat(kept).isEqualTo(wrong);
        GraphTightness right = GraphTightness.judge(TightnessSuite.cases(2), LIMITS, Progress.none());
        assertThat(RankTightness.findings(Map.of("path", right), LIMITS).held()).isTrue();
        Findings found = RankTightness.findings(Map.of("path", right.plus(wrong)), LIMITS);
        assertThat(found.claims().stream().filter(claim -> !claim.held()))
                .singleElement()
                .asString()
                .contains("contradicted");
        assertThat(found.blocks().toString()).contains("the certified rank 9");
    }

    private static Finished finished(GraphTightness tightness) {
        Document document = Document.of("cell").addAll(tightness.blocks()).build();
        StudyTask task = StudyTask.of(new StudySpec("cell", new TreeMap<>()), "1", new TreeMap<>(), "");
        return Finished.of(task, any -> Listing.of(document), Context.of(Progress.none()));
    }

    @Test
    void valuesOfACellSayAllOfIt() {
        GraphTightness judged = GraphTightness.judge(TightnessSuite.cases(2), LIMITS, Progress.none());
        assertThat(GraphTightness.of(finished(judged))).isEqualTo(judged);
        assertThat(judged.plus(GraphTightness.none())).isEqualTo(judged);
        assertThat(judged.plus(judged).kinds().values().stream()
                        .mapToLong(count -> count)
                        .sum())
                .isEqualTo(2L * TightnessSuite.cases(2).size());
    }

    @Test
    void aDatasetIsRefused() {
        Experiment.Options options = TIGHTNESS.options(Scale.SMOKE, 0, "graphs/csbm", List.of());
        assertThatThrownBy(() -> TIGHTNESS.design(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("graphs/csbm");
    }
}
