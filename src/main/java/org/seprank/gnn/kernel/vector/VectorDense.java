package org.seprank.gnn.kernel.vector;

import static org.seprank.gnn.kernel.vector.Lanes.COUNT;
import static org.seprank.gnn.kernel.vector.Lanes.all;
import static org.seprank.gnn.kernel.vector.Lanes.at;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.seprank.gnn.kernel.EntryFunction;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.kernel.scalar.FloatDense;

/** Dense products in register tiles of four rows; the rest is inherited. */
final class VectorDense extends FloatDense {
    private static final int ROW_BLOCK = 256; // of the long side of x^T g: its part of g stays in the first cache

    VectorDense(Workers workers) {
        super(workers);
    }

    @Override
    public void multiply(Matrix<float[]> x, Matrix<float[]> w, Matrix<float[]> y) {
        int blocks = (x.rows() + 3) / 4;
        workers.rows(blocks, (long) x.rows() * x.width() * w.stride(), (from, to) -> {
            int last = Math.min(x.rows(), to * 4);
            int tiled = from * 4 + (last - from * 4) / 4 * 4;
            boolean wide = w.stride() % (2 * COUNT) == 0;
            for (int c = 0; c < w.stride(); c += wide ? 2 * COUNT : COUNT) {
                if (wide) {
                    tilesOfTwo(x, w, y, c, from * 4, tiled);
                } else {
                    tilesOfOne(x, w, y, c, from * 4, tiled);
                }
            }
            for (int c = 0; c < w.stride(); c += COUNT) {
                rows(x, w, y, c, tiled, last);
            }
        });
    }

    private static void tilesOfTwo(
            Matrix<float[]> mx, Matrix<float[]> mw, Matrix<float[]> my, int c, int from, int to) {
        float[] x = mx.data();
        float[] w = mw.data();
        float[] y = my.data();
        int xs = mx.stride();
        int m = mw.stride();
        int k = mx.width();
        for (int r = from; r < to; r += 4) {
            int x0 = r * xs;
            FloatVector a0 = FloatVector.zero(Lanes.SHAPE);
            FloatVector a1 = a0;
            FloatVector b0 = a0;
            FloatVector b1 = a0;
            FloatVector c0 = a0;
            FloatVector c1 = a0;
            FloatVector d0 = a0;
            FloatVector d1 = a0;
            for (int i = 0, p = c; i < k; i++, p += m) {
                FloatVector w0 = at(w, p);
                FloatVector w1 = at(w, p + COUNT);
                FloatVector t = all(x[x0 + i]);
                a0 = w0.fma(t, a0);
                a1 = w1.fma(t, a1);
                t = all(x[x0 + xs + i]);
                b0 = w0.fma(t, b0);
                b1 = w1.fma(t, b1);
                t = all(x[x0 + 2 * xs + i]);
                c0 = w0.fma(t, c0);
                c1 = w1.fma(t, c1);
                t = all(x[x0 + 3 * xs + i]);
                d0 = w0.fma(t, d0);
                d1 = w1.fma(t, d1);
            }
            int o = r * m + c;
            a0.intoArray(y, o);
            a1.intoArray(y, o + COUNT);
            b0.intoArray(y, o + m);
            b1.intoArray(y, o + m + COUNT);
            c0.intoArray(y, o + 2 * m);
            c1.intoArray(y, o + 2 * m + COUNT);
            d0.intoArray(y, o + 3 * m);
            d1.intoArray(y, o + 3 * m + COUNT);
        }
    }

    private static void tilesOfOne(
            Matrix<float[]> mx, Matrix<float[]> mw, Matrix<float[]> my, int c, int from, int to) {
        float[] x = mx.data();
        float[] w = mw.data();
        float[] y = my.data();
        int xs = mx.stride();
        int m = mw.stride();
        int k = mx.width();
        for (int r = from; r < to; r += 4) {
            int x0 = r * xs;
            FloatVector a0 = FloatVector.zero(Lanes.SHAPE);
            FloatVector b0 = a0;
            FloatVector c0 = a0;
            FloatVector d0 = a0;
            for (int i = 0, p = c; i < k; i++, p += m) {
                FloatVector w0 = at(w, p);
                a0 = w0.fma(all(x[x0 + i]), a0);
                b0 = w0.fma(all(x[x0 + xs + i]), b0);
                c0 = w0.fma(all(x[x0 + 2 * xs + i]), c0);
                d0 = w0.fma(all(x[x0 + 3 * xs + i]), d0);
            }
            int o = r * m + c;
            a0.intoArray(y, o);
            b0.intoArray(y, o + m);
            c0.intoArray(y, o + 2 * m);
            d0.intoArray(y, o + 3 * m);
        }
    }

    private static void rows(Matrix<float[]> mx, Matrix<float[]> mw, Matrix<float[]> my, int c, int from, int to) {
        float[] x = mx.data();
        float[] w = mw.data();
        int m = mw.stride();
        for (int r = from; r < to; r++) {
            FloatVector a = FloatVector.zero(Lanes.SHAPE);
            for (int i = 0; i < mx.width(); i++) {
                a = at(w, i * m + c).fma(all(x[r * mx.stride() + i]), a);
            }
            a.intoArray(my.data(), r * m + c);
        }
    }

    @Override
    public void addTransposedProduct(Matrix<float[]> x, Matrix<float[]> g, Matrix<float[]> w) {
        int blocks = (x.width() + 3) / 4;
        workers.rows(blocks, (long) x.rows() * x.width() * g.stride(), (from, to) -> {
            int last = Math.min(x.width(), to * 4);
            for (int start = 0; start < x.rows(); start += ROW_BLOCK) {
                int end = Math.min(x.rows(), start + ROW_BLOCK);
                int k = from * 4;
                for (; k + 4 <= last; k += 4) {
                    int c = 0;
                    for (; c + 2 * COUNT <= w.stride(); c += 2 * COUNT) {
                        transposedTileOfTwo(x, g, w, k * w.stride() + c, start, end);
                    }
                    for (; c < w.stride(); c += COUNT) {
                        transposedTile(x, g, w, k * w.stride() + c, start, end);
                    }
                }
                for (; k < last; k++) {
                    for (int c = 0; c < w.stride(); c += COUNT) {
                        transposedRow(x, g, w, k * w.stride() + c, start, end);
                    }
                }
            }
        });
    }

    /** Four rows of w from position {@code o} on. */
    private static void transposedTile(
            Matrix<float[]> mx, Matrix<float[]> mg, Matrix<float[]> mw, int o, int start, int end) {
        float[] x = mx.data();
        float[] g = mg.data();
        float[] w = mw.data();
        int m = mw.stride();
        int k = o / m;
        int c = o - k * m;
        FloatVector a0 = at(w, o);
        FloatVector a1 = at(w, o + m);
        FloatVector a2 = at(w, o + 2 * m);
        FloatVector a3 = at(w, o + 3 * m);
        for (int r = start; r < end; r++) {
            FloatVector gv = at(g, r * m + c);
            int b = r * mx.stride() + k;
            a0 = gv.fma(all(x[b]), a0);
            a1 = gv.fma(all(x[b + 1]), a1);
            a2 = gv.fma(all(x[b + 2]), a2);
            a3 = gv.fma(all(x[b + 3]), a3);
        }
        a0.intoArray(w, o);
        a1.intoArray(w, o + m);
        a2.intoArray(w, o + 2 * m);
        a3.intoArray(w, o + 3 * m);
    }

    /** The same, two vectors wide. */
    private static void transposedTileOfTwo(
            Matrix<float[]> mx, Matrix<float[]> mg, Matrix<float[]> mw, int o, int start, int end) {
        float[] x = mx.data();
        float[] g = mg.data();
        float[] w = mw.data();
        int m = mw.stride();
        int xs = mx.stride();
        int k = o / m;
        int c = o - k * m;
        FloatVector a0 = at(w, o);
        FloatVector a1 = at(w, o + m);
        FloatVector a2 = at(w, o + 2 * m);
        FloatVector a3 = at(w, o + 3 * m);
        FloatVector b0 = at(w, o + COUNT);
        FloatVector b1 = at(w, o + m + COUNT);
        FloatVector b2 = at(w, o + 2 * m + COUNT);
        FloatVector b3 = at(w, o + 3 * m + COUNT);
        for (int r = start, b = start * xs + k, p = start * m + c; r < end; r++, b += xs, p += m) {
            FloatVector g0 = at(g, p);
            FloatVector g1 = at(g, p + COUNT);
            FloatVector t = all(x[b]);
            a0 = g0.fma(t, a0);
            b0 = g1.fma(t, b0);
            t = all(x[b + 1]);
            a1 = g0.fma(t, a1);
            b1 = g1.fma(t, b1);
            t = all(x[b + 2]);
            a2 = g0.fma(t, a2);
            b2 = g1.fma(t, b2);
            t = all(x[b + 3]);
            a3 = g0.fma(t, a3);
            b3 = g1.fma(t, b3);
        }
        a0.intoArray(w, o);
        a1.intoArray(w, o + m);
        a2.intoArray(w, o + 2 * m);
        a3.intoArray(w, o + 3 * m);
        b0.intoArray(w, o + COUNT);
        b1.intoArray(w, o + m + COUNT);
        b2.intoArray(w, o + 2 * m + COUNT);
        b3.intoArray(w, o + 3 * m + COUNT);
    }

    private static void transposedRow(
            Matrix<float[]> mx, Matrix<float[]> mg, Matrix<float[]> mw, int o, int start, int end) {
        float[] x = mx.data();
        float[] g = mg.data();
        int m = mw.stride();
        int k = o / m;
        int c = o - k * m;
        FloatVector a = at(mw.data(), o);
        for (int r = start; r < end; r++) {
            a = at(g, r * m + c).fma(all(x[r * mx.stride() + k]), a);
        }
        a.intoArray(mw.data(), o);
    }

    @Override
    protected void maskRow(Matrix<float[]> mask, int i, int key, int threshold) {
        IntVector kept = IntVector.broadcast(Lanes.INTS, Float.floatToRawIntBits((float) (0x1p24 / threshold)));
        for (int c = 0; c < mask.stride(); c += COUNT) {
            IntVector below = Lanes.bits(key, c).sub(threshold).lanewise(VectorOperators.ASHR, 31);
            below.and(kept).reinterpretAsFloats().intoArray(mask.data(), i * mask.stride() + c);
        }
    }

    @Override
    public void addRow(Matrix<float[]> y, Matrix<float[]> b) {
        for (int c = 0; c < y.stride(); c += COUNT) {
            addToColumns(y, b, c);
        }
    }

    private static void addToColumns(Matrix<float[]> my, Matrix<float[]> mb, int c) {
        float[] y = my.data();
        FloatVector b = at(mb.data(), c);
        for (int i = 0, o = c; i < my.rows(); i++, o += my.stride()) {
            at(y, o).add(b).intoArray(y, o);
        }
    }

    @Override
    public void addColumnSums(Matrix<float[]> g, Matrix<float[]> b) {
        for (int c = 0; c < g.stride(); c += COUNT) {
            addColumns(g, b, c);
        }
    }

    private static void addColumns(Matrix<float[]> mg, Matrix<float[]> mb, int c) {
        float[] g = mg.data();
        FloatVector sum = at(mb.data(), c);
        for (int i = 0, o = c; i < mg.rows(); i++, o += mg.stride()) {
            sum = sum.add(at(g, o));
        }
        sum.intoArray(mb.data(), c);
    }

    @Override
    public void activate(EntryFunction f, Matrix<float[]> y) {
        if (f.rectifier()) {
            rectify(y.data(), y.length());
        } else if (!f.identity()) {
            super.activate(f, y);
        }
    }

    private static void rectify(float[] y, int length) {
        FloatVector zero = FloatVector.zero(Lanes.SHAPE);
        for (int i = 0; i < length; i += COUNT) {
            at(y, i).max(zero).intoArray(y, i);
        }
    }

    @Override
    public void activateBack(EntryFunction f, Matrix<float[]> y, Matrix<float[]> g) {
        if (f.rectifier()) {
            keepPositive(y.data(), g.data(), y.length());
        } else if (!f.identity()) {
            super.activateBack(f, y, g);
        }
    }

    private static void keepPositive(float[] y, float[] g, int length) {
        FloatVector zero = FloatVector.zero(Lanes.SHAPE);
        for (int i = 0; i < length; i += COUNT) {
            zero.blend(at(g, i), at(y, i).compare(VectorOperators.GT, zero)).intoArray(g, i);
        }
    }
}
