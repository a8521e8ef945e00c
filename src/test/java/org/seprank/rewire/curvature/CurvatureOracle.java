package org.seprank.rewire.curvature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.seprank.graph.Graph;

/** Curvatures straight from their definitions, on dense matrices. */
final class CurvatureOracle {
    private final int n;
    private final int[][] a;

    private CurvatureOracle(Graph graph) {
        n = graph.vertexCount();
        a = new int[n][n];
        for (int e = 0; e < graph.edgeCount(); e++) {
            a[graph.source(e)][graph.target(e)] = 1;
            a[graph.target(e)][graph.source(e)] = 1;
        }
    }

    static CurvatureOracle of(Graph graph) {
        return new CurvatureOracle(graph);
    }

    private int degree(int v) {
        return Arrays.stream(a[v]).sum();
    }

    private int walks(int u, int v) {
        int sum = 0;
        for (int k = 0; k < n; k++) {
            sum += a[u][k] * a[k][v];
        }
        return sum;
    }

    double balancedForman(int i, int j, BalancedForman.Variant variant) {
        int low = Math.min(degree(i), degree(j));
        int high = Math.max(degree(i), degree(j));
        boolean paper = variant == BalancedForman.Variant.PAPER;
        if (paper && low == 1) {
            return 0;
        }
        int[] counts = paper ? squares(i, j) : products(i, j);
        long sharp = Arrays.stream(counts).filter(c -> c > 0).count();
        int gamma = Arrays.stream(counts).max().orElse(0);
        double forman = 2.0 / high + 2.0 / low - 2 + walks(i, j) * (2.0 / high + 1.0 / low);
        return gamma == 0 ? forman : forman + (double) sharp / gamma / high;
    }

    /** For each k near i alone, the 4-cycles i-k-w-j-i whose w is near j alone; and the other way round. */
    private int[] squares(int i, int j) {
        int[] counts = new int[2 * n];
        for (int k = 0; k < n; k++) {
            for (int w = 0; w < n; w++) {
                boolean kAlone = k != j && a[i][k] == 1 && a[j][k] == 0;
                boolean wAlone = w != i && a[j][w] == 1 && a[i][w] == 0;
                if (kAlone && wAlone && a[k][w] == 1) {
                    counts[k]++;
                    counts[n + w]++;
                }
            }
        }
        return counts;
    }

    private int[] products(int i, int j) {
        int[] counts = new int[2 * n];
        for (int k = 0; k < n; k++) {
            counts[k] = a[k][j] * (walks(i, k) - a[i][k]);
            counts[n + k] = a[i][k] * (walks(k, j) - a[k][j]);
        }
        return counts;
    }

    long augmentedForman(int i, int j, boolean fourCycles) {
        long squares = 0;
        for (int k = 0; k < n; k++) {
            for (int w = 0; w < n; w++) {
                squares += k != j && w != i && k != w ? a[i][k] * a[k][w] * a[w][j] : 0;
            }
        }
        return 4L - degree(i) - degree(j) + 3L * walks(i, j) + (fourCycles ? 2 * squares : 0);
    }

    /** By the simplex method, on whole measures and distances from breadth-first search. */
    double ollivierRicci(int u, int v, double laziness) {
        List<LinearConstraint> constraints = new ArrayList<>();
        double[] costs = new double[n * n];
        for (int x = 0; x < n; x++) {
            int[] distances = distances(x);
            double[] out = new double[n * n];
            double[] in = new double[n * n];
            for (int y = 0; y < n; y++) {
                costs[x * n + y] = distances[y];
                out[x * n + y] = 1;
                in[y * n + x] = 1;
            }
            constraints.add(new LinearConstraint(out, Relationship.EQ, measure(u, x, laziness)));
            constraints.add(new LinearConstraint(in, Relationship.EQ, measure(v, x, laziness)));
        }
        return 1
                - new SimplexSolver()
                        .optimize(
                                new LinearObjectiveFunction(costs, 0),
                                new LinearConstraintSet(constraints),
                                GoalType.MINIMIZE,
                                new NonNegativeConstraint(true))
                        .getValue();
    }

    private double measure(int v, int x, double laziness) {
        return x == v ? laziness : a[v][x] * (1 - laziness) / degree(v);
    }

    private int[] distances(int from) {
        int[] distances = new int[n];
        Arrays.fill(distances, 1000);
        distances[from] = 0;
        for (int round = 0; round < n; round++) {
            for (int x = 0; x < n; x++) {
                for (int y = 0; y < n; y++) {
                    if (a[x][y] == 1) {
                        distances[y] = Math.min(distances[y], distances[x] + 1);
                    }
                }
            }
        }
        return distances;
    }
}
