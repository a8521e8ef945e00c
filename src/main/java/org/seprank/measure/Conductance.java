package org.seprank.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
 * distribution over pairs. With them the times of random walks: access (hitting) times {@code H(u, v)} from u to v, and
 * commute times {@code H(u, v) + H(v, u) = vol R_uv}, vol twice the weight of the edges of the component; a long
 * commute goes with a small Jacobian (Di Giovanni et al. 2023, arXiv 2302.02941).
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
    private static final String GAP_BOUND = "spectral gap, bound by degree and diameter";
    private static final List<String> NAMES = List.of(
            "total effective resistance",
            "total effective resistance, joined pairs only",
            "effective resistance of pairs",
            "commute time of pairs",
            "access time of ordered pairs");

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
        List<String> names = List.of("spectral gap", "spectral gap, least of the components", GAP_BOUND);
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
        return List.of(gap(names.get(0), whole), gap(names.get(1), within), gapBound(graph, effort));
    }

    /**
     * {@code 1 - 2 √(k-1)/k + (2/D) (1 + 2 √(k-1)/k)} for the maximal degree k and the diameter D of at least 4: so
     * small is the gap at least, and mixing so slow (Liang et al. 2025, arXiv 2503.09008, Theorem 5.2, after F. Chung).
     * It falls as D grows, so that a lower bound of D serves.
     */
    private static Measure gapBound(Graph graph, MeasureOptions.Effort effort) {
        if (graph.weighted()) {
            return Measure.missing(Group.SPECTRUM, GAP_BOUND, "it is of graphs without weights");
        }
        if (Components.of(graph).count() > 1) {
            return Measure.missing(Group.SPECTRUM, GAP_BOUND, "the graph is not connected, the diameter is infinite");
        }
        double diameter = Distances.longest(graph, effort);
        if (diameter < 4) {
            return Measure.missing(Group.SPECTRUM, GAP_BOUND, "it needs a diameter of 4");
        }
        double k = graph.out().maxDegree();
        double root = 2 * Math.sqrt(k - 1) / k;
        return Measure.real(Group.SPECTRUM, GAP_BOUND, 1 - root + 2 / diameter * (1 + root))
                .with(new Certainty.AtMost("for every graph of maximal degree " + (int) k + " and diameter "
                        + (int) diameter + " or more"));
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
            return inverted(graph, effort);
        }
        PairSample pairs = PairSample.uniform(graph.vertexCount(), effort.pairs(), effort.seed());
        Conductance solving = new Conductance(graph, effort);
        double[][] values = new double[3][pairs.pairs().size()];
        double[] volumes = solving.volumes();
        progress.start("effective resistances", -1);
        Parallel.current().each(values[0].length, progress.silent(), i -> {
            PairSample.Pair pair = pairs.pairs().get(i);
            values[0][i] = solving.between(pair);
            values[1][i] = Double.isInfinite(values[0][i]) ? values[0][i] : volumes[pair.v()] * values[0][i];
            values[2][i] = solving.access(pair, volumes);
        });
        Certainty drawn = Certainty.sampled(values[0].length, pairs.description(), pairs.seed());
        List<Measure> measures = new ArrayList<>(totals(graph, solving.total(progress)));
        for (int k = 0; k < values.length; k++) {
            measures.add(spread(NAMES.get(2 + k), values[k]).with(drawn));
        }
        return measures;
    }

    static String refusal(Graph graph) {
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

    private static List<Measure> inverted(Graph graph, MeasureOptions.Effort effort) {
        EffectiveResistance exact = EffectiveResistance.exact(graph);
        int n = graph.vertexCount();
        double[] volumes = new Conductance(graph, effort).volumes();
        double[] weighed = weighed(graph, exact);
        double[][] values = new double[3][n * (n - 1) / 2];
        values[2] = new double[n * (n - 1)];
        int at = 0;
        for (int v = 1; v < n; v++) {
            for (int u = 0; u < v; u++) {
                double resistance = exact.between(v, u);
                boolean joined = resistance < Double.POSITIVE_INFINITY;
                values[0][at] = resistance;
                values[1][at] = joined ? volumes[v] * resistance : resistance;
                double lean = joined ? weighed[u] - weighed[v] : 0;
                values[2][2 * at] = (values[1][at] + lean) / 2;
                values[2][2 * at + 1] = (values[1][at] - lean) / 2;
                at++;
            }
        }
        List<Measure> measures =
                new ArrayList<>(totals(graph, Measure.real(Group.RESISTANCE, NAMES.get(1), exact.total())));
        for (int k = 0; k < values.length; k++) {
            measures.add(spread(NAMES.get(2 + k), values[k]));
        }
        return measures;
    }

    /**
     * {@code Σ_w s_w R_vw} over the component of v, s the strengths: H(u, v) is half of vol R_uv + its value at v - at
     * u.
     */
    private static double[] weighed(Graph graph, EffectiveResistance exact) {
        double[] strengths = strengths(graph);
        double[] sums = new double[strengths.length];
        for (int v = 0; v < sums.length; v++) {
            for (int w = 0; w < sums.length; w++) {
                double resistance = exact.between(v, w);
                sums[v] += resistance < Double.POSITIVE_INFINITY ? strengths[w] * resistance : 0;
            }
        }
        return sums;
    }

    private static double[] strengths(Graph graph) {
        double[] strengths = new double[graph.vertexCount()];
        for (int e = 0; e < graph.edgeCount(); e++) {
            strengths[graph.source(e)] += graph.weight(e);
            strengths[graph.target(e)] += graph.weight(e);
        }
        return strengths;
    }

    /** Of the component of every vertex the sum of its strengths. */
    private double[] volumes() {
        double[] strengths = strengths(graph);
        double[] sums = new double[components.count()];
        for (int v = 0; v < strengths.length; v++) {
            sums[components.of(v)] += strengths[v];
        }
        return IntStream.range(0, strengths.length)
                .mapToDouble(v -> sums[components.of(v)])
                .toArray();
    }

    /** H(v, u): the difference at v and u of the potentials of currents s in and vol out at u. */
    private double access(PairSample.Pair pair, double[] volumes) {
        if (components.of(pair.v()) != components.of(pair.u())) {
            return Double.POSITIVE_INFINITY;
        }
        double[] currents = strengths(graph);
        for (int v = 0; v < currents.length; v++) {
            currents[v] = components.of(v) == components.of(pair.u()) ? currents[v] : 0;
        }
        currents[pair.u()] -= volumes[pair.u()];
        double[] potentials = solver.solve(currents, TOLERANCE);
        return potentials[pair.v()] - potentials[pair.u()];
    }

    private static List<Measure> totals(Graph graph, Measure joined) {
        double total = Components.of(graph).count() > 1 ? Double.POSITIVE_INFINITY : joined.number();
        Measure whole = Measure.real(Group.RESISTANCE, NAMES.get(0), total);
        return List.of(Double.isInfinite(total) ? whole : whole.with(joined.certainty()), joined);
    }

    private static Measure spread(String name, double[] values) {
        return Measure.spread(Group.RESISTANCE, name, Distribution.of(values, Distribution.Binning.NONE));
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
        int[] sizes = components.sizes();
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
