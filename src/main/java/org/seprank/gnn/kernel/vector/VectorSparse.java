package org.seprank.gnn.kernel.vector;

import static org.seprank.gnn.kernel.vector.Lanes.COUNT;
import static org.seprank.gnn.kernel.vector.Lanes.all;
import static org.seprank.gnn.kernel.vector.Lanes.at;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.SoftmaxTape;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.kernel.scalar.FloatSparse;

/**
 * Sparse products and aggregations, one vector of columns at a time. What scatters shares the work by columns, what
 * gathers by rows, so no two threads write to the same place and sums keep their order.
 */
final class VectorSparse extends FloatSparse {
    VectorSparse(Workers workers) {
        super(workers);
    }

    private static long work(Csr pattern, Matrix<float[]> x) {
        return (long) pattern.entryCount() * x.stride();
    }

    @Override
    public void multiply(Operator<float[]> a, Matrix<float[]> x, Matrix<float[]> y) {
        boolean wide = y.stride() % (4 * COUNT) == 0;
        workers.rows(a.pattern().rows(), work(a.pattern(), x), (from, to) -> {
            if (wide) {
                multiplyByFour(a, x, y, from, to);
            } else {
                multiplyByOne(a, x, y, from, to);
            }
        });
    }

    private static void multiplyByFour(Operator<float[]> a, Matrix<float[]> mx, Matrix<float[]> my, int from, int to) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        float[] values = a.values();
        float[] x = mx.data();
        float[] y = my.data();
        int h = my.stride();
        for (int r = from; r < to; r++) {
            int start = offsets[r];
            int end = offsets[r + 1];
            for (int c = 0; c < h; c += 4 * COUNT) {
                FloatVector a0 = FloatVector.zero(Lanes.SHAPE);
                FloatVector a1 = a0;
                FloatVector a2 = a0;
                FloatVector a3 = a0;
                for (int k = start; k < end; k++) {
                    int b = indices[k] * h + c;
                    FloatVector v = all(values[k]);
                    a0 = at(x, b).fma(v, a0);
                    a1 = at(x, b + COUNT).fma(v, a1);
                    a2 = at(x, b + 2 * COUNT).fma(v, a2);
                    a3 = at(x, b + 3 * COUNT).fma(v, a3);
                }
                int o = r * h + c;
                a0.intoArray(y, o);
                a1.intoArray(y, o + COUNT);
                a2.intoArray(y, o + 2 * COUNT);
                a3.intoArray(y, o + 3 * COUNT);
            }
        }
    }

    private static void multiplyByOne(Operator<float[]> a, Matrix<float[]> mx, Matrix<float[]> my, int from, int to) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        float[] values = a.values();
        float[] x = mx.data();
        float[] y = my.data();
        int h = my.stride();
        for (int r = from; r < to; r++) {
            int start = offsets[r];
            int end = offsets[r + 1];
            for (int c = 0; c < h; c += COUNT) {
                FloatVector sum = FloatVector.zero(Lanes.SHAPE);
                for (int k = start; k < end; k++) {
                    sum = at(x, indices[k] * h + c).fma(all(values[k]), sum);
                }
                sum.intoArray(y, r * h + c);
            }
        }
    }

    @Override
    public void addTransposed(Operator<float[]> a, Matrix<float[]> x, Matrix<float[]> y) {
        if (workers.threads() == 1 && y.stride() % (4 * COUNT) == 0) {
            for (int c = 0; c < y.stride(); c += 4 * COUNT) {
                scatterByFour(a, x, y, c);
            }
        } else {
            workers.parts(y.stride() / COUNT, work(a.pattern(), x), part -> scatter(a, x, y, part * COUNT));
        }
    }

    private static void scatterByFour(Operator<float[]> a, Matrix<float[]> mx, Matrix<float[]> my, int c) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        float[] values = a.values();
        float[] x = mx.data();
        float[] y = my.data();
        int h = my.stride();
        for (int r = 0; r < a.pattern().rows(); r++) {
            int start = r * h + c;
            FloatVector g0 = at(x, start);
            FloatVector g1 = at(x, start + COUNT);
            FloatVector g2 = at(x, start + 2 * COUNT);
            FloatVector g3 = at(x, start + 3 * COUNT);
            if (g0.abs().max(g1.abs()).max(g2.abs().max(g3.abs())).reduceLanes(VectorOperators.MAX) == 0) {
                continue; // adds nothing, as the gradients of most rows where few are labelled
            }
            int end = offsets[r + 1];
            for (int k = offsets[r]; k < end; k++) {
                int b = indices[k] * h + c;
                FloatVector v = all(values[k]);
                g0.fma(v, at(y, b)).intoArray(y, b);
                g1.fma(v, at(y, b + COUNT)).intoArray(y, b + COUNT);
                g2.fma(v, at(y, b + 2 * COUNT)).intoArray(y, b + 2 * COUNT);
                g3.fma(v, at(y, b + 3 * COUNT)).intoArray(y, b + 3 * COUNT);
            }
        }
    }

    private static void scatter(Operator<float[]> a, Matrix<float[]> mx, Matrix<float[]> my, int c) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        float[] values = a.values();
        float[] y = my.data();
        int h = my.stride();
        for (int r = 0; r < a.pattern().rows(); r++) {
            int end = offsets[r + 1];
            FloatVector g = at(mx.data(), r * h + c);
            for (int k = offsets[r]; k < end; k++) {
                int b = indices[k] * h + c;
                g.fma(all(values[k]), at(y, b)).intoArray(y, b);
            }
        }
    }

    @Override
    public void addEntryProducts(Csr pattern, Matrix<float[]> g, Matrix<float[]> x, float[] out) {
        workers.rows(pattern.rows(), work(pattern, x), (from, to) -> entryProducts(pattern, g, x, out, from, to));
    }

    private static void entryProducts(
            Csr pattern, Matrix<float[]> g, Matrix<float[]> x, float[] out, int from, int to) {
        int[] offsets = pattern.offsets();
        int[] indices = pattern.indices();
        for (int r = from; r < to; r++) {
            for (int k = offsets[r]; k < offsets[r + 1]; k++) {
                out[k] += dot(g.data(), r * g.stride(), x.data(), indices[k] * x.stride(), x.stride());
            }
        }
    }

    /** The inner product of two runs of whole vectors. */
    static float dot(float[] x, int fromX, float[] y, int fromY, int length) {
        FloatVector sum = FloatVector.zero(Lanes.SHAPE);
        for (int c = 0; c < length; c += COUNT) {
            sum = at(x, fromX + c).fma(at(y, fromY + c), sum);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    @Override
    public void product(double constant, Operator<float[]> a, Matrix<float[]> x, Matrix<float[]> y) {
        workers.rows(a.pattern().rows(), work(a.pattern(), x), (from, to) -> {
            for (int r = from; r < to; r++) {
                for (int c = 0; c < y.stride(); c += COUNT) {
                    productRow(among(constant, x, c), a, x, y, r * y.stride() + c);
                }
            }
        });
    }

    /** That constant in the lanes from column {@code c} on, and 0 in the padding, which stays 0. */
    private static FloatVector among(double constant, Matrix<float[]> x, int c) {
        return FloatVector.zero(Lanes.SHAPE).blend((float) constant, Lanes.SHAPE.indexInRange(c, x.width()));
    }

    /** One vector of columns, at position {@code o} of y. */
    private static void productRow(
            FloatVector constant, Operator<float[]> a, Matrix<float[]> mx, Matrix<float[]> my, int o) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        float[] values = a.values();
        float[] x = mx.data();
        int h = my.stride();
        int r = o / h;
        FloatVector product = all(1);
        for (int k = offsets[r]; k < offsets[r + 1]; k++) {
            product = product.mul(
                    at(x, indices[k] * h + o - r * h).mul(all(values[k])).add(constant));
        }
        product.intoArray(my.data(), o);
    }

    @Override
    public void productBack(
            double constant, Operator<float[]> a, Matrix<float[]> x, Matrix<float[]> gy, Matrix<float[]> gx) {
        int longest = a.pattern().longestRow();
        workers.parts(x.stride() / COUNT, 3 * work(a.pattern(), x), part -> {
            float[] prefix = new float[longest * COUNT];
            FloatVector plus = among(constant, x, part * COUNT);
            for (int r = 0; r < a.pattern().rows(); r++) {
                productRowBack(plus, a, x, gy, gx, prefix, r * x.stride() + part * COUNT);
            }
        });
    }

    /** One vector of columns, at position {@code o} of y. */
    private static void productRowBack(
            FloatVector constant,
            Operator<float[]> a,
            Matrix<float[]> mx,
            Matrix<float[]> mgy,
            Matrix<float[]> mgx,
            float[] prefix,
            int o) {
        int[] indices = a.pattern().indices();
        float[] values = a.values();
        float[] x = mx.data();
        float[] gx = mgx.data();
        int h = mx.stride();
        int r = o / h;
        int c = o - r * h;
        int start = a.pattern().offsets()[r];
        int end = a.pattern().offsets()[r + 1];
        FloatVector product = all(1);
        for (int k = start, s = 0; k < end; k++, s += COUNT) {
            product.mul(all(values[k])).intoArray(prefix, s);
            product = product.mul(at(x, indices[k] * h + c).mul(all(values[k])).add(constant));
        }
        FloatVector suffix = at(mgy.data(), o);
        for (int k = end - 1, s = (end - 1 - start) * COUNT; k >= start; k--, s -= COUNT) {
            int b = indices[k] * h + c;
            at(prefix, s).fma(suffix, at(gx, b)).intoArray(gx, b);
            suffix = suffix.mul(at(x, b).mul(all(values[k])).add(constant));
        }
    }

    @Override
    public void softmax(Operator<float[]> a, Matrix<float[]> x, SoftmaxTape<float[]> tape) {
        workers.rows(a.pattern().rows(), 10 * work(a.pattern(), x), (from, to) -> {
            for (int r = from; r < to; r++) {
                for (int c = 0; c < x.stride(); c += COUNT) {
                    softmaxRow(a, x, tape, r, c);
                }
            }
        });
    }

    private static void softmaxRow(Operator<float[]> a, Matrix<float[]> mx, SoftmaxTape<float[]> tape, int r, int c) {
        int[] indices = a.pattern().indices();
        float[] values = a.values();
        float[] x = mx.data();
        int h = mx.stride();
        int start = a.pattern().offsets()[r];
        int end = a.pattern().offsets()[r + 1];
        float t = (float) tape.temperature();
        FloatVector top = all(start == end ? 0 : Float.NEGATIVE_INFINITY);
        for (int k = start; k < end; k++) {
            top = top.max(at(x, indices[k] * h + c).max(0).add(MESSAGE_FLOOR).mul(values[k] * t));
        }
        FloatVector sum = FloatVector.zero(Lanes.SHAPE);
        FloatVector weighted = sum;
        for (int k = start; k < end; k++) {
            FloatVector message =
                    at(x, indices[k] * h + c).max(0).add(MESSAGE_FLOOR).mul(values[k]);
            FloatVector e = Lanes.exp(message.mul(t).sub(top));
            sum = sum.add(e);
            weighted = e.fma(message, weighted);
        }
        top.intoArray(tape.top().data(), r * h + c);
        sum.intoArray(tape.sum().data(), r * h + c);
        (start == end ? sum : weighted.div(sum)).intoArray(tape.y().data(), r * h + c);
    }

    @Override
    public void softmaxBack(Operator<float[]> a, Matrix<float[]> x, SoftmaxTape<float[]> tape, Matrix<float[]> gx) {
        workers.parts(x.stride() / COUNT, 10 * work(a.pattern(), x), part -> {
            for (int r = 0; r < a.pattern().rows(); r++) {
                softmaxRowBack(a, x, tape, gx, r, part * COUNT);
            }
        });
    }

    private static void softmaxRowBack(
            Operator<float[]> a, Matrix<float[]> mx, SoftmaxTape<float[]> tape, Matrix<float[]> mgx, int r, int c) {
        int[] indices = a.pattern().indices();
        float[] values = a.values();
        float[] x = mx.data();
        float[] gx = mgx.data();
        int o = r * mx.stride() + c;
        float t = (float) tape.temperature();
        FloatVector top = at(tape.top().data(), o);
        FloatVector weight = at(tape.gy().data(), o).div(at(tape.sum().data(), o));
        FloatVector y = at(tape.y().data(), o);
        FloatVector zero = FloatVector.zero(Lanes.SHAPE);
        int end = a.pattern().offsets()[r + 1];
        for (int k = a.pattern().offsets()[r]; k < end; k++) {
            int b = indices[k] * mx.stride() + c;
            FloatVector source = at(x, b);
            FloatVector message = source.max(zero).add(MESSAGE_FLOOR).mul(values[k]);
            FloatVector p = Lanes.exp(message.mul(t).sub(top)).mul(weight);
            FloatVector g = message.sub(y).mul(t).add(1).mul(p).mul(values[k]);
            at(gx, b)
                    .add(zero.blend(g, source.compare(VectorOperators.GT, zero)))
                    .intoArray(gx, b);
        }
    }

    @Override
    public double softmaxTemperature(Operator<float[]> a, Matrix<float[]> x, SoftmaxTape<float[]> tape) {
        double sum = 0;
        for (int r = 0; r < a.pattern().rows(); r++) {
            for (int c = 0; c < x.stride(); c += COUNT) {
                sum += temperatureRow(a, x, tape, r, c);
            }
        }
        return sum;
    }

    private static float temperatureRow(
            Operator<float[]> a, Matrix<float[]> mx, SoftmaxTape<float[]> tape, int r, int c) {
        int[] indices = a.pattern().indices();
        float[] values = a.values();
        int o = r * mx.stride() + c;
        float t = (float) tape.temperature();
        FloatVector top = at(tape.top().data(), o);
        FloatVector y = at(tape.y().data(), o);
        FloatVector sum = FloatVector.zero(Lanes.SHAPE);
        int start = a.pattern().offsets()[r];
        int end = a.pattern().offsets()[r + 1];
        for (int k = start; k < end; k++) {
            FloatVector message = at(mx.data(), indices[k] * mx.stride() + c)
                    .max(0)
                    .add(MESSAGE_FLOOR)
                    .mul(values[k]);
            FloatVector p = Lanes.exp(message.mul(t).sub(top));
            sum = p.mul(message).fma(message.sub(y), sum);
        }
        FloatVector weight = at(tape.gy().data(), o).div(at(tape.sum().data(), o));
        return start == end ? 0 : sum.mul(weight).reduceLanes(VectorOperators.ADD);
    }
}
