package org.seprank.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.seprank.dataset.Labels;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * The measures of one graph, in the order of their {@link Group groups}. Which there are depends on the options and on
 * whether the graph is directed, not on its edges: what cannot be computed is there with the reason. So two graphs on
 * the same vertices have the same measures line by line.
 *
 * <ul>
 *   <li>degrees: vertices, edges, components, isolated vertices, degrees;
 *   <li>homophily: of edges and vertices and {@code adjusted = (h - sum_k p_k^2) / (1 - sum_k p_k^2)}, where h is the
 *       share of edges within classes and p_k that of edge ends in class k (Platonov et al. 2022, arXiv 2209.06177),
 *       class-insensitive, unbiased, and label informativeness ({@link org.seprank.dataset.Homophily});
 *   <li>clustering: triangles, global and mean local coefficient (undirected graphs);
 *   <li>distances: share of pairs that a path joins, diameter, mean distance;
 *   <li>walks: walk indices of single vertices, as logarithms, and of the partitions;
 *   <li>separation: bounds on ln of the separation rank of the partitions;
 *   <li>spectrum, resistance: spectral gap and effective resistances (undirected graphs);
 *   <li>curvature: of edges (undirected graphs);
 *   <li>reach, jacobian: receptive fields, and the bound {@code (Â^L)_vu} of the Jacobian;
 *   <li>range: of the walks that {@code Â^L} counts, and of given tasks ({@link org.seprank.measure.range});
 *   <li>alignment: of graph and features ({@link org.seprank.measure.alignment.FeatureAlignment}), and whether averages
 *       over neighbours tell classes apart ({@link ClassMeans}).
 * </ul>
 *
 * <p>The group fidelity compares two graphs: only a {@link BeforeAfter} has it.
 *
 * <p>What would take more than {@link MeasureOptions.Effort#mostSteps} is estimated from a seeded sample. Memory O((n +
 * m) threads), never quadratic beyond a thousand vertices. Results do not depend on the number of threads.
 *
 * @param measures in order
 */
public record GraphReview(List<Measure> measures) {
    /** Copies the list. */
    public GraphReview {
        measures = List.copyOf(measures);
    }

    /**
     * The measures of a graph.
     *
     * @param labels of the vertices, {@link Labels#missing} where there are none
     * @throws IllegalArgumentException if labels or partitions are about another number of vertices
     * @throws CancellationException if {@code progress} asks to stop
     */
    public static GraphReview of(Graph graph, Labels labels, MeasureOptions options, Progress progress) {
        List<Measure> measures = new ArrayList<>();
        for (Group group : options.groups()) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            measures.addAll(
                    switch (group) {
                        case DEGREES -> Structure.degrees(graph);
                        case HOMOPHILY -> Structure.homophily(graph, labels);
                        case CLUSTERING -> Structure.clustering(graph);
                        case DISTANCES -> Distances.of(graph, options.effort(), progress);
                        case WALKS -> WalkIndices.of(graph, options, progress);
                        case SEPARATION -> Separations.of(graph, options, progress);
                        case SPECTRUM -> Conductance.gaps(graph, options.effort());
                        case RESISTANCE -> Conductance.resistances(graph, options.effort(), progress);
                        case CURVATURE -> Curvatures.of(graph, options.effort(), progress);
                        case REACH -> Reach.fields(graph, options, progress);
                        case JACOBIAN -> Reach.jacobians(graph, options, progress);
                        case RANGE -> Ranges.of(graph, options, progress);
                        case ALIGNMENT -> alignment(graph, labels, options);
                        case FIDELITY -> List.of();
                    });
        }
        return new GraphReview(measures);
    }

    private static List<Measure> alignment(Graph graph, Labels labels, MeasureOptions options) {
        List<Measure> measures =
                new ArrayList<>(Alignments.of(graph, options.subject().features(), options.effort()));
        measures.addAll(ClassMeans.of(graph, labels, options));
        return measures;
    }

    /** The same and more measures after them. */
    GraphReview and(List<Measure> more) {
        List<Measure> all = new ArrayList<>(measures);
        all.addAll(more);
        return new GraphReview(all);
    }

    /** The measure of that name. */
    public Optional<Measure> named(String name) {
        return measures.stream().filter(measure -> measure.name().equals(name)).findFirst();
    }
}
