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
    protected float leakyDot(Projection<float[]> at, Matrix<float[]> t, Meeting rows) {
        Matrix<float[]> x = at.x();
        int a = rows.head() * x.stride();
        int left = rows.left() * x.stride();
        int right = rows.right() * x.stride();
        int edge = rows.edge() * x.stride();
        FloatVector sum = FloatVector.zero(Lanes.SHAPE);
        for (int c = 0; c < x.stride(); c += COUNT) {
            FloatVector z = at(x.data(), left + c).add(at(x.data(), right + c)).add(at(t.data(), edge + c));
            sum = at(at.a().data(), a + c).fma(z.max(z.mul((float) LEAK)), sum);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    @Override
    protected void leakyDotBack(GradientPair<float[]> at, Terms<float[]> t, float g, Meeting rows) {
        int stride = at.value().x().stride();
        for (int c = 0; c < stride; c += COUNT) {
            int edge = rows.edge() * stride + c;
            FloatVector z = at(at.value().x().data(), rows.left() * stride + c)
                    .add(at(at.value().x().data(), rows.right() * stride + c))
                    .add(at(t.value().data(), edge));
            FloatVector gz = leakyDotBack(at, all(g), rows.head() * stride + c, z);
            addTo(at.gradient().x().data(), rows.left() * stride + c, gz);
            addTo(at.gradient().x().data(), rows.right() * stride + c, gz);
            addTo(t.gradient().data(), edge, gz);
        }
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
        FloatVector gz = leakyDotBack(pair, g, a, at(x, left).add(at(x, right)));
        addTo(pair.gradient().x().data(), left, gz);
        addTo(pair.gradient().x().data(), right, gz);
    }

    /** Adds to the gradient of a; the gradient of z. */
    private static FloatVector leakyDotBack(GradientPair<float[]> pair, FloatVector g, int a, FloatVector z) {
        float[] ga = pair.gradient().a().data();
        VectorMask<Float> positive = z.compare(VectorOperators.GT, 0);
        FloatVector slope = all((float) LEAK).blend(all(1), positive).mul(g);
        slope.fma(z, at(ga, a)).intoArray(ga, a);
        return slope.mul(at(pair.value().a().data(), a));
    }

    private static void addTo(float[] array, int from, FloatVector added) {
        at(array, from).add(added).intoArray(array, from);
    }
}
