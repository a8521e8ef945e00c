package org.seprank.gnn;

import java.util.EnumMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a batch should be predicted as: targets, [rows, width], and how much each row counts in the loss. Rows are
 * vertices or graphs. Immutable.
 *
 * <p>The arrays of the library are made once per precision.
 */
public final class TargetLabels {
    private final int width;
    private final double[] targets;
    private final double[] weights;
    private final Map<Precision, INDArray[]> prepared = new EnumMap<>(Precision.class);

    private TargetLabels(int width, double[] targets, double[] weights) {
        if (width < 1 || targets.length != weights.length * (long) width) {
            throw new IllegalArgumentException(
                    targets.length + " targets are not " + weights.length + " rows of width " + width);
        }
        this.width = width;
        this.targets = targets;
        this.weights = weights;
    }

    /**
     * One class per row; rows with a negative class are unlabelled and do not count.
     *
     * @param classes the number of classes
     */
    public static TargetLabels classes(int[] classOfRow, int classes) {
        double[] targets = new double[Math.multiplyExact(classOfRow.length, classes)];
        double[] weights = new double[classOfRow.length];
        for (int i = 0; i < classOfRow.length; i++) {
            if (classOfRow[i] >= classes) {
                throw new IllegalArgumentException("class " + classOfRow[i] + " is not below " + classes);
            }
            if (classOfRow[i] >= 0) {
                targets[i * classes + classOfRow[i]] = 1;
                weights[i] = 1;
            }
        }
        return new TargetLabels(classes, targets, weights);
    }

    /**
     * Values per row, events (1 or 0) or numbers; those that are NaN are not known and do not count, every other counts
     * alike.
     *
     * @param width values per row
     */
    public static TargetLabels values(int width, double[] values) {
        double[] weights = new double[values.length / width];
        for (int k = 0; k < weights.length * width; k++) {
            weights[k / width] += Double.isNaN(values[k]) ? 0 : 1;
        }
        return new TargetLabels(width, values.clone(), weights);
    }

    /** The same where only rows with a true entry count, as far as they did. */
    public TargetLabels masked(boolean[] rows) {
        if (rows.length != weights.length) {
            throw new IllegalArgumentException("a mask of " + rows.length + " for " + weights.length + " rows");
        }
        double[] chosen = weights.clone();
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = rows[i] ? chosen[i] : 0;
        }
        return new TargetLabels(width, targets, chosen);
    }

    /** The number of rows. */
    public int rows() {
        return weights.length;
    }

    /** The number of classes or values. */
    public int width() {
        return width;
    }

    /** How much a row counts. */
    public double weight(int row) {
        return weights[row];
    }

    /** Targets and weights as the library wants them. */
    synchronized INDArray[] arrays(Precision precision) {
        return prepared.computeIfAbsent(precision, this::made);
    }

    private INDArray[] made(Precision precision) {
        DataType type = precision == Precision.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
        return new INDArray[] {
            Nd4j.createFromArray(targets).reshape('c', rows(), width).castTo(type),
            Nd4j.createFromArray(weights).reshape('c', rows(), 1).castTo(type)
        };
    }
}
