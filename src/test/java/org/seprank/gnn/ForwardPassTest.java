package org.seprank.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.gnn.GnnSpec.Layering;
import org.seprank.gnn.GnnSpec.Mask;
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;

/** What a network is made of inside, against its output and against differences. */
class ForwardPassTest {
    private static final double STEP = 1e-5;

    static List<Aggregation> kinds() {
        return SmallNetworks.kinds();
    }

    static List<GnnSpec> specs() {
        List<GnnSpec> specs = new ArrayList<>();
        for (Aggregation kind : kinds()) {
            GnnSpec plain = SmallNetworks.spec(kind);
            Layering layering = plain.layering();
            specs.add(plain);
            specs.add(plain.withLayering(Layering.residual(layering.activation())));
            specs.add(plain.withLayering(Layering.thenLayerNorm(layering.activation())));
            specs.add(plain.withLayering(layering.withJumping(JumpingKnowledge.CAT)));
            specs.add(plain.withPrediction(Prediction.ofVertices(false)));
            specs.add(SmallNetworks.ofGraphs(kind));
        }
        GnnSpec gcn = SmallNetworks.spec(new Aggregation.Gcn());
        specs.add(gcn.withLayering(gcn.layering().withJumping(JumpingKnowledge.MAX)));
        specs.add(gcn.withMask(new Mask(SmallNetworks.batch(false).edgeCount(), 0)));
        return specs;
    }

    @ParameterizedTest
    @MethodSource("specs")
    void softmaxOfLogitsIsTheOutput(GnnSpec spec) {
        GraphBatch batch = SmallNetworks.batch(false);
        Network network = SmallNetworks.trained(spec, batch);
        double[][] logits = network.logits(batch);
        Predictions expected = network.output(batch);
        assertThat(logits.length).isEqualTo(expected.rows());
        for (int i = 0; i < logits.length; i++) {
            double sum = Arrays.stream(logits[i]).map(Math::exp).sum();
            for (int c = 0; c < logits[i].length; c++) {
                assertThat(Math.exp(logits[i][c]) / sum).isCloseTo(expected.value(i, c), within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void gradientOfLogitsAgreesWithDifferences(GnnSpec spec) {
        GraphBatch batch = SmallNetworks.batch(true);
        Network network = SmallNetworks.trained(spec, batch);
        double[] x = RandomBatch.numbers(batch.vertexCount() * SmallNetworks.INPUT, 4);
        double[] seeds;
        double[] gradient;
        double[] ofLayer;
        double[] layerSeeds;
        try (ForwardPass pass = network.pass(batch)) {
            seeds = RandomBatch.numbers(pass.logits().length, 9);
            gradient = pass.logitsGradient(seeds);
            layerSeeds = RandomBatch.numbers(pass.activation(1).length, 10);
            ofLayer = pass.activationGradient(1, layerSeeds);
        }
        for (int k = 0; k < x.length; k += 11) {
            double[] slopes = slopes(network, batch, x, k, new double[][] {seeds, layerSeeds});
            assertThat(gradient[k]).isCloseTo(slopes[0], within(1e-6 * (1 + Math.abs(slopes[0]))));
            assertThat(ofLayer[k]).isCloseTo(slopes[1], within(1e-6 * (1 + Math.abs(slopes[1]))));
        }
    }

    private static double[] slopes(Network network, GraphBatch batch, double[] x, int k, double[][] seeds) {
        double[] result = new double[2];
        for (int sign = -1; sign <= 1; sign += 2) {
            double[] moved = x.clone();
            moved[k] += sign * STEP;
            try (ForwardPass pass = network.pass(batch.withFeatures(FeatureMatrix.dense(SmallNetworks.INPUT, moved)))) {
                result[0] += sign * dot(seeds[0], pass.logits()) / (2 * STEP);
                result[1] += sign * dot(seeds[1], pass.activation(1)) / (2 * STEP);
            }
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void multipliedFeaturesGiveTheSameLogits(Aggregation kind) {
        GraphBatch batch = SmallNetworks.batch(false);
        for (Precision precision : Precision.values()) {
            Network network = SmallNetworks.trained(SmallNetworks.spec(kind).withPrecision(precision), batch);
            for (FeatureMatrix x : List.of(batch.features(), RandomBatch.sparse(SmallNetworks.VERTICES, 3, 6))) {
                GraphBatch multiplied = batch.withFeatures(network.multiply(x));
                assertThat(network.logits(multiplied)).isEqualTo(network.logits(batch.withFeatures(x)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCopyHasTheSameLogits(Aggregation kind) {
        GraphBatch batch = SmallNetworks.batch(false);
        Network network = SmallNetworks.trained(SmallNetworks.spec(kind), batch);
        assertThat(network.copy(Precision.DOUBLE).logits(batch)).isEqualTo(network.logits(batch));
    }

    @Test
    void activationsAreOnePerAggregationAndWithoutAHeadTheLastAreTheLogits() {
        for (Aggregation kind : kinds()) {
            GraphBatch batch = SmallNetworks.batch(false);
            GnnSpec spec = SmallNetworks.spec(kind).withPrediction(Prediction.ofVertices(false));
            Network network = SmallNetworks.trained(spec, batch);
            List<double[][]> activations = network.activations(batch);
            assertThat(activations).hasSize(kind.transforms() ? 2 : 1);
            assertThat(activations.get(activations.size() - 1)).isEqualTo(network.logits(batch));
        }
    }

    @Test
    void aNetworkCanBeTrainedOnAfterItWasLookedInto() {
        Aggregation kind = new Aggregation.Gin(0, false);
        GraphBatch batch = SmallNetworks.batch(false);
        GnnSpec spec = SmallNetworks.spec(kind).withLayering(Layering.residual(Activation.RELU));
        Network plain = SmallNetworks.trained(spec, batch);
        Network probed = SmallNetworks.trained(spec, batch);
        try (ForwardPass pass = probed.pass(batch)) {
            pass.logitsGradient(RandomBatch.numbers(pass.logits().length, 3));
        }
        TargetLabels labels = RandomBatch.labels(batch.vertexCount(), SmallNetworks.CLASSES, 8);
        assertThat(probed.fitStep(batch, labels)).isEqualTo(plain.fitStep(batch, labels));
        assertThat(probed.parameters()).isEqualTo(plain.parameters());
    }

    @Test
    void featuresOfAnotherLayerAreRefused() {
        GraphBatch batch = SmallNetworks.batch(false);
        Network network = SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Gcn()), batch);
        Network other = SmallNetworks.trained(SmallNetworks.spec(new Aggregation.Sage(false)), batch);
        GraphBatch multiplied = batch.withFeatures(other.multiply(batch.features()));
        assertThatThrownBy(() -> network.logits(multiplied))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another layer");
        assertThatThrownBy(() -> network.multiply(FeatureMatrix.constant(4, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("input width 3");
    }
}
