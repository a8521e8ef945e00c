package org.seprank.study.advise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.gnn.NetworkKind;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.family.GraphFamily;
import org.seprank.graph.io.ReadOptions;
import org.seprank.rewire.Budget;
import org.seprank.study.Context;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.work.Progress;

/** Graphs on which it is known what helps. */
class AdviceTest {
    private static final int N = 60;

    private static Advice advice(GraphInput read, NetworkKind kind, int depth, String budget) {
        Asked asked = new Asked(
                new GraphSource("a graph", ReadOptions.defaults(), null, 0),
                kind,
                new NetworkShape(depth, 8, 16, NetworkShape.GRAPH),
                budget.isEmpty() ? null : Budget.parseRemoval(budget),
                0);
        return new AdviseStudy(asked).advice(read, Context.of(Progress.none()));
    }

    private static GraphInput dataset(Graph graph, int[] labels, float[] features) {
        int columns = features.length / labels.length;
        DenseFeatures dense = DenseFeatures.over(labels.length, columns, features);
        return GraphInput.of(NodeDataset.of("crafted", graph, dense, Labels.of(labels)), "a graph");
    }

    private static int[] halves() {
        return IntStream.range(0, N).map(v -> v % 2).toArray();
    }

    /** The class with noise of that strength. */
    private static float[] features(int[] labels, double noise) {
        SplittableRandom random = new SplittableRandom(1);
        float[] features = new float[N];
        for (int v = 0; v < N; v++) {
            features[v] = (float) (labels[v] + noise * (2 * random.nextDouble() - 1));
        }
        return features;
    }

    /** Edges at random, whatever the class, and features that say all. */
    private static GraphInput hiding() {
        int[] labels = halves();
        return dataset(GraphFamily.parse("family:erdos-renyi,n=60,m=600", 2), labels, features(labels, 0.1));
    }

    /** A clique for each class, and features that say little. */
    private static GraphInput telling() {
        int[] labels = halves();
        GraphBuilder builder = GraphBuilder.over(N, false);
        for (int u = 0; u < N; u++) {
            for (int v = u + 2; v < N; v += 2) {
                builder.edge(u, v);
            }
        }
        builder.edge(0, 1);
        return dataset(builder.build(), labels, features(labels, 3));
    }

    @ParameterizedTest
    @CsvSource({"gcn,'',random,100%", "gcn,30%,random,30%", "gat,'',random,100%", "sage,'','',''", "resgcn,'','',''"})
    void edgesThatHideTheClassGo(String kind, String budget, String method, String amount) {
        Advice advice = advice(hiding(), NetworkKind.named(kind), 2, budget);
        assertThat(advice.method()).isEqualTo(method);
        assertThat(advice.budget()).isEqualTo(amount);
        assertThat(advice.reason()).contains("hides what features say");
        assertThat(advice.confidence()).isEqualTo(method.isEmpty() ? Advice.Confidence.MEDIUM : Advice.Confidence.HIGH);
    }

    @Test
    void edgesThatTellTheClassStay() {
        Advice advice = advice(telling(), NetworkKind.GCN, 2, "");
        assertThat(advice.leaves()).isTrue();
        assertThat(advice.reason()).startsWith("neighbours tell the class");
        assertThat(advice.sentence()).startsWith("First try: leave the graph as it is; confidence ");
        Advice sparse = advice(telling(), NetworkKind.GCN, 2, "30%");
        assertThat(sparse.method()).isEqualTo("wis");
        assertThat(sparse.budget()).isEqualTo("30%");
        assertThat(sparse.confidence()).isNotEqualTo(Advice.Confidence.HIGH);
    }

    @Test
    void aNetworkWithoutNeighboursNeedsNoPreprocessing() {
        assertThat(advice(hiding(), NetworkKind.LINEAR, 2, "").leaves()).isTrue();
    }

    @Test
    void withoutLabelsNothingIsPromised() throws Exception {
        GraphInput karate = new GraphSource("family:grid,rows=5,cols=5", ReadOptions.defaults(), null, 0).read(w -> {});
        Advice advice = advice(karate, NetworkKind.GCN, 3, "");
        assertThat(advice.leaves()).isTrue();
        assertThat(advice.confidence()).isEqualTo(Advice.Confidence.LOW);
        assertThat(advice(karate, NetworkKind.GCN, 3, "5").method()).isEqualTo("wis");
    }

    /** Two halves of a path are the classes: every step averages more noise away, and a path mixes slowly. */
    @Test
    void aSlowGraphWhereMoreStepsTellMoreGetsEdges() {
        int[] labels = IntStream.range(0, N).map(v -> v / (N / 2)).toArray();
        GraphInput path = dataset(GraphFamily.parse("family:path,n=" + N, 0), labels, alternating());
        Advice advice = advice(path, NetworkKind.GCN, 2, "");
        assertThat(advice.method()).isEqualTo("fosr");
        assertThat(advice.budget()).isEqualTo("10%");
        assertThat(advice.confidence()).isEqualTo(Advice.Confidence.LOW);
    }

    /** The half plus a wave of period four that two steps smooth more than one. */
    private static float[] alternating() {
        float[] features = new float[N];
        for (int v = 0; v < N; v++) {
            int half = v / (N / 2);
            features[v] = half + (v % 4 < 2 ? 2f : -2f);
        }
        return features;
    }
}
