package org.seprank.measure;

import java.util.ArrayList;
import java.util.List;
import org.seprank.dataset.Homophily;
import org.seprank.dataset.Labels;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.walk.Triangles;

/** What is counted exactly in nearly linear time: sizes, degrees, homophily, triangles. */
final class Structure {
    static final String DIRECTED = "not defined for directed graphs";

    private Structure() {}

    static List<Measure> degrees(Graph graph) {
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.whole(Group.DEGREES, "vertices", graph.vertexCount()));
        measures.add(Measure.whole(Group.DEGREES, "edges", graph.edgeCount()));
        measures.add(
                Measure.whole(Group.DEGREES, "components", Components.of(graph).count()));
        measures.add(Measure.whole(Group.DEGREES, "isolated vertices", isolated(graph)));
        measures.add(degrees(graph.directed() ? "out-degree" : "degree", graph.out()));
        if (graph.directed()) {
            measures.add(degrees("in-degree", graph.in()));
        }
        return measures;
    }

    private static Measure degrees(String name, Adjacency rows) {
        double[] degrees = new double[rows.offsets().length - 1];
        for (int v = 0; v < degrees.length; v++) {
            degrees[v] = rows.degree(v);
        }
        return Measure.spread(Group.DEGREES, name, Distribution.of(degrees, Distribution.Binning.POWERS));
    }

    private static int isolated(Graph graph) {
        int count = 0;
        for (int v = 0; v < graph.vertexCount(); v++) {
            count += graph.out().degree(v) + graph.in().degree(v) == 0 ? 1 : 0;
        }
        return count;
    }

    /** {@link Homophily}, which ignores directions and skips missing labels. */
    static List<Measure> homophily(Graph graph, Labels labels) {
        Homophily homophily = Homophily.of(graph, labels);
        boolean known = labels.missingCount() < labels.size();
        return List.of(
                homophily("edge homophily", homophily.edge(), known),
                homophily("vertex homophily", homophily.vertex(), known),
                homophily("adjusted homophily", homophily.adjusted(), known),
                homophily("class-insensitive homophily", homophily.classInsensitive(), known),
                homophily("unbiased homophily", homophily.unbiased(), known),
                homophily(
                        "edge label informativeness",
                        homophily.informativeness().ofEdges(),
                        known),
                homophily(
                        "vertex label informativeness",
                        homophily.informativeness().ofVertices(),
                        known));
    }

    private static Measure homophily(String name, double value, boolean known) {
        if (!known) {
            return Measure.missing(Group.HOMOPHILY, name, "no labels are known");
        }
        return Double.isNaN(value)
                ? Measure.missing(Group.HOMOPHILY, name, "0/0: no edge between labelled vertices, or a single class")
                : Measure.real(Group.HOMOPHILY, name, value);
    }

    /**
     * Triangles T; global clustering {@code 3 T / sum_v C(d_v, 2)}; mean over all vertices of the local coefficient
     * {@code T_v / C(d_v, 2)}, 0 where the degree is below 2 (D. Watts and S. Strogatz, Nature 393, 1998).
     */
    static List<Measure> clustering(Graph graph) {
        List<String> names = List.of("triangles", "global clustering", "mean local clustering");
        if (graph.directed()) {
            return Measure.missing(Group.CLUSTERING, names, DIRECTED);
        }
        Triangles triangles = Triangles.of(graph);
        int n = graph.vertexCount();
        double wedges = 0;
        double local = 0;
        for (int v = 0; v < n; v++) {
            double pairs = 0.5 * graph.out().degree(v) * (graph.out().degree(v) - 1.0);
            wedges += pairs;
            local += pairs > 0 ? triangles.at(v) / pairs : 0;
        }
        long total = triangles.total();
        return List.of(
                Measure.whole(Group.CLUSTERING, names.get(0), total),
                wedges > 0
                        ? Measure.real(Group.CLUSTERING, names.get(1), 3 * total / wedges)
                        : Measure.missing(Group.CLUSTERING, names.get(1), "there is no path of two edges"),
                n > 0
                        ? Measure.real(Group.CLUSTERING, names.get(2), local / n)
                        : Measure.missing(Group.CLUSTERING, names.get(2), "there is no vertex"));
    }
}
