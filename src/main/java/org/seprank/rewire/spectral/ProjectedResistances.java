package org.seprank.rewire.spectral;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.rewire.spectral.linear.LaplacianSolver;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/** The rows of Z: the potentials that random currents of strength sqrt(w) along all edges raise. */
final class ProjectedResistances implements EffectiveResistance.Source {
    private final Graph graph;
    private final Components components;
    private final ResistanceOptions options;
    private final LaplacianSolver solver;
    private final double[][] potentials; // [k][n]

    private ProjectedResistances(Graph graph, Components components, ResistanceOptions options, Progress progress) {
        this.graph = graph;
        this.components = components;
        this.options = options;
        this.solver = LaplacianSolver.of(graph, options.seed());
        this.potentials = solveAll(new SplittableRandom(options.seed()), this::currents, progress);
    }

    static ProjectedResistances of(Graph graph, Components components, ResistanceOptions options, Progress progress) {
        return new ProjectedResistances(graph, components, options, progress);
    }

    /** One solution per right-hand side, whose random numbers are set apart before threads come in. */
    private double[][] solveAll(SplittableRandom random, Function<SplittableRandom, double[]> side, Progress progress) {
        int k = options.projections(graph.vertexCount());
        SplittableRandom[] streams = new SplittableRandom[k];
        Arrays.setAll(streams, i -> random.split());
        progress.start("effective resistances", k);
        double[][] solutions = new double[k][];
        Parallel.current()
                .each(k, progress, i -> solutions[i] = solver.solve(side.apply(streams[i]), options.tolerance()));
        return solutions;
    }

    private double[] currents(SplittableRandom random) {
        double[] currents = new double[graph.vertexCount()];
        long signs = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            signs = e % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
            double current = (signs & 1) == 0 ? Math.sqrt(graph.weight(e)) : -Math.sqrt(graph.weight(e));
            currents[graph.source(e)] += current;
            currents[graph.target(e)] -= current;
        }
        return currents;
    }

    /** Random signs, less their mean on each component. */
    private double[] signs(SplittableRandom random) {
        double[] signs = new double[graph.vertexCount()];
        double[] means = new double[components.count()];
        int[] sizes = sizes();
        for (int v = 0; v < signs.length; v++) {
            signs[v] = random.nextBoolean() ? 1 : -1;
            means[components.of(v)] += signs[v] / sizes[components.of(v)];
        }
        for (int v = 0; v < signs.length; v++) {
            signs[v] -= means[components.of(v)];
        }
        return signs;
    }

    private int[] sizes() {
        int[] sizes = new int[components.count()];
        for (int v = 0; v < graph.vertexCount(); v++) {
            sizes[components.of(v)]++;
        }
        return sizes;
    }

    @Override
    public double between(int u, int v) {
        double sum = 0;
        for (double[] row : potentials) {
            sum += (row[u] - row[v]) * (row[u] - row[v]);
        }
        return sum / potentials.length;
    }

    @Override
    public double[] ofEdges() {
        double[] resistances = new double[graph.edgeCount()];
        for (double[] row : potentials) {
            for (int e = 0; e < resistances.length; e++) {
                double drop = row[graph.source(e)] - row[graph.target(e)];
                resistances[e] += drop * drop;
            }
        }
        for (int e = 0; e < resistances.length; e++) {
            resistances[e] /= potentials.length;
        }
        return resistances;
    }

    @Override
    public EffectiveResistance.Total total() {
        SplittableRandom random = new SplittableRandom(~options.seed());
        int k = potentials.length;
        int[] sizes = sizes();
        double[][] sides = new double[k][];
        SplittableRandom[] streams = new SplittableRandom[k];
        Arrays.setAll(streams, i -> random.split());
        Arrays.setAll(sides, i -> signs(streams[i]));
        double[] samples = new double[k];
        Parallel.current().each(k, i -> {
            double[] solution = solver.solve(sides[i], options.tolerance());
            for (int v = 0; v < solution.length; v++) {
                samples[i] += sizes[components.of(v)] * sides[i][v] * solution[v];
            }
        });
        double mean = Arrays.stream(samples).sum() / k;
        double squares =
                Arrays.stream(samples).map(s -> (s - mean) * (s - mean)).sum();
        return new EffectiveResistance.Total(
                mean, k == 1 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / (k - 1) / k));
    }

    @Override
    public double standardError() {
        return Math.sqrt(2.0 / potentials.length);
    }
}
