package org.seprank.gnn.layer;

import java.util.Collection;
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
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The Deeplearning4j configuration of one graph layer: a {@link LayerSpec}. Usable in any network of that library whose
 * layers are attached to a {@link org.seprank.gnn.batch.GraphContext}; everything but regularisation and updater is in
 * the spec, which is stored as text so that the library's own JSON need not know it.
 */
public final class GraphLayer extends FeedForwardLayer {
    private static final long serialVersionUID = 1L;

    private String specification = "";
    private transient LayerSpec spec = LayerSpec.of(new Aggregation.Linear(), 1, 1, LayerSpec.Finish.none());

    /** For the library's JSON only: use {@link #of}. */
    public GraphLayer() {}

    /** The layer of that spec. */
    public static GraphLayer of(LayerSpec spec) {
        GraphLayer layer = new GraphLayer();
        layer.setSpecification(spec.toJson());
        layer.setNIn(spec.inputWidth());
        layer.setNOut(spec.outputWidth());
        return layer;
    }

    /** What the layer is. */
    public LayerSpec spec() {
        return spec;
    }

    /** The spec as JSON. */
    public String getSpecification() {
        return specification;
    }

    /** Sets the spec from JSON. */
    public void setSpecification(String json) {
        specification = json;
        spec = LayerSpec.fromJson(json);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean initialize,
            DataType type) {
        GraphLayerRuntime<?> layer = type == DataType.DOUBLE
                ? new GraphLayerRuntime<>(conf, type, KernelChoice.doublePrecision())
                : new GraphLayerRuntime<>(conf, type, KernelChoice.singlePrecision());
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(view);
        layer.setParamTable(initializer().init(conf, view, initialize));
        layer.setConf(conf);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return new LayerParameters(spec.parameters());
    }

    /** Running statistics move by exactly what the layer says. */
    @Override
    public IUpdater getUpdaterByParam(String name) {
        boolean learned = spec.parameters().stream()
                .filter(p -> p.name().equals(name))
                .allMatch(p -> p.role() != Parameter.Role.STATISTIC);
        return learned ? super.getUpdaterByParam(name) : new NoOp();
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType type) {
        long parameters = initializer().numParams(this);
        return new LayerMemoryReport.Builder(layerName, GraphLayer.class, type, type)
                .standardMemory(parameters, 2 * parameters)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    @Override
    public GraphLayer clone() {
        GraphLayer copy = (GraphLayer) super.clone();
        if (!specification.isEmpty()) {
            copy.setSpecification(specification);
        }
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GraphLayer layer && specification.equals(layer.specification) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return specification.hashCode();
    }
}
