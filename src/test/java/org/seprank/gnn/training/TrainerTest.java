package org.seprank.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.SplitSpec;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.file.FormatException;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Readout;
import org.seprank.work.Progress;

class TrainerTest {
    private static VertexTask vertices() throws Exception {
        NodeDataset data = (NodeDataset) SplitSpec.parse("stratified:0.6/0.2/0.2")
                .appliedTo(SyntheticTask.parse("synthetic:csbm,n=120").generate(1), 1);
        return VertexTask.of(data, data.splits().get(0));
    }

    private static TrainingOptions options(int epochs) {
        return new TrainingOptions(
                epochs,
                new Optimizer.Adam(0.01, 5e-4),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(Metric.ACCURACY, 0, 0, true),
                16);
    }

    private static Network network(Task task, TrainingOptions options) {
        GnnSpec spec = GnnSpec.of(new Aggregation.Gcn(), 2, 8)
                .withPrediction(GnnSpec.Prediction.ofVertices(false))
                .withDropout(new GnnSpec.Dropout(0.5, 0.5, 0.1))
                .withSeed(3);
        return Network.of(spec.fittedTo(task.shape()), options.optimizer());
    }

    @Test
    void aBlockModelIsLearned() throws Exception {
        VertexTask task = vertices();
        TrainingRun run =
                Trainer.of(network(task, options(60)), task, options(60)).run(Progress.none());
        assertThat(run.complete()).isTrue();
        assertThat(run.epochs()).hasSize(60);
        assertThat(run.epochs().get(59).loss()).isLessThan(run.epochs().get(0).loss());
        assertThat(task.measure(Metric.ACCURACY, run.predictions(), Part.TRAIN)).isGreaterThan(0.7);
        assertThat(task.measure(Metric.ACCURACY, run.predictions(), Part.VALIDATION))
                .isEqualTo(run.best().validation());
    }

    @Test
    void graphsAreLearnedInBatches() throws Exception {
        GraphDataset data = (GraphDataset) SplitSpec.parse("stratified:0.6/0.2/0.2")
                .appliedTo(
                        SyntheticTask.parse("synthetic:same-class,train=40,test=20")
                                .generate(1),
                        1);
        GraphTask task = GraphTask.of(data, data.splits().get(0));
        assertThat(task.epoch(16, 1)).hasSize((data.splits().get(0).count(Part.TRAIN) + 15) / 16);
        GnnSpec spec =
                GnnSpec.of(new Aggregation.Sage(false), 2, 8).withPrediction(GnnSpec.Prediction.ofGraphs(Readout.MEAN));
        TrainingRun run = Trainer.of(
                        Network.of(spec.fittedTo(task.shape()), options(3).optimizer()), task, options(3))
                .run(Progress.none());
        assertThat(run.predictions().rows()).isEqualTo(data.size());
        assertThat(run.epochs()).hasSize(3);
    }

    @Test
    void aResumedRunGoesOnToTheSameBits(@TempDir Path folder) throws Exception {
        VertexTask task = vertices();
        TrainingRun whole =
                Trainer.of(network(task, options(30)), task, options(30)).run(Progress.none());
        Path file = folder.resolve("half.zip");
        Trainer.of(network(task, options(30)), task, options(30))
                .withCheckpoint(file)
                .run(new CancelAfter(11));
        Network loaded = Network.load(file, Workers.single());
        TrainingRun rest = Trainer.resume(loaded, file, task, options(30)).run(Progress.none());
        assertThat(rest.epochs()).isEqualTo(whole.epochs());
        assertThat(rest.best()).isEqualTo(whole.best());
        assertThat(folder.toFile().list()).hasSize(1);
        loaded.save(file);
        assertThatThrownBy(() -> Trainer.resume(loaded, file, task, options(30)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(file.toString());
    }

    /** Asks to stop once so many epochs are done. */
    private static final class CancelAfter implements Progress {
        private final int epochs;
        private long done;

        CancelAfter(int epochs) {
            this.epochs = epochs;
        }

        @Override
        public void start(String what, long total) {}

        @Override
        public void advanceTo(long steps) {
            done = steps;
        }

        @Override
        public boolean cancelled() {
            return done >= epochs;
        }
    }

    @Test
    void patienceEndsTrainingThatDoesNotImprove() throws Exception {
        VertexTask task = vertices();
        TrainingOptions impatient = new TrainingOptions(
                500,
                new Optimizer.Adam(0.01, 0),
                new Schedule.Step(10, 0.5),
                new TrainingOptions.Stopping(Metric.MACRO_F1, 5, 0.01, false),
                1);
        List<Epoch> heard = new ArrayList<>();
        TrainingRun run = Trainer.of(network(task, impatient), task, impatient).run(Progress.none(), heard::add);
        assertThat(run.epochs()).hasSizeLessThan(500).isEqualTo(heard);
        assertThat(run.epochs().size() - run.best().number()).isEqualTo(5);
    }

    @Test
    void divergenceIsNamedWithItsEpoch() throws Exception {
        VertexTask task = vertices();
        TrainingOptions wild = new TrainingOptions(
                200,
                new Optimizer.Sgd(1e30, 0, 0),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(Metric.ACCURACY, 0, 0, true),
                1);
        assertThatThrownBy(() -> Trainer.of(network(task, wild), task, wild).run(Progress.none()))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("training diverged in epoch ");
    }
}
