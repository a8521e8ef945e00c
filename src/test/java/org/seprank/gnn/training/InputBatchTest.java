package org.seprank.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.gnn.Decay;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.Optimizer;
import org.seprank.gnn.TargetLabels;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Aggregation;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

class InputBatchTest {
    private static final Features NONE = Features.none(3);

    private static Graph typed(String relation) {
        GraphBuilder builder = GraphBuilder.over(3, false);
        builder.edge(0, 1);
        int second = builder.edge(1, 2);
        builder.edgeAttributes().value(InputBatch.RELATION, second, relation);
        return builder.build();
    }

    @Test
    void relationsComeFromTheEdgeAttribute() {
        assertThat(InputBatch.of(typed("2"), NONE).relations()).isEqualTo(3);
        assertThat(InputBatch.of(Graph.undirected(3, new int[][] {{0, 1}}), NONE)
                        .relations())
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InputBatch.of(typed("x"), NONE))
                .withMessageContaining("relation 'x'");
    }

    @Test
    void verticesWithoutFeaturesHaveAOne() {
        assertThat(InputBatch.of(typed("0"), NONE).features().width()).isEqualTo(1);
    }

    @Test
    void onlyTheFirstLayerDecaysIfSaid() {
        GraphBatch batch = InputBatch.of(typed("0"), DenseFeatures.over(3, 1, new float[] {1, 2, 3}));
        GnnSpec spec = GnnSpec.of(new Aggregation.Gcn(), 1, 2);
        TargetLabels none = TargetLabels.classes(new int[] {0, 1, 0}, 2);
        double[] all = moved(spec, batch, none, Decay.ALL);
        double[] first = moved(spec, batch, none, Decay.FIRST);
        double[] plain = moved(spec, batch, none, 0, Decay.ALL);
        assertThat(first[0]).isEqualTo(all[0]).isNotEqualTo(plain[0]); // the first weight of the first layer
        int headWeight = 2 + 2; // after W [1, 2] and b [2]
        assertThat(first[headWeight]).isEqualTo(plain[headWeight]).isNotEqualTo(all[headWeight]);
    }

    private static double[] moved(GnnSpec spec, GraphBatch batch, TargetLabels labels, Decay decay) {
        return moved(spec, batch, labels, 0.5, decay);
    }

    private static double[] moved(GnnSpec spec, GraphBatch batch, TargetLabels labels, double factor, Decay decay) {
        Network network = Network.of(spec.fittedTo(TaskShape.of(1, 2)), new Optimizer.Sgd(0.1, 0, factor, decay));
        network.fitStep(batch, labels);
        return network.parameters();
    }
}
