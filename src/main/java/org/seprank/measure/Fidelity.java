package org.seprank.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Communities;
import org.seprank.measure.fidelity.Agreement;
import org.seprank.measure.fidelity.Centralities;
import org.seprank.measure.fidelity.EdgeDisjointPaths;
import org.seprank.measure.fidelity.PathFidelity;
import org.seprank.measure.fidelity.QuadraticForms;
import org.seprank.rank.Certainty;
import org.seprank.work.Progress;

/**
 * How faithful a graph is to the first on the same vertices, what sparsification is judged by (Y. Chen et al., VLDB 17,
 * 2023): whether five centralities rank vertices alike (Spearman's correlation over all, and the overlap of the top
 * tenths), how distances stretch, quadratic forms of Laplacians, maximal flows, communities, distributions of degrees
 * and eccentricities, components. A graph is compared with itself as well: its column says what a perfect score is, and
 * where it is less than perfect nothing is.
 *
 * <p>Paths are searched from all vertices where the limit of steps allows, else from a sample; quadratic forms and
 * flows are always sampled. Edges count as 1 but in quadratic forms.
 */
final class Fidelity {
    private static final int TOP = 10; // one in so many
    private static final int VECTORS = 64;
    private static final int POWER_STEPS = 200;
    private static final double FLOW_SEARCHES = 10; // of a flow, about
    private static final double SOLVER_PASSES = 40; // of a linear system, about
    private static final List<String> BY_PATHS = List.of("betweenness", "closeness");
    private static final List<String> STRETCH =
            List.of("stretch of distances, mean", "stretch of distances, greatest", "joined pairs cut, share");
    private static final String ECCENTRICITIES = "eccentricities, Kolmogorov-Smirnov distance";

    private final Graph first;
    private final Graph second;
    private final MeasureOptions.Effort effort;
    private final List<Measure> measures = new ArrayList<>();

    private Fidelity(Graph first, Graph second, MeasureOptions.Effort effort) {
        this.first = first;
        this.second = second;
        this.effort = effort;
    }

    static List<Measure> of(Graph first, Graph second, MeasureOptions.Effort effort, Progress progress) {
        Fidelity fidelity = new Fidelity(first, second, effort);
        fidelity.paths(progress);
        fidelity.centralities();
        fidelity.quadraticForms();
        fidelity.flows(progress);
        fidelity.groups();
        return fidelity.measures;
    }

    private void paths(Progress progress) {
        int[] sources = sources();
        int n = first.vertexCount();
        Certainty certainty = sources.length == n
                ? new Certainty.Exact()
                : Certainty.sampled(sources.length, "of " + n + " vertices", effort.seed());
        PathFidelity found;
        try {
            found = PathFidelity.of(first, second, sources, progress);
        } catch (IllegalArgumentException tooMany) {
            withoutPaths(String.valueOf(tooMany.getMessage()));
            return;
        }
        compare(BY_PATHS.get(0), found.betweenness(false), found.betweenness(true), certainty);
        compare(BY_PATHS.get(1), found.closeness(false), found.closeness(true), certainty);
        add(STRETCH.get(0), found.meanStretch(), "no pair is joined in both graphs", certainty);
        Certainty least = sources.length == n ? certainty : new Certainty.AtLeast("from a sample");
        add(STRETCH.get(1), found.greatestStretch(), "no pair is joined in both graphs", least);
        add(STRETCH.get(2), found.shareCut(), "no pair is joined in the first graph", certainty);
        double distance = Agreement.kolmogorovSmirnov(found.eccentricities(false), found.eccentricities(true));
        add(ECCENTRICITIES, distance, "there is no vertex", certainty);
    }

    private int[] sources() {
        int n = first.vertexCount();
        double each = 2.0 * n + 4.0 * first.edgeCount(); // by the first graph alone, so that all have the same sources
        boolean all = 2 * n * each <= effort.mostSteps();
        return PairSample.numbers(n, all ? n : effort.vertices(), effort.seed());
    }

    private void withoutPaths(String why) {
        for (String centrality : BY_PATHS) {
            measures.addAll(Measure.missing(Group.FIDELITY, names(centrality), why));
        }
        measures.addAll(Measure.missing(Group.FIDELITY, STRETCH, why));
        measures.add(Measure.missing(Group.FIDELITY, ECCENTRICITIES, why));
    }

    private static List<String> names(String centrality) {
        return List.of(
                centrality + " centrality, Spearman correlation", centrality + " centrality, overlap of top tenths");
    }

    private void centralities() {
        Certainty numerical = new Certainty.Numerical(Centralities.TOLERANCE);
        int degree = Math.max(
                Math.max(first.out().maxDegree(), first.in().maxDegree()),
                Math.max(second.out().maxDegree(), second.in().maxDegree()));
        double alpha = 1.0 / (1 + degree);
        compare("Katz", Centralities.katz(first, alpha), Centralities.katz(second, alpha), numerical);
        compare("eigenvector", Centralities.eigenvector(first), Centralities.eigenvector(second), numerical);
        compare("PageRank", Centralities.pageRank(first), Centralities.pageRank(second), numerical);
    }

    private void compare(String centrality, double[] x, double[] y, Certainty certainty) {
        List<String> names = names(centrality);
        add(names.get(0), Agreement.spearman(x, y), "it is the same for all vertices of a graph", certainty);
        int top = Math.max(1, (x.length + TOP - 1) / TOP);
        add(names.get(1), x.length == 0 ? Double.NaN : Agreement.topOverlap(x, y, top), "no vertex", certainty);
    }

    private void add(String name, double value, String whyNot, Certainty certainty) {
        measures.add(
                Double.isNaN(value)
                        ? Measure.missing(Group.FIDELITY, name, whyNot)
                        : Measure.real(Group.FIDELITY, name, value).with(certainty));
    }

    private void quadraticForms() {
        List<String> names = List.of(
                Measure.QUADRATIC + " ratio of random vectors",
                Measure.QUADRATIC + " ratio, least",
                Measure.QUADRATIC + " ratio, greatest");
        String why = Conductance.refusal(first) + Conductance.refusal(second);
        if (why.isEmpty() && (first.edgeCount() == 0 || second.edgeCount() == 0)) {
            why = "there is no edge in one of the graphs";
        }
        if (!why.isEmpty()) {
            measures.addAll(Measure.missing(Group.FIDELITY, names, why));
            return;
        }
        QuadraticForms forms = QuadraticForms.of(first, second);
        double[] ratios = forms.random(VECTORS, effort.seed());
        measures.add(Measure.spread(Group.FIDELITY, names.get(0), Distribution.of(ratios))
                .with(Certainty.sampled(VECTORS, "random vectors", effort.seed())));
        double each = SOLVER_PASSES * (first.edgeCount() + second.edgeCount() + first.vertexCount());
        int steps = (int) Math.max(5, Math.min(POWER_STEPS, effort.mostSteps() / each));
        double least = forms.least(steps, effort.seed());
        double greatest = forms.greatest(steps, effort.seed());
        String how = "by " + steps + " power steps or fewer";
        measures.add(Measure.real(Group.FIDELITY, names.get(1), least)
                .with(least == 0 ? new Certainty.Exact() : new Certainty.AtMost(how)));
        measures.add(Measure.real(Group.FIDELITY, names.get(2), greatest)
                .with(Double.isInfinite(greatest) ? new Certainty.Exact() : new Certainty.AtLeast(how)));
    }

    /** Of uniform pairs, less of them where flows take long; those without a flow in the first graph do not count. */
    private void flows(Progress progress) {
        double each =
                FLOW_SEARCHES * (4.0 * first.edgeCount() + 2.0 * first.vertexCount()); // all graphs have the same pairs
        int count = (int) Math.max(8, Math.min(effort.pairs(), effort.mostSteps() / each));
        PairSample pairs = PairSample.uniform(first.vertexCount(), count, effort.seed());
        EdgeDisjointPaths before = EdgeDisjointPaths.in(first);
        EdgeDisjointPaths after = EdgeDisjointPaths.in(second);
        progress.start("maximal flows", pairs.pairs().size());
        List<Double> ratios = new ArrayList<>();
        for (PairSample.Pair pair : pairs.pairs()) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            int flow = before.between(pair.v(), pair.u());
            if (flow > 0) {
                ratios.add(after.between(pair.v(), pair.u()) / (double) flow);
            }
        }
        double[] values = ratios.stream().mapToDouble(Double::doubleValue).toArray();
        measures.add(Measure.spread(Group.FIDELITY, "maximal flow ratio of pairs", Distribution.of(values))
                .with(Certainty.sampled(values.length, pairs.description(), pairs.seed())));
    }

    private void groups() {
        int n = first.vertexCount();
        Certainty exact = new Certainty.Exact();
        add(
                "communities, adjusted Rand index",
                Agreement.adjustedRand(
                        Communities.louvain(first, effort.seed()), Communities.louvain(second, effort.seed())),
                "",
                Certainty.sampled(1, "Louvain order of vertices", effort.seed()));
        add(
                "degrees, Kolmogorov-Smirnov distance",
                Agreement.kolmogorovSmirnov(degrees(first.out()), degrees(second.out())),
                "there is no vertex",
                exact);
        Components before = Components.of(first);
        Components after = Components.of(second);
        add(
                "components, adjusted Rand index",
                Agreement.adjustedRand(
                        IntStream.range(0, n).map(before::of).toArray(),
                        IntStream.range(0, n).map(after::of).toArray()),
                "",
                exact);
        add(
                "largest component, share of the first graph's",
                n == 0 ? Double.NaN : after.largest().length / (double) before.largest().length,
                "there is no vertex",
                exact);
    }

    private static double[] degrees(Adjacency rows) {
        return IntStream.range(0, rows.offsets().length - 1)
                .mapToDouble(rows::degree)
                .toArray();
    }
}
