package org.seprank.rewire.feature;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.seprank.dataset.Features;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.feature.plane.PrincipalPlane;
import org.seprank.rewire.feature.plane.Triangulation;
import org.seprank.work.Progress;

/**
 * Replaces the edges of a graph by those of the Delaunay triangulation of its vertices in the plane of the first two
 * principal components of their features, after H. Attali, D. Buscaldi and N. Pernelle, "Delaunay graph: addressing
 * over-squashing and over-smoothing using Delaunay triangulation", ICML 2024, where UMAP makes the plane. The mean
 * degree is below 6. Vertices with equal features, rows of zeros among them, are joined in a path, as
 * {@link Triangulation} tells; rows on a line are a path.
 *
 * <p>Edges of the triangulation that are none yet are added, the shortest first, and the edges that are none of its own
 * are removed, the longest first, in turns such that after any share of the additions about the same share of the
 * removals is done. The result of the paper is that of all edits. The score of an edit is the distance of its ends in
 * the plane; of equal distances the pair with the smallest smaller end goes first, then that with the smallest larger
 * end. Undirected graphs only; new edges weigh 1, in relation 1, and others keep their weight.
 *
 * <p>Time O(entries) for each of a few dozen to hundred steps of the components and O((n + m) log n) for random points.
 *
 * @param features of the vertices
 */
public record DelaunayRewirer(Features features) implements Rewirer {
    /**
     * @throws IllegalArgumentException if the graph is directed, or has another number of vertices than there are rows
     */
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        FeatureRows rows = FeatureRows.of(features);
        rows.checkFit(graph);
        progress.start("triangulating", 2);
        if (count == 0 || progress.cancelled()) {
            return EditList.empty();
        }
        PrincipalPlane plane = PrincipalPlane.of(rows.matrix());
        progress.advanceTo(1);
        return new Exchange(graph, plane.x(), plane.y()).edits(count);
    }

    /** The edits from a graph to the triangulation of points. */
    private record Exchange(Graph graph, Points points) {
        Exchange(Graph graph, double[] x, double[] y) {
            this(graph, new Points(x, y));
        }

        EditList edits(int count) {
            List<Edge> wanted = Arrays.stream(Triangulation.edges(points.x, points.y))
                    .map(pair -> new Edge(pair[0], pair[1]))
                    .toList();
            Set<Edge> kept = new HashSet<>(wanted);
            Comparator<Edge> byEnds = Comparator.comparingInt(Edge::u).thenComparingInt(Edge::v);
            List<Edge> fresh = wanted.stream()
                    .filter(edge -> graph.edgeBetween(edge.u(), edge.v()) < 0)
                    .sorted(Comparator.comparingDouble(points::distance).thenComparing(byEnds))
                    .toList();
            List<Edge> dropped = IntStream.range(0, graph.edgeCount())
                    .mapToObj(e -> new Edge(graph.source(e), graph.target(e)))
                    .filter(edge -> !kept.contains(edge))
                    .sorted(Comparator.comparingDouble(points::distance)
                            .reversed()
                            .thenComparing(byEnds))
                    .toList();
            double all = (double) fresh.size() + dropped.size();
            return new Turns(all == 0 ? 0 : fresh.size() / all)
                    .edits(order(Edit.Kind.ADD, fresh), order(Edit.Kind.REMOVE, dropped), count);
        }

        private Turns.Order order(Edit.Kind kind, List<Edge> edges) {
            return new Turns.Order() {
                @Override
                public int size() {
                    return edges.size();
                }

                @Override
                public void append(int i, EditList.Builder edits) {
                    Edge edge = edges.get(i);
                    edits.add(new Edit(kind, edge.u(), edge.v())).scored(points.distance(edge));
                }
            };
        }
    }

    /** Vertices in a plane. */
    private static final class Points {
        private final double[] x;
        private final double[] y;

        Points(double[] x, double[] y) {
            this.x = x;
            this.y = y;
        }

        double distance(Edge edge) {
            return Math.hypot(x[edge.u()] - x[edge.v()], y[edge.u()] - y[edge.v()]);
        }
    }
}
