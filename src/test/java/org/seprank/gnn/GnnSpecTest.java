package org.seprank.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.gnn.GnnSpec.Dropout;
import org.seprank.gnn.GnnSpec.Layering;
import org.seprank.gnn.GnnSpec.Mask;
import org.seprank.gnn.GnnSpec.Prediction;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.gnn.layer.LayerSpec;
import org.seprank.gnn.layer.LayerSpec.Finish;
import org.seprank.gnn.layer.LayerSpec.Source;
import org.seprank.gnn.layer.Loss;
import org.seprank.gnn.layer.Norm;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.layer.Weights;

class GnnSpecTest {
    private static final TaskShape SHAPE = TaskShape.of(5, 2);

    @ParameterizedTest
    @MethodSource("org.seprank.gnn.GradientTest#kinds")
    void jsonKeepsEverything(Aggregation kind) {
        FittedSpec spec = GnnSpec.of(kind, 3, 8)
                .withLayering(Layering.residual(Activation.ELU).withJumping(JumpingKnowledge.CAT))
                .withDropout(new Dropout(0.1, 0.2, 0.3))
                .withPrediction(new Prediction(Readout.MAX, true, Loss.SIGMOID))
                .withMask(new Mask(4, 0.5))
                .withWeights(new Weights(3, 0.01))
                .withPrecision(Precision.DOUBLE)
                .withSeed(-7)
                .fittedTo(new TaskShape(5, 2, 3, 1, TargetScale.none()));
        assertThat(FittedSpec.fromJson(spec.toJson())).isEqualTo(spec);
    }

    @Test
    void aSpecLacksNothing() {
        String json = GnnSpec.of(new Aggregation.Gcn(), 3, 8).fittedTo(SHAPE).toJson();
        String less = json.replace("\"weights\":{\"factors\":1,\"rankPenalty\":0.0},", "");
        assertThat(less).isNotEqualTo(json);
        assertThatThrownBy(() -> FittedSpec.fromJson(less))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"aggregation\": 3}", "{}", "[]", "gcn", "{\"aggregation\": {\"type\": \"none\"}}"})
    void anythingElseIsNoSpec(String json) {
        assertThatThrownBy(() -> FittedSpec.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not the spec of a network");
    }

    @Test
    void theDataDecideWidthsAndRelations() {
        FittedSpec fitted =
                GnnSpec.of(new Aggregation.Relational(1), 2, 8).fittedTo(new TaskShape(5, 2, 3, 1, TargetScale.none()));
        assertThat(fitted.network()).isEqualTo(GnnSpec.of(new Aggregation.Relational(3), 2, 8));
        assertThat(fitted.inputWidth()).isEqualTo(5);
        assertThat(fitted.outputWidth()).isEqualTo(2);
    }

    /** So that tests over all kinds with a name are tests over all aggregations; the plain product is the theory's. */
    @Test
    void everyAggregationHasAName() {
        Set<Class<?>> named = new HashSet<>(Set.of(Aggregation.Product.class));
        for (NetworkKind kind : NetworkKind.values()) {
            named.add(kind.aggregation().getClass());
        }
        assertThat(named).containsExactlyInAnyOrder(Aggregation.class.getPermittedSubclasses());
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> GnnSpec.of(new Aggregation.Gcn(), 0, 8)).hasMessage("depth 0 is not in 1..256");
        GnnSpec spec = GnnSpec.of(new Aggregation.Gcn(), 1, 8);
        assertThatThrownBy(() -> spec.withWidth(0)).hasMessage("width 0 is not in 1..1048576");
        assertThatThrownBy(() -> spec.fittedTo(TaskShape.of(0, 2))).hasMessage("input width 0 is not in 1..1048576");
        assertThatThrownBy(() -> new Dropout(0, 1, 0)).hasMessage("dropout 1.0 is not in [0, 1)");
        assertThatThrownBy(() -> new Dropout(0, 0, Double.NaN)).hasMessage("edge dropout NaN is not in [0, 1)");
        assertThatThrownBy(() -> new Weights(0, 0)).hasMessage("linear depth 0 is not in 1..16");
        assertThatThrownBy(() -> new Weights(1, -1)).hasMessage("rank penalty -1.0 is negative");
        assertThatThrownBy(() -> new Mask(-1, 0)).hasMessageContaining("masked edges -1");
        assertThatThrownBy(() -> new Mask(1, -1)).hasMessageContaining("mask penalty -1.0");
        assertThatThrownBy(() -> new Aggregation.Gat(0, true, false, 0)).hasMessage("heads 0 is not in 1..1024");
        assertThatThrownBy(() -> new Aggregation.Appnp(2, 1.5)).hasMessage("teleport 1.5 is not in 0..1");
        assertThatThrownBy(() -> new Aggregation.GenConv(Double.NaN, true)).hasMessageContaining("temperature NaN");
        assertThatThrownBy(() -> new Optimizer.Adam(0, 0)).hasMessage("learning rate 0.0 is not positive");
        assertThatThrownBy(() -> new Optimizer.Adam(1, -1)).hasMessage("weight decay -1.0 is negative");
        assertThatThrownBy(() -> new Optimizer.Sgd(1, 1, 0)).hasMessage("momentum 1.0 is not in [0, 1)");
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> GnnSpec.of(new Aggregation.Gat(3, true, false, 0), 3, 8))
                .hasMessage("width 8 is not a multiple of 3 heads");
        GnnSpec headless = GnnSpec.of(new Aggregation.Gcn(), 3, 8).withPrediction(Prediction.ofVertices(false));
        assertThatThrownBy(() ->
                        headless.withLayering(Layering.plain(Activation.RELU).withJumping(JumpingKnowledge.MAX)))
                .hasMessageContaining("needs a linear head");
        Finish residual = new Finish(Norm.NONE, Activation.RELU, Norm.NONE, true);
        assertThatThrownBy(() -> LayerSpec.of(new Aggregation.Gcn(), 3, 4, residual))
                .hasMessage("a residual layer needs equal widths, not 3 and 4");
        assertThatThrownBy(() ->
                        LayerSpec.of(new Aggregation.Gcn(), 4, 4, residual).from(Source.FEATURES))
                .hasMessageContaining("cannot read the features");
        assertThatThrownBy(() -> LayerSpec.of(new Aggregation.Appnp(1, 0.1), 3, 4, Finish.none()))
                .hasMessageContaining("without weights");
        assertThatThrownBy(() -> LayerSpec.of(new Aggregation.GenConv(1, false), 3, 4, Finish.none())
                        .from(Source.FEATURES))
                .hasMessage("GenConv cannot read the features: let a linear layer precede");
        assertThatThrownBy(() -> LayerSpec.of(new Aggregation.Gat(3, true, false, 0), 3, 4, Finish.none()))
                .hasMessage("output width 4 is not a multiple of 3 heads");
    }
}
