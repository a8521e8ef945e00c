package org.seprank.lab.dynamics;

import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.linear.Matrices;
import org.seprank.linear.SymmetricEigen;
import org.seprank.work.Progress;

/**
 * One network trained by gradient descent, beside {@code exp(-H t)} of its kernel H at the start: how far the residual
 * leaves that curve, how far weights and kernel move, and the kernel's least eigenvalue on the way.
 */
final class WidthRun {
    private static final int LOOKS = 50;

    private final SpherePoints data;
    private final WideNetwork network;
    private final WideNetwork first;
    private final double rate;
    private final double[] start;
    private final double[][] kernel;
    private final SymmetricEigen modes;
    private final Curve measured;
    private final Curve predicted;
    private final Curve eigenvalues;
    private double deviation;
    private double least = Double.POSITIVE_INFINITY;
    private double slowest; // greatest ‖r(t)‖² over (1 - ηλ/2)^t ‖r(0)‖²

    WidthRun(String name, SpherePoints data, WideNetwork network, double rate) {
        this.data = data;
        this.network = network;
        this.first = network.copy();
        this.rate = rate;
        this.start = residual();
        this.kernel = network.kernel();
        this.modes = SymmetricEigen.of(kernel);
        this.measured = Curve.named(name);
        this.predicted = Curve.reference("exp(-Ht), " + name, name);
        this.eigenvalues = Curve.named(name);
    }

    private double[] residual() {
        double[] residual = network.outputs().clone();
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= data.value(i);
        }
        return residual;
    }

    /** {@code exp(-H t) r(0)}. */
    private double[] predicted(double time) {
        double[] result = new double[start.length];
        for (int k = 0; k < start.length; k++) {
            double[] mode = modes.vector(k);
            Matrices.addScaled(Math.exp(-modes.value(k) * time) * Matrices.dot(mode, start), mode, result);
        }
        return result;
    }

    private static double norm(double[] x) {
        return Math.sqrt(Matrices.dot(x, x));
    }

    /**
     * Trains and measures.
     *
     * @param eigenvalue the least one of the kernel in the limit, that the proved rate is compared with
     */
    Figures run(int steps, double eigenvalue, Progress progress) {
        progress.start(measured.name(), steps);
        int every = Math.max(1, steps / LOOKS);
        double proved = Math.log(1 - rate * eigenvalue / 2);
        for (int t = 0; t <= steps && !progress.cancelled(); t++) {
            double[] residual = residual();
            slowest = Math.max(
                    slowest, Matrices.dot(residual, residual) / Matrices.dot(start, start) / Math.exp(proved * t));
            if (t % every == 0) {
                look(t, residual);
                progress.advanceTo(t);
            }
            if (t < steps) {
                network.step(residual, rate);
            }
        }
        return Figures.none()
                .and("deviation from exp(-Ht), greatest", deviation)
                .and("farthest move of a unit", network.distance(first))
                .and("kernel change", Matrices.relativeError(network.kernel(), kernel))
                .and("least eigenvalue on the way", least)
                .and("residual at the end", norm(residual()) / norm(start))
                .and("squared residual / proved bound, greatest", slowest);
    }

    private void look(int t, double[] residual) {
        double[] expected = predicted(rate * t);
        measured.add(rate * t, norm(residual) / norm(start));
        predicted.add(rate * t, norm(expected) / norm(start));
        Matrices.addScaled(-1, residual, expected);
        deviation = Math.max(deviation, norm(expected) / norm(start));
        SymmetricEigen now = SymmetricEigen.of(network.kernel());
        double lowest = now.value(now.size() - 1);
        eigenvalues.add(rate * t, lowest);
        least = Math.min(least, lowest);
    }

    /** {@code ‖r(0)‖}. */
    double initial() {
        return norm(start);
    }

    Curve measured() {
        return measured;
    }

    Curve reference() {
        return predicted;
    }

    Curve eigenvalues() {
        return eigenvalues;
    }
}
