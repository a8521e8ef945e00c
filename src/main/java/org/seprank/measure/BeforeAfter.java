package org.seprank.measure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.seprank.dataset.Labels;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * The measures of several graphs on the same vertices side by side, such as one graph at several budgets of edits. The
 * pairs at which the Jacobian is bounded are drawn from the first graph and kept for the others.
 *
 * @param reviews of the graphs, in their order, one at least
 */
public record BeforeAfter(List<GraphReview> reviews) {
    /**
     * One measure of all graphs.
     *
     * @param name of the measure
     * @param measures of the graphs, in their order
     */
    public record Line(String name, List<Measure> measures) {
        /** Copies the list. */
        public Line {
            measures = List.copyOf(measures);
        }
    }

    /** Copies the list. */
    public BeforeAfter {
        reviews = List.copyOf(reviews);
        if (reviews.isEmpty()) {
            throw new IllegalArgumentException("there is no graph to be measured");
        }
    }

    /** The groups that say most in a few lines and take little time. */
    public static EnumSet<Group> mainGroups() {
        return EnumSet.of(
                Group.DEGREES, Group.HOMOPHILY, Group.CLUSTERING, Group.DISTANCES, Group.SPECTRUM, Group.CURVATURE);
    }

    /**
     * The measures of several graphs.
     *
     * @param graphs one at least, on the same vertices
     * @param labels of the vertices, {@link Labels#missing} where there are none
     * @throws IllegalArgumentException if the graphs differ in their number of vertices or in having directions
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static BeforeAfter of(List<Graph> graphs, Labels labels, MeasureOptions options, Progress progress) {
        MeasureOptions common = options;
        List<GraphReview> reviews = new ArrayList<>();
        for (Graph graph : graphs) {
            Graph first = graphs.get(0);
            if (graph.vertexCount() != first.vertexCount() || graph.directed() != first.directed()) {
                throw new IllegalArgumentException("the graphs to be compared are an " + first + " and an " + graph
                        + "; vertices must be the same");
            }
            if (reviews.isEmpty()
                    && options.pairs().pairs().isEmpty()
                    && options.groups().contains(Group.JACOBIAN)) {
                common = options.withPairs(
                        PairSample.within(graph, options.depths().last(), options.effort()));
            }
            GraphReview review = GraphReview.of(graph, labels, common, progress);
            reviews.add(
                    graphs.size() > 1 && options.groups().contains(Group.FIDELITY)
                            ? review.and(Fidelity.of(first, graph, options.effort(), progress))
                            : review);
        }
        return new BeforeAfter(reviews);
    }

    /** Line by line. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < reviews.get(0).measures().size(); i++) {
            int line = i;
            lines.add(new Line(
                    reviews.get(0).measures().get(i).name(),
                    reviews.stream().map(review -> review.measures().get(line)).toList()));
        }
        return lines;
    }
}
