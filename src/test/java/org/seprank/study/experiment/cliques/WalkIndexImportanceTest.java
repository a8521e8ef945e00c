package org.seprank.study.experiment.cliques;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.dataset.image.ImageFolder;
import org.seprank.dataset.synthetic.SameClass.Arrangement;
import org.seprank.gnn.NetworkKind;
import org.seprank.report.JsonRenderer;
import org.seprank.report.Table;
import org.seprank.study.Outcome;
import org.seprank.study.experiment.Reproduction.Setting;
import org.seprank.study.experiment.Scale;
import org.seprank.work.Progress;

class WalkIndexImportanceTest {
    private static final WalkIndexImportance EXPERIMENT = new WalkIndexImportance();

    private static Setting smoke(int threads, String... assignments) {
        return EXPERIMENT.with(Setting.of(Scale.SMOKE, 3, threads, ""), List.of(assignments));
    }

    @Test
    void theResultDoesNotDependOnTheThreads() throws IOException {
        Outcome one = EXPERIMENT.run(smoke(1), Progress.none());
        Outcome two = EXPERIMENT.run(smoke(2), Progress.none());
        assertThat(one.complete()).isTrue();
        assertThat(JsonRenderer.render(two.document()))
                .isEqualTo(JsonRenderer.render(one.document()))
                .contains("548", "8258", "train_accuracy", "test_accuracy");
    }

    @Test
    void meansDeviationsAndDifferencesAreThoseOfTheRuns() {
        Map<String, Map<String, Double>> cells = new HashMap<>();
        double[][] test = {{0.5, 0.6}, {0.7, 0.9}};
        for (Arrangement arrangement : Arrangement.values()) {
            for (int r = 0; r < 2; r++) {
                cells.put(
                        new WalkIndexImportance.Run(NetworkKind.GCN, arrangement, r).key(),
                        Map.of("train", 0.9, "test", test[arrangement == Arrangement.LOW ? 0 : 1][r]));
            }
        }
        ImportanceReport report = new ImportanceReport(smoke(1, "models=gcn"), List.of(NetworkKind.GCN), cells);
        Table accuracy = (Table) report.document("c").blocks().stream()
                .filter(block -> block instanceof Table table && table.key().equals("accuracy"))
                .findFirst()
                .orElseThrow();
        assertThat(accuracy.rows().get(3).get(3).toString()).contains("0.8");
        assertThat(accuracy.rows().get(3).get(4).toString()).contains("0.1");
        assertThat(JsonRenderer.render(report.document("c")))
                .contains("It did not hold for gcn in train")
                .contains("\"difference\" : 0.25");
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
        assertThat(EXPERIMENT.run(smoke(1), cancelled).complete()).isFalse();
    }

    @Test
    void otherNetworksAndDatasetsAreRefused() {
        assertThatThrownBy(() -> EXPERIMENT.run(smoke(1, "models=sage"), Progress.none()))
                .hasMessageContaining("models 'sage' is none of [gcn, gat, gin]");
        assertThatThrownBy(() -> EXPERIMENT.run(Setting.of(Scale.SMOKE, 0, 1, "cora"), Progress.none()))
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
        Setting setting = smoke(2, "models=gcn", "train=1000", "test=600", "epochs=40", "repetitions=3", "batch=50");
        assertThat(JsonRenderer.render(EXPERIMENT.run(setting, Progress.none()).document()))
                .contains("It held for every network, in training and in test.");
    }
}
