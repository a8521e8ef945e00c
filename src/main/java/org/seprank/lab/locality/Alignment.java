package org.seprank.lab.locality;

import org.seprank.linear.Matrices;

/**
 * The absolute cosine of two gradients. Where a function f(a, b) is a product g(a) h(b), or a sum, its gradient by a
 * has a direction that b cannot change, and the mean of {@code |cos(∇ₐf(a, b), ∇ₐf(a, b'))|} is 1; otherwise it is
 * smaller. Added to a loss it punishes what has low rank across a and b (Razin, Maman and Cohen, arXiv 2201.11729,
 * section 6).
 */
final class Alignment {
    private Alignment() {}

    /**
     * {@code |cos(g, h)|}; 0 if one is 0.
     *
     * @param byG becomes the derivative by g
     * @param byH becomes the derivative by h
     */
    static double of(double[] g, double[] h, double[] byG, double[] byH) {
        double normG = Math.sqrt(Matrices.dot(g, g));
        double normH = Math.sqrt(Matrices.dot(h, h));
        boolean defined = normG > 0 && normH > 0;
        double cosine = defined ? Matrices.dot(g, h) / normG / normH : 0;
        double sign = Math.signum(cosine);
        for (int i = 0; i < g.length; i++) {
            double u = defined ? g[i] / normG : 0;
            double v = defined ? h[i] / normH : 0;
            byG[i] = defined ? sign * (v - cosine * u) / normG : 0;
            byH[i] = defined ? sign * (u - cosine * v) / normH : 0;
        }
        return Math.abs(cosine);
    }
}
