package org.seprank.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.gnn.GnnSpec.Dropout;
import org.seprank.gnn.GnnSpec.Layering;
import org.seprank.gnn.GnnSpec.Mask;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.batch.NeighbourSample;
import org.seprank.gnn.batch.NeighbourSampler;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Norm;
import org.seprank.graph.Graph;

/** Networks on samples and in blocks against the same networks on the whole graph. */
class SampledNetworkTest {
    private static final int N = 40;
    private static final int CLASSES = SmallNetworks.CLASSES;

    private static GraphBatch whole(boolean directed) {
        return RandomBatch.related(GraphBatch.of(
                RandomBatch.graph(N, 70, directed, 3), FeatureMatrix.dense(3, RandomBatch.numbers(3 * N, 4))));
    }

    static Stream<Aggregation> kinds() {
        return GradientTest.kinds().stream().filter(kind -> kind.attentionDropout() == 0);
    }

    private static GnnSpec reaching(Aggregation kind, Layering layering) {
        return SmallNetworks.spec(kind).withLayering(layering);
    }

    private static int[] allOver(GnnSpec spec) {
        int[] all = new int[spec.reach()];
        Arrays.fill(all, NeighbourSampler.ALL);
        return all;
    }

    private static TargetLabels labels(int[] classes, int[] vertices, int known) {
        int[] of = new int[vertices.length];
        Arrays.setAll(of, i -> i < known ? classes[vertices[i]] : -1);
        return TargetLabels.classes(of, CLASSES);
    }

    /** A step that learns all training vertices with all their neighbours has the gradient of the whole graph. */
    @ParameterizedTest
    @MethodSource("kinds")
    void withAllNeighboursTheGradientIsThatOfTheWholeGraph(Aggregation kind) {
        for (boolean directed : new boolean[] {false, true}) {
            GraphBatch whole = whole(directed);
            int[] classes = IntStream.range(0, N).map(v -> v * 7 % CLASSES).toArray();
            int[] learned = {11, 3, 38, 20, 6};
            for (Layering layering : List.of(
                    Layering.plain(Activation.TANH),
                    new Layering(Activation.TANH, Norm.LAYER, false, true, true, JumpingKnowledge.CAT))) {
                GnnSpec spec = reaching(kind, layering);
                Network network = Network.of(SmallNetworks.fitted(spec, whole), new Optimizer.Adam(0.02, 0));
                NeighbourSample sample = NeighbourSampler.over(whole).sample(learned, allOver(spec), 0);
                int[] of = new int[N];
                Arrays.fill(of, -1);
                Arrays.stream(learned).forEach(v -> of[v] = classes[v]);
                double[] expected = network.gradient(whole, TargetLabels.classes(of, CLASSES));
                double loss = network.score();
                double[] given = network.gradient(sample.batch(), labels(classes, sample.vertices(), sample.asked()));
                if (!spec.aggregation().followedByLinear()) { // that has batch norm, of other rows
                    assertThat(network.score()).as("%s", spec).isCloseTo(loss, within(1e-12));
                    assertThat(given).as("%s", spec).containsExactly(expected, within(1e-11));
                }
            }
        }
    }

    /** Statistics of batch norm are of the rows whose values are those of the whole graph, and of no others. */
    @Test
    void batchNormLooksAtWhatIsRight() {
        GraphBatch whole = whole(false);
        GnnSpec spec = reaching(new Aggregation.Gin(0.3, true), Layering.plain(Activation.TANH));
        int[] everyone = IntStream.range(0, N).toArray();
        int[] classes = IntStream.range(0, N).map(v -> v * 7 % CLASSES).toArray();
        Network network = Network.of(SmallNetworks.fitted(spec, whole), new Optimizer.Adam(0.02, 0));
        NeighbourSampler sampler = NeighbourSampler.over(whole);
        double[] expected = network.gradient(whole, TargetLabels.classes(classes, CLASSES));
        NeighbourSample all = sampler.sample(everyone, allOver(spec), 0);
        assertThat(network.gradient(all.batch(), labels(classes, all.vertices(), N)))
                .containsExactly(expected, within(1e-11));
        // a star whose centre is learned: one hop, so its own value is the only one that is right after the layer
        GnnSpec one = GnnSpec.of(new Aggregation.Gcn(), 1, 4)
                .withLayering(new Layering(Activation.TANH, Norm.BATCH, true, false, false, JumpingKnowledge.LAST))
                .withPrecision(Precision.DOUBLE);
        Network single = Network.of(SmallNetworks.fitted(one, whole), new Optimizer.Adam(0.02, 0));
        NeighbourSample centre = sampler.sample(new int[] {11}, allOver(one), 0);
        single.fitStep(centre.batch(), labels(classes, centre.vertices(), 1));
        double[] activation = single.activations(centre.batch()).get(0)[0];
        assertThat(activation).hasSize(4);
        double[] variance =
                single.graph().getLayer("layer1").getParam("beforeVariance").toDoubleVector();
        assertThat(variance).containsExactly(new double[] {0.9, 0.9, 0.9, 0.9}, within(1e-6)); // that of one row is 0
    }

    static Stream<GnnSpec> evaluated() {
        List<GnnSpec> specs = new ArrayList<>();
        for (Aggregation kind : GradientTest.kinds()) {
            GnnSpec plain = SmallNetworks.spec(kind);
            Activation f = plain.layering().activation();
            specs.add(plain);
            specs.add(plain.withLayering(Layering.residual(f).withJumping(JumpingKnowledge.CAT)));
            specs.add(plain.withLayering(Layering.thenLayerNorm(f).withJumping(JumpingKnowledge.MAX)));
            specs.add(plain.withPrediction(GnnSpec.Prediction.ofVertices(false)));
            specs.add(plain.withPrecision(Precision.FLOAT));
        }
        return specs.stream();
    }

    @ParameterizedTest
    @MethodSource("evaluated")
    void blocksPredictWhatTheWholePredicts(GnnSpec spec) {
        for (boolean directed : new boolean[] {false, true}) {
            GraphBatch whole = whole(directed);
            Network network = SmallNetworks.trained(spec, whole);
            Predictions expected = network.output(whole);
            Predictions given = network.output(NeighbourSampler.over(whole));
            same(spec, given, expected);
            GraphBatch sparse = whole.withFeatures(RandomBatch.sparse(N, 3, 8));
            same(spec, network.output(NeighbourSampler.over(sparse)), network.output(sparse));
        }
    }

    private static void same(GnnSpec spec, Predictions given, Predictions expected) {
        double rounding = spec.precision() == Precision.FLOAT ? 1e-6 : 1e-13;
        assertThat(given.rows()).isEqualTo(expected.rows());
        for (int i = 0; i < N; i++) {
            for (int c = 0; c < CLASSES; c++) {
                assertThat(given.value(i, c)).as("%s", spec).isCloseTo(expected.value(i, c), within(rounding));
            }
        }
    }

    /** More vertices than a block has, and a vertex with more neighbours than a block takes. */
    @Test
    void manyBlocksPredictWhatTheWholePredicts() {
        int n = 300_000;
        int[][] edges = new int[n - 1][];
        Arrays.setAll(edges, v -> new int[] {0, v + 1});
        GraphBatch star =
                GraphBatch.of(Graph.undirected(n, edges), FeatureMatrix.dense(2, RandomBatch.numbers(2 * n, 1)));
        GnnSpec spec = GnnSpec.of(new Aggregation.Sage(false), 2, 2).withPrecision(Precision.DOUBLE);
        Network network = Network.of(spec.fittedTo(TaskShape.of(2, 2)), new Optimizer.Adam(0.02, 0));
        Predictions expected = network.output(star);
        Predictions given = network.output(NeighbourSampler.over(star));
        for (int v : new int[] {0, 1, 16383, 16384, 200_000, n - 1}) {
            assertThat(given.value(v, 0)).isCloseTo(expected.value(v, 0), within(1e-12));
        }
    }

    @Test
    void whatDoesNotPredictVerticesIsNotEvaluatedInBlocks() {
        GraphBatch whole = whole(false);
        GnnSpec masked = SmallNetworks.spec(new Aggregation.Gcn()).withMask(new Mask(whole.edgeCount(), 0));
        GnnSpec graphs = SmallNetworks.ofGraphs(new Aggregation.Gcn()).withDropout(Dropout.none());
        for (GnnSpec spec : List.of(masked, graphs)) {
            Network network = SmallNetworks.trained(spec, whole);
            assertThatThrownBy(() -> network.output(NeighbourSampler.over(whole)))
                    .hasMessageContaining("only networks that predict vertices");
        }
    }
}
