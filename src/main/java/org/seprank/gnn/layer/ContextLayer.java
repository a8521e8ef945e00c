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
import org.seprank.gnn.kernel.Kernels;

/**
 * The Deeplearning4j configuration of a layer that works on the batch of a {@link org.seprank.gnn.batch.GraphContext}
 * by our kernels: how the library sets it running.
 */
abstract class ContextLayer extends FeedForwardLayer {
    private static final long serialVersionUID = 1L;

    /** Its parameters in the order in which they are stored. */
    abstract List<Parameter> parameters();

    /** It at work by those kernels, of that type. */
    abstract Layer running(NeuralNetConfiguration conf, DataType type, Kernels<?> kernels);

    @Override
    public final Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean initialize,
            DataType type) {
        Kernels<?> kernels = type == DataType.DOUBLE ? KernelChoice.doublePrecision() : KernelChoice.singlePrecision();
        Layer layer = running(conf, type, kernels);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(view);
        layer.setParamTable(initializer().init(conf, view, initialize));
        layer.setConf(conf);
        return layer;
    }

    @Override
    public final ParamInitializer initializer() {
        return new LayerParameters(parameters());
    }

    @Override
    public final LayerMemoryReport getMemoryReport(InputType type) {
        long parameters = initializer().numParams(this);
        return new LayerMemoryReport.Builder(layerName, getClass(), type, type)
                .standardMemory(parameters, 2 * parameters)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }
}
