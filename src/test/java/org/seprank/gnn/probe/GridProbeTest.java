package org.seprank.gnn.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.Precision;
import org.seprank.gnn.RandomBatch;
import org.seprank.gnn.SmallNetworks;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Loss;
import org.seprank.gnn.layer.Readout;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.separation.ProductNetworkOverReals;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

/** Grids against networks evaluated one pair at a time. */
class GridProbeTest {
    private static final int N = SmallNetworks.VERTICES;
    private static final int D = SmallNetworks.INPUT;
    private static final VertexSet INSIDE = VertexSet.of(N, 0, 2, 3, 7, 10);

    static List<Aggregation> kinds() {
        return SmallNetworks.kinds();
    }

    private static double[][] matrices(int count, int entries, long seed) {
        double[][] matrices = new double[count][];
        Arrays.setAll(matrices, i -> RandomBatch.numbers(entries, seed + i));
        return matrices;
    }

    private static FeatureSamples samples(double[][] matrices, int width) {
        return FeatureSamples.of(
                Arrays.stream(matrices).map(m -> FeatureMatrix.dense(width, m)).toList());
    }

    private static double[] mixed(double[] inside, double[] outside) {
        double[] x = outside.clone();
        for (int v = 0; v < N; v++) {
            if (INSIDE.contains(v)) {
                System.arraycopy(inside, v * D, x, v * D, D);
            }
        }
        return x;
    }

    private static void compare(GnnSpec spec, Scalar scalar, boolean directed) {
        GraphBatch graph = SmallNetworks.batch(directed);
        GraphBatch batch = scalar.place() instanceof Scalar.OfPair pair
                ? graph.withPairs(new int[] {pair.u()}, new int[] {pair.v()})
                : graph;
        Network network = SmallNetworks.trained(spec, batch);
        double[][] rows = matrices(5, N * D, 100);
        double[][] columns = matrices(4, N * D, 200);
        double[][] f = GridProbe.of(network, batch).grid(INSIDE, scalar, samples(rows, D), samples(columns, D));
        double tolerance = spec.precision() == Precision.DOUBLE ? 1e-12 : 1e-4;
        assertThat(f.length).isEqualTo(5);
        for (int a = 0; a < 5; a++) {
            assertThat(f[a].length).isEqualTo(4);
            for (int b = 0; b < 4; b++) {
                FeatureMatrix x = FeatureMatrix.dense(D, mixed(rows[a], columns[b]));
                double[][] logits = network.logits(batch.withFeatures(x));
                double[] at = logits[scalar.place() instanceof Scalar.AtVertex t ? t.vertex() : 0];
                assertThat(f[a][b]).isCloseTo(scalar.of(at, 0, at.length), within(tolerance));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gridOfAVertexIsTheNetworkPairByPair(Aggregation kind) {
        for (int t = 0; t < N; t += 5) {
            compare(SmallNetworks.spec(kind), Scalars.vertexLogit(t, 1), false);
        }
        compare(SmallNetworks.spec(kind), Scalars.vertexMargin(1, 2), true);
        compare(SmallNetworks.spec(kind).withPrecision(Precision.FLOAT), Scalars.vertexMargin(1, 0), false);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gridOfAGraphIsTheNetworkPairByPair(Aggregation kind) {
        compare(SmallNetworks.ofGraphs(kind), Scalars.graphMargin(1), false);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gridOfAPairIsTheNetworkPairByPair(Aggregation kind) {
        GnnSpec spec = SmallNetworks.spec(kind)
                .withPrediction(GnnSpec.Prediction.ofGraphs(Readout.PAIR).withLoss(Loss.SIGMOID));
        compare(spec, Scalars.pairLogit(1, 9, 1), false);
        compare(spec, Scalars.pairLogit(4, 0, 0), true);
    }

    @Test
    void networksOfPairsSayNothingElse() {
        GnnSpec pairs = SmallNetworks.spec(new Aggregation.Gcn())
                .withPrediction(GnnSpec.Prediction.ofGraphs(Readout.PAIR).withLoss(Loss.SIGMOID));
        assertThatThrownBy(() -> compareWrongly(pairs, Scalars.vertexLogit(1, 0)))
                .hasMessageContaining("predicts pairs of vertices and says nothing about AtVertex");
        assertThatThrownBy(() -> compareWrongly(pairs, Scalars.graphLogit(0)))
                .hasMessageContaining("says nothing about the whole graph");
        assertThatThrownBy(() -> compareWrongly(SmallNetworks.spec(new Aggregation.Gcn()), Scalars.pairLogit(0, 1, 0)))
                .hasMessageContaining("predicts vertices and says nothing about OfPair");
        assertThatThrownBy(() -> compareWrongly(pairs, Scalars.pairLogit(0, N, 0)))
                .hasMessageContaining("vertex " + N + " is not in 0..");
    }

    private static void compareWrongly(GnnSpec spec, Scalar scalar) {
        GraphBatch batch = SmallNetworks.batch(false).withPairs(new int[] {0}, new int[] {1});
        FeatureSamples samples = FeatureSamples.gaussian(batch.features(), 2, 1);
        GridProbe.of(SmallNetworks.trained(spec, batch), batch).grid(INSIDE, scalar, samples, samples);
    }

    @Test
    void gridDoesNotDependOnThreads() {
        Aggregation kind = new Aggregation.Gat(2, true, false, 0);
        GnnSpec spec = SmallNetworks.spec(kind).withPrecision(Precision.FLOAT);
        GraphBatch batch = SmallNetworks.batch(false);
        Network network = SmallNetworks.trained(spec, batch);
        FeatureSamples rows = FeatureSamples.gaussian(batch.features(), 60, 1);
        FeatureSamples columns = FeatureSamples.permuted(batch.features(), 70, 2);
        GridProbe probe = GridProbe.of(network, batch);
        double[][] one = probe.withThreads(1).grid(INSIDE, Scalars.vertexLogit(0, 0), rows, columns);
        double[][] three = probe.withThreads(3).grid(INSIDE, Scalars.vertexLogit(0, 0), rows, columns);
        assertThat(three).isEqualTo(one);
    }

    @Test
    void aSideOutOfReachHasNoEffect() {
        Graph path = Graph.undirected(8, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}});
        GraphBatch batch = GraphBatch.of(path, FeatureMatrix.dense(D, RandomBatch.numbers(8 * D, 1)));
        Network network = SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Gcn()), batch);
        FeatureSamples rows = FeatureSamples.gaussian(batch.features(), 6, 1);
        FeatureSamples columns = FeatureSamples.gaussian(batch.features(), 5, 2);
        GridProbe probe = GridProbe.of(network, batch);
        double[][] f = probe.grid(VertexSet.range(8, 0, 4), Scalars.vertexLogit(0, 0), rows, columns);
        double[][] g = probe.grid(VertexSet.range(8, 5, 7), Scalars.vertexLogit(0, 0), rows, columns);
        for (int a = 0; a < 6; a++) {
            assertThat(f[a]).containsOnly(f[a][0]);
            assertThat(g[a]).isEqualTo(g[0]);
        }
        assertThat(f[1][0]).isNotEqualTo(f[0][0]);
        assertThat(g[0][1]).isNotEqualTo(g[0][0]);
    }

    @Test
    void productNetworksAreThoseOfTheTheory() {
        int depth = 2;
        Graph graph = Graph.undirected(6, new int[][] {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}, {4, 5}});
        GraphBatch batch = GraphBatch.of(graph, FeatureMatrix.constant(6, 1));
        GnnSpec spec = GnnSpec.of(new Aggregation.Product(), depth, 3)
                .withPrediction(new GnnSpec.Prediction(Readout.NONE, true, Loss.SIGMOID))
                .withPrecision(Precision.DOUBLE);
        Network network = Network.of(spec.fittedTo(TaskShape.of(2, 1)), new Optimizer.Adam(0.1, 0));
        List<double[][]> weights = List.of("layer1", "layer2", "head").stream()
                .map(name ->
                        transposed(network.graph().getLayer(name).getParam("W").toDoubleMatrix()))
                .toList();
        ProductNetworkOverReals exact = ProductNetworkOverReals.of(graph, Target.vertex(2), weights);
        double[][] rows = matrices(3, 12, 1);
        double[][] columns = matrices(4, 12, 9);
        double[][] f = GridProbe.of(network, batch)
                .grid(VertexSet.range(6, 0, 2), Scalars.vertexLogit(2, 0), samples(rows, 2), samples(columns, 2));
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 4; b++) {
                double[] inside = rows[a];
                double[] outside = columns[b];
                double[][] x = IntStream.range(0, 6)
                        .mapToObj(v -> Arrays.copyOfRange(v < 3 ? inside : outside, 2 * v, 2 * v + 2))
                        .toArray(double[][]::new);
                assertThat(f[a][b]).isCloseTo(exact.evaluate(x), within(1e-13));
            }
        }
    }

    private static double[][] transposed(double[][] m) {
        double[][] t = new double[m[0].length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[0].length; j++) {
                t[j][i] = m[i][j];
            }
        }
        return t;
    }

    @Test
    void whatDoesNotFitIsRefused() {
        GraphBatch batch = SmallNetworks.batch(false);
        Network network = SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Gcn()), batch);
        GridProbe probe = GridProbe.of(network, batch);
        FeatureSamples some = FeatureSamples.gaussian(batch.features(), 3, 1);
        Scalar scalar = Scalars.vertexLogit(0, 0);
        refused(probe, VertexSet.of(N), scalar, some, "both sides need one");
        refused(probe, VertexSet.all(N), scalar, some, "both sides need one");
        refused(probe, VertexSet.of(N + 1, 1), scalar, some, "does not fit a graph");
        refused(probe, INSIDE, Scalars.vertexLogit(N, 0), some, "vertex 12 is not in 0..11");
        refused(probe, INSIDE, Scalars.vertexLogit(0, 3), some, "class 3 is not in 0..2");
        refused(probe, INSIDE, Scalars.graphLogit(0), some, "whole graph");
        refused(probe, INSIDE, scalar, FeatureSamples.of(List.of(FeatureMatrix.constant(N, 1))), "input width 3");
        refused(probe.withMemory(1000), INSIDE, scalar, some, "MiB");
        FeatureSamples many = FeatureSamples.gaussian(batch.features(), 1_000_000_000, 1);
        refused(probe, INSIDE, scalar, many, "take fewer samples");
        assertThatThrownBy(() -> probe.withThreads(0)).hasMessageContaining("threads 0 is not in 1..1024");
    }

    private static void refused(GridProbe probe, VertexSet inside, Scalar scalar, FeatureSamples rows, String why) {
        assertThatThrownBy(() -> probe.grid(inside, scalar, rows, rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void numbersThatAreNotFiniteAreNamed() {
        GraphBatch batch = SmallNetworks.batch(false);
        Network network = SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Product()), batch);
        double[] huge = new double[N * D];
        Arrays.fill(huge, 1e200);
        FeatureSamples rows = samples(new double[][] {new double[N * D], huge}, D);
        assertThatThrownBy(() -> GridProbe.of(network, batch).grid(INSIDE, Scalars.vertexLogit(2, 0), rows, rows))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("row sample 1");
    }

    @Test
    void aCancelledProbeStops() {
        GraphBatch batch = SmallNetworks.batch(false);
        Network network = SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Gcn()), batch);
        FeatureSamples some = FeatureSamples.gaussian(batch.features(), 3, 1);
        Progress cancelled = new Progress() {
            @Override
            public void start(String what, long total) {
                assertThat(total).isEqualTo(9);
            }

            @Override
            public void advanceTo(long done) {
                throw new AssertionError("nothing is to be done");
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> GridProbe.of(network, batch)
                        .withProgress(cancelled)
                        .grid(INSIDE, Scalars.vertexLogit(0, 0), some, some))
                .isInstanceOf(CancellationException.class);
    }
}
