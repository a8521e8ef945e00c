package org.seprank.gnn.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.LossLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A {@link MaskedLoss} that runs. Labels and mask are copied once and used as long as the network is given the same
 * arrays.
 */
final class MaskedLossRuntime extends LossLayer {
    private static final long serialVersionUID = 1L;

    private final transient Loss loss;
    private transient @Nullable INDArray knownLabels;
    private transient @Nullable INDArray knownMask;
    private transient double[] targets = new double[0];
    private transient double[] weights = new double[0];
    private transient @Nullable INDArray derivedFrom; // the input whose loss is known
    private transient double derivedLoss;

    MaskedLossRuntime(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
        loss = ((MaskedLoss) conf.getLayer()).getLoss();
    }

    private void readLabels() {
        if (labels == knownLabels && maskArray == knownMask) {
            return;
        }
        int rows = Math.toIntExact(labels.size(0));
        double[] given = maskArray == null ? new double[0] : Tensors.doubles(maskArray);
        if (given.length != 0 && given.length != rows) {
            throw new IllegalArgumentException("a label mask of " + given.length + " entries for " + rows + " rows");
        }
        double total = 0;
        weights = new double[rows];
        for (int i = 0; i < rows; i++) {
            weights[i] = given.length == 0 ? 1 : given[i];
            total += weights[i];
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("no row is labelled: the label mask sums to " + total);
        }
        for (int i = 0; i < rows; i++) {
            weights[i] /= total;
        }
        targets = Tensors.doubles(labels);
        knownLabels = labels;
        knownMask = maskArray;
    }

    /** The loss; writes its gradient by the input. */
    private double derive(double[] logits, double[] gradient) {
        if (input.size(0) != labels.size(0) || input.size(1) != labels.size(1)) {
            throw new IllegalArgumentException("labels are " + labels.size(0) + " x " + labels.size(1)
                    + ", the output is " + input.size(0) + " x " + input.size(1));
        }
        readLabels();
        int width = Math.toIntExact(input.size(1));
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                sum += loss.derive(logits, targets, new Loss.Row(i * width, (i + 1) * width, weights[i]), gradient);
            }
        }
        return sum;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(@Nullable INDArray epsilon, LayerWorkspaceMgr workspaces) {
        double[] logits = Tensors.doubles(input);
        double[] gradient = new double[logits.length];
        derivedLoss = derive(logits, gradient);
        derivedFrom = input;
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
        Tensors.fill(out, gradient);
        return new Pair<>(new DefaultGradient(), out);
    }

    @Override
    public double computeScore(double regularization, boolean training, LayerWorkspaceMgr workspaces) {
        if (derivedFrom == null || derivedFrom != input) {
            double[] logits = Tensors.doubles(input);
            derivedLoss = derive(logits, new double[logits.length]);
        }
        derivedFrom = null;
        score = derivedLoss + regularization;
        return score;
    }

    @Override
    public double score() {
        return score;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        double[] values = Tensors.doubles(input);
        int width = Math.toIntExact(input.size(1));
        for (int from = 0; from < values.length; from += width) {
            loss.activate(values, new Loss.Row(from, from + width, 1));
        }
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, input.shape(), 'c');
        Tensors.fill(out, values);
        return out;
    }

    /** Keeps the labels, which belong to the caller; the library would free them. */
    @Override
    @SuppressWarnings("NullAway") // the library's way of saying that there is no input
    public void clear() {
        input = null;
        derivedFrom = null;
        labels = null;
        maskArray = null;
    }
}
