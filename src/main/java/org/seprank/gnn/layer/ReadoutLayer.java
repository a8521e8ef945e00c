package org.seprank.gnn.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.params.EmptyParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The Deeplearning4j configuration of a readout: from the vertices of a batch to its graphs, [n, width] to [graphs,
 * width]. No parameters.
 */
public final class ReadoutLayer extends FeedForwardLayer {
    private static final long serialVersionUID = 1L;

    private Readout readout = Readout.MEAN;

    /** For the library's JSON only: use {@link #of}. */
    public ReadoutLayer() {}

    /** The readout of that kind for vertices of that width. */
    public static ReadoutLayer of(Readout readout, int width) {
        if (readout == Readout.NONE) {
            throw new IllegalArgumentException("readout NONE is no layer");
        }
        ReadoutLayer layer = new ReadoutLayer();
        layer.setReadout(readout);
        layer.setNIn(width);
        layer.setNOut(width);
        return layer;
    }

    /** The kind. */
    public Readout getReadout() {
        return readout;
    }

    /** Sets the kind. */
    public void setReadout(Readout kind) {
        readout = kind;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean initialize,
            DataType type) {
        ReadoutRuntime<?> layer = type == DataType.DOUBLE
                ? new ReadoutRuntime<>(conf, type, KernelChoice.doublePrecision())
                : new ReadoutRuntime<>(conf, type, KernelChoice.singlePrecision());
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setConf(conf);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return EmptyParamInitializer.getInstance();
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType type) {
        return new LayerMemoryReport.Builder(layerName, ReadoutLayer.class, type, type)
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadoutLayer layer && readout == layer.readout && super.equals(other);
    }

    @Override
    public int hashCode() {
        return readout.hashCode();
    }
}
