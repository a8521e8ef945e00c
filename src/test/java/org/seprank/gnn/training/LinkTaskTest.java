package org.seprank.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.SplitSpec;
import org.seprank.dataset.Truth;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Loss;
import org.seprank.gnn.layer.Readout;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.work.Progress;

class LinkTaskTest {
    private static LinkDataset dataset() throws Exception {
        NodeDataset nodes = (NodeDataset) SyntheticTask.parse("synthetic:csbm,n=150,degree=8,homophily=0.9")
                .generate(1);
        return (LinkDataset) SplitSpec.parse("random:0.7/0.1/0.2").appliedTo(LinkDataset.of(nodes), 4);
    }

    private static boolean linked(Graph graph, int u, int v) {
        return graph.edgeBetween(u, v) >= 0;
    }

    @Test
    void messagesDoNotPassAlongEdgesThatAreHeldOut() throws Exception {
        LinkDataset data = dataset();
        Split split = data.splits().get(0);
        Graph whole = data.whole().graph();
        Graph messages = data.messages(split).graph();
        int trained = split.count(Part.TRAIN);
        assertThat(messages.edgeCount()).isEqualTo(trained).isEqualTo((int) (0.7 * whole.edgeCount() + 1e-9));
        for (int e = 0; e < whole.edgeCount(); e++) {
            assertThat(linked(messages, whole.source(e), whole.target(e))).isEqualTo(split.contains(Part.TRAIN, e));
        }
    }

    @Test
    void rivalsHaveNoEdgeAndShareAnEnd() throws Exception {
        LinkDataset data = dataset();
        Graph whole = data.whole().graph();
        LinkTask task = LinkTask.of(data, data.splits().get(0));
        assertThat(task.truth().kind()).isEqualTo(Truth.Kind.LINKS);
        int m = whole.edgeCount();
        int held = data.splits().get(0).count(Part.TEST) + data.splits().get(0).count(Part.VALIDATION);
        assertThat(task.truth().size()).isEqualTo(2 * m - held + LinkTask.RIVALS * held);
        for (int row = 0; row < task.truth().size(); row++) {
            boolean edge = row < m;
            assertThat(task.truth().values().value(row, 0)).isEqualTo(edge ? 1 : 0);
            assertThat(linked(whole, task.first(row), task.second(row))).isEqualTo(edge);
        }
        for (Part part : Part.values()) {
            int[] rows = task.rows(part);
            int edges = data.splits().get(0).count(part);
            assertThat(rows).hasSize(2 * edges);
            assertThat(Arrays.stream(rows).filter(row -> row < m).count()).isEqualTo(edges);
        }
    }

    @Test
    void everyEpochDrawsPairsAnewAndTheSeedDecides() throws Exception {
        LinkDataset data = dataset();
        LinkTask task = LinkTask.of(data, data.splits().get(0));
        int trained = data.splits().get(0).count(Part.TRAIN);
        Task.Step step = task.epoch(1, 5).get(0);
        assertThat(step.labels().rows()).isEqualTo(2 * trained);
        GnnSpec spec = spec();
        Optimizer optimizer = new Optimizer.Adam(0.01, 0);
        double loss = Network.of(spec.fittedTo(task.shape()), optimizer).fitStep(step.batch(), step.labels());
        Task.Step same = task.epoch(1, 5).get(0);
        assertThat(Network.of(spec.fittedTo(task.shape()), optimizer).fitStep(same.batch(), same.labels()))
                .isEqualTo(loss);
        Task.Step other = task.epoch(1, 6).get(0);
        assertThat(Network.of(spec.fittedTo(task.shape()), optimizer).fitStep(other.batch(), other.labels()))
                .isNotEqualTo(loss);
    }

    private static GnnSpec spec() {
        return GnnSpec.of(new Aggregation.Gcn(), 2, 16)
                .withPrediction(GnnSpec.Prediction.ofGraphs(Readout.PAIR).withLoss(Loss.SIGMOID))
                .withSeed(2);
    }

    /** Ranks counted anew from predictions that are drawn, many of them equal. */
    @Test
    void metricsOfRanksAreThoseOfCountedRanks() throws Exception {
        LinkDataset data = dataset();
        Split split = data.splits().get(0);
        LinkTask task = LinkTask.of(data, split);
        SplittableRandom random = new SplittableRandom(9);
        double[] said = new double[task.truth().size()];
        Arrays.setAll(said, row -> random.nextInt(20) / 20.0);
        Predictions predictions = Predictions.of(1, said);
        int m = data.whole().graph().edgeCount();
        double reciprocal = 0;
        double first = 0;
        double ten = 0;
        int row = m;
        int tested = 0;
        for (int e = 0; e < m; e++) {
            int rivals = split.contains(Part.TRAIN, e) ? 1 : LinkTask.RIVALS;
            double rank = 1;
            for (int k = 0; k < rivals; k++, row++) {
                rank += said[row] > said[e] ? 1 : said[row] < said[e] ? 0 : 0.5;
            }
            if (split.contains(Part.TEST, e)) {
                tested++;
                reciprocal += 1 / rank;
                first += rank <= 1 ? 1 : 0;
                ten += rank <= 10 ? 1 : 0;
            }
        }
        assertThat(row).isEqualTo(said.length);
        assertThat(task.measure(Metric.MRR, predictions, Part.TEST)).isCloseTo(reciprocal / tested, within(1e-12));
        assertThat(task.measure(Metric.HITS_AT_1, predictions, Part.TEST)).isEqualTo(first / tested);
        assertThat(task.measure(Metric.HITS_AT_10, predictions, Part.TEST)).isEqualTo(ten / tested);
        assertThat(task.measure(Metric.ROC_AUC, predictions, Part.TEST)).isBetween(0.4, 0.6);
        assertThat(Metric.MRR.of(predictions, task.truth(), new int[] {0})).isNaN();
    }

    @Test
    void linksWithinBlocksAreLearned() throws Exception {
        LinkDataset data = dataset();
        LinkTask task = LinkTask.of(data, data.splits().get(0));
        TrainingOptions options = new TrainingOptions(
                120,
                new Optimizer.Adam(0.01, 0),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(null, 0, 0, true),
                1);
        TrainingRun run = Trainer.of(Network.of(spec().fittedTo(task.shape()), options.optimizer()), task, options)
                .run(Progress.none());
        assertThat(options.metric(task.truth())).isEqualTo(Metric.MRR);
        assertThat(task.measure(Metric.ROC_AUC, run.predictions(), Part.TEST)).isGreaterThan(0.65);
        assertThat(run.best().validation()).isGreaterThan(run.epochs().get(0).validation());
    }

    @Test
    void messagesMayPassAlongAnotherGraph() throws Exception {
        LinkDataset data = dataset();
        Graph whole = data.whole().graph();
        GraphBuilder builder = GraphBuilder.over(whole.vertexCount() + 1, false);
        builder.edge(0, whole.vertexCount());
        int held = data.splits().get(0).indices(Part.TEST)[0];
        builder.edge(whole.source(held), whole.target(held));
        NodeDataset other = NodeDataset.of(
                "o", builder.build(), Features.none(whole.vertexCount() + 1), Labels.missing(whole.vertexCount() + 1));
        LinkDataset changed = data.withMessages(other);
        assertThat(changed.messages(data.splits().get(0)).graph().edgeCount()).isEqualTo(1);
        assertThat(LinkTask.of(changed, data.splits().get(0)).truth().size()).isPositive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.withMessages(NodeDataset.of(
                        "s", Graph.undirected(2, new int[][] {{0, 1}}), Features.none(2), Labels.of(0, 1))));
    }

    @Test
    void edgesOfACompleteGraphAreNotPredicted() {
        Graph triangle = Graph.undirected(3, new int[][] {{0, 1}, {1, 2}, {0, 2}});
        LinkDataset data = LinkDataset.of(NodeDataset.of("t", triangle, Features.none(3), Labels.missing(3)))
                .withSplits(List.of(Split.over("s", 3)
                        .put(Part.TRAIN, 0, 1)
                        .put(Part.TEST, 2)
                        .build()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkTask.of(data, data.splits().get(0)))
                .withMessageContaining("no vertex was found that has no edge with vertex '0'");
    }
}
