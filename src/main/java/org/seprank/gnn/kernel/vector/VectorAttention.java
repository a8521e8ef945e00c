package org.seprank.gnn.kernel.vector;

import static org.seprank.gnn.kernel.vector.Lanes.COUNT;
import static org.seprank.gnn.kernel.vector.Lanes.all;
import static org.seprank.gnn.kernel.vector.Lanes.at;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.kernel.scalar.FloatAttention;

/** The operations of attention on rows, vectorised; what is per entry and head is inherited. */
final class VectorAttention extends FloatAttention {
    VectorAttention(Workers workers) {
        super(workers);
    }

    @Override
    protected float dot(Matrix<float[]> x, int i, Matrix<float[]> y, int j) {
        return VectorSparse.dot(x.data(), i * x.stride(), y.data(), j * y.stride(), x.stride());
    }

    @Override
    protected void addScaled(Matrix<float[]> y, int i, float factor, Matrix<float[]> x, int j) {
        addScaled(y.data(), i * y.stride(), all(factor), x.data(), j * x.stride(), y.stride());
    }

    private static void addScaled(float[] y, int into, FloatVector factor, float[] x, int from, int length) {
        for (int c = 0; c < length; c += COUNT) {
            at(x, from + c).fma(factor, at(y, into + c)).intoArray(y, into + c);
        }
    }

    @Override
    protected float leakyDot(Matrix<float[]> a, int h, Matrix<float[]> x, int i, int j) {
        return leakyDot(a.data(), h * a.stride(), x.data(), i * x.stride(), j * x.stride(), x.stride());
    }

    private static float leakyDot(float[] a, int fromA, float[] x, int left, int right, int length) {
        FloatVector sum = FloatVector.zero(Lanes.SHAPE);
        for (int c = 0; c < length; c += COUNT) {
            FloatVector z = at(x, left + c).add(at(x, right + c));
            sum = at(a, fromA + c).fma(z.max(z.mul((float) LEAK)), sum);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    @Override
    protected void leakyDotBack(GradientPair<float[]> at, float g, int h, int i, int j) {
        Matrix<float[]> x = at.value().x();
        int a = h * x.stride();
        for (int c = 0; c < x.stride(); c += COUNT) {
            leakyDotBack(at, all(g), a + c, i * x.stride() + c, j * x.stride() + c);
        }
    }

    private static void leakyDotBack(GradientPair<float[]> pair, FloatVector g, int a, int left, int right) {
        float[] x = pair.value().x().data();
        float[] gx = pair.gradient().x().data();
        float[] ga = pair.gradient().a().data();
        FloatVector z = at(x, left).add(at(x, right));
        VectorMask<Float> positive = z.compare(VectorOperators.GT, 0);
        FloatVector slope = all((float) LEAK).blend(all(1), positive).mul(g);
        slope.fma(z, at(ga, a)).intoArray(ga, a);
        FloatVector gz = slope.mul(at(pair.value().a().data(), a));
        at(gx, left).add(gz).intoArray(gx, left);
        at(gx, right).add(gz).intoArray(gx, right);
    }
}
