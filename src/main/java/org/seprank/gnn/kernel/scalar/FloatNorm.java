package org.seprank.gnn.kernel.scalar;

import java.util.Arrays;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.NormKernels;
import org.seprank.gnn.kernel.Workers;

/** Normalisation as plain loops; base of the vectorised form. */
public class FloatNorm implements NormKernels<float[]> {
    /** Who shares the work. */
    protected final Workers workers;

    /** Shares the work among these. */
    public FloatNorm(Workers workers) {
        this.workers = workers;
    }

    @Override
    public void rows(Matrix<float[]> x, Affine<float[]> affine, NormTape<float[]> tape, Matrix<float[]> y) {
        for (int i = 0; i < x.rows(); i++) {
            int at = i * x.stride();
            float mean = 0;
            for (int c = 0; c < x.width(); c++) {
                mean += x.data()[at + c];
            }
            mean /= x.width();
            float variance = 0;
            for (int c = 0; c < x.width(); c++) {
                variance += (x.data()[at + c] - mean) * (x.data()[at + c] - mean);
            }
            float inverse = (float) (1 / Math.sqrt(variance / x.width() + EPSILON));
            tape.inverse()[i] = inverse;
            for (int c = 0; c < x.width(); c++) {
                float normal = (x.data()[at + c] - mean) * inverse;
                tape.normal().data()[at + c] = normal;
                y.data()[at + c] =
                        normal * affine.scale().data()[c] + affine.shift().data()[c];
            }
        }
    }

    @Override
    public void rowsBack(Matrix<float[]> g, Affine<float[]> affine, NormTape<float[]> tape, Affine<float[]> gradient) {
        float[] normal = tape.normal().data();
        float[] scale = affine.scale().data();
        for (int i = 0; i < g.rows(); i++) {
            int at = i * g.stride();
            float sum = 0;
            float product = 0;
            for (int c = 0; c < g.width(); c++) {
                float gy = g.data()[at + c];
                gradient.scale().data()[c] += gy * normal[at + c];
                gradient.shift().data()[c] += gy;
                sum += gy * scale[c];
                product += gy * scale[c] * normal[at + c];
            }
            sum /= g.width();
            product /= g.width();
            for (int c = 0; c < g.width(); c++) {
                float centred = g.data()[at + c] * scale[c] - sum - normal[at + c] * product;
                g.data()[at + c] = tape.inverse()[i] * centred;
            }
        }
    }

    @Override
    public void columns(Matrix<float[]> x, Affine<float[]> affine, NormTape<float[]> tape, Matrix<float[]> y) {
        moments(x, tape);
        float[] normal = tape.normal().data();
        float[] scale = affine.scale().data();
        float[] shift = affine.shift().data();
        for (int i = 0; i < x.rows(); i++) {
            int at = i * x.stride();
            for (int c = 0; c < x.width(); c++) {
                normal[at + c] = (x.data()[at + c] - tape.mean()[c]) * tape.inverse()[c];
                y.data()[at + c] = normal[at + c] * scale[c] + shift[c];
            }
        }
    }

    /** Writes the mean and one over the deviation of every column. */
    protected void moments(Matrix<float[]> x, NormTape<float[]> tape) {
        float[] mean = tape.mean();
        float[] inverse = tape.inverse();
        Arrays.fill(mean, 0, x.stride(), 0);
        Arrays.fill(inverse, 0, x.stride(), 0);
        for (int i = 0; i < x.rows(); i++) {
            for (int c = 0; c < x.width(); c++) {
                mean[c] += x.data()[i * x.stride() + c] / x.rows();
            }
        }
        for (int i = 0; i < x.rows(); i++) {
            for (int c = 0; c < x.width(); c++) {
                float deviation = x.data()[i * x.stride() + c] - mean[c];
                inverse[c] += deviation * deviation / x.rows();
            }
        }
        for (int c = 0; c < x.width(); c++) {
            inverse[c] = (float) (1 / Math.sqrt(inverse[c] + EPSILON));
        }
    }

    @Override
    public void columnsBack(
            Matrix<float[]> g, Affine<float[]> affine, NormTape<float[]> tape, Affine<float[]> gradient) {
        float[] normal = tape.normal().data();
        float[] sum = new float[g.width()];
        float[] product = new float[g.width()];
        for (int i = 0; i < g.rows(); i++) {
            for (int c = 0; c < g.width(); c++) {
                int at = i * g.stride() + c;
                sum[c] += g.data()[at];
                product[c] += g.data()[at] * normal[at];
            }
        }
        for (int c = 0; c < g.width(); c++) {
            gradient.shift().data()[c] += sum[c];
            gradient.scale().data()[c] += product[c];
        }
        float[] scale = affine.scale().data();
        for (int i = 0; i < g.rows(); i++) {
            for (int c = 0; c < g.width(); c++) {
                int at = i * g.stride() + c;
                float centred = g.data()[at] - (sum[c] + normal[at] * product[c]) / g.rows();
                g.data()[at] = scale[c] * tape.inverse()[c] * centred;
            }
        }
    }

    @Override
    public void columnsBy(Matrix<float[]> x, Affine<float[]> affine, Affine<float[]> statistics, Matrix<float[]> y) {
        for (int c = 0; c < x.width(); c++) {
            float variance = statistics.scale().data()[c];
            float mean = statistics.shift().data()[c];
            float factor = (float) (affine.scale().data()[c] / Math.sqrt(variance + EPSILON));
            float shift = affine.shift().data()[c] - mean * factor;
            for (int i = 0; i < x.rows(); i++) {
                y.data()[i * y.stride() + c] = x.data()[i * x.stride() + c] * factor + shift;
            }
        }
    }
}
