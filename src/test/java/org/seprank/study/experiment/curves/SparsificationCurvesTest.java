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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.dataset.GraphRanges;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.graph.Graph;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.Store;
import org.seprank.study.experiment.Answers;
import org.seprank.study.experiment.CancelledAfter;
import org.seprank.study.experiment.Design;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.ExperimentStudy;
import org.seprank.study.experiment.Scale;
import org.seprank.work.Progress;

class SparsificationCurvesTest {
    private static final SparsificationCurves CURVES = new SparsificationCurves();
    private static final Curves.Scores NOTHING = (method, run, count) -> Double.NaN;
    private static final String[] MANY = {
        "methods=random,spectral,ugs,wis2,wis1,jaccard",
        "models=gcn,gin,resgcn",
        "seeds=2",
        "budgets=0%,50%,30%,100%",
        "epochs=3"
    };

    private static Experiment.Options smoke(String... assignments) {
        return CURVES.options(Scale.SMOKE, 3, "", List.of(assignments));
    }

    private static Experiment.Options scaled(Scale scale, String data) {
        return CURVES.options(scale, 0, data, List.of());
    }

    private static Outcome run(Experiment.Options options, int threads) throws IOException {
        return ExperimentStudy.of(CURVES, options)
                .run(Context.of(Progress.none()).withThreads(threads));
    }

    @Test
    void resultsDoNotDependOnThreads() throws IOException {
        Outcome one = run(smoke(MANY), 1);
        Outcome two = run(smoke(MANY), 2);
        assertThat(one.complete()).isTrue();
        assertThat(one.document().blocks()).isEqualTo(two.document().blocks());
        assertThat(one.document().figures()).hasSize(3);
    }

    @Test
    void curvesMeetAtBothEndsAndNoEdgeIsLeftAtTheLast() throws IOException {
        Outcome outcome = run(smoke(MANY), 2);
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
        Outcome uninterrupted = run(smoke(some), 1);
        ExperimentStudy first = new ExperimentStudy(CURVES, smoke(some), folder, false);
        assertThat(first.run(Context.of(CancelledAfter.of(5)).withThreads(2)).complete())
                .isFalse();
        List<Finished> before = Store.of(folder).all();
        ExperimentStudy second = new ExperimentStudy(CURVES, smoke(some), folder, true);
        Outcome resumed = second.run(Context.of(Progress.none()).withThreads(2));
        assertThat(resumed.complete()).isTrue();
        assertThat(resumed.document()).isEqualTo(uninterrupted.document());
        int orders = 2 + 2 + 1; // of random, of ugs, of wis2
        int trainings = 2 * (2 + 3 * 2);
        assertThat(before.size()).isBetween(5, orders + trainings - 1);
        assertThat(Store.of(folder).all()).containsAll(before).hasSize(orders + trainings);
        assertThat(CURVES.design(smoke(some)).all()).hasSize(orders + trainings).doesNotHaveDuplicates();
    }

    @Test
    void aDifferenceBelowNoughtRefutesTheClaimUnlessItsIntervalHoldsNought() {
        for (double[] wis : new double[][] {{0.5, 0.6, 1}, {0.4, 0.5, 0}, {0.4, 0.6, 1}, {0.5, 0.6, 1}}) {
            CurveProtocol protocol = CurveProtocol.of(smoke("methods=random,wis2", "seeds=2", "budgets=0%,50%"));
            Curves curves = new Curves(
                    protocol,
                    10,
                    (method, run, count) -> count == 0
                            ? 0.9
                            : method.byWalkIndex()
                                    ? wis[(int) (run.seed() - 3)]
                                    : new double[] {0.5, 0.6001}[(int) (run.seed() - 3)]);
            assertThat(WisComparison.all(curves))
                    .hasSize(1)
                    .allMatch(one -> one.statement("accuracy").held() == wis[2] > 0);
        }
    }

    /** Events, numbers, and graphs that are held out, in place of classes of one graph. */
    @ParameterizedTest
    @CsvSource({"events, average precision", "numbers, r2", "several, accuracy"})
    void otherTasksAreScoredByTheirOwnMetrics(String task, String score, @TempDir Path folder) throws IOException {
        int n = 60;
        NodeDataset plain = (NodeDataset)
                SyntheticTask.parse("synthetic:csbm,n=60,classes=2,features=4").generate(1);
        double[] values = new double[n];
        Arrays.setAll(values, v -> plain.labels().label(v) * (task.equals("numbers") ? 3.5 : 1));
        TargetValues.Kind kind = task.equals("numbers") ? TargetValues.Kind.NUMBERS : TargetValues.Kind.EVENTS;
        NodeDataset data = task.equals("several")
                ? plain.withGraph(Graph.undirected(
                                n, new int[][] {{0, 1}, {1, 2}, {20, 21}, {30, 31}, {40, 41}, {50, 51}}))
                        .withGraphs(GraphRanges.of(0, 10, 20, 30, 40, 50, 60))
                : plain.withTargetValues(TargetValues.of(kind, List.of("y"), values));
        Path file = folder.resolve("data.npz");
        Datasets.write(data.withSplits(List.of()), file, "heterophilous-npz");
        Experiment.Options options = CURVES.options(
                Scale.SMOKE,
                3,
                file.toString(),
                List.of("methods=random,wis2,ugs", "budgets=0%,50%", "seeds=2", "split=random:0.5/0.25/0.25"));
        Outcome outcome = run(options, 2);
        assertThat(outcome.complete()).isTrue();
        Table table = (Table) outcome.document().blocks().stream()
                .filter(block -> block instanceof Table one && one.title().startsWith("Test " + score + " of gcn"))
                .findFirst()
                .orElseThrow();
        assertThat(table.key()).isEqualTo(score.replace(' ', '_') + "_gcn");
        assertThat(table.rows()).hasSize(6);
        for (List<Value> row : table.rows()) {
            assertThat(row.get(3).asDouble()).isEqualTo(2); // runs
            assertThat(row.get(4).asDouble()).isLessThanOrEqualTo(100);
        }
    }

    /** Masks too are of each split; six pairs are enough for a test, whose correction is over all rows. */
    @Test
    void everySeedIsRunOnEverySplit() throws IOException {
        Outcome outcome = run(
                smoke("methods=random,wis1,ugs", "seeds=2", "budgets=0%,50%", "epochs=2", "split=folds:3+validation"),
                2);
        for (List<Value> row : outcome.document().table("accuracy_gcn").rows()) {
            assertThat(row.get(3)).isEqualTo(Value.of(6));
        }
        Table against = outcome.document().table("against_random_gcn");
        assertThat(against.columns()).endsWith("wilcoxon_p_value", "least_p_value", "holm_p_value");
        int least = against.columns().indexOf("least_p_value");
        for (List<Value> row : against.rows()) {
            assertThat(row.get(least)).isEqualTo(Value.of(1.0 / 32));
            assertThat(row.get(least + 1).asDouble())
                    .isGreaterThanOrEqualTo(row.get(least - 1).asDouble())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void equalOrdersAndTrainingsAreOneCell() throws IOException {
        Design design = CURVES.design(smoke("methods=wis,wis1,random", "budgets=0%,50%"));
        Answers none = new Answers(Map.of());
        assertThat(design.plan(none)).hasSize(2 + 1); // smoke: depth 2, so wis is wis1; the training without removal
        assertThat(design.plan(none).stream()
                        .map(cell -> cell.question().settings().get("cell")))
                .containsExactly(Value.of("order"), Value.of("order"), Value.of("training"));
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
        CurveTables tables = new CurveTables(new Curves(cora, 5278, NOTHING));
        List<Table> published = tables.blocks().stream()
                .filter(block -> block instanceof Table table && table.key().equals("published"))
                .map(Table.class::cast)
                .toList();
        assertThat(published).hasSize(1);
        assertThat(published.get(0).rows()).hasSize(5 * 6);
        CurveProtocol other = CurveProtocol.of(scaled(Scale.SMALL, ""));
        assertThat(new CurveTables(new Curves(other, 5278, NOTHING)).blocks())
                .noneMatch(block -> block instanceof Table table && table.key().equals("published"));
    }

    @Test
    void settingsThatCannotBeMeantAreRefusedByName() {
        for (String wrong : new String[] {
            "methods=toward", "methods=nothing", "models=cnn", "budgets=120%", "seeds=0", "epochs=x", "models=gcn,gcn"
        }) {
            String key = wrong.substring(0, wrong.indexOf('='));
            assertThatThrownBy(() -> CURVES.design(smoke(wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(key.substring(0, key.length() - 1));
        }
        assertThatThrownBy(() -> smoke("method=random"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("methods");
        assertThatThrownBy(() -> CURVES.design(scaled(Scale.SMOKE, "synthetic:two-motifs,count=20")))
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
