package org.seprank.measure.element;

import static org.seprank.measure.element.ElementColumn.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.seprank.dataset.Labels;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.BreadthFirst;
import org.seprank.measure.Group;
import org.seprank.measure.MeasureOptions;
import org.seprank.rewire.spectral.EffectiveResistance;
import org.seprank.separation.interaction.WalkCountBound;
import org.seprank.walk.SingletonWalkIndices;
import org.seprank.walk.Target;
import org.seprank.walk.Triangles;
import org.seprank.work.Progress;

/**
 * The quantities of every vertex v, in the order of {@link Group groups}:
 *
 * <ul>
 *   <li>degrees: degree (out and in those of a directed graph), number of its component, from 0;
 *   <li>homophily: its class, and the share of its neighbours with a label that have the same;
 *   <li>clustering: triangles, local clustering coefficient, 0 below degree 2 (undirected graphs);
 *   <li>distances: the largest and the mean distance to the vertices that a path joins it to;
 *   <li>walks: for every partition whether v is on its side, 0 or 1; for every depth the walk index of {v} with
 *       prediction at v, and with prediction of the graph;
 *   <li>resistance: mean effective resistance and commute time ({@code 2 W R}, W the sum of the weights of the
 *       component's edges) to the other vertices of its component (undirected graphs);
 *   <li>reach: for every depth the size of its receptive field;
 *   <li>jacobian: for every depth its influence {@code (Â^L)_tv} on the target vertex t.
 * </ul>
 *
 * <p>All exact, of all vertices, whatever that takes, but for what would take days. Results do not depend on the number
 * of threads.
 */
public final class VertexColumns {
    private static final String DIRECTED = "not defined for directed graphs";

    private final Graph graph;
    private final MeasureOptions options;
    private final Progress progress;
    private final double size;
    private final List<ElementColumn> columns = new ArrayList<>();

    private VertexColumns(Graph graph, MeasureOptions options, Progress progress) {
        this.graph = graph;
        this.options = options;
        this.progress = progress;
        this.size = graph.vertexCount() + 2.0 * graph.edgeCount();
    }

    /**
     * The quantities of a graph's vertices.
     *
     * @param labels of the vertices, {@link Labels#missing} where there are none
     * @throws CancellationException if {@code progress} asks to stop
     */
    public static List<ElementColumn> of(Graph graph, Labels labels, MeasureOptions options, Progress progress) {
        VertexColumns vertices = new VertexColumns(graph, options, progress);
        for (Group group : options.groups()) {
            switch (group) {
                case DEGREES -> vertices.degrees();
                case HOMOPHILY -> vertices.homophily(labels);
                case CLUSTERING -> vertices.clustering();
                case DISTANCES -> vertices.distances();
                case WALKS -> vertices.walks();
                case RESISTANCE -> vertices.resistances();
                case REACH -> vertices.reach();
                case JACOBIAN -> vertices.influence();
                case SEPARATION, SPECTRUM, CURVATURE, RANGE, ALIGNMENT, FIDELITY -> {} // nothing of single vertices
            }
        }
        return List.copyOf(vertices.columns);
    }

    private void degrees() {
        columns.add(ElementColumn.of(
                graph.directed() ? "out_degree" : "degree", v -> graph.out().degree(v)));
        if (graph.directed()) {
            columns.add(ElementColumn.of("in_degree", v -> graph.in().degree(v)));
        }
        Components components = Components.of(graph);
        columns.add(ElementColumn.of("component", components::of));
    }

    private void homophily(Labels labels) {
        if (labels.missingCount() == labels.size()) {
            columns.add(ElementColumn.missing("label", "no labels are known"));
            columns.add(ElementColumn.missing("same_label_share", "no labels are known"));
            return;
        }
        columns.add(ElementColumn.of("label", v -> labels.known(v) ? (Number) labels.label(v) : Double.NaN));
        double[] same = new double[graph.vertexCount()];
        double[] known = new double[same.length];
        for (int e = 0; e < graph.edgeCount(); e++) {
            int u = graph.source(e);
            int v = graph.target(e);
            if (labels.known(u) && labels.known(v)) {
                known[u]++;
                known[v]++;
                same[u] += labels.label(u) == labels.label(v) ? 1 : 0;
                same[v] += labels.label(u) == labels.label(v) ? 1 : 0;
            }
        }
        columns.add(ElementColumn.of("same_label_share", v -> same[v] / known[v]));
    }

    private void clustering() {
        if (graph.directed()) {
            columns.add(ElementColumn.missing("triangles", DIRECTED));
            columns.add(ElementColumn.missing("local_clustering", DIRECTED));
            return;
        }
        Triangles triangles = Triangles.of(graph);
        columns.add(ElementColumn.of("triangles", triangles::at));
        columns.add(ElementColumn.of("local_clustering", v -> {
            double pairs = 0.5 * graph.out().degree(v) * (graph.out().degree(v) - 1.0);
            return pairs > 0 ? triangles.at(v) / pairs : 0.0;
        }));
    }

    private void distances() {
        int n = graph.vertexCount();
        int[] largest = new int[n];
        double[] mean = new double[n];
        columns.add(ElementColumn.computed("eccentricity", n * size, progress, () -> {
            BreadthFirst search = new BreadthFirst(graph.out());
            for (int v = 0; v < n; v++) {
                stopWhereAsked();
                int found = search.from(v, Integer.MAX_VALUE);
                largest[v] = search.eccentricity();
                mean[v] = search.totalDistance() / (found - 1.0);
            }
            return numbers(largest);
        }));
        columns.add(ElementColumn.computed("mean_distance", n * size, progress, () -> numbers(mean)));
    }

    private void stopWhereAsked() {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
    }

    private void walks() {
        for (Partition partition : options.question().partitions()) {
            columns.add(ElementColumn.of(
                    "in " + partition.name(), v -> partition.vertices().contains(v) ? 1 : 0));
        }
        for (int depth = options.depths().first(); depth <= options.depths().last(); depth++) {
            int layers = depth;
            computed("walk_index_of_v depth " + depth, SingletonWalkIndices.steps(graph, depth), () -> {
                SingletonWalkIndices indices = SingletonWalkIndices.vertexPrediction(graph, layers, progress);
                return indices::at;
            });
            computed("walk_index_of_v_for_the_graph depth " + depth, depth * size, () -> {
                SingletonWalkIndices indices = SingletonWalkIndices.graphPrediction(graph, layers);
                return indices::at;
            });
        }
    }

    private void resistances() {
        if (graph.directed()) {
            columns.add(ElementColumn.missing("mean_effective_resistance", DIRECTED));
            columns.add(ElementColumn.missing("mean_commute_time", DIRECTED));
            return;
        }
        int n = graph.vertexCount();
        double[] means = new double[n];
        ElementColumn mean = ElementColumn.computed("mean_effective_resistance", (double) n * n, progress, () -> {
            EffectiveResistance resistance = EffectiveResistance.exact(graph);
            Components components = Components.of(graph);
            for (int v = 0; v < n; v++) {
                means[v] = mean(v, resistance, components);
            }
            return numbers(means);
        });
        columns.add(mean);
        double[] volumes = volumes();
        columns.add(
                mean.known()
                        ? ElementColumn.of("mean_commute_time", v -> volumes[v] * means[v])
                        : ElementColumn.missing("mean_commute_time", mean.missing()));
    }

    private double mean(int v, EffectiveResistance resistance, Components components) {
        double sum = 0;
        int others = 0;
        for (int u = 0; u < graph.vertexCount(); u++) {
            if (u != v && components.of(u) == components.of(v)) {
                sum += resistance.between(u, v);
                others++;
            }
        }
        return sum / others;
    }

    /** Twice the sum of the weights of the edges of the component of each vertex. */
    private double[] volumes() {
        Components components = Components.of(graph);
        double[] sums = new double[components.count()];
        for (int e = 0; e < graph.edgeCount(); e++) {
            sums[components.of(graph.source(e))] += 2 * graph.weight(e);
        }
        double[] volumes = new double[graph.vertexCount()];
        for (int v = 0; v < volumes.length; v++) {
            volumes[v] = sums[components.of(v)];
        }
        return volumes;
    }

    private void reach() {
        MeasureOptions.Depths depths = options.depths();
        int n = graph.vertexCount();
        int[][] fields = new int[depths.last() + 1][n];
        for (int depth = depths.first(); depth <= depths.last(); depth++) {
            int[] field = fields[depth];
            boolean first = depth == depths.first();
            computed("receptive_field depth " + depth, n * size, () -> {
                if (first) {
                    searchFields(fields);
                }
                return numbers(field);
            });
        }
    }

    private void searchFields(int[][] fields) {
        BreadthFirst search = new BreadthFirst(graph.in());
        for (int v = 0; v < graph.vertexCount(); v++) {
            stopWhereAsked();
            search.from(v, fields.length - 1);
            for (int d = 0; d < fields.length; d++) {
                fields[d][v] = search.within(d);
            }
        }
    }

    private void influence() {
        if (!(options.question().target() instanceof Target.AtVertex target)) {
            columns.add(
                    ElementColumn.missing("influence", "influence is that on a target vertex; name it with --target"));
            return;
        }
        for (int depth = options.depths().first(); depth <= options.depths().last(); depth++) {
            WalkCountBound bound = WalkCountBound.of(graph, target.t(), depth);
            columns.add(ElementColumn.of("influence_on_" + graph.ids().id(target.t()) + " depth " + depth, bound::at));
        }
    }

    private void computed(String name, double steps, ElementColumn.Values values) {
        columns.add(ElementColumn.computed(name, steps, progress, values));
    }
}
