package org.seprank.study.advise;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.seprank.dataset.NodeDataset;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.ClassMeans;
import org.seprank.measure.GraphReview;
import org.seprank.measure.Group;
import org.seprank.measure.Measure;
import org.seprank.measure.MeasureOptions;
import org.seprank.study.input.GraphInput;
import org.seprank.work.Progress;

/**
 * The measures that advice rests on: those of {@code seprank measure}, so that each can be had again. Bounds across
 * classes are left out of graphs on which they would take longer than seconds.
 *
 * @param review all of them
 * @param depth of the network
 * @param largestComponent the share of vertices in the largest component
 * @param labelled vertices whose labels are known
 * @param classes the partitions that are measured
 */
record Diagnosis(GraphReview review, int depth, double largestComponent, int labelled, List<Partition> classes) {
    private static final double STEPS_PER_PLACE = 2000; // of bounds, layers times vertices and edges
    private static final double MOST_STEPS = 5e8;
    private static final Set<Group> GROUPS = EnumSet.of(
            Group.DEGREES,
            Group.HOMOPHILY,
            Group.DISTANCES,
            Group.SPECTRUM,
            Group.CURVATURE,
            Group.REACH,
            Group.JACOBIAN,
            Group.RANGE);

    /** Copies the list. */
    Diagnosis {
        classes = List.copyOf(classes);
    }

    /**
     * Measures a graph.
     *
     * @param classes the partitions of its classes; may be none
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    static Diagnosis of(GraphInput read, List<Partition> classes, Asked asked, Progress progress) {
        return of(read, classes, GROUPS, asked, progress);
    }

    /** What the rules of the advice need, and no more. */
    static Diagnosis brief(GraphInput read, Asked asked, Progress progress) {
        return of(read, List.of(), Set.of(Group.SPECTRUM), asked, progress);
    }

    private static Diagnosis of(
            GraphInput read, List<Partition> classes, Set<Group> groups, Asked asked, Progress progress) {
        Graph graph = read.graph();
        int depth = asked.network().depth();
        MeasureOptions options = MeasureOptions.seeded(asked.seed())
                .withGroups(groups)
                .withDepths(new MeasureOptions.Depths(1, depth))
                .withSubject(new MeasureOptions.Subject(
                        List.of(), read.dataset().map(NodeDataset::features).orElse(null)));
        List<Measure> measures = new ArrayList<>(
                GraphReview.of(graph, read.labels(), options, progress).measures());
        measures.addAll(ClassMeans.of(graph, read.labels(), options));
        if (!classes.isEmpty()) {
            MeasureOptions across = options.withDepths(new MeasureOptions.Depths(depth, depth))
                    .withGroups(acrossGroups(graph, depth, classes.size()))
                    .withQuestion(new MeasureOptions.Question(
                            classes,
                            asked.network().targetIn(graph),
                            asked.network().inputWidth(),
                            asked.network().hiddenWidth()));
            measures.addAll(
                    GraphReview.of(graph, read.labels(), across, progress).measures());
        }
        double largest = (double) Components.of(graph).largest().length / Math.max(1, graph.vertexCount());
        int labelled = graph.vertexCount() - read.labels().missingCount();
        return new Diagnosis(new GraphReview(measures), depth, largest, labelled, classes);
    }

    private static Set<Group> acrossGroups(Graph graph, int depth, int classes) {
        double places = (double) depth * (graph.vertexCount() + graph.edgeCount());
        return STEPS_PER_PLACE * places * classes <= MOST_STEPS
                ? Set.of(Group.WALKS, Group.SEPARATION)
                : Set.of(Group.WALKS);
    }

    Optional<Measure> measure(String name) {
        return review.named(name);
    }

    /** A number, of a distribution its median; NaN where it was not computed. */
    double number(String name) {
        return measure(name)
                .map(measure -> measure.reading() instanceof Measure.Spread spread
                        ? spread.distribution().quantiles().get(2)
                        : measure.number())
                .orElse(Double.NaN);
    }

    /** The mean of a distribution; NaN where it was not computed. */
    double mean(String name) {
        return measure(name)
                .map(measure -> measure.reading() instanceof Measure.Spread spread
                        ? spread.distribution().mean()
                        : Double.NaN)
                .orElse(Double.NaN);
    }

    /** The share of vertices nearest to their class mean, by features that are averaged so often. */
    double share(int times) {
        return number(times == 0 ? ClassMeans.OWN : ClassMeans.AVERAGED + ", depth " + times);
    }

    /** The number of averagings, from 1 to the depth, by which most are; the least of several. */
    int bestDepth() {
        int best = 1;
        for (int times = 2; times <= depth; times++) {
            best = share(times) > share(best) ? times : best;
        }
        return best;
    }

    /** About the standard error of a difference of two shares. */
    double error() {
        double p = share(0);
        return Math.sqrt(2 * Math.max(0.25 / Math.max(1, labelled), p * (1 - p)) / Math.max(1, labelled));
    }

    /** How sure that number is. */
    String certainty(String name) {
        return measure(name).map(one -> one.certainty().describe()).orElse("not computed");
    }
}
