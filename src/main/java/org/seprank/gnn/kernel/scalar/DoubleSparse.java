package org.seprank.gnn.kernel.scalar;

import static org.seprank.gnn.kernel.scalar.DoubleKernels.rounded;

import java.util.Arrays;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.SoftmaxTape;
import org.seprank.gnn.kernel.SparseKernels;
import org.seprank.gnn.kernel.Workers;

/** Sparse products and aggregations as plain loops; base of the vectorised form. */
public class DoubleSparse implements SparseKernels<double[]> {
    /** Added to a message before the softmax, so that none is zero. */
    protected static final double MESSAGE_FLOOR = rounded(1e-7);

    /** Who shares the work. */
    protected final Workers workers;

    /** Shares the work among these. */
    public DoubleSparse(Workers workers) {
        this.workers = workers;
    }

    @Override
    public void multiply(Operator<double[]> a, Matrix<double[]> x, Matrix<double[]> y) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        workers.rows(a.pattern().rows(), (long) indices.length * y.width(), (from, to) -> {
            for (int i = from; i < to; i++) {
                Arrays.fill(y.data(), i * y.stride(), i * y.stride() + y.width(), 0);
                for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                    addScaled(y, i, a.values()[k], x, indices[k]);
                }
            }
        });
    }

    private static void addScaled(Matrix<double[]> y, int i, double factor, Matrix<double[]> x, int j) {
        double[] target = y.data();
        double[] source = x.data();
        int into = i * y.stride();
        int from = j * x.stride();
        for (int c = 0; c < y.width(); c++) {
            target[into + c] += factor * source[from + c];
        }
    }

    @Override
    public void addTransposed(Operator<double[]> a, Matrix<double[]> x, Matrix<double[]> y) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        for (int i = 0; i < a.pattern().rows(); i++) {
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                addScaled(y, indices[k], a.values()[k], x, i);
            }
        }
    }

    @Override
    public void addEntryProducts(Csr pattern, Matrix<double[]> g, Matrix<double[]> x, double[] out) {
        int[] offsets = pattern.offsets();
        workers.rows(pattern.rows(), (long) pattern.entryCount() * x.width(), (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                    out[k] += dot(g, i, x, pattern.indices()[k]);
                }
            }
        });
    }

    private static double dot(Matrix<double[]> g, int i, Matrix<double[]> x, int j) {
        double sum = 0;
        for (int c = 0; c < x.width(); c++) {
            sum += g.data()[i * g.stride() + c] * x.data()[j * x.stride() + c];
        }
        return sum;
    }

    @Override
    public void product(/* wide */ double constant, Operator<double[]> a, Matrix<double[]> x, Matrix<double[]> y) {
        double plus = DoubleKernels.rounded(constant);
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        for (int i = 0; i < a.pattern().rows(); i++) {
            Arrays.fill(y.data(), i * y.stride(), i * y.stride() + y.width(), 1);
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                for (int c = 0; c < y.width(); c++) {
                    y.data()[i * y.stride() + c] *= plus + a.values()[k] * x.data()[indices[k] * x.stride() + c];
                }
            }
        }
    }

    /** What a product lacks one of its factors is worth, times the gradient of the product. */
    @FunctionalInterface
    private interface WithoutFactor {
        void accept(int entry, int column, double gradient);
    }

    private static void withoutFactors(
            double plus, Operator<double[]> a, Matrix<double[]> x, Matrix<double[]> gy, WithoutFactor sink) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        double[] prefix = new double[a.pattern().longestRow()];
        for (int i = 0; i < a.pattern().rows(); i++) {
            for (int c = 0; c < x.width(); c++) {
                double product = 1;
                for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                    prefix[k - offsets[i]] = product;
                    product *= plus + a.values()[k] * x.data()[indices[k] * x.stride() + c];
                }
                double suffix = gy.data()[i * gy.stride() + c];
                for (int k = offsets[i + 1] - 1; k >= offsets[i]; k--) {
                    sink.accept(k, c, prefix[k - offsets[i]] * suffix);
                    suffix *= plus + a.values()[k] * x.data()[indices[k] * x.stride() + c];
                }
            }
        }
    }

    @Override
    public void productBack(
            /* wide */ double constant,
            Operator<double[]> a,
            Matrix<double[]> x,
            Matrix<double[]> gy,
            Matrix<double[]> gx) {
        int[] indices = a.pattern().indices();
        WithoutFactor sink = (k, c, g) -> gx.data()[indices[k] * gx.stride() + c] += a.values()[k] * g;
        withoutFactors(DoubleKernels.rounded(constant), a, x, gy, sink);
    }

    @Override
    public void productEntries(
            /* wide */ double constant, Operator<double[]> a, Matrix<double[]> x, Matrix<double[]> gy, double[] out) {
        int[] indices = a.pattern().indices();
        WithoutFactor sink = (k, c, g) -> out[k] += g * x.data()[indices[k] * x.stride() + c];
        withoutFactors(DoubleKernels.rounded(constant), a, x, gy, sink);
    }

    @Override
    public void max(Operator<double[]> a, Matrix<double[]> x, Matrix<double[]> y, int[] winners) {
        int[] offsets = a.pattern().offsets();
        workers.rows(a.pattern().rows(), (long) a.pattern().entryCount() * x.width(), (from, to) -> {
            for (int i = from; i < to; i++) {
                Arrays.fill(winners, i * y.stride(), (i + 1) * y.stride(), -1);
                Arrays.fill(y.data(), i * y.stride(), (i + 1) * y.stride(), 0);
                for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                    challenge(a, k, x, y, winners, i);
                }
            }
        });
    }

    private static void challenge(
            Operator<double[]> a, int k, Matrix<double[]> x, Matrix<double[]> y, int[] winners, int i) {
        int from = a.pattern().indices()[k] * x.stride();
        int into = i * y.stride();
        for (int c = 0; c < y.width(); c++) {
            double message = a.values()[k] * x.data()[from + c];
            if (winners[into + c] < 0 || message > y.data()[into + c]) {
                winners[into + c] = k;
                y.data()[into + c] = message;
            }
        }
    }

    @Override
    public void maxBack(Operator<double[]> a, int[] winners, Matrix<double[]> gy, Matrix<double[]> gx) {
        for (int i = 0; i < gy.rows(); i++) {
            for (int c = 0; c < gy.width(); c++) {
                int at = i * gy.stride() + c;
                int k = winners[at];
                if (k >= 0) {
                    gx.data()[a.pattern().indices()[k] * gx.stride() + c] += a.values()[k] * gy.data()[at];
                }
            }
        }
    }

    @Override
    public void maxEntries(int[] winners, Csr pattern, Matrix<double[]> x, Matrix<double[]> gy, double[] out) {
        for (int i = 0; i < gy.rows(); i++) {
            for (int c = 0; c < gy.width(); c++) {
                int at = i * gy.stride() + c;
                int k = winners[at];
                if (k >= 0) {
                    out[k] += gy.data()[at] * x.data()[pattern.indices()[k] * x.stride() + c];
                }
            }
        }
    }

    @Override
    public void softmax(Operator<double[]> a, Matrix<double[]> x, SoftmaxTape<double[]> tape) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        double t = rounded(tape.temperature());
        Matrix<double[]> y = tape.y();
        workers.rows(a.pattern().rows(), 20L * indices.length * x.width(), (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int c = 0; c < x.width(); c++) {
                    double max = 0;
                    for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                        double scaled = t * a.values()[k] * rectified(x, indices[k], c);
                        max = k == offsets[i] ? scaled : Math.max(max, scaled);
                    }
                    double sum = 0;
                    double weighted = 0;
                    for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                        double message = a.values()[k] * rectified(x, indices[k], c);
                        double e = rounded(Math.exp(t * message - max));
                        sum += e;
                        weighted += e * message;
                    }
                    boolean empty = offsets[i] == offsets[i + 1];
                    y.data()[i * y.stride() + c] = empty ? 0 : weighted / sum;
                    tape.top().data()[i * y.stride() + c] = max;
                    tape.sum().data()[i * y.stride() + c] = sum;
                }
            }
        });
    }

    /** The message of entry (j, c) before its value. */
    private static double rectified(Matrix<double[]> x, int j, int c) {
        return Math.max(0, x.data()[j * x.stride() + c]) + MESSAGE_FLOOR;
    }

    /** The weight of one entry in one column, its message and the gradient of that message. */
    @FunctionalInterface
    private interface Message {
        void accept(int entry, int column, double weight, double message);
    }

    private static void messages(Operator<double[]> a, Matrix<double[]> x, SoftmaxTape<double[]> tape, Message sink) {
        int[] offsets = a.pattern().offsets();
        double t = rounded(tape.temperature());
        for (int i = 0; i < a.pattern().rows(); i++) {
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                for (int c = 0; c < x.width(); c++) {
                    int at = i * tape.y().stride() + c;
                    double message = a.values()[k] * rectified(x, a.pattern().indices()[k], c);
                    double p = rounded(Math.exp(t * message - tape.top().data()[at]))
                            / tape.sum().data()[at];
                    sink.accept(k, at, tape.gy().data()[at] * p, message);
                }
            }
        }
    }

    @Override
    public void softmaxBack(Operator<double[]> a, Matrix<double[]> x, SoftmaxTape<double[]> tape, Matrix<double[]> gx) {
        double t = rounded(tape.temperature());
        double[] y = tape.y().data();
        messages(a, x, tape, (k, at, weight, message) -> {
            int source = a.pattern().indices()[k] * x.stride() + at % x.stride();
            if (x.data()[source] > 0) {
                gx.data()[source] += a.values()[k] * weight * (1 + t * (message - y[at]));
            }
        });
    }

    @Override
    public void softmaxEntries(Operator<double[]> a, Matrix<double[]> x, SoftmaxTape<double[]> tape, double[] out) {
        double t = rounded(tape.temperature());
        double[] y = tape.y().data();
        messages(a, x, tape, (k, at, weight, message) -> {
            int source = a.pattern().indices()[k];
            out[k] += weight * (1 + t * (message - y[at])) * rectified(x, source, at % x.stride());
        });
    }

    @Override
    public /* wide */ double softmaxTemperature(Operator<double[]> a, Matrix<double[]> x, SoftmaxTape<double[]> tape) {
        double[] y = tape.y().data();
        /* wide */ double[] sum = {0};
        messages(a, x, tape, (k, at, weight, message) -> sum[0] += weight * message * (message - y[at]));
        return sum[0];
    }
}
