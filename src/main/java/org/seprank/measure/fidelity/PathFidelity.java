package org.seprank.measure.fidelity;

import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * What the shortest paths from the same sources say of two graphs: stretch of distances, pairs that are no longer
 * joined, the two kinds of centrality by paths, eccentricities. Exact where every vertex is a source. Time O(n + m) a
 * source.
 */
public final class PathFidelity {
    private final PathSearch first;
    private final PathSearch second;
    private final double[][] eccentricities; // of both graphs by source
    private double stretches;
    private double greatest;
    private long joinedInBoth;
    private long joined;

    private PathFidelity(Graph first, Graph second, int sources) {
        this.first = new PathSearch(first);
        this.second = new PathSearch(second);
        this.eccentricities = new double[2][sources];
    }

    /**
     * Searches both graphs.
     *
     * @param first the original
     * @param second another on the same vertices
     * @param sources distinct vertices
     * @throws CancellationException if {@code progress} asks to stop
     * @throws IllegalArgumentException if two vertices have 10^308 shortest paths
     */
    public static PathFidelity of(Graph first, Graph second, int[] sources, Progress progress) {
        PathFidelity fidelity = new PathFidelity(first, second, sources.length);
        progress.start("shortest paths", sources.length);
        for (int i = 0; i < sources.length; i++) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            fidelity.first.from(sources[i]);
            fidelity.second.from(sources[i]);
            fidelity.eccentricities[0][i] = fidelity.first.eccentricity();
            fidelity.eccentricities[1][i] = fidelity.second.eccentricity();
            fidelity.compare(sources[i], first.vertexCount());
            progress.advanceTo(i + 1L);
        }
        return fidelity;
    }

    private void compare(int source, int n) {
        for (int v = 0; v < n; v++) {
            int before = first.distance(v);
            int after = second.distance(v);
            if (v != source && before != PathSearch.UNREACHED) {
                joined++;
                if (after != PathSearch.UNREACHED) {
                    joinedInBoth++;
                    double stretch = after / (double) before;
                    stretches += stretch;
                    greatest = Math.max(greatest, stretch);
                }
            }
        }
    }

    /** The mean of d'/d over the pairs that are joined in both graphs; NaN without any. */
    public double meanStretch() {
        return stretches / joinedInBoth;
    }

    /** The largest d'/d of those pairs; NaN without any. */
    public double greatestStretch() {
        return joinedInBoth == 0 ? Double.NaN : greatest;
    }

    /** The share of the pairs joined in the first graph that are not in the second; NaN without any. */
    public double shareCut() {
        return (joined - joinedInBoth) / (double) joined;
    }

    /** Betweenness of the vertices of the first graph, or the second. */
    public double[] betweenness(boolean ofSecond) {
        return (ofSecond ? second : first).betweenness();
    }

    /** Harmonic closeness of the vertices of the first graph, or the second. */
    public double[] closeness(boolean ofSecond) {
        return (ofSecond ? second : first).closeness();
    }

    /** Eccentricities, within what they reach, of the sources in the first graph, or the second. */
    public double[] eccentricities(boolean ofSecond) {
        return eccentricities[ofSecond ? 1 : 0].clone();
    }
}
