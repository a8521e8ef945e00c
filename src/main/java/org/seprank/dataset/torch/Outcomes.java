package org.seprank.dataset.torch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.TargetValues;
import org.seprank.file.ReadLimits;
import org.seprank.file.torch.Tensor;

/**
 * What is to be learnt of every item, {@code y}: [items, outputs], row by row; NaN is missing. Whole numbers are
 * classes; of floating-point ones a single column of zeros and ones is two classes, others are numbers or, in several
 * columns of zeros and ones, events.
 */
final class Outcomes {
    private final int items;
    private final int outputs;
    private final double[] values;
    private final boolean whole;

    private Outcomes(int items, int outputs, double[] values, boolean whole) {
        this.items = items;
        this.outputs = outputs;
        this.values = values;
        this.whole = whole;
    }

    /** Those of graphs, a row each, or of all their vertices; nothing where there are none. */
    static Optional<Outcomes> of(List<GraphValues> graphs, long[] vertices, boolean ofVertices) {
        int items = (int) (ofVertices ? Arrays.stream(vertices).sum() : graphs.size());
        double[] values = new double[0];
        long outputs = -1;
        boolean whole = true;
        int at = 0;
        for (int g = 0; g < graphs.size(); g++) {
            Optional<Tensor> y = graphs.get(g).tensor("y");
            if (y.isEmpty()) {
                return Optional.empty();
            }
            long rows = ofVertices ? vertices[g] : 1;
            long columns = rows == 0 ? Math.max(0, outputs) : y.get().elements() / rows;
            if (outputs < 0) {
                outputs = columns;
                values = new double[room(items, outputs)];
            }
            double[] own = y.get().reals();
            if (columns != outputs || own.length != rows * outputs) {
                throw new IllegalArgumentException(Stacked.at(graphs, g) + "'y' is " + y.get() + " where " + rows
                        + " x " + outputs + " numbers should be");
            }
            System.arraycopy(own, 0, values, at, own.length);
            at += own.length;
            whole &= !y.get().type().isReal();
        }
        return outputs < 1 ? Optional.empty() : Optional.of(new Outcomes(items, (int) outputs, values, whole));
    }

    private static int room(long items, long outputs) {
        if (outputs > 0 && items > ReadLimits.roomFor(Double.BYTES) / outputs) {
            throw new IllegalArgumentException("'y' [" + items + ", " + outputs + "] does not fit in memory");
        }
        return (int) (items * outputs);
    }

    /** Whether it says a class of every item. */
    boolean areClasses() {
        return outputs == 1 && (whole || Arrays.stream(values).allMatch(y -> y == 0 || y == 1 || Double.isNaN(y)));
    }

    /** The dataset with what is to be predicted of its items where that is no class. */
    NodeDataset addTo(NodeDataset dataset) {
        return areClasses() ? dataset : dataset.withTargetValues(TargetValues.guessed(outputs, values));
    }

    /** The dataset with what is to be predicted of its items where that is no class. */
    GraphDataset addTo(GraphDataset dataset) {
        return areClasses() ? dataset : dataset.withTargetValues(TargetValues.guessed(outputs, values));
    }

    /** The classes, if {@link #areClasses}; otherwise none is known. */
    Labels labels() {
        if (!areClasses()) {
            return Labels.missing(items);
        }
        int[] classes = new int[items];
        for (int i = 0; i < items; i++) {
            double y = Double.isNaN(values[i]) ? Labels.MISSING : values[i];
            if (y < Labels.MISSING || y >= Labels.MAX_CLASSES) {
                throw new IllegalArgumentException("'y': class " + (long) y + " of item " + i + " is not in "
                        + Labels.MISSING + ".." + (Labels.MAX_CLASSES - 1));
            }
            classes[i] = (int) y;
        }
        return Labels.of(classes);
    }
}
