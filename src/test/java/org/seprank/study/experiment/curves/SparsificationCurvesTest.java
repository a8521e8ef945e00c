package org.seprank.study.experiment.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Outcome;
import org.seprank.study.experiment.CancelledAfter;
import org.seprank.study.experiment.Cells;
import org.seprank.study.experiment.CountedCells;
import org.seprank.study.experiment.Reproduction.Setting;
import org.seprank.study.experiment.Scale;
import org.seprank.work.Progress;

class SparsificationCurvesTest {
    private static final SparsificationCurves CURVES = new SparsificationCurves();
    private static final String[] MANY = {
        "methods=random,spectral,ugs,wis2,wis1,jaccard",
        "models=gcn,gin,resgcn",
        "seeds=2",
        "budgets=0%,50%,30%,100%",
        "epochs=3"
    };

    private static Setting smoke(int threads, String... assignments) {
        return CURVES.with(Setting.of(Scale.SMOKE, 3, threads, ""), List.of(assignments));
    }

    private static Setting scaled(Scale scale, String data, String... assignments) {
        return CURVES.with(Setting.of(scale, 0, 1, data), List.of(assignments));
    }

    @Test
    void resultsDoNotDependOnThreads() throws IOException {
        Outcome one = CURVES.run(smoke(1, MANY), Progress.none());
        Outcome two = CURVES.run(smoke(2, MANY), Progress.none());
        assertThat(one.complete()).isTrue();
        assertThat(one.document().blocks()).isEqualTo(two.document().blocks());
        assertThat(one.document().figures()).hasSize(3);
    }

    @Test
    void curvesMeetAtBothEndsAndNoEdgeIsLeftAtTheLast() throws IOException {
        Outcome outcome = CURVES.run(smoke(2, MANY), Progress.none());
        for (String model : List.of("gcn", "gin", "resgcn")) {
            Map<Double, List<List<Value>>> byPercent = outcome.document().table("accuracy_" + model).rows().stream()
                    .collect(Collectors.groupingBy(row -> row.get(1).asDouble(), TreeMap::new, Collectors.toList()));
            assertThat(byPercent).hasSize(4);
            for (double end : new double[] {0, 100}) {
                List<List<Value>> rows = byPercent.getOrDefault(end, List.of());
                assertThat(rows).hasSize(6);
                assertThat(rows.stream().map(row -> row.subList(1, row.size())).distinct())
                        .hasSize(1);
            }
            assertThat(byPercent.getOrDefault(100.0, List.of()).get(0).get(2)).isEqualTo(Value.of(0));
            assertThat(byPercent.getOrDefault(0.0, List.of()).get(0).get(3)).isEqualTo(Value.of(2));
        }
    }

    @Test
    void aResumedRunEqualsAnUninterruptedOneAndRepeatsNoCell(@TempDir Path folder) throws IOException {
        String[] some = {"methods=random,ugs,wis2", "budgets=0%,40%,80%,100%", "seeds=2"};
        CountedCells whole = CountedCells.of(Cells.none());
        Outcome uninterrupted = CURVES.run(smoke(1, some).withCells(whole), Progress.none());
        Path file = folder.resolve("cells.jsonl");
        String specification = CURVES.specification(smoke(1, some));
        int before;
        try (Cells cells = Cells.in(file, specification, false)) {
            CountedCells first = CountedCells.of(cells);
            assertThat(CURVES.run(smoke(2, some).withCells(first), CancelledAfter.of(5))
                            .complete())
                    .isFalse();
            before = first.works().get();
        }
        try (Cells cells = Cells.in(file, specification, true)) {
            CountedCells second = CountedCells.of(cells);
            Outcome resumed = CURVES.run(smoke(2, some).withCells(second), Progress.none());
            assertThat(resumed.complete()).isTrue();
            assertThat(resumed.document().blocks())
                    .isEqualTo(uninterrupted.document().blocks());
            assertThat(before).isBetween(5, whole.works().get() - 1);
            assertThat(second.works()).hasValue(whole.works().get() - before);
        }
    }

    @Test
    void walkIndexSparsificationHasOneOrderAndOthersOnePerSeed() {
        assertThat(RemovalMethod.named("wis2").orderName(3, 1))
                .isEqualTo(RemovalMethod.named("wis").orderName(3, 2))
                .isNotEqualTo(RemovalMethod.named("wis1").orderName(3, 1));
        assertThat(RemovalMethod.named("random").orderName(3, 1))
                .isNotEqualTo(RemovalMethod.named("random").orderName(3, 2));
    }

    @Test
    void ratesAndDecaysAreThosePublished() {
        assertThat(optimizer("planetoid/ind.cora.graph", NetworkKind.GCN)).isEqualTo(new Optimizer.Adam(5e-4, 1e-3));
        assertThat(optimizer("planetoid/ind.cora.graph", NetworkKind.GIN)).isEqualTo(new Optimizer.Adam(1e-3, 1e-3));
        assertThat(optimizer("DBLP.npz", NetworkKind.GCN)).isEqualTo(new Optimizer.Adam(1e-3, 1e-4));
        assertThat(optimizer("DBLP.npz", NetworkKind.GIN)).isEqualTo(new Optimizer.Adam(1e-3, 1e-3));
        assertThat(optimizer("ogbn-arxiv", NetworkKind.RESGCN)).isEqualTo(new Optimizer.Adam(1e-3, 0));
        TrainingOptions options = CurveProtocol.of(scaled(Scale.PAPER, "cora")).training(NetworkKind.GCN);
        assertThat(options.epochs()).isEqualTo(10_000);
        assertThat(options.stopping().patience()).isEqualTo(1000);
        assertThat(CurveProtocol.of(scaled(Scale.PAPER, "cora")).budgets()).hasSize(21);
    }

    private static Optimizer optimizer(String data, NetworkKind model) {
        return CurveProtocol.of(scaled(Scale.PAPER, data)).training(model).optimizer();
    }

    @Test
    void publishedCurvesAreDrawnWhereTheyAreKnown() {
        CurveProtocol cora = CurveProtocol.of(scaled(Scale.SMALL, "ind.cora.graph"));
        CurveTables tables = new CurveTables(new Curves(cora, 5278, Map.of()));
        List<Table> published = tables.blocks().stream()
                .filter(block -> block instanceof Table table && table.key().equals("published"))
                .map(Table.class::cast)
                .toList();
        assertThat(published).hasSize(1);
        assertThat(published.get(0).rows()).hasSize(5 * 6);
        CurveProtocol other = CurveProtocol.of(scaled(Scale.SMALL, ""));
        assertThat(new CurveTables(new Curves(other, 5278, Map.of())).blocks())
                .noneMatch(block -> block instanceof Table table && table.key().equals("published"));
    }

    @Test
    void settingsThatCannotBeMeantAreRefusedByName() {
        for (String wrong : new String[] {
            "methods=toward", "methods=nothing", "models=cnn", "budgets=120%", "seeds=0", "epochs=x", "models=gcn,gcn"
        }) {
            String key = wrong.substring(0, wrong.indexOf('='));
            assertThatThrownBy(() -> CURVES.run(smoke(1, wrong), Progress.none()))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(key.substring(0, key.length() - 1));
        }
        assertThatThrownBy(() -> smoke(1, "method=random"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("methods");
        assertThatThrownBy(() -> CURVES.run(scaled(Scale.SMOKE, "synthetic:two-motifs,count=20"), Progress.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two-motifs");
    }

    @Test
    void settingsHaveTheSameKeysAtAllScales() {
        List<List<String>> keys = Arrays.stream(Scale.values())
                .map(scale -> CURVES.settings(scale).stream()
                        .map(org.seprank.setting.Setting::name)
                        .toList())
                .distinct()
                .toList();
        assertThat(keys).hasSize(1);
    }
}
