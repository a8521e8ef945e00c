package org.seprank.gnn.kernel.scalar;

import static org.seprank.gnn.kernel.scalar.DoubleKernels.rounded;

import java.util.Arrays;
import org.seprank.gnn.kernel.AttentionKernels;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Operator;
import org.seprank.gnn.kernel.Workers;

/** Attention as plain loops; the vectorised form overrides the operations on rows. */
public class DoubleAttention implements AttentionKernels<double[]> {
    private static final double SLOPE = rounded(LEAK);

    /** Who shares the work. */
    protected final Workers workers;

    /** Shares the work among these. */
    public DoubleAttention(Workers workers) {
        this.workers = workers;
    }

    /** The inner product of row i of x and row j of y. */
    protected double dot(Matrix<double[]> x, int i, Matrix<double[]> y, int j) {
        double sum = 0;
        for (int c = 0; c < x.width(); c++) {
            sum += x.data()[i * x.stride() + c] * y.data()[j * y.stride() + c];
        }
        return sum;
    }

    /** Adds factor times row j of x to row i of y. */
    protected void addScaled(Matrix<double[]> y, int i, double factor, Matrix<double[]> x, int j) {
        for (int c = 0; c < y.width(); c++) {
            y.data()[i * y.stride() + c] += factor * x.data()[j * x.stride() + c];
        }
    }

    /** The inner product of row h of a and the leaky rectified sum of rows i and j of x. */
    protected double leakyDot(Matrix<double[]> a, int h, Matrix<double[]> x, int i, int j) {
        double sum = 0;
        for (int c = 0; c < x.width(); c++) {
            double z = x.data()[i * x.stride() + c] + x.data()[j * x.stride() + c];
            sum += a.data()[h * a.stride() + c] * (z > 0 ? z : SLOPE * z);
        }
        return sum;
    }

    /** Adds the gradient of {@link #leakyDot}, times g, to row h of a and rows i and j of x. */
    protected void leakyDotBack(GradientPair<double[]> at, double g, int h, int i, int j) {
        Matrix<double[]> x = at.value().x();
        Matrix<double[]> a = at.value().a();
        double[] gx = at.gradient().x().data();
        for (int c = 0; c < x.width(); c++) {
            double z = x.data()[i * x.stride() + c] + x.data()[j * x.stride() + c];
            double slope = z > 0 ? 1 : SLOPE;
            at.gradient().a().data()[h * a.stride() + c] += g * slope * z;
            double gz = g * slope * a.data()[h * a.stride() + c];
            gx[i * x.stride() + c] += gz;
            gx[j * x.stride() + c] += gz;
        }
    }

    /** The inner product of a row of a and the leaky rectified sum of two rows of x and one of t. */
    protected double leakyDot(Projection<double[]> at, Matrix<double[]> t, Meeting rows) {
        Matrix<double[]> x = at.x();
        double sum = 0;
        for (int c = 0; c < x.width(); c++) {
            double z = x.data()[rows.left() * x.stride() + c]
                    + x.data()[rows.right() * x.stride() + c]
                    + t.data()[rows.edge() * t.stride() + c];
            sum += at.a().data()[rows.head() * at.a().stride() + c] * (z > 0 ? z : SLOPE * z);
        }
        return sum;
    }

    /** Adds the gradient of that, times g, to the same rows. */
    protected void leakyDotBack(GradientPair<double[]> at, Terms<double[]> t, double g, Meeting rows) {
        int stride = at.value().x().stride();
        double[] x = at.value().x().data();
        double[] gx = at.gradient().x().data();
        for (int c = 0; c < at.value().x().width(); c++) {
            int left = rows.left() * stride + c;
            int right = rows.right() * stride + c;
            int edge = rows.edge() * stride + c;
            int head = rows.head() * stride + c;
            double z = x[left] + x[right] + t.value().data()[edge];
            double slope = z > 0 ? 1 : SLOPE;
            at.gradient().a().data()[head] += g * slope * z;
            double gz = g * slope * at.value().a().data()[head];
            gx[left] += gz;
            gx[right] += gz;
            t.gradient().data()[edge] += gz;
        }
    }

    @Override
    public void project(Heads heads, Matrix<double[]> x, Matrix<double[]> a, double[] s) {
        int n = x.rows() / heads.groups();
        for (int i = 0; i < n; i++) {
            for (int h = 0; h < heads.count(); h++) {
                s[i * heads.count() + h] = dot(x, heads.row(i, h), a, h);
            }
        }
    }

    @Override
    public void projectBack(Heads heads, Projection<double[]> at, double[] gs, Projection<double[]> gradient) {
        int n = at.x().rows() / heads.groups();
        for (int i = 0; i < n; i++) {
            for (int h = 0; h < heads.count(); h++) {
                double g = gs[i * heads.count() + h];
                addScaled(gradient.x(), heads.row(i, h), g, at.a(), h);
                addScaled(gradient.a(), h, g, at.x(), heads.row(i, h));
            }
        }
    }

    @Override
    public void sumScores(Csr pattern, int heads, Sides<double[]> sides, double[] scores) {
        int[] offsets = pattern.offsets();
        for (int i = 0; i < pattern.rows(); i++) {
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                for (int h = 0; h < heads; h++) {
                    double z = sides.left()[i * heads + h] + sides.right()[pattern.indices()[k] * heads + h];
                    scores[k * heads + h] = z > 0 ? z : SLOPE * z;
                }
            }
        }
    }

    @Override
    public void sumScoresBack(Csr pattern, int heads, Scores<double[]> at, Sides<double[]> gradient) {
        int[] offsets = pattern.offsets();
        for (int i = 0; i < pattern.rows(); i++) {
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                int j = pattern.indices()[k];
                for (int h = 0; h < heads; h++) {
                    double z = at.sides().left()[i * heads + h] + at.sides().right()[j * heads + h];
                    double g = at.gradient()[k * heads + h] * (z > 0 ? 1 : SLOPE);
                    gradient.left()[i * heads + h] += g;
                    gradient.right()[j * heads + h] += g;
                }
            }
        }
    }

    @Override
    public void pairScores(Csr pattern, Pair pair, Projection<double[]> at, double[] scores) {
        int heads = pair.left().count();
        int[] offsets = pattern.offsets();
        workers.rows(pattern.rows(), 2L * pattern.entryCount() * heads * at.x().width(), (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                    int j = pattern.indices()[k];
                    for (int h = 0; h < heads; h++) {
                        int left = pair.left().row(i, h);
                        scores[k * heads + h] =
                                leakyDot(at.a(), h, at.x(), left, pair.right().row(j, h));
                    }
                }
            }
        });
    }

    @Override
    public void pairScoresBack(Csr pattern, Pair pair, GradientPair<double[]> at, double[] gscores) {
        int heads = pair.left().count();
        int[] offsets = pattern.offsets();
        for (int i = 0; i < pattern.rows(); i++) {
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                int j = pattern.indices()[k];
                for (int h = 0; h < heads; h++) {
                    int left = pair.left().row(i, h);
                    leakyDotBack(
                            at, gscores[k * heads + h], h, left, pair.right().row(j, h));
                }
            }
        }
    }

    @Override
    public void edgeScores(Csr pattern, Pair pair, Projection<double[]> at, Matrix<double[]> terms, double[] scores) {
        int heads = pair.left().count();
        long work = 3L * pattern.entryCount() * heads * at.x().width();
        workers.rows(pattern.rows(), work, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int k = pattern.offsets()[i]; k < pattern.offsets()[i + 1]; k++) {
                    for (int h = 0; h < heads; h++) {
                        scores[k * heads + h] = leakyDot(at, terms, meeting(pattern, pair, terms, i, k, h));
                    }
                }
            }
        });
    }

    @Override
    public void edgeScoresBack(
            Csr pattern, Pair pair, GradientPair<double[]> at, Terms<double[]> terms, double[] gscores) {
        int heads = pair.left().count();
        for (int i = 0; i < pattern.rows(); i++) {
            for (int k = pattern.offsets()[i]; k < pattern.offsets()[i + 1]; k++) {
                for (int h = 0; h < heads; h++) {
                    leakyDotBack(at, terms, gscores[k * heads + h], meeting(pattern, pair, terms.value(), i, k, h));
                }
            }
        }
    }

    private static Meeting meeting(Csr pattern, Pair pair, Matrix<double[]> terms, int i, int k, int h) {
        int heads = pair.left().count();
        int edge = pattern.edges()[k];
        int row = edge == Csr.NO_EDGE ? terms.rows() / heads - pattern.rows() + i : edge;
        return new Meeting(h, pair.left().row(i, h), pair.right().row(pattern.indices()[k], h), row * heads + h);
    }

    @Override
    public void softmax(Csr pattern, int heads, double[] scores) {
        int[] offsets = pattern.offsets();
        workers.rows(pattern.rows(), 20L * pattern.entryCount() * heads, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int h = 0; h < heads && offsets[i] < offsets[i + 1]; h++) {
                    softmax(scores, heads, offsets[i] * heads + h, offsets[i + 1] * heads);
                }
            }
        });
    }

    private static void softmax(double[] scores, int step, int from, int to) {
        double max = scores[from];
        for (int at = from; at < to; at += step) {
            max = Math.max(max, scores[at]);
        }
        double sum = 0;
        for (int at = from; at < to; at += step) {
            scores[at] = rounded(Math.exp(scores[at] - max));
            sum += scores[at];
        }
        for (int at = from; at < to; at += step) {
            scores[at] /= sum;
        }
    }

    @Override
    public void softmaxBack(Csr pattern, int heads, double[] alpha, double[] galpha) {
        int[] offsets = pattern.offsets();
        for (int i = 0; i < pattern.rows(); i++) {
            for (int h = 0; h < heads; h++) {
                double sum = 0;
                for (int at = offsets[i] * heads + h; at < offsets[i + 1] * heads; at += heads) {
                    sum += alpha[at] * galpha[at];
                }
                for (int at = offsets[i] * heads + h; at < offsets[i + 1] * heads; at += heads) {
                    galpha[at] = alpha[at] * (galpha[at] - sum);
                }
            }
        }
    }

    @Override
    public void attend(Operator<double[]> a, Heads heads, Attended<double[]> at, Matrix<double[]> y) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        workers.rows(a.pattern().rows(), (long) indices.length * heads.count() * y.width(), (from, to) -> {
            for (int i = from; i < to; i++) {
                int start = i * heads.count() * y.stride();
                Arrays.fill(y.data(), start, start + heads.count() * y.stride(), 0);
                for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                    for (int h = 0; h < heads.count(); h++) {
                        double factor = at.alpha()[k * heads.count() + h] * a.values()[k];
                        addScaled(y, i * heads.count() + h, factor, at.x(), heads.row(indices[k], h));
                    }
                }
            }
        });
    }

    @Override
    public void attendBack(
            Operator<double[]> a, Heads heads, Attended<double[]> at, AttendedGradient<double[]> gradient) {
        int[] offsets = a.pattern().offsets();
        int[] indices = a.pattern().indices();
        Matrix<double[]> gy = gradient.gy();
        for (int i = 0; i < a.pattern().rows(); i++) {
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                for (int h = 0; h < heads.count(); h++) {
                    int entry = k * heads.count() + h;
                    int row = heads.row(indices[k], h);
                    gradient.galpha()[entry] = dot(gy, i * heads.count() + h, at.x(), row);
                    addScaled(gradient.gx(), row, at.alpha()[entry] * a.values()[k], gy, i * heads.count() + h);
                }
            }
        }
    }

    @Override
    public void addEntrySums(Csr pattern, int heads, Sides<double[]> factors, double[] out) {
        for (int entry = 0; entry < pattern.entryCount() * heads; entry++) {
            out[entry / heads] += factors.left()[entry] * factors.right()[entry];
        }
    }

    @Override
    public void scaleEntries(Operator<double[]> a, int heads, double[] galpha) {
        for (int entry = 0; entry < a.pattern().entryCount() * heads; entry++) {
            galpha[entry] *= a.values()[entry / heads];
        }
    }
}
