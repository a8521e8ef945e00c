package org.seprank.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.SplitSpec;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.Precision;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.batch.NeighbourSampler;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Readout;
import org.seprank.work.Progress;

class NeighbourTaskTest {
    private static final int ALL = NeighbourSampler.ALL;

    private static NodeDataset data() throws Exception {
        return (NodeDataset) SplitSpec.parse("stratified:0.6/0.2/0.2")
                .appliedTo(SyntheticTask.parse("synthetic:csbm,n=120").generate(1), 1);
    }

    private static NeighbourTask task(Integer... fanOuts) throws Exception {
        NodeDataset data = data();
        return NeighbourTask.of(data, data.splits().get(0), new FanOuts(List.of(fanOuts)));
    }

    private static TrainingOptions options(int epochs, int batch) {
        return new TrainingOptions(
                epochs,
                new Optimizer.Adam(0.01, 5e-4),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(Metric.ACCURACY, 0, 0, true),
                batch);
    }

    private static Network network(Task task, double dropout) {
        GnnSpec spec = GnnSpec.of(new Aggregation.Gcn(), 2, 8)
                .withDropout(new GnnSpec.Dropout(dropout, dropout, 0))
                .withPrecision(Precision.DOUBLE)
                .withSeed(3);
        return Network.of(spec.fittedTo(task.shape()), new Optimizer.Adam(0.01, 5e-4));
    }

    @Test
    void anEpochLearnsEveryVertexOfTheTrainingPartOnce() throws Exception {
        NeighbourTask task = task(3, 2);
        int[] training = task.rows(Part.TRAIN);
        List<Task.Step> steps = task.epoch(16, 5);
        assertThat(steps).hasSize((training.length + 15) / 16);
        double learned = 0;
        for (Task.Step step : steps) {
            assertThat(step.batch().vertexCount()).isEqualTo(step.labels().rows());
            double counted = IntStream.range(0, step.labels().rows())
                    .mapToDouble(step.labels()::weight)
                    .sum();
            assertThat(counted).isBetween(1.0, 16.0);
            assertThat(IntStream.range(0, (int) counted).mapToDouble(step.labels()::weight))
                    .containsOnly(1.0);
            learned += counted;
        }
        assertThat(learned).isEqualTo(training.length);
    }

    /** A graph that is larger than asked for is predicted in blocks, to rounding as the whole. */
    @Test
    void largeGraphsArePredictedInBlocks() throws Exception {
        NodeDataset data = data();
        VertexTask task = VertexTask.of(data, data.splits().get(0));
        Network network = network(task, 0);
        double[] whole = values(task.predict(network));
        assertThat(values(task.predictOnce(network, 1 << 20))).isEqualTo(whole);
        assertThat(values(task.predictOnce(network, 10))).containsExactly(whole, within(1e-12));
        GnnSpec ofGraphs = network.spec().withPrediction(GnnSpec.Prediction.ofGraphs(Readout.SUM));
        Network other = Network.of(ofGraphs.fittedTo(task.shape()), new Optimizer.Adam(0.01, 5e-4));
        assertThatThrownBy(() -> task.predictOnce(other, 10)).hasMessageContaining("evaluated in blocks");
    }

    private static double[] values(Predictions predictions) {
        return IntStream.range(0, predictions.rows())
                .flatMap(row -> IntStream.range(0, predictions.width()).map(k -> row * predictions.width() + k))
                .mapToDouble(at -> predictions.value(at / predictions.width(), at % predictions.width()))
                .toArray();
    }

    /** One step of all vertices with all neighbours is a step of the whole graph. */
    @Test
    void withAllNeighboursTrainingIsThatOfTheWholeGraph() throws Exception {
        NodeDataset data = data();
        VertexTask whole = VertexTask.of(data, data.splits().get(0));
        TrainingRun expected =
                Trainer.of(network(whole, 0), whole, options(20, 1)).run(Progress.none());
        NeighbourTask task = task(ALL, ALL);
        TrainingRun given = Trainer.of(network(task, 0), task, options(20, 120)).run(Progress.none());
        for (int i = 0; i < 20; i++) {
            assertThat(given.epochs().get(i).loss())
                    .isCloseTo(expected.epochs().get(i).loss(), within(1e-9));
            assertThat(given.epochs().get(i).test())
                    .isEqualTo(expected.epochs().get(i).test());
        }
        for (int v = 0; v < 120; v++) {
            assertThat(given.predictions().value(v, 0))
                    .isCloseTo(expected.predictions().value(v, 0), within(1e-9));
        }
    }

    @Test
    void aBlockModelIsLearnedFromSamplesAndGoesOnFromACheckpoint(@TempDir Path folder) throws Exception {
        NeighbourTask task = task(4, 4);
        TrainingRun whole =
                Trainer.of(network(task, 0.5), task, options(30, 20)).run(Progress.none());
        assertThat(task.measure(Metric.ACCURACY, whole.predictions(), Part.TRAIN))
                .isGreaterThan(0.7);
        Path file = folder.resolve("network");
        Trainer.of(network(task, 0.5), task, options(11, 20))
                .withCheckpoint(file)
                .run(Progress.none());
        Network kept = Network.load(file, Workers.single());
        TrainingRun resumed = Trainer.resume(kept, file, task, options(30, 20)).run(Progress.none());
        assertThat(resumed.epochs()).isEqualTo(whole.epochs());
        TrainingRun other =
                Trainer.of(network(task, 0.5), task(2, 2), options(30, 20)).run(Progress.none());
        assertThat(other.epochs()).isNotEqualTo(whole.epochs());
    }

    @Test
    void threadsThatShareTheWorkDoNotChangeIt() throws Exception {
        NeighbourTask task = task(3, 3);
        TrainingRun alone = Trainer.of(network(task, 0.5), task, options(5, 20)).run(Progress.none());
        TrainingRun[] together = new TrainingRun[4];
        Thread[] threads = new Thread[together.length];
        Throwable[] thrown = new Throwable[1];
        for (int t = 0; t < threads.length; t++) {
            int slot = t;
            threads[t] = new Thread(() -> {
                try {
                    together[slot] =
                            Trainer.of(network(task, 0.5), task, options(5, 20)).run(Progress.none());
                } catch (Exception e) {
                    thrown[0] = e;
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(thrown[0]).isNull();
        assertThat(Arrays.stream(together).map(TrainingRun::epochs)).containsOnly(alone.epochs());
    }

    @Test
    void numbersAreLearnedFromSamplesInTheirOwnUnits() throws Exception {
        NodeDataset data = data();
        double[] values = new double[120];
        Arrays.setAll(
                values, v -> v % 5 == 0 ? Double.NaN : 1000 + data.labels().label(v));
        NodeDataset numbers = data.withTargetValues(TargetValues.of(TargetValues.Kind.NUMBERS, List.of("y"), values));
        NeighbourTask task = NeighbourTask.of(numbers, numbers.splits().get(0), new FanOuts(List.of(4, 4)));
        assertThat(task.shape().scale().means().get(0)).isBetween(1000.0, 1001.0);
        double learned = task.epoch(10, 1).stream()
                .mapToDouble(step -> IntStream.range(0, step.labels().rows())
                        .mapToDouble(step.labels()::weight)
                        .sum())
                .sum();
        assertThat(learned).isEqualTo(task.rows(Part.TRAIN).length);
    }

    @Test
    void fanOutsAreReadAndFitTheNetwork() throws Exception {
        GnnSpec spec = GnnSpec.of(new Aggregation.Gcn(), 3, 8);
        assertThat(FanOuts.parse("15, 10,all").over(spec).counts()).containsExactly(15, 10, ALL);
        assertThat(FanOuts.parse("15,-1").text()).isEqualTo("15,all");
        assertThat(FanOuts.parse("7").over(spec).counts()).containsExactly(7, 7, 7);
        assertThat(FanOuts.parse("7")
                        .over(GnnSpec.of(new Aggregation.Linear(), 2, 4))
                        .counts())
                .isEmpty();
        assertThat(FanOuts.parse("2")
                        .over(GnnSpec.of(new Aggregation.Appnp(10, 0.1), 2, 4))
                        .counts())
                .hasSize(10);
        assertThatThrownBy(() -> FanOuts.parse("3,2").over(spec))
                .hasMessageContaining("--neighbours 3,2 are of 2 hops, but the network sees 3");
        assertThatThrownBy(() -> FanOuts.parse("3").over(spec.withDropout(new GnnSpec.Dropout(0, 0, 0.5))))
                .hasMessageContaining("--drop-edge 0.5");
        assertThatThrownBy(() -> FanOuts.parse("0")).hasMessage("fan-out 0 is neither positive nor all");
        assertThatThrownBy(() -> FanOuts.parse("3;2")).hasMessageContaining("'3;2'");
        Dataset links = SplitSpec.parse("random:0.8/0.1/0.1").appliedTo(LinkDataset.of(data()), 1);
        assertThatThrownBy(() -> NeighbourTask.of(links, links.splits().get(0), FanOuts.parse("3")))
                .hasMessageContaining("leave out --neighbours");
    }
}
