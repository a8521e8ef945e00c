package org.seprank.gnn.kernel.scalar;

import static org.seprank.gnn.kernel.scalar.DoubleKernels.rounded;

import java.util.Arrays;
import org.seprank.gnn.kernel.CounterRandom;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.DenseKernels;
import org.seprank.gnn.kernel.EntryFunction;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.Workers;

/** Dense products and entry-wise functions as plain loops; base of the vectorised form. */
public class DoubleDense implements DenseKernels<double[]> {
    /** Who shares the work. */
    protected final Workers workers;

    /** Shares the work among these. */
    public DoubleDense(Workers workers) {
        this.workers = workers;
    }

    @Override
    public void multiply(Matrix<double[]> x, Matrix<double[]> w, Matrix<double[]> y) {
        workers.rows(x.rows(), (long) x.rows() * x.width() * w.width(), (from, to) -> {
            for (int i = from; i < to; i++) {
                Arrays.fill(y.data(), i * y.stride(), i * y.stride() + y.width(), 0);
                for (int k = 0; k < x.width(); k++) {
                    addScaled(y, i * y.stride(), x.data()[i * x.stride() + k], w, k * w.stride());
                }
            }
        });
    }

    @Override
    public void addTransposedProduct(Matrix<double[]> x, Matrix<double[]> g, Matrix<double[]> w) {
        workers.rows(x.width(), (long) x.rows() * x.width() * g.width(), (from, to) -> {
            for (int i = 0; i < x.rows(); i++) {
                for (int k = from; k < to; k++) {
                    addScaled(w, k * w.stride(), x.data()[i * x.stride() + k], g, i * g.stride());
                }
            }
        });
    }

    private static void addScaled(Matrix<double[]> y, int into, double factor, Matrix<double[]> x, int from) {
        double[] target = y.data();
        double[] source = x.data();
        for (int c = 0; c < y.width(); c++) {
            target[into + c] += factor * source[from + c];
        }
    }

    @Override
    public int activeRows(Matrix<double[]> g, int[] rows) {
        int count = 0;
        for (int i = 0; i < g.rows(); i++) {
            int at = i * g.stride();
            int end = at + g.stride(); // the padding is zero
            while (at < end && g.data()[at] == 0) {
                at++;
            }
            if (at < end) {
                rows[count++] = i;
            }
        }
        return count;
    }

    @Override
    public void transpose(Matrix<double[]> w, Matrix<double[]> t) {
        for (int i = 0; i < w.rows(); i++) {
            for (int c = 0; c < w.width(); c++) {
                t.data()[c * t.stride() + i] = w.data()[i * w.stride() + c];
            }
        }
    }

    @Override
    public void addRow(Matrix<double[]> y, Matrix<double[]> b) {
        for (int i = 0; i < y.rows(); i++) {
            addScaled(y, i * y.stride(), 1, b, 0);
        }
    }

    @Override
    public void addColumnSums(Matrix<double[]> g, Matrix<double[]> b) {
        for (int i = 0; i < g.rows(); i++) {
            addScaled(b, 0, 1, g, i * g.stride());
        }
    }

    @Override
    public void add(Matrix<double[]> y, /* wide */ double factor, Matrix<double[]> x) {
        double[] target = y.data();
        double[] source = x.data();
        double f = rounded(factor);
        for (int i = 0; i < y.length(); i++) {
            target[i] += f * source[i];
        }
    }

    @Override
    public void copy(Matrix<double[]> y, /* wide */ double factor, Matrix<double[]> x) {
        double[] target = y.data();
        double[] source = x.data();
        double f = rounded(factor);
        for (int i = 0; i < y.length(); i++) {
            target[i] = f * source[i];
        }
    }

    @Override
    public void times(Matrix<double[]> x, Matrix<double[]> m, Matrix<double[]> y) {
        times(x.data(), m.data(), y.data(), y.length());
    }

    private static void times(double[] x, double[] m, double[] y, int length) {
        for (int i = 0; i < length; i++) {
            y[i] = x[i] * m[i];
        }
    }

    @Override
    public void times(Matrix<double[]> y, Matrix<double[]> x) {
        double[] target = y.data();
        double[] source = x.data();
        for (int i = 0; i < y.length(); i++) {
            target[i] *= source[i];
        }
    }

    @Override
    public /* wide */ double dot(Matrix<double[]> x, Matrix<double[]> y) {
        /* wide */ double even = 0; // two sums, since an addition has to wait for the one before
        /* wide */ double odd = 0;
        for (int i = 0; i < x.rows(); i++) {
            int a = i * x.stride();
            int b = i * y.stride();
            int c = 0;
            for (; c < x.width() - 1; c += 2) {
                even += x.data()[a + c] * y.data()[b + c];
                odd += x.data()[a + c + 1] * y.data()[b + c + 1];
            }
            if (c < x.width()) {
                even += x.data()[a + c] * y.data()[b + c];
            }
        }
        return even + odd;
    }

    @Override
    public void activate(EntryFunction f, Matrix<double[]> y) {
        double[] data = y.data();
        for (int i = 0; i < y.rows(); i++) {
            int end = i * y.stride() + y.width();
            for (int at = i * y.stride(); at < end; at++) {
                data[at] = rounded(f.at(data[at]));
            }
        }
    }

    @Override
    public void activateBack(EntryFunction f, Matrix<double[]> y, Matrix<double[]> g) {
        double[] value = y.data();
        double[] data = g.data();
        for (int i = 0; i < y.length(); i++) {
            data[i] *= rounded(f.slopeAt(value[i]));
        }
    }

    @Override
    public void dropout(Matrix<double[]> mask, /* wide */ double keep, long seed) {
        int threshold = Math.max(1, (int) (keep * (1 << 24)));
        workers.rows(mask.rows(), 4L * mask.length(), (from, to) -> {
            for (int i = from; i < to; i++) {
                int key = (int) CounterRandom.mix(seed, i);
                maskRow(mask, i, key, threshold);
            }
        });
    }

    /** Fills row i, without branches since they could not be foretold. */
    protected void maskRow(Matrix<double[]> mask, int i, int key, int threshold) {
        double[] m = mask.data();
        double kept = rounded(0x1p24 / threshold);
        int start = i * mask.stride();
        for (int c = 0; c < mask.width(); c++) {
            m[start + c] = kept * ((CounterRandom.bits(key, c) - threshold) >>> 31);
        }
    }

    @Override
    public void dropout(Operator<double[]> from, Operator<double[]> into, /* wide */ double keep, long seed) {
        int threshold = Math.max(1, (int) (keep * (1 << 24)));
        double kept = rounded(0x1p24 / threshold);
        Csr pattern = from.pattern();
        int[] starts = into.pattern().offsets();
        int[] indices = into.pattern().indices();
        int at = 0;
        for (int i = 0; i < pattern.rows(); i++) {
            int key = (int) CounterRandom.mix(seed, i);
            int first = pattern.offsets()[i];
            for (int k = first; k < pattern.offsets()[i + 1]; k++) {
                indices[at] = pattern.indices()[k];
                into.values()[at] = from.values()[k] * kept;
                at += (CounterRandom.bits(key, k - first) - threshold) >>> 31;
            }
            starts[i + 1] = at;
        }
    }
}
