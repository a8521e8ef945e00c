package org.seprank.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.GraphConfig;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.PrintMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.seprank.gnn.GnnSpec.Dropout;
import org.seprank.gnn.GnnSpec.Layering;
import org.seprank.gnn.GnnSpec.Mask;
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.Loss;
import org.seprank.gnn.layer.Norm;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.layer.Weights;

/** Derivatives against differences, in double precision. */
class GradientTest {
    private static final int INPUT = 5;
    private static final double STEP = 1e-5;

    @BeforeAll
    static void doublePrecision() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE); // the checker insists
    }

    @AfterAll
    static void singlePrecision() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    /** A network, what it is checked on, and what both are called in failures. */
    record Case(String name, FittedSpec spec, GraphBatch batch, TargetLabels labels) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All that have a name and forms of them that have none. */
    static List<Aggregation> kinds() {
        List<Aggregation> kinds = new ArrayList<>(SmallNetworks.kinds());
        kinds.addAll(List.of(
                new Aggregation.Linear(false),
                new Aggregation.Product(),
                new Aggregation.Gin(0.3, false),
                Aggregation.Gat.single(),
                new Aggregation.Gat(2, false, false, 0),
                new Aggregation.Gat(2, false, true, 0),
                new Aggregation.Gat(3, false, false, 0.3),
                new Aggregation.Gat(1, true, true, 0.3),
                new Aggregation.EdgeGat(2, false, 0, 1),
                new Aggregation.EdgeGat(1, true, 0.3, 1),
                new Aggregation.GenConv(0.7, true),
                new Aggregation.Appnp(3, 0.2)));
        return kinds;
    }

    private static GraphBatch batch(boolean directed) {
        return RandomBatch.related(GraphBatch.of(
                RandomBatch.graph(9, 14, directed, 3), FeatureMatrix.dense(INPUT, RandomBatch.numbers(9 * INPUT, 4))));
    }

    private static Case on(String option, GnnSpec spec, GraphBatch batch) {
        String name = String.format(Locale.ROOT, "%s, %s", spec.aggregation(), option);
        int rows = spec.prediction().readout() == Readout.NONE ? batch.vertexCount() : batch.graphCount();
        return new Case(
                name, SmallNetworks.fitted(spec, batch), batch, RandomBatch.labels(rows, SmallNetworks.CLASSES, 5));
    }

    static Stream<Case> everyKindWithEveryOption() {
        List<Case> cases = new ArrayList<>();
        for (Aggregation kind : kinds()) {
            GraphBatch batch = batch(false);
            GnnSpec plain = SmallNetworks.spec(kind);
            Layering layering = plain.layering();
            cases.add(on("plain", plain, batch));
            cases.add(on("directed", plain, batch(true)));
            cases.add(on("sparse", plain, batch.withFeatures(RandomBatch.sparse(9, INPUT, 8))));
            cases.add(on("masked edges", plain.withMask(new Mask(batch.edgeCount(), 0)), batch));
            GraphBatch directed = batch(true);
            cases.add(on("masked directed", plain.withMask(new Mask(directed.edgeCount(), 0)), directed));
            cases.add(on("layer norm after", plain.withLayering(Layering.thenLayerNorm(layering.activation())), batch));
            cases.add(on("batch norm, residual", plain.withLayering(Layering.residual(layering.activation())), batch));
            cases.add(on("jumping max", plain.withLayering(layering.withJumping(JumpingKnowledge.MAX)), batch));
            cases.add(on("jumping cat", plain.withLayering(layering.withJumping(JumpingKnowledge.CAT)), batch));
            cases.add(on("no head", plain.withPrediction(Prediction.ofVertices(false)), batch));
            cases.add(on("two factors", plain.withWeights(new Weights(2, 0)), batch));
            cases.add(on("three factors, rank penalty", plain.withWeights(new Weights(3, 0.1)), batch));
            cases.add(on("rank penalty", plain.withWeights(new Weights(1, 0.1)), batch));
            cases.add(on("dropout", plain.withDropout(new Dropout(0.3, 0.4, 0.2)), batch));
            cases.add(on("graphs", plain.withPrediction(Prediction.ofGraphs(Readout.MEAN)), packed()));
        }
        return cases.stream();
    }

    private static GraphBatch packed() {
        List<GraphBatch> parts = new ArrayList<>();
        for (int g = 0; g < 4; g++) {
            parts.add(RandomBatch.related(RandomBatch.dense(4 + g, 6, INPUT, 20 + g)));
        }
        return GraphBatch.pack(parts);
    }

    static Stream<Case> otherParts() {
        List<Case> cases = new ArrayList<>();
        GnnSpec gcn = SmallNetworks.spec(new Aggregation.Gcn());
        for (Readout readout : List.of(Readout.SUM, Readout.MAX, Readout.PRODUCT)) {
            cases.add(on("readout " + readout, gcn.withPrediction(Prediction.ofGraphs(readout)), packed()));
        }
        for (Activation f : Activation.values()) {
            cases.add(on("activation " + f, gcn.withLayering(Layering.plain(f)), batch(false)));
        }
        for (boolean first : List.of(true, false)) {
            for (Norm norm : Norm.values()) {
                Layering layering = new Layering(Activation.ELU, norm, first, false, false, JumpingKnowledge.LAST);
                String name = norm + (first ? " before" : " after");
                cases.add(on(name, gcn.withLayering(layering), batch(false)));
            }
        }
        GnnSpec sigmoid = gcn.withPrediction(new Prediction(Readout.NONE, true, Loss.SIGMOID));
        cases.add(on("sigmoid", sigmoid, batch(false)));
        for (Loss loss : List.of(Loss.SIGMOID, Loss.SQUARED, Loss.ABSOLUTE, Loss.HUBER)) {
            GnnSpec spec = gcn.withPrediction(new Prediction(Readout.NONE, true, loss));
            Case classes = on(loss + " of values that are partly known", spec, batch(false));
            TargetLabels values = RandomBatch.values(9, SmallNetworks.CLASSES, loss == Loss.SIGMOID, 31);
            cases.add(new Case(classes.name(), classes.spec(), classes.batch(), values));
        }
        GraphBatch pairs = batch(false).withPairs(new int[] {0, 3, 8, 2, 0}, new int[] {4, 1, 2, 0, 4});
        GnnSpec links = gcn.withPrediction(Prediction.ofGraphs(Readout.PAIR).withLoss(Loss.SIGMOID))
                .withDropout(new Dropout(0.3, 0.4, 0.2));
        Case ofPairs = on("pairs", links, pairs);
        TargetLabels known = RandomBatch.values(5, SmallNetworks.CLASSES, true, 8);
        cases.add(new Case(ofPairs.name(), ofPairs.spec(), pairs, known));
        GnnSpec near = SmallNetworks.spec(new Aggregation.ProductNearOne());
        cases.add(on("product", near.withPrediction(Prediction.ofGraphs(Readout.PRODUCT)), packed()));
        return cases.stream();
    }

    /** Along a random direction within every block of parameters. */
    @ParameterizedTest(name = "{0}")
    @MethodSource({"everyKindWithEveryOption", "otherParts"})
    void gradientsAreDerivativesAlongEveryBlock(Case given) {
        Network network = network(given);
        double[] at = network.parameters();
        double[] gradient = network.gradient(given.batch(), given.labels());
        int from = 0;
        for (Map.Entry<String, INDArray> block : network.graph().paramTable().entrySet()) {
            int to = from + (int) block.getValue().length();
            if (!statistics(network).contains(block.getKey())) {
                double[] direction = RandomBatch.numbers(to - from, 77);
                double slope = 0;
                for (int i = from; i < to; i++) {
                    slope += gradient[i] * direction[i - from];
                }
                double difference = (lossAlong(network, given, moved(at, from, direction, STEP))
                                - lossAlong(network, given, moved(at, from, direction, -STEP)))
                        / (2 * STEP);
                assertThat(slope)
                        .as("%s, %s", given, block.getKey())
                        .isCloseTo(difference, within(1e-8 + 1e-5 * Math.abs(difference)));
            }
            from = to;
        }
        assertThat(from).isEqualTo(gradient.length);
    }

    private static double[] moved(double[] at, int from, double[] direction, double step) {
        double[] moved = at.clone();
        for (int i = 0; i < direction.length; i++) {
            moved[from + i] += step * direction[i];
        }
        return moved;
    }

    private static double lossAlong(Network network, Case given, double[] parameters) {
        network.setParameters(parameters);
        network.gradient(given.batch(), given.labels());
        return network.score();
    }

    private static Network network(Case given) {
        Network network = Network.of(given.spec(), new Optimizer.Adam(0.1, 0));
        network.setParameters(shaken(network.parameters()));
        return network;
    }

    /** Every single parameter, by the library's own checker, with weight decay. */
    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource({"everyKindWithEveryOption", "otherParts"})
    void gradientsPassTheLibrarysCheck(Case given) {
        assertThat(passes(given)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.seprank.gnn.SmallNetworks#kinds")
    void someGradientsPassTheLibrarysCheck(Aggregation kind) {
        GnnSpec spec = SmallNetworks.spec(kind).withLayering(Layering.residual(Activation.TANH));
        assertThat(passes(on("batch norm, residual", spec, batch(false)))).isTrue();
    }

    private static boolean passes(Case given) {
        Network network = Network.of(given.spec(), new Optimizer.Adam(0.1, 0.02));
        for (var layer : network.graph().getLayers()) {
            noUpdate(layer.conf().getLayer());
        }
        network.setParameters(shaken(network.parameters()));
        INDArray x = network.bind(given.batch());
        INDArray[] y = given.labels().arrays(Precision.DOUBLE);
        return GradientCheckUtil.checkGradients(new GraphConfig()
                .net(network.graph())
                .epsilon(1e-6)
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .print(PrintMode.FAILURES_ONLY)
                .inputs(new INDArray[] {x})
                .labels(new INDArray[] {y[0]})
                .labelMask(new INDArray[] {y[1]})
                .excludeParams(statistics(network)));
    }

    /** Away from zero biases, where rectifiers of empty rows have no derivative. */
    private static double[] shaken(double[] parameters) {
        double[] noise = RandomBatch.numbers(parameters.length, 6);
        double[] shaken = new double[parameters.length];
        Arrays.setAll(shaken, i -> parameters[i] + 0.1 * noise[i]);
        return shaken;
    }

    private static void noUpdate(org.deeplearning4j.nn.conf.layers.Layer layer) {
        if (layer instanceof org.deeplearning4j.nn.conf.layers.BaseLayer base) {
            base.setIUpdater(new NoOp());
        }
    }

    /** Running statistics have steps, not derivatives. */
    private static Set<String> statistics(Network network) {
        Set<String> names = new HashSet<>();
        for (String name : network.graph().paramTable().keySet()) {
            if (name.endsWith("Variance") || name.endsWith("Mean")) {
                names.add(name);
            }
        }
        return names;
    }
}
