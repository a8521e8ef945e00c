package org.seprank.measure;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.rank.Certainty;
import org.seprank.rewire.spectral.EffectiveResistance;
import org.seprank.rewire.spectral.SpectralGap;
import org.seprank.rewire.spectral.linear.LaplacianSolver;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * How well a graph conducts: the second smallest eigenvalue of the normalised Laplacian ({@link SpectralGap}), and
 * effective resistances ({@link EffectiveResistance}), both by the weights of edges: the sum over all pairs, the
 * Kirchhoff index, infinite where some pair is not joined by a path, the sum over the joined pairs, and the
 * distribution over pairs.
 *
 * <p>Small graphs are inverted, and their distribution is that of all pairs. In others uniform pairs are drawn, every
 * one is a linear system of its own, solved to a relative tolerance of 1e-6, and the sum is M. Hutchinson's estimate
 * {@code sum over components c of |c| z^T L_c^+ z} with random signs z (Commun. Stat. Simul. 18, 1989).
 */
final class Conductance {
    private static final int MOST_INVERTED = 1000;
    private static final int PROBES = 32;
    private static final double TOLERANCE = 1e-6;
    private static final double GAP_STEPS = 8000;
    private static final double GAP_PATIENCE = 50;
    private static final List<String> NAMES = List.of(
            "total effective resistance",
            "total effective resistance, joined pairs only",
            "effective resistance of pairs");

    private final Graph graph;
    private final MeasureOptions.Effort effort;
    private final Components components;
    private final LaplacianSolver solver;

    private Conductance(Graph graph, MeasureOptions.Effort effort) {
        this.graph = graph;
        this.effort = effort;
        this.components = Components.of(graph);
        this.solver = LaplacianSolver.of(graph, effort.seed());
    }

    /** The gap of the whole graph, 0 where two components have edges, and the smallest of the components. */
    static List<Measure> gaps(Graph graph, MeasureOptions.Effort effort) {
        List<String> names = List.of("spectral gap", "spectral gap, least of the components");
        String why = graph.edgeCount() == 0 && !graph.directed() ? "there is no edge" : refusal(graph);
        double steps = GAP_STEPS * (40.0 * graph.vertexCount() + 2.0 * graph.edgeCount());
        if (why.isEmpty() && steps > GAP_PATIENCE * effort.mostSteps()) {
            why = "the iteration might take " + Math.round(steps / 1e9) + " billion steps";
        }
        if (!why.isEmpty()) {
            return Measure.missing(Group.SPECTRUM, names, why);
        }
        SpectralGap whole = SpectralGap.of(graph, effort.seed());
        boolean connected = whole.value() > 0; // otherwise 0 is known without iteration
        SpectralGap within = connected ? whole : SpectralGap.withinComponents(graph, effort.seed());
        return List.of(gap(names.get(0), whole), gap(names.get(1), within));
    }

    /** A Rayleigh quotient is never below the least eigenvalue. */
    private static Measure gap(String name, SpectralGap gap) {
        Measure measure = Measure.real(Group.SPECTRUM, name, gap.value());
        return gap.residual() <= Math.max(1e-8, 1e-3 * gap.value())
                ? measure
                : measure.with(new Certainty.AtMost("the iteration stopped early"));
    }

    static List<Measure> resistances(Graph graph, MeasureOptions.Effort effort, Progress progress) {
        String why = refusal(graph);
        if (!why.isEmpty()) {
            return Measure.missing(Group.RESISTANCE, NAMES, why);
        }
        if (graph.vertexCount() <= MOST_INVERTED) {
            return inverted(graph);
        }
        PairSample pairs = PairSample.uniform(graph.vertexCount(), effort.pairs(), effort.seed());
        Conductance solving = new Conductance(graph, effort);
        double[] values = new double[pairs.pairs().size()];
        progress.start("effective resistances", -1);
        Parallel.current()
                .each(
                        values.length,
                        progress.silent(),
                        i -> values[i] = solving.between(pairs.pairs().get(i)));
        return measures(
                graph,
                solving.total(progress),
                spread(values).with(Certainty.sampled(values.length, pairs.description(), pairs.seed())));
    }

    private static String refusal(Graph graph) {
        if (graph.directed()) {
            return Structure.DIRECTED;
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            if (!(graph.weight(e) > 0 && Double.isFinite(graph.weight(e)))) {
                return "edge weight " + graph.weight(e) + " is not positive and finite";
            }
        }
        return graph.vertexCount() < 2 ? "there is no pair of vertices" : "";
    }

    private static List<Measure> inverted(Graph graph) {
        EffectiveResistance exact = EffectiveResistance.exact(graph);
        int n = graph.vertexCount();
        double[] values = new double[n * (n - 1) / 2];
        int at = 0;
        for (int v = 1; v < n; v++) {
            for (int u = 0; u < v; u++) {
                values[at++] = exact.between(v, u);
            }
        }
        return measures(graph, Measure.real(Group.RESISTANCE, NAMES.get(1), exact.total()), spread(values));
    }

    private static List<Measure> measures(Graph graph, Measure joined, Measure spread) {
        double total = Components.of(graph).count() > 1 ? Double.POSITIVE_INFINITY : joined.number();
        Measure whole = Measure.real(Group.RESISTANCE, NAMES.get(0), total);
        return List.of(Double.isInfinite(total) ? whole : whole.with(joined.certainty()), joined, spread);
    }

    private static Measure spread(double[] values) {
        return Measure.spread(Group.RESISTANCE, NAMES.get(2), Distribution.of(values, Distribution.Binning.NONE));
    }

    private double between(PairSample.Pair pair) {
        if (components.of(pair.v()) != components.of(pair.u())) {
            return Double.POSITIVE_INFINITY;
        }
        double[] current = new double[graph.vertexCount()];
        current[pair.v()] = 1;
        current[pair.u()] = -1;
        double[] potentials = solver.solve(current, TOLERANCE);
        return potentials[pair.v()] - potentials[pair.u()];
    }

    private Measure total(Progress progress) {
        int[] sizes = new int[components.count()];
        for (int v = 0; v < graph.vertexCount(); v++) {
            sizes[components.of(v)]++;
        }
        SplittableRandom random = new SplittableRandom(effort.seed());
        SplittableRandom[] streams = new SplittableRandom[PROBES];
        Arrays.setAll(streams, i -> random.split());
        double[] samples = new double[PROBES];
        Parallel.current().each(PROBES, progress.silent(), i -> samples[i] = probe(streams[i], sizes));
        double mean = Arrays.stream(samples).sum() / PROBES;
        double squares =
                Arrays.stream(samples).map(s -> (s - mean) * (s - mean)).sum();
        double error = Math.sqrt(squares / (PROBES - 1) / PROBES);
        return Measure.real(Group.RESISTANCE, NAMES.get(1), mean)
                .with(new Certainty.Estimated(PROBES, "random vectors", effort.seed(), error));
    }

    /** {@code sum over v of |c(v)| z_v (L^+ z)_v} for signs z less their means on the components. */
    private double probe(SplittableRandom random, int[] sizes) {
        double[] signs = new double[graph.vertexCount()];
        double[] means = new double[sizes.length];
        for (int v = 0; v < signs.length; v++) {
            signs[v] = random.nextBoolean() ? 1 : -1;
            means[components.of(v)] += signs[v] / sizes[components.of(v)];
        }
        for (int v = 0; v < signs.length; v++) {
            signs[v] -= means[components.of(v)];
        }
        double[] solution = solver.solve(signs, TOLERANCE);
        double sum = 0;
        for (int v = 0; v < signs.length; v++) {
            sum += sizes[components.of(v)] * signs[v] * solution[v];
        }
        return sum;
    }
}
