package org.seprank.gnn.kernel.scalar;

import static org.seprank.gnn.kernel.scalar.DoubleKernels.rounded;

import java.util.Arrays;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.NormKernels;
import org.seprank.gnn.kernel.Workers;

/** Normalisation as plain loops; base of the vectorised form. */
public class DoubleNorm implements NormKernels<double[]> {
    /** Who shares the work. */
    protected final Workers workers;

    /** Shares the work among these. */
    public DoubleNorm(Workers workers) {
        this.workers = workers;
    }

    @Override
    public void rows(Matrix<double[]> x, Affine<double[]> affine, NormTape<double[]> tape, Matrix<double[]> y) {
        for (int i = 0; i < x.rows(); i++) {
            int at = i * x.stride();
            double mean = 0;
            for (int c = 0; c < x.width(); c++) {
                mean += x.data()[at + c];
            }
            mean /= x.width();
            double variance = 0;
            for (int c = 0; c < x.width(); c++) {
                variance += (x.data()[at + c] - mean) * (x.data()[at + c] - mean);
            }
            double inverse = rounded(1 / Math.sqrt(variance / x.width() + EPSILON));
            tape.inverse()[i] = inverse;
            for (int c = 0; c < x.width(); c++) {
                double normal = (x.data()[at + c] - mean) * inverse;
                tape.normal().data()[at + c] = normal;
                y.data()[at + c] =
                        normal * affine.scale().data()[c] + affine.shift().data()[c];
            }
        }
    }

    @Override
    public void rowsBack(
            Matrix<double[]> g, Affine<double[]> affine, NormTape<double[]> tape, Affine<double[]> gradient) {
        double[] normal = tape.normal().data();
        double[] scale = affine.scale().data();
        for (int i = 0; i < g.rows(); i++) {
            int at = i * g.stride();
            double sum = 0;
            double product = 0;
            for (int c = 0; c < g.width(); c++) {
                double gy = g.data()[at + c];
                gradient.scale().data()[c] += gy * normal[at + c];
                gradient.shift().data()[c] += gy;
                sum += gy * scale[c];
                product += gy * scale[c] * normal[at + c];
            }
            sum /= g.width();
            product /= g.width();
            for (int c = 0; c < g.width(); c++) {
                double centred = g.data()[at + c] * scale[c] - sum - normal[at + c] * product;
                g.data()[at + c] = tape.inverse()[i] * centred;
            }
        }
    }

    @Override
    public void columns(Matrix<double[]> x, Affine<double[]> affine, NormTape<double[]> tape, Matrix<double[]> y) {
        moments(x, tape);
        double[] normal = tape.normal().data();
        double[] scale = affine.scale().data();
        double[] shift = affine.shift().data();
        for (int i = 0; i < x.rows(); i++) {
            int at = i * x.stride();
            for (int c = 0; c < x.width(); c++) {
                normal[at + c] = (x.data()[at + c] - tape.mean()[c]) * tape.inverse()[c];
                y.data()[at + c] = normal[at + c] * scale[c] + shift[c];
            }
        }
    }

    /** Writes the mean and one over the deviation of every column. */
    protected void moments(Matrix<double[]> x, NormTape<double[]> tape) {
        double[] mean = tape.mean();
        double[] inverse = tape.inverse();
        Arrays.fill(mean, 0, x.stride(), 0);
        Arrays.fill(inverse, 0, x.stride(), 0);
        for (int i = 0; i < x.rows(); i++) {
            for (int c = 0; c < x.width(); c++) {
                mean[c] += x.data()[i * x.stride() + c] / x.rows();
            }
        }
        for (int i = 0; i < x.rows(); i++) {
            for (int c = 0; c < x.width(); c++) {
                double deviation = x.data()[i * x.stride() + c] - mean[c];
                inverse[c] += deviation * deviation / x.rows();
            }
        }
        for (int c = 0; c < x.width(); c++) {
            inverse[c] = rounded(1 / Math.sqrt(inverse[c] + EPSILON));
        }
    }

    @Override
    public void columnsBack(
            Matrix<double[]> g, Affine<double[]> affine, NormTape<double[]> tape, Affine<double[]> gradient) {
        double[] normal = tape.normal().data();
        double[] sum = new double[g.width()];
        double[] product = new double[g.width()];
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
        double[] scale = affine.scale().data();
        for (int i = 0; i < g.rows(); i++) {
            for (int c = 0; c < g.width(); c++) {
                int at = i * g.stride() + c;
                double centred = g.data()[at] - (sum[c] + normal[at] * product[c]) / g.rows();
                g.data()[at] = scale[c] * tape.inverse()[c] * centred;
            }
        }
    }

    @Override
    public void columnsBy(
            Matrix<double[]> x, Affine<double[]> affine, Affine<double[]> statistics, Matrix<double[]> y) {
        for (int c = 0; c < x.width(); c++) {
            double variance = statistics.scale().data()[c];
            double mean = statistics.shift().data()[c];
            double factor = rounded(affine.scale().data()[c] / Math.sqrt(variance + EPSILON));
            double shift = affine.shift().data()[c] - mean * factor;
            for (int i = 0; i < x.rows(); i++) {
                y.data()[i * y.stride() + c] = x.data()[i * x.stride() + c] * factor + shift;
            }
        }
    }
}
