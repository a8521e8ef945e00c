package org.seprank.study.rewire.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.synthetic.ContextualBlockModel;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Schedule;
import org.seprank.gnn.training.Trainer;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.gnn.training.VertexTask;
import org.seprank.graph.Components;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

class EdgeMasksTest {
    private static final GnnSpec SPEC = NetworkKind.GCN.usual(2, 16, false, 3);

    /** Classes as blocks without an edge between them, then that many edges between classes. */
    private static NodeDataset noisy(int n, int noise, long seed) {
        NodeDataset clean = new ContextualBlockModel(n, 2, 8, 6, 1, 2).generate(seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<Edge> added = new ArrayList<>();
        BitSet used = new BitSet();
        while (added.size() < noise) {
            int u = random.nextInt(n / 2) * 2;
            int v = random.nextInt(n / 2) * 2 + 1;
            if (!used.get(u * n + v)) {
                used.set(u * n + v);
                added.add(new Edge(Math.min(u, v), Math.max(u, v)));
            }
        }
        return clean.withGraph(clean.graph().with(added));
    }

    /** Fewer and longer steps than published, and the mask of the last epoch. */
    private static MaskOptions quick(int epochs) {
        TrainingOptions training = new TrainingOptions(
                epochs,
                new Optimizer.Adam(0.02, 8e-5),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(Metric.ACCURACY, 0, 0, false),
                1);
        return MaskOptions.published().withTraining(training).withPenalty(1e-4);
    }

    private static EditList removed(NodeDataset dataset, MaskOptions options, int count) {
        return EdgeMasks.sparsifier(dataset, SPEC, options).sparsify(dataset.graph(), Budget.remove(count));
    }

    private static long between(NodeDataset dataset, EditList edits) {
        return edits.toList().stream()
                .filter(edit ->
                        dataset.labels().label(edit.u()) != dataset.labels().label(edit.v()))
                .count();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void edgesBetweenClassesGoFarMoreOftenThanAtRandom(long seed) {
        NodeDataset dataset = noisy(160, 100, seed);
        int m = dataset.graph().edgeCount();
        int count = m / 10;
        long found = between(dataset, removed(dataset, quick(40), count));
        double asManyAtRandom = 1
                - new BinomialDistribution(new Well19937c(seed), count, 100.0 / m)
                        .cumulativeProbability((int) found - 1);
        assertThat(asManyAtRandom).isLessThan(1e-9);
    }

    @Test
    void aSmallerBudgetIsAPrefixAndAResumedRunIsTheSame() {
        NodeDataset dataset = noisy(40, 12, 4);
        Graph graph = dataset.graph();
        MaskOptions options = quick(5).withShare(0.2);
        Sparsifier masks = EdgeMasks.sparsifier(dataset, SPEC, options);
        EditList all = masks.sparsify(graph, Budget.all());
        assertThat(all.toList())
                .hasSize(graph.edgeCount())
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(masks.sparsify(graph, Budget.all()).toList());
        int round = options.perRound(graph.edgeCount());
        assertThat(round).isEqualTo(Math.round(0.2f * graph.edgeCount())).isGreaterThan(5);
        for (int count : new int[] {0, 3, round, round + 4, 3 * round}) {
            EditList some = masks.sparsify(graph, Budget.remove(count));
            assertThat(some).isEqualTo(all.prefix(count));
            List<Edit> fresh = new ArrayList<>();
            Sparsification rest = Sparsification.of(graph, Budget.all()).resuming(some);
            assertThat(masks.sparsify(rest, (edit, score) -> fresh.add(edit), Progress.none()))
                    .isEqualTo(all);
            assertThat(fresh).hasSize(graph.edgeCount() - count);
        }
    }

    @Test
    void aRoundRemovesTheSmallestFactorsOfATrainedNetwork() throws IOException {
        NodeDataset dataset = noisy(40, 12, 4);
        Graph graph = dataset.graph();
        MaskOptions options = quick(5).withShare(0.2);
        int round = options.perRound(graph.edgeCount());
        EditList two = removed(dataset, options, 2 * round);
        Graph left = graph;
        for (int r = 0; r < 2; r++) {
            VertexTask task =
                    VertexTask.of(dataset.withGraph(left), dataset.splits().get(0));
            GnnSpec spec = SPEC.withMask(new GnnSpec.Mask(left.edgeCount(), options.penalty()));
            Network network =
                    Network.of(spec.fittedTo(task.shape()), options.training().optimizer());
            Trainer.of(network, task, options.training()).run(Progress.none());
            double[] mask = network.edgeMask();
            Graph judged = left;
            List<Edit> expected = IntStream.range(0, mask.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(e -> Math.abs(mask[e])))
                    .limit(round)
                    .map(e -> Edit.remove(judged.source(e), judged.target(e)))
                    .toList();
            assertThat(two.toList().subList(r * round, (r + 1) * round)).isEqualTo(expected);
            left = two.prefix((r + 1) * round).applyTo(graph);
        }
    }

    @Test
    void theOrderDoesNotDependOnThreads() {
        NodeDataset dataset = noisy(2000, 500, 5); // large enough for kernels to share their work
        GnnSpec wide = SPEC.withWidth(32);
        EditList alone = EdgeMasks.sparsifier(dataset, wide, quick(3)).sparsify(dataset.graph(), Budget.remove(200));
        EditList shared = EdgeMasks.sparsifier(dataset, wide, quick(3).withThreads(3))
                .sparsify(dataset.graph(), Budget.remove(200));
        assertThat(shared).isEqualTo(alone);
        EditList other =
                EdgeMasks.sparsifier(dataset, wide.withSeed(4), quick(3)).sparsify(dataset.graph(), Budget.remove(200));
        assertThat(other).isNotEqualTo(alone);
    }

    @Test
    void safeguardsAreHeeded() {
        NodeDataset dataset = noisy(40, 12, 4);
        Graph graph = dataset.graph();
        Sparsifier masks = EdgeMasks.sparsifier(
                dataset, SPEC, quick(2).withShare(0.5), RemovalRules.defaults().withKeepConnected(true));
        int components = Components.of(graph).count();
        EditList edits = masks.sparsify(graph, Budget.all());
        assertThat(edits.size()).isEqualTo(graph.edgeCount() - graph.vertexCount() + components);
        assertThat(Components.of(edits.applyTo(graph)).count()).isEqualTo(components);
    }

    @Test
    void aGraphWithoutEdgesHasNoneToRemove() {
        NodeDataset dataset = noisy(20, 5, 1).withGraph(Graph.undirected(20, new int[0][]));
        assertThat(removed(dataset, quick(1), 0).size()).isZero();
        assertThat(EdgeMasks.sparsifier(dataset, SPEC, quick(1))
                        .sparsify(dataset.graph(), Budget.all())
                        .size())
                .isZero();
    }

    @Test
    void directedEdgesHaveFactorsOfTheirOwn() {
        NodeDataset dataset = noisy(20, 5, 1).withGraph(Graph.directed(20, new int[][] {{0, 1}, {1, 0}, {5, 3}}));
        assertThat(removed(dataset, quick(2), 3).toList())
                .containsExactlyInAnyOrder(Edit.remove(0, 1), Edit.remove(1, 0), Edit.remove(5, 3));
    }

    @Test
    void cancellingKeepsWhatIsDecided() {
        NodeDataset dataset = noisy(40, 12, 4);
        MaskOptions options = quick(5).withShare(0.1);
        EditList all = removed(dataset, options, 30);
        List<Edit> fresh = new ArrayList<>();
        Progress whenSevenAreRemoved = new Progress() {
            @Override
            public void start(String what, long total) {}

            @Override
            public void advanceTo(long done) {}

            @Override
            public boolean cancelled() {
                return fresh.size() >= 7;
            }
        };
        Sparsification task = Sparsification.of(dataset.graph(), Budget.remove(30));
        EditList some = EdgeMasks.sparsifier(dataset, SPEC, options)
                .sparsify(task, (edit, score) -> fresh.add(edit), whenSevenAreRemoved);
        assertThat(some).isEqualTo(all.prefix(7));
    }

    @Test
    void whatCannotBeTrainedIsRefused() {
        NodeDataset dataset = noisy(20, 5, 1);
        NodeDataset unlabelled = dataset.withLabels(Labels.missing(20));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeMasks.sparsifier(unlabelled, SPEC, quick(1)))
                .withMessage("edge masks are trained on labels of vertices, but dataset 'csbm' has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeMasks.sparsifier(dataset.withSplits(List.of()), SPEC, quick(1)))
                .withMessageContaining("has no split");
        Split testOnly = Split.over("late", 20).put(Split.Part.TEST, 1, 2).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeMasks.sparsifier(dataset.withSplits(List.of(testOnly)), SPEC, quick(1)))
                .withMessageContaining("split 'late'");
        GnnSpec linear = NetworkKind.LINEAR.usual(2, 16, false, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeMasks.sparsifier(dataset, linear, quick(1)))
                .withMessageContaining("linear");
        Graph other = Graph.undirected(20, new int[][] {{0, 1}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeMasks.sparsifier(dataset, SPEC, quick(1)).sparsify(other, Budget.all()))
                .withMessageContaining("do not fit another graph");
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        MaskOptions options = MaskOptions.published();
        assertThatIllegalArgumentException().isThrownBy(() -> options.withPenalty(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withPenalty(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withShare(0));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withShare(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withThreads(0));
        assertThat(options.perRound(5278)).isEqualTo(264);
        assertThat(options.perRound(3)).isOne();
    }
}
