package org.seprank.gnn.layer;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.seprank.gnn.kernel.Kernels;

/**
 * The Deeplearning4j configuration of a readout: from the vertices of a batch to its graphs, [n, width] to [graphs,
 * width]. No parameters.
 */
public final class ReadoutLayer extends ContextLayer {
    private static final long serialVersionUID = 1L;

    private Readout readout = Readout.MEAN;
    private double centre;

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

    /** The same readout of values less {@code centre}, where it is a product; its result is that less the same. */
    public ReadoutLayer around(double centre) {
        setCentre(centre);
        return this;
    }

    /** What is added before a product and taken off after. */
    public double getCentre() {
        return centre;
    }

    /** Sets what is added before a product and taken off after. */
    public void setCentre(double number) {
        centre = number;
    }

    @Override
    List<Parameter> parameters() {
        return List.of();
    }

    @Override
    Layer running(NeuralNetConfiguration conf, DataType type, Kernels<?> kernels) {
        return new ReadoutRuntime<>(conf, type, kernels);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadoutLayer layer
                && readout == layer.readout
                && centre == layer.centre
                && super.equals(other);
    }

    @Override
    public int hashCode() {
        return readout.hashCode();
    }
}
