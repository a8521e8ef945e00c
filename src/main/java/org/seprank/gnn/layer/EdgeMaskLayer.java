package org.seprank.gnn.layer;

import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.L1Regularization;

/**
 * The Deeplearning4j configuration of a trainable factor per edge, shared by all layers of a network (as UGS has it,
 * arXiv 2102.06790). It comes first and passes its input through; layers multiply the message over edge e by factor e,
 * and add to its gradient. Only for networks that always see the same batch.
 */
public final class EdgeMaskLayer extends FeedForwardLayer {
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

    private List<Parameter> parameters() {
        return List.of(Parameter.offset(MASK, Math.toIntExact(getNOut()), 1));
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean initialize,
            DataType type) {
        EdgeMaskRuntime<?> layer = type == DataType.DOUBLE
                ? new EdgeMaskRuntime<>(conf, type, KernelChoice.doublePrecision())
                : new EdgeMaskRuntime<>(conf, type, KernelChoice.singlePrecision());
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(view);
        layer.setParamTable(initializer().init(conf, view, initialize));
        layer.setConf(conf);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return new LayerParameters(parameters());
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType type) {
        return new LayerMemoryReport.Builder(layerName, EdgeMaskLayer.class, type, type)
                .standardMemory(getNOut(), 2 * getNOut())
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }
}
