package org.seprank.gnn.layer;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.seprank.gnn.kernel.Kernels;

/**
 * The Deeplearning4j configuration of one graph layer: a {@link LayerSpec}. Usable in any network of that library whose
 * layers are attached to a {@link org.seprank.gnn.batch.GraphContext}; everything but regularisation and updater is in
 * the spec, which is stored as text so that the library's own JSON need not know it.
 */
public final class GraphLayer extends ContextLayer {
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
    List<Parameter> parameters() {
        return spec.parameters();
    }

    @Override
    Layer running(NeuralNetConfiguration conf, DataType type, Kernels<?> kernels) {
        return new GraphLayerRuntime<>(conf, type, kernels);
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
