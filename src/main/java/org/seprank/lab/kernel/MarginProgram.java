package org.seprank.lab.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The greatest normalized margin of two layers of rectifiers of any width on points of the plane, which is that of the
 * ℓ1 support vector machine over all rectifiers of unit weights (Wei, Lee, Liu and Ma, arXiv 1810.05369, section 2),
 *
 * <pre>γ = max_{Σ|c_θ| ≤ 1} min_i y_i Σ c_θ max(0, &lt;u_θ, x_i&gt;)
 *   = min_{p in the simplex} max_θ |Σ p_i y_i max(0, &lt;u_θ, x_i&gt;)|.</pre>
 *
 * The minimum is taken by linear programs over more and more directions: between two points where rectifiers switch the
 * sum is {@code <u_θ, c>}, whose extremes are at c, -c and the ends, so that the worst direction for given p is found
 * exactly. The value of a program is a margin that is reached, the worst direction's is a bound.
 */
final class MarginProgram {
    private static final int ROUNDS = 100;
    private static final double EXACT = 1e-9;

    private final LabelledPoints data;
    private final List<Double> directions = new ArrayList<>();
    private double[] weights = {};
    private double lower;
    private double upper = Double.POSITIVE_INFINITY;

    private MarginProgram(LabelledPoints data) {
        this.data = data;
    }

    /** Solves it; the points have two coordinates. */
    static MarginProgram of(LabelledPoints data) {
        MarginProgram program = new MarginProgram(data);
        for (int k = 0; k < 32; k++) {
            program.directions.add(2 * Math.PI * k / 32);
        }
        for (int round = 0; round < ROUNDS && program.upper - program.lower > EXACT; round++) {
            program.solve();
            program.price();
        }
        return program;
    }

    /** The margin of a network of the directions so far. */
    double lower() {
        return lower;
    }

    /** A margin that no network exceeds. */
    double upper() {
        return upper;
    }

    /** {@code y_i max(0, <u_θ, x_i>)}. */
    private double feature(double direction, int point) {
        double[] x = data.points()[point];
        return data.label(point) * Math.max(0, Math.cos(direction) * x[0] + Math.sin(direction) * x[1]);
    }

    /** Least t over p and t with {@code ±Σ p_i y_i max(0, <u, x_i>) ≤ t} for the directions so far. */
    private void solve() {
        int n = data.count();
        List<LinearConstraint> constraints = new ArrayList<>();
        for (double direction : directions) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] row = new double[n + 1];
                for (int i = 0; i < n; i++) {
                    row[i] = sign * feature(direction, i);
                }
                row[n] = -1;
                constraints.add(new LinearConstraint(row, Relationship.LEQ, 0));
            }
        }
        double[] sum = new double[n + 1];
        Arrays.fill(sum, 0, n, 1);
        constraints.add(new LinearConstraint(sum, Relationship.EQ, 1));
        double[] objective = new double[n + 1];
        objective[n] = 1;
        weights = new SimplexSolver(1e-12, 10, 1e-13)
                .optimize(
                        new MaxIter(100_000),
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MINIMIZE,
                        new NonNegativeConstraint(true))
                .getPoint();
        lower = weights[n];
    }

    private double value(double direction) {
        double sum = 0;
        for (int i = 0; i < data.count(); i++) {
            sum += weights[i] * feature(direction, i);
        }
        return Math.abs(sum);
    }

    /** Adds the directions that exceed the program's value and lowers the bound to the worst one's. */
    private void price() {
        double[] switches = new double[2 * data.count()];
        for (int i = 0; i < data.count(); i++) {
            double angle = Math.atan2(data.points()[i][1], data.points()[i][0]);
            switches[2 * i] = positive(angle + Math.PI / 2);
            switches[2 * i + 1] = positive(angle - Math.PI / 2);
        }
        Arrays.sort(switches);
        double worst = 0;
        for (int k = 0; k < switches.length; k++) {
            double end = k + 1 < switches.length ? switches[k + 1] : switches[0] + 2 * Math.PI;
            for (double direction : candidates((switches[k] + end) / 2, switches[k])) {
                double value = value(direction);
                worst = Math.max(worst, value);
                if (value > lower + EXACT / 10) {
                    directions.add(direction);
                }
            }
        }
        upper = Math.min(upper, worst);
    }

    /** An end of an arc and both directions of the sum over the points that are seen inside. */
    private double[] candidates(double inside, double end) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < data.count(); i++) {
            if (data.label(i) * feature(inside, i) > 0) {
                x += weights[i] * data.label(i) * data.points()[i][0];
                y += weights[i] * data.label(i) * data.points()[i][1];
            }
        }
        double along = Math.atan2(y, x);
        return new double[] {end, along, along + Math.PI};
    }

    private static double positive(double angle) {
        return angle < 0 ? angle + 2 * Math.PI : angle % (2 * Math.PI);
    }
}
