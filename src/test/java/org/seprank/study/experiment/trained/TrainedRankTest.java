package org.seprank.study.experiment.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seprank.report.JsonRenderer;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.ExperimentStudy;
import org.seprank.study.experiment.Scale;
import org.seprank.work.Progress;

class TrainedRankTest {
    private static final TrainedRank EXPERIMENT = new TrainedRank();

    private static Outcome run(Scale scale, int threads, String... settings) throws IOException {
        Experiment.Options options = EXPERIMENT.options(scale, 1, "", List.of(settings));
        return ExperimentStudy.of(EXPERIMENT, options)
                .run(Context.of(Progress.none()).withThreads(threads));
    }

    private static List<Map<String, Value>> rows(Outcome outcome, String key) {
        Table table = outcome.document().table(key);
        List<String> columns = table.columns();
        return table.rows().stream()
                .map(row -> columns.stream()
                        .collect(Collectors.toMap(Function.identity(), name -> row.get(columns.indexOf(name)))))
                .toList();
    }

    private static Value at(Map<String, Value> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    @Test
    void ranksAreTracedFromTheStartAndWithinWhatIsKnown() throws IOException {
        Outcome outcome = run(Scale.SMOKE, 2, "samples=24");
        List<Map<String, Value>> ceilings = rows(outcome, "ceilings");
        List<Map<String, Value>> traces = rows(outcome, "traces");
        assertThat(ceilings).hasSize(3 * 4);
        assertThat(traces).hasSize(ceilings.size() * 4); // after epochs 0, 1, 2 and 5
        int reached = 0;
        for (Map<String, Value> ceiling : ceilings) {
            for (Map<String, Value> trace : traces) {
                if (at(trace, "network").equals(at(ceiling, "network"))
                        && at(trace, "partition").equals(at(ceiling, "partition"))) {
                    double rank = at(trace, "rank").asDouble();
                    assertThat(rank).isBetween(1.0, at(ceiling, "certified").asDouble());
                    assertThat(at(trace, "effective_rank").asDouble()).isBetween(1.0, rank + 1e-9);
                    assertThat(at(trace, "entropy").asDouble()).isBetween(0.0, Math.log(rank) + 1e-9);
                    reached += rank == at(ceiling, "certified").asDouble() ? 1 : 0;
                }
            }
        }
        assertThat(reached).isGreaterThan(10); // so that the tolerance does not count nearly everything as 0
        List<Value> held =
                rows(outcome, "verdict").stream().map(row -> at(row, "held")).toList();
        assertThat(held).containsExactly(Value.of(true), Value.of(false), Value.of(true)); // few epochs
        assertThat(JsonRenderer.render(run(Scale.SMOKE, 1, "samples=24").document()))
                .isEqualTo(JsonRenderer.render(outcome.document()));
    }

    @Test
    void aRankAboveTheLeastUpperBoundIsNotAllowed() {
        Ceiling ceiling = new Ceiling("n", "p", 1, 3, Value.of(4), "exact", Math.log(4), "separator");
        assertThat(ceiling.allows(4)).isTrue();
        assertThat(ceiling.allows(5)).isFalse();
        assertThat(ceiling.allows(0)).isTrue();
    }

    @Test
    void aDatasetIsRefused() {
        Experiment.Options options = EXPERIMENT.options(Scale.SMOKE, 1, "cora", List.of());
        assertThatThrownBy(() -> EXPERIMENT.design(options)).hasMessageContaining("makes its own data");
    }

    @Tag("slow")
    @Test
    void theClaimHoldsAtTheSmallScale() throws IOException {
        assertThat(rows(run(Scale.SMALL, 2), "verdict"))
                .extracting(row -> at(row, "held"))
                .containsOnly(Value.of(true));
    }
}
