package org.seprank.gnn.kernel.vector;

import static org.seprank.gnn.kernel.vector.Lanes.COUNT;
import static org.seprank.gnn.kernel.vector.Lanes.all;
import static org.seprank.gnn.kernel.vector.Lanes.at;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.kernel.scalar.FloatNorm;

/** Normalisation over padded rows. The padding of gradients is cleared, since centring would fill it. */
final class VectorNorm extends FloatNorm {
    VectorNorm(Workers workers) {
        super(workers);
    }

    @Override
    public void rows(Matrix<float[]> x, Affine<float[]> affine, NormTape<float[]> tape, Matrix<float[]> y) {
        workers.rows(x.rows(), 4L * x.length(), (from, to) -> {
            for (int i = from; i < to; i++) {
                moments(x, tape, i);
                normalise(x, affine, tape, y, i);
            }
        });
    }

    private static void moments(Matrix<float[]> mx, NormTape<float[]> tape, int i) {
        float[] x = mx.data();
        int start = i * mx.stride();
        FloatVector sum = FloatVector.zero(Lanes.SHAPE);
        for (int c = 0; c < mx.stride(); c += COUNT) {
            sum = sum.add(at(x, start + c));
        }
        float mean = sum.reduceLanes(VectorOperators.ADD) / mx.width();
        FloatVector squares = FloatVector.zero(Lanes.SHAPE);
        for (int c = 0; c < mx.stride(); c += COUNT) {
            FloatVector deviation = at(x, start + c).sub(mean);
            squares = deviation.fma(deviation, squares);
        }
        float padding = (mx.stride() - mx.width()) * mean * mean;
        float variance = Math.max(0, squares.reduceLanes(VectorOperators.ADD) - padding) / mx.width();
        tape.mean()[i] = mean;
        tape.inverse()[i] = (float) (1 / Math.sqrt(variance + EPSILON));
    }

    private static void normalise(
            Matrix<float[]> mx, Affine<float[]> affine, NormTape<float[]> tape, Matrix<float[]> y, int i) {
        float[] x = mx.data();
        float[] scale = affine.scale().data();
        float[] shift = affine.shift().data();
        int start = i * mx.stride();
        float mean = tape.mean()[i];
        FloatVector inverse = all(tape.inverse()[i]);
        for (int c = 0; c < mx.stride(); c += COUNT) {
            FloatVector normal = at(x, start + c).sub(mean).mul(inverse);
            normal.intoArray(tape.normal().data(), start + c);
            normal.fma(at(scale, c), at(shift, c)).intoArray(y.data(), start + c);
        }
    }

    @Override
    public void rowsBack(Matrix<float[]> g, Affine<float[]> affine, NormTape<float[]> tape, Affine<float[]> gradient) {
        if (workers.threads() == 1) {
            for (int i = 0; i < g.rows(); i++) {
                if (!isZero(g, i)) { // as most rows are where few are labelled
                    affineGradient(g, tape, gradient, i);
                    centre(g, affine, tape, i);
                }
            }
        } else {
            for (int c = 0; c < g.stride(); c += COUNT) {
                affineGradientColumns(g, tape, gradient, c);
            }
            workers.rows(g.rows(), 4L * g.length(), (from, to) -> {
                for (int i = from; i < to; i++) {
                    centre(g, affine, tape, i);
                }
            });
        }
        clearPadding(g);
    }

    private static boolean isZero(Matrix<float[]> g, int i) {
        FloatVector most = FloatVector.zero(Lanes.SHAPE);
        int start = i * g.stride();
        for (int c = 0; c < g.stride(); c += COUNT) {
            most = most.max(at(g.data(), start + c).abs());
        }
        return most.reduceLanes(VectorOperators.MAX) == 0;
    }

    /** Adds what one row says; the sums run over the rows in order, as those by columns do. */
    private static void affineGradient(Matrix<float[]> mg, NormTape<float[]> tape, Affine<float[]> gradient, int i) {
        float[] scale = gradient.scale().data();
        float[] shift = gradient.shift().data();
        int start = i * mg.stride();
        for (int c = 0; c < mg.stride(); c += COUNT) {
            FloatVector v = at(mg.data(), start + c);
            at(shift, c).add(v).intoArray(shift, c);
            v.fma(at(tape.normal().data(), start + c), at(scale, c)).intoArray(scale, c);
        }
    }

    private static void affineGradientColumns(
            Matrix<float[]> mg, NormTape<float[]> tape, Affine<float[]> gradient, int c) {
        float[] g = mg.data();
        float[] normal = tape.normal().data();
        FloatVector scale = at(gradient.scale().data(), c);
        FloatVector shift = at(gradient.shift().data(), c);
        for (int i = 0, o = c; i < mg.rows(); i++, o += mg.stride()) {
            FloatVector v = at(g, o);
            shift = shift.add(v);
            scale = v.fma(at(normal, o), scale);
        }
        scale.intoArray(gradient.scale().data(), c);
        shift.intoArray(gradient.shift().data(), c);
    }

    private static void centre(Matrix<float[]> mg, Affine<float[]> affine, NormTape<float[]> tape, int i) {
        float[] g = mg.data();
        float[] scale = affine.scale().data();
        float[] normal = tape.normal().data();
        int start = i * mg.stride();
        FloatVector sum = FloatVector.zero(Lanes.SHAPE);
        FloatVector product = FloatVector.zero(Lanes.SHAPE);
        for (int c = 0; c < mg.stride(); c += COUNT) {
            FloatVector scaled = at(g, start + c).mul(at(scale, c));
            sum = sum.add(scaled);
            product = scaled.fma(at(normal, start + c), product);
        }
        float mean = sum.reduceLanes(VectorOperators.ADD) / mg.width();
        FloatVector slope = all(-product.reduceLanes(VectorOperators.ADD) / mg.width());
        FloatVector inverse = all(tape.inverse()[i]);
        for (int c = 0; c < mg.stride(); c += COUNT) {
            FloatVector scaled = at(g, start + c).mul(at(scale, c)).sub(mean);
            at(normal, start + c).fma(slope, scaled).mul(inverse).intoArray(g, start + c);
        }
    }

    private static void clearPadding(Matrix<float[]> g) {
        for (int i = 0; i < g.rows() && g.width() < g.stride(); i++) {
            Arrays.fill(g.data(), i * g.stride() + g.width(), (i + 1) * g.stride(), 0);
        }
    }

    @Override
    public void columns(Matrix<float[]> x, Affine<float[]> affine, NormTape<float[]> tape, Matrix<float[]> y) {
        for (int c = 0; c < x.stride(); c += COUNT) {
            columnMoments(x, tape, c);
            normaliseColumns(x, affine, tape, y, c);
        }
    }

    private static void columnMoments(Matrix<float[]> mx, NormTape<float[]> tape, int c) {
        float[] x = mx.data();
        FloatVector sum = FloatVector.zero(Lanes.SHAPE);
        for (int i = 0, o = c; i < mx.rows(); i++, o += mx.stride()) {
            sum = sum.add(at(x, o));
        }
        FloatVector mean = sum.div(mx.rows());
        FloatVector squares = FloatVector.zero(Lanes.SHAPE);
        for (int i = 0, o = c; i < mx.rows(); i++, o += mx.stride()) {
            FloatVector deviation = at(x, o).sub(mean);
            squares = deviation.fma(deviation, squares);
        }
        mean.intoArray(tape.mean(), c);
        all(1).div(squares.div(mx.rows()).add((float) EPSILON).sqrt()).intoArray(tape.inverse(), c);
    }

    private static void normaliseColumns(
            Matrix<float[]> mx, Affine<float[]> affine, NormTape<float[]> tape, Matrix<float[]> my, int c) {
        float[] x = mx.data();
        float[] y = my.data();
        float[] normal = tape.normal().data();
        FloatVector mean = at(tape.mean(), c);
        FloatVector inverse = at(tape.inverse(), c);
        FloatVector scale = at(affine.scale().data(), c);
        FloatVector shift = at(affine.shift().data(), c);
        for (int i = 0, o = c; i < mx.rows(); i++, o += mx.stride()) {
            FloatVector v = at(x, o).sub(mean).mul(inverse);
            v.intoArray(normal, o);
            v.fma(scale, shift).intoArray(y, o);
        }
    }

    @Override
    public void columnsBack(
            Matrix<float[]> g, Affine<float[]> affine, NormTape<float[]> tape, Affine<float[]> gradient) {
        float[] sums = new float[g.stride()];
        float[] products = new float[g.stride()];
        for (int c = 0; c < g.stride(); c += COUNT) {
            sumColumns(g, tape, sums, products, c);
            centreColumns(g, affine, tape, sums, products, c);
        }
        for (int c = 0; c < g.width(); c++) {
            gradient.shift().data()[c] += sums[c];
            gradient.scale().data()[c] += products[c];
        }
    }

    private static void sumColumns(Matrix<float[]> mg, NormTape<float[]> tape, float[] sums, float[] products, int c) {
        float[] g = mg.data();
        float[] normal = tape.normal().data();
        FloatVector sum = FloatVector.zero(Lanes.SHAPE);
        FloatVector product = FloatVector.zero(Lanes.SHAPE);
        for (int i = 0, o = c; i < mg.rows(); i++, o += mg.stride()) {
            FloatVector v = at(g, o);
            sum = sum.add(v);
            product = v.fma(at(normal, o), product);
        }
        sum.intoArray(sums, c);
        product.intoArray(products, c);
    }

    private static void centreColumns(
            Matrix<float[]> mg, Affine<float[]> affine, NormTape<float[]> tape, float[] sums, float[] products, int c) {
        float[] g = mg.data();
        float[] normal = tape.normal().data();
        FloatVector mean = at(sums, c).div(mg.rows());
        FloatVector slope = at(products, c).div(-mg.rows());
        FloatVector factor = at(affine.scale().data(), c).mul(at(tape.inverse(), c));
        for (int i = 0, o = c; i < mg.rows(); i++, o += mg.stride()) {
            at(normal, o).fma(slope, at(g, o).sub(mean)).mul(factor).intoArray(g, o);
        }
    }
}
