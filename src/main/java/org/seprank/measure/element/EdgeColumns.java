package org.seprank.measure.element;

import static org.seprank.measure.element.ElementColumn.numbers;

import java.util.ArrayList;
import java.util.List;
import org.seprank.dataset.Labels;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.Group;
import org.seprank.measure.MeasureOptions;
import org.seprank.rewire.curvature.AugmentedForman;
import org.seprank.rewire.curvature.BalancedForman;
import org.seprank.rewire.curvature.JostLiu;
import org.seprank.rewire.curvature.OllivierRicci;
import org.seprank.rewire.score.Betweenness;
import org.seprank.rewire.score.Similarity;
import org.seprank.rewire.spectral.EffectiveResistance;
import org.seprank.rewire.spectral.SpectralGap;
import org.seprank.walk.EdgeRemovalEffect;
import org.seprank.walk.EdgeRemovalEffects;
import org.seprank.walk.EdgeTriangles;
import org.seprank.work.Progress;

/**
 * The quantities of every edge, in the order of {@link Group groups}:
 *
 * <ul>
 *   <li>degrees: the degrees of its ends, out and in those of a directed graph;
 *   <li>homophily: whether its ends have the same label, 0 or 1;
 *   <li>clustering: triangles, Jaccard similarity of the neighbourhoods of its ends (undirected graphs);
 *   <li>distances: betweenness;
 *   <li>walks: for every partition and depth what its walk index loses without the edge;
 *   <li>spectrum: what the spectral gap gains without the edge, to first order;
 *   <li>resistance: effective resistance between its ends, by the weights;
 *   <li>curvature: balanced Forman, AFR-3, AFR-4 and Ollivier-Ricci curvature (undirected graphs).
 * </ul>
 *
 * <p>All exact but for the spectrum, which is numerical; of all edges, whatever that takes, but for what would take
 * days. Results do not depend on the number of threads.
 */
public final class EdgeColumns {
    private static final String DIRECTED = "not defined for directed graphs";

    private final Graph graph;
    private final MeasureOptions options;
    private final Progress progress;
    private final List<ElementColumn> columns = new ArrayList<>();

    private EdgeColumns(Graph graph, MeasureOptions options, Progress progress) {
        this.graph = graph;
        this.options = options;
        this.progress = progress;
    }

    /**
     * The quantities of a graph's edges.
     *
     * @param labels of the vertices, {@link Labels#missing} where there are none
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static List<ElementColumn> of(Graph graph, Labels labels, MeasureOptions options, Progress progress) {
        EdgeColumns edges = new EdgeColumns(graph, options, progress);
        for (Group group : options.groups()) {
            switch (group) {
                case DEGREES -> edges.degrees();
                case HOMOPHILY -> edges.homophily(labels);
                case CLUSTERING -> edges.clustering();
                case DISTANCES -> edges.betweenness();
                case WALKS -> edges.losses();
                case SPECTRUM -> edges.gap();
                case RESISTANCE -> edges.resistance();
                case CURVATURE -> edges.curvatures();
                case SEPARATION, REACH, JACOBIAN, RANGE, ALIGNMENT, FIDELITY -> {} // nothing of single edges
            }
        }
        return List.copyOf(edges.columns);
    }

    private void degrees() {
        boolean arcs = graph.directed();
        columns.add(ElementColumn.of(
                arcs ? "out_degree_of_source" : "degree_of_source",
                e -> graph.out().degree(graph.source(e))));
        columns.add(ElementColumn.of(
                arcs ? "in_degree_of_target" : "degree_of_target",
                e -> graph.in().degree(graph.target(e))));
    }

    private void homophily(Labels labels) {
        if (labels.missingCount() == labels.size()) {
            columns.add(ElementColumn.missing("same_label", "no labels are known"));
            return;
        }
        columns.add(ElementColumn.of("same_label", e -> {
            int u = graph.source(e);
            int v = graph.target(e);
            if (!labels.known(u) || !labels.known(v)) {
                return Double.NaN;
            }
            return labels.label(u) == labels.label(v) ? 1 : 0;
        }));
    }

    private void clustering() {
        undirected("triangles", degreeSteps(), () -> numbers(EdgeTriangles.of(graph)));
        undirected("jaccard_similarity", degreeSteps(), () -> numbers(Similarity.JACCARD.scores(graph, progress)));
    }

    private void betweenness() {
        double steps = (double) graph.vertexCount() * (graph.vertexCount() + 2.0 * graph.edgeCount());
        computed("betweenness", steps, () -> numbers(new Betweenness(false).scores(graph, progress)));
    }

    private void losses() {
        MeasureOptions.Question question = options.question();
        for (Partition partition : question.partitions()) {
            for (int depth = options.depths().first(); depth <= options.depths().last(); depth++) {
                int layers = depth;
                String name = "walk_index_loss " + partition.name() + " depth " + depth;
                computed(name, lossSteps(depth), () -> {
                    List<EdgeRemovalEffect> losses = EdgeRemovalEffects.over(
                                    graph, partition.vertices(), question.target(), layers)
                            .all(progress);
                    return e -> losses.get(e).loss();
                });
            }
        }
    }

    /** Depths up to 3 take O(1) an edge, others the balls around its ends, of which n is an upper bound. */
    private double lossSteps(int depth) {
        double size = graph.vertexCount() + 2.0 * graph.edgeCount();
        return depth <= 3 ? size : size * graph.edgeCount();
    }

    private void gap() {
        undirected(
                "spectral_gap_gain_without",
                0,
                () -> numbers(SpectralGap.gainsWithout(graph, options.effort().seed())));
    }

    private void resistance() {
        undirected("effective_resistance", 0, () -> {
            EffectiveResistance resistance = EffectiveResistance.exact(graph);
            return e -> resistance.between(graph.source(e), graph.target(e));
        });
    }

    private void curvatures() {
        undirected(
                "balanced_forman_curvature",
                degreeSteps(),
                () -> numbers(new BalancedForman(BalancedForman.Variant.PAPER).all(graph)));
        undirected("afr_3_curvature", degreeSteps(), () -> numbers(AugmentedForman.TRIANGLES.all(graph)));
        undirected("afr_4_curvature", degreeSteps(), () -> numbers(AugmentedForman.FOUR_CYCLES.all(graph)));
        undirected(
                "ollivier_ricci_curvature",
                0,
                () -> numbers(OllivierRicci.of(OllivierRicci.Options.defaults()).all(graph)));
        undirected("jost_liu_curvature", degreeSteps(), () -> numbers(JostLiu.all(graph)));
    }

    /** About those of counting what both ends of every edge have in common. */
    private double degreeSteps() {
        double steps = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            steps += (double) graph.out().degree(graph.source(e)) * graph.out().degree(graph.target(e)) / 32;
        }
        return steps;
    }

    private void undirected(String name, double steps, ElementColumn.Values values) {
        if (graph.directed()) {
            columns.add(ElementColumn.missing(name, DIRECTED));
        } else {
            computed(name, steps, values);
        }
    }

    private void computed(String name, double steps, ElementColumn.Values values) {
        columns.add(ElementColumn.computed(name, steps, progress, values));
    }
}
