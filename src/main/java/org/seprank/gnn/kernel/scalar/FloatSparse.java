package org.seprank.gnn.kernel.scalar;

import java.util.Arrays;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.SoftmaxTape;
import org.seprank.gnn.kernel.SparseKernels;
import org.seprank.gnn.kernel.Workers;

/** Sparse products and aggregations as plain loops; base of the vectorised form. */
public class FloatSparse implements SparseKernels<float[]> {
    /** Added to a message before the softmax, so that none is zero. */
    protected static final float MESSAGE_FLOOR = (float) 1e-7;

    /** Who shares the work. */
    protected final Workers workers;

    /** Shares the work among these. */
    public FloatSparse(Workers workers) {
        this.workers = workers;
    }

    @Override
    public void multiply(Operator<float[]> a, Matrix<float[]> x, Matrix<float[]> y) {
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

    private static void addScaled(Matrix<float[]> y, int i, float factor, Matrix<float[]> x, int j) {
        float[] target = y.data();
        float[] source = x.data();
        int into = i * y.stride();
        int from = j * x.stride();
        for (int c = 0; c < y.width(); c++) {
            target[into + c] += factor * source[from + c];
        }
    }

    @Override
    public void addTransposed(Operator<float[]> a, Matrix<float[]> x, Matrix<float[]> y) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        for (int i = 0; i < a.pattern().rows(); i++) {
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                addScaled(y, indices[k], a.values()[k], x, i);
            }
        }
    }

    @Override
    public void addEntryProducts(Csr pattern, Matrix<float[]> g, Matrix<float[]> x, float[] out) {
        int[] offsets = pattern.offsets();
        workers.rows(pattern.rows(), (long) pattern.entryCount() * x.width(), (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                    out[k] += dot(g, i, x, pattern.indices()[k]);
                }
            }
        });
    }

    private static float dot(Matrix<float[]> g, int i, Matrix<float[]> x, int j) {
        float sum = 0;
        for (int c = 0; c < x.width(); c++) {
            sum += g.data()[i * g.stride() + c] * x.data()[j * x.stride() + c];
        }
        return sum;
    }

    @Override
    public void product(Operator<float[]> a, Matrix<float[]> x, Matrix<float[]> y) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        for (int i = 0; i < a.pattern().rows(); i++) {
            Arrays.fill(y.data(), i * y.stride(), i * y.stride() + y.width(), 1);
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                for (int c = 0; c < y.width(); c++) {
                    y.data()[i * y.stride() + c] *= a.values()[k] * x.data()[indices[k] * x.stride() + c];
                }
            }
        }
    }

    /** What a product lacks one of its factors is worth, times the gradient of the product. */
    @FunctionalInterface
    private interface WithoutFactor {
        void accept(int entry, int column, float gradient);
    }

    private static void withoutFactors(Operator<float[]> a, Matrix<float[]> x, Matrix<float[]> gy, WithoutFactor sink) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        float[] prefix = new float[a.pattern().longestRow()];
        for (int i = 0; i < a.pattern().rows(); i++) {
            for (int c = 0; c < x.width(); c++) {
                float product = 1;
                for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                    prefix[k - offsets[i]] = product;
                    product *= a.values()[k] * x.data()[indices[k] * x.stride() + c];
                }
                float suffix = gy.data()[i * gy.stride() + c];
                for (int k = offsets[i + 1] - 1; k >= offsets[i]; k--) {
                    sink.accept(k, c, prefix[k - offsets[i]] * suffix);
                    suffix *= a.values()[k] * x.data()[indices[k] * x.stride() + c];
                }
            }
        }
    }

    @Override
    public void productBack(Operator<float[]> a, Matrix<float[]> x, Matrix<float[]> gy, Matrix<float[]> gx) {
        int[] indices = a.pattern().indices();
        withoutFactors(a, x, gy, (k, c, g) -> gx.data()[indices[k] * gx.stride() + c] += a.values()[k] * g);
    }

    @Override
    public void productEntries(Operator<float[]> a, Matrix<float[]> x, Matrix<float[]> gy, float[] out) {
        int[] indices = a.pattern().indices();
        withoutFactors(a, x, gy, (k, c, g) -> out[k] += g * x.data()[indices[k] * x.stride() + c]);
    }

    @Override
    public void max(Operator<float[]> a, Matrix<float[]> x, Matrix<float[]> y, int[] winners) {
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
            Operator<float[]> a, int k, Matrix<float[]> x, Matrix<float[]> y, int[] winners, int i) {
        int from = a.pattern().indices()[k] * x.stride();
        int into = i * y.stride();
        for (int c = 0; c < y.width(); c++) {
            float message = a.values()[k] * x.data()[from + c];
            if (winners[into + c] < 0 || message > y.data()[into + c]) {
                winners[into + c] = k;
                y.data()[into + c] = message;
            }
        }
    }

    @Override
    public void maxBack(Operator<float[]> a, int[] winners, Matrix<float[]> gy, Matrix<float[]> gx) {
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
    public void maxEntries(int[] winners, Csr pattern, Matrix<float[]> x, Matrix<float[]> gy, float[] out) {
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
    public void softmax(Operator<float[]> a, Matrix<float[]> x, SoftmaxTape<float[]> tape) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        float t = (float) tape.temperature();
        Matrix<float[]> y = tape.y();
        workers.rows(a.pattern().rows(), 20L * indices.length * x.width(), (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int c = 0; c < x.width(); c++) {
                    float max = 0;
                    for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                        float scaled = t * a.values()[k] * rectified(x, indices[k], c);
                        max = k == offsets[i] ? scaled : Math.max(max, scaled);
                    }
                    float sum = 0;
                    float weighted = 0;
                    for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                        float message = a.values()[k] * rectified(x, indices[k], c);
                        float e = (float) Math.exp(t * message - max);
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
    private static float rectified(Matrix<float[]> x, int j, int c) {
        return Math.max(0, x.data()[j * x.stride() + c]) + MESSAGE_FLOOR;
    }

    /** The weight of one entry in one column, its message and the gradient of that message. */
    @FunctionalInterface
    private interface Message {
        void accept(int entry, int column, float weight, float message);
    }

    private static void messages(Operator<float[]> a, Matrix<float[]> x, SoftmaxTape<float[]> tape, Message sink) {
        int[] offsets = a.pattern().offsets();
        float t = (float) tape.temperature();
        for (int i = 0; i < a.pattern().rows(); i++) {
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                for (int c = 0; c < x.width(); c++) {
                    int at = i * tape.y().stride() + c;
                    float message = a.values()[k] * rectified(x, a.pattern().indices()[k], c);
                    float p = (float) Math.exp(t * message - tape.top().data()[at])
                            / tape.sum().data()[at];
                    sink.accept(k, at, tape.gy().data()[at] * p, message);
                }
            }
        }
    }

    @Override
    public void softmaxBack(Operator<float[]> a, Matrix<float[]> x, SoftmaxTape<float[]> tape, Matrix<float[]> gx) {
        float t = (float) tape.temperature();
        float[] y = tape.y().data();
        messages(a, x, tape, (k, at, weight, message) -> {
            int source = a.pattern().indices()[k] * x.stride() + at % x.stride();
            if (x.data()[source] > 0) {
                gx.data()[source] += a.values()[k] * weight * (1 + t * (message - y[at]));
            }
        });
    }

    @Override
    public void softmaxEntries(Operator<float[]> a, Matrix<float[]> x, SoftmaxTape<float[]> tape, float[] out) {
        float t = (float) tape.temperature();
        float[] y = tape.y().data();
        messages(a, x, tape, (k, at, weight, message) -> {
            int source = a.pattern().indices()[k];
            out[k] += weight * (1 + t * (message - y[at])) * rectified(x, source, at % x.stride());
        });
    }

    @Override
    public double softmaxTemperature(Operator<float[]> a, Matrix<float[]> x, SoftmaxTape<float[]> tape) {
        float[] y = tape.y().data();
        double[] sum = {0};
        messages(a, x, tape, (k, at, weight, message) -> sum[0] += weight * message * (message - y[at]));
        return sum[0];
    }
}
