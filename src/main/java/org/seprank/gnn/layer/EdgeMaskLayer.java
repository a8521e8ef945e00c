package org.seprank.gnn.layer;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.seprank.gnn.kernel.Kernels;

/**
 * The Deeplearning4j configuration of a trainable factor per edge, shared by all layers of a network (as UGS has it,
 * arXiv 2102.06790). It comes first and passes its input through; layers multiply the message over edge e by factor e,
 * and add to its gradient. Only for networks that always see the same batch.
 */
public final class EdgeMaskLayer extends ContextLayer {
    /** The name of the one parameter. */
    public static final String MASK = "mask";

    private static final long serialVersionUID = 1L;

    /** For the library's JSON only: use {@link #of}. */
    public EdgeMaskLayer() {}

    /**
     * Factors for so many edges, 1 at first.
     *
     * @param penalty what the sum of their absolute values is multiplied by and added to the loss
     */
    public static EdgeMaskLayer of(int edges, double penalty) {
        EdgeMaskLayer layer = new EdgeMaskLayer();
        layer.setNIn(1);
        layer.setNOut(edges);
        layer.setRegularizationBias(List.of(new L1Regularization(penalty)));
        return layer;
    }

    @Override
    List<Parameter> parameters() {
        return List.of(Parameter.offset(MASK, Math.toIntExact(getNOut()), 1));
    }

    @Override
    Layer running(NeuralNetConfiguration conf, DataType type, Kernels<?> kernels) {
        return new EdgeMaskRuntime<>(conf, type, kernels);
    }
}
