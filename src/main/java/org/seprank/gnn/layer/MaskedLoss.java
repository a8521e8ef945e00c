package org.seprank.gnn.layer;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * The Deeplearning4j configuration of the last layer: a {@link Loss} over the rows that the label mask, [rows, 1],
 * selects and weighs. Its output are probabilities.
 */
public final class MaskedLoss extends LossLayer {
    private static final long serialVersionUID = 1L;

    private Loss loss = Loss.SOFTMAX;

    /** For the library's JSON only: use {@link #of}. */
    public MaskedLoss() {
        setLossFn(new LossMSE()); // the library insists on both; they are never called
        setActivationFn(new ActivationIdentity());
    }

    /** That loss over so many columns. */
    public static MaskedLoss of(Loss loss, int width) {
        MaskedLoss layer = new MaskedLoss();
        layer.setLoss(loss);
        layer.setNIn(width);
        layer.setNOut(width);
        return layer;
    }

    /** The loss. */
    public Loss getLoss() {
        return loss;
    }

    /** Sets the loss. */
    public void setLoss(Loss kind) {
        loss = kind;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean initialize,
            DataType type) {
        MaskedLossRuntime layer = new MaskedLossRuntime(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamTable(Map.of());
        layer.setConf(conf);
        return layer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MaskedLoss layer && loss == layer.loss && super.equals(other);
    }

    @Override
    public int hashCode() {
        return loss.hashCode();
    }
}
