package org.seprank.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.SplitSpec;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.file.FormatException;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Loss;
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

    private static NodeDataset csbm() throws Exception {
        return (NodeDataset) SplitSpec.parse("random:0.6/0.2/0.2")
                .appliedTo(SyntheticTask.parse("synthetic:csbm,n=120").generate(1), 1);
    }

    private static TrainingRun trained(VertexTask task, Loss loss, Path file) throws Exception {
        TrainingOptions usual = new TrainingOptions(
                80,
                new Optimizer.Adam(0.02, 0),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(null, 0, 0, true),
                16);
        GnnSpec spec = GnnSpec.of(new Aggregation.Sage(false), 2, 16)
                .withPrediction(GnnSpec.Prediction.ofVertices(true).withLoss(loss))
                .withSeed(3);
        return Trainer.of(Network.of(spec.fittedTo(task.shape()), usual.optimizer()), task, usual)
                .withCheckpoint(file)
                .run(Progress.none());
    }

    /** A feature in far-off units, and a second number that is not known of most. */
    @ParameterizedTest
    @EnumSource(names = {"SQUARED", "ABSOLUTE", "HUBER"})
    void numbersAreLearnedInTheirOwnUnits(Loss loss, @TempDir Path folder) throws Exception {
        NodeDataset data = csbm();
        double[] values = new double[240];
        float[] row = new float[data.featureCount()];
        for (int v = 0; v < 120; v++) {
            data.features().copyRow(v, row, 0);
            values[2 * v] = 1e6 + 1e4 * row[0];
            values[2 * v + 1] = v % 3 == 0 ? 5 : Double.NaN;
        }
        values[0] = Double.NaN;
        values[1] = Double.NaN; // nothing is known of the first
        NodeDataset numbers =
                data.withTargetValues(TargetValues.of(TargetValues.Kind.NUMBERS, List.of("feature", "five"), values));
        VertexTask task = VertexTask.of(numbers, numbers.splits().get(0));
        TrainingRun run = trained(task, loss, folder.resolve("network"));
        double[] known = IntStream.range(1, 120).mapToDouble(v -> values[2 * v]).toArray();
        double mean = Arrays.stream(known).average().orElseThrow();
        double deviation =
                Arrays.stream(known).map(v -> Math.abs(v - mean)).average().orElseThrow();
        double error = task.measure(Metric.MAE, run.predictions(), Part.TRAIN);
        assertThat(error).isLessThan(0.5 * deviation); // of half as many numbers, the others are constant
        assertThat(run.best().train()).isLessThan(run.epochs().get(0).train());
        assertThat(run.predictions().value(0, 0)).isBetween(0.9e6, 1.1e6);
        Network kept = TrainedNetwork.load(folder.resolve("network"), false);
        assertThat(kept.fitted().scale()).isEqualTo(task.shape().scale());
        assertThat(task.predict(kept).value(7, 0)).isEqualTo(run.predictions().value(7, 0));
    }

    @Test
    void eventsAreLearnedTogether(@TempDir Path folder) throws Exception {
        NodeDataset data = csbm();
        double[] values = new double[240];
        for (int v = 0; v < 120; v++) {
            values[2 * v] = data.labels().label(v) == 0 ? 1 : 0;
            values[2 * v + 1] = v % 5 == 0 ? Double.NaN : 1 - values[2 * v];
        }
        NodeDataset events =
                data.withTargetValues(TargetValues.of(TargetValues.Kind.EVENTS, TargetValues.names(2), values));
        VertexTask task = VertexTask.of(events, events.splits().get(0));
        TrainingRun run = trained(task, Loss.SIGMOID, folder.resolve("network"));
        assertThat(task.measure(Metric.AVERAGE_PRECISION, run.predictions(), Part.TRAIN))
                .isGreaterThan(0.9);
        assertThat(task.measure(Metric.AVERAGE_PRECISION, run.predictions(), Part.VALIDATION))
                .isEqualTo(run.best().validation());
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
