package org.seprank.measure;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.seprank.graph.Graph;
import org.seprank.rank.Certainty;
import org.seprank.rewire.curvature.AugmentedForman;
import org.seprank.rewire.curvature.BalancedForman;
import org.seprank.rewire.curvature.JostLiu;
import org.seprank.rewire.curvature.OllivierRicci;
import org.seprank.work.Progress;

/**
 * The distributions of five curvatures over the edges of an undirected graph: {@link BalancedForman} (as in the paper),
 * {@link AugmentedForman} with triangles and with 4-cycles, {@link OllivierRicci} (laziness 0), {@link JostLiu}. Of all
 * edges where the limit of steps allows, else of a sample of edges without repetition.
 */
final class Curvatures {
    private static final List<String> NAMES = List.of(
            "balanced Forman curvature",
            "AFR-3 curvature",
            "AFR-4 curvature",
            "Ollivier-Ricci curvature",
            "Jost-Liu curvature");
    private static final int FEWEST = 50;

    private final Graph graph;
    private final MeasureOptions.Effort effort;
    private final Progress progress;

    /** Of all edges, and of some. */
    private record Ways(Supplier<double[]> all, Function<int[], double[]> some) {}

    private Curvatures(Graph graph, MeasureOptions.Effort effort, Progress progress) {
        this.graph = graph;
        this.effort = effort;
        this.progress = progress;
    }

    static List<Measure> of(Graph graph, MeasureOptions.Effort effort, Progress progress) {
        if (graph.directed()) {
            return Measure.missing(Group.CURVATURE, NAMES, Structure.DIRECTED);
        }
        Curvatures curvatures = new Curvatures(graph, effort, progress);
        return List.of(
                curvatures.balanced(),
                curvatures.augmented(NAMES.get(1), AugmentedForman.TRIANGLES),
                curvatures.augmented(NAMES.get(2), AugmentedForman.FOUR_CYCLES),
                curvatures.ollivierRicci(),
                curvatures.jostLiu());
    }

    private Measure balanced() {
        BalancedForman curvature = new BalancedForman(BalancedForman.Variant.PAPER);
        double steps = 0; // about those of rows of bits
        for (int e = 0; e < graph.edgeCount(); e++) {
            double du = graph.out().degree(graph.source(e));
            double dv = graph.out().degree(graph.target(e));
            steps += 2 * (du + dv) + du * dv / 32;
        }
        Distribution.Binning bins = Distribution.Binning.QUARTERS;
        return measure(
                NAMES.get(0), bins, steps, new Ways(() -> curvature.all(graph), edges -> curvature.of(graph, edges)));
    }

    private Measure augmented(String name, AugmentedForman curvature) {
        double steps = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            steps += 4.0
                    * Math.min(graph.out().degree(graph.source(e)), graph.out().degree(graph.target(e)));
        }
        Distribution.Binning bins = Distribution.Binning.SIGNED_POWERS;
        return measure(
                name,
                bins,
                steps,
                new Ways(() -> doubles(curvature.all(graph)), edges -> doubles(curvature.of(graph, edges))));
    }

    /** Of all edges whatever their number: it takes no longer than triangles. */
    private Measure jostLiu() {
        return measure(
                NAMES.get(4),
                Distribution.Binning.QUARTERS,
                0,
                new Ways(() -> JostLiu.all(graph), edges -> new double[0]));
    }

    private Measure ollivierRicci() {
        OllivierRicci curvature = OllivierRicci.of(OllivierRicci.Options.defaults());
        double steps = OllivierRicci.steps(graph);
        Distribution.Binning bins = Distribution.Binning.QUARTERS;
        return measure(
                NAMES.get(3), bins, steps, new Ways(() -> curvature.all(graph), edges -> curvature.of(graph, edges)));
    }

    /** Of all edges, or of as many as the steps allow by their mean per edge, 50 at least. */
    private Measure measure(String name, Distribution.Binning bins, double steps, Ways ways) {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        progress.start(name, -1);
        try {
            return steps <= effort.mostSteps()
                    ? Measure.spread(
                            Group.CURVATURE, name, Distribution.of(ways.all().get(), bins))
                    : sampled(name, bins, steps, ways.some());
        } catch (IllegalArgumentException tooLarge) {
            return Measure.missing(Group.CURVATURE, name, String.valueOf(tooLarge.getMessage()));
        }
    }

    private Measure sampled(String name, Distribution.Binning bins, double steps, Function<int[], double[]> curvature) {
        int m = graph.edgeCount();
        int size = (int) Math.max(FEWEST, Math.min(effort.edges(), effort.mostSteps() / steps * m));
        int[] edges = PairSample.numbers(m, size, effort.seed());
        return Measure.spread(Group.CURVATURE, name, Distribution.of(curvature.apply(edges), bins))
                .with(Certainty.sampled(edges.length, "of " + m + " edges", effort.seed()));
    }

    private static double[] doubles(long[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }
}
