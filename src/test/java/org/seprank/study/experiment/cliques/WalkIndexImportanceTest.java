package org.seprank.study.experiment.cliques;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.dataset.image.ImageFolder;
import org.seprank.dataset.synthetic.SameClass.Arrangement;
import org.seprank.gnn.NetworkKind;
import org.seprank.report.Document;
import org.seprank.report.JsonRenderer;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Verdict;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.ExperimentStudy;
import org.seprank.study.experiment.Findings;
import org.seprank.study.experiment.Scale;
import org.seprank.work.Progress;

class WalkIndexImportanceTest {
    private static final WalkIndexImportance EXPERIMENT = new WalkIndexImportance();

    private static Experiment.Options smoke(String... assignments) {
        return EXPERIMENT.options(Scale.SMOKE, 3, "", List.of(assignments));
    }

    private static Outcome run(Progress progress, int threads, String... assignments) throws IOException {
        return ExperimentStudy.of(EXPERIMENT, smoke(assignments))
                .run(Context.of(progress).withThreads(threads));
    }

    @Test
    void theResultDoesNotDependOnTheThreads() throws IOException {
        Outcome one = run(Progress.none(), 1);
        Outcome two = run(Progress.none(), 2);
        assertThat(one.complete()).isTrue();
        assertThat(JsonRenderer.render(two.document()))
                .isEqualTo(JsonRenderer.render(one.document()))
                .contains("548", "8258", "train_accuracy", "test_accuracy");
    }

    @Test
    void meansDeviationsAndDifferencesAreThoseOfTheRuns() {
        double[][] test = {{0.5, 0.6}, {0.7, 0.9}};
        ImportanceReport report = new ImportanceReport(
                smoke("models=gcn"),
                List.of(NetworkKind.GCN),
                (run, part) -> part.equals("train")
                        ? 0.9
                        : test[run.arrangement() == Arrangement.LOW ? 0 : 1][run.repetition()]);
        Findings findings = report.findings();
        List<Value> high = table(findings, "accuracy").rows().get(3);
        assertThat(high.get(3)).isEqualTo(Value.of(0.8));
        assertThat(high.get(4).asDouble()).isCloseTo(0.1, within(1e-12));
        assertThat(table(findings, "difference").rows().get(1).get(2)).isEqualTo(Value.of(0.25));
        assertThat(findings.claims())
                .containsExactly(
                        new Findings.Statement(
                                "gcn is better in training with the high walk index than with the low", false),
                        new Findings.Statement(
                                "gcn is better in test with the high walk index than with the low", true));
    }

    private static Table table(Findings findings, String key) {
        return new Document("experiment", findings.blocks()).table(key);
    }

    @Test
    void interruptedItSaysSo() throws IOException {
        Progress cancelled = new Progress() {
            @Override
            public void start(String what, long total) {}

            @Override
            public void advanceTo(long done) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThat(run(cancelled, 1).complete()).isFalse();
    }

    @Test
    void otherNetworksAndDatasetsAreRefused() {
        assertThatThrownBy(() -> EXPERIMENT.design(smoke("models=sage")))
                .hasMessageContaining("models 'sage' is none of [gcn, gat, gin]");
        assertThatThrownBy(() -> EXPERIMENT.design(EXPERIMENT.options(Scale.SMOKE, 0, "cora", List.of())))
                .hasMessageContaining("leave out --dataset cora");
    }

    @Test
    void imagesAreFoundInTheirFolder(@TempDir Path folder) throws IOException {
        for (String set : List.of("a", "b")) {
            Files.createFile(folder.resolve(set + "-train-images-idx3-ubyte.gz"));
            Files.createFile(folder.resolve(set + "-t10k-images-idx3-ubyte.gz"));
        }
        assertThat(ImageFolder.find(folder.resolve("b")).test()).hasFileName("b-t10k-images-idx3-ubyte.gz");
        assertThatThrownBy(() -> ImageFolder.find(folder)).hasMessageContaining("several files");
        assertThatThrownBy(() -> ImageFolder.find(folder.resolve("c"))).hasMessageContaining("no file ..train-images");
        assertThatThrownBy(() -> ImageFolder.find(folder.resolve("none/c"))).hasMessageContaining("no such folder");
    }

    @Test
    @Tag("slow")
    void theHighWalkIndexIsLearnedBetter() throws IOException {
        String[] words = {"models=gcn", "train=1000", "test=600", "epochs=40", "repetitions=3", "batch=50"};
        assertThat(run(Progress.none(), 2, words).verdict()).isEqualTo(Verdict.HELD);
    }
}
