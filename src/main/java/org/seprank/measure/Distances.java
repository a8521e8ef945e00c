package org.seprank.measure;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.rank.Certainty;
import org.seprank.work.Progress;

/**
 * Distances in edges, whose weights do not count, along edges in directed graphs, over the ordered pairs of different
 * vertices: breadth first search from every vertex, or from a sample where that would take too long. Diameter and mean
 * distance are infinite where some pair is not joined by a path; those of the joined pairs have names of their own. In
 * a sample the diameter is a lower bound, the largest distance that the searches and two sweeps met (from the vertex of
 * the largest degree to the farthest, and from there), and the mean a ratio estimate.
 */
final class Distances {
    private static final int MOST_SEARCHED = 1000;
    private static final int SEARCHES = 16;
    private static final List<String> NAMES = List.of(
            "joined pairs, share",
            "diameter",
            "mean distance",
            "diameter, joined pairs only",
            "mean distance, joined pairs only");

    private final Graph graph;
    private final int[] sources;
    private final double[] sums;
    private final double[] counts;
    private int diameter;

    private Distances(Graph graph, int[] sources) {
        this.graph = graph;
        this.sources = sources;
        this.sums = new double[sources.length];
        this.counts = new double[sources.length];
    }

    static List<Measure> of(Graph graph, MeasureOptions.Effort effort, Progress progress) {
        int n = graph.vertexCount();
        if (n < 2) {
            return Measure.missing(Group.DISTANCES, NAMES, "there is no pair of vertices");
        }
        Distances distances = new Distances(graph, sources(graph, effort));
        distances.search(progress);
        return distances.measures(effort.seed());
    }

    private List<Measure> measures(long seed) {
        boolean all = sources.length == graph.vertexCount();
        Measure joined = joined(seed);
        Measure longest = longest(all);
        Measure mean = total() == 0
                ? Measure.missing(Group.DISTANCES, NAMES.get(4), "no path was met")
                : Measure.real(Group.DISTANCES, NAMES.get(4), mean())
                        .with(all ? new Certainty.Exact() : estimated(seed));
        boolean apart = joined.number() < 1;
        return List.of(joined, whole(1, apart, longest), whole(2, apart, mean), longest, mean);
    }

    /** The number over all pairs: infinite where some are not joined. */
    private static Measure whole(int name, boolean apart, Measure joined) {
        return apart
                ? Measure.real(Group.DISTANCES, NAMES.get(name), Double.POSITIVE_INFINITY)
                : new Measure(Group.DISTANCES, NAMES.get(name), "", 0, joined.reading(), joined.certainty());
    }

    /**
     * The diameter of a connected graph with few vertices; of others a lower bound from some searches and two sweeps.
     */
    static int longest(Graph graph, MeasureOptions.Effort effort) {
        int n = graph.vertexCount();
        int few = n <= MOST_SEARCHED ? n : SEARCHES;
        Distances distances = new Distances(graph, PairSample.numbers(n, few, effort.seed()));
        distances.search(Progress.none());
        return distances.diameter;
    }

    /** All vertices, or a sample where the searches would take more steps than allowed. */
    static int[] sources(Graph graph, MeasureOptions.Effort effort) {
        int n = graph.vertexCount();
        double each = n + (graph.directed() ? 1.0 : 2.0) * graph.edgeCount();
        return PairSample.numbers(n, n * each <= effort.mostSteps() ? n : effort.vertices(), effort.seed());
    }

    private void search(Progress progress) {
        progress.start("distances", sources.length);
        BreadthFirst search = new BreadthFirst(graph.out());
        for (int i = 0; i < sources.length; i++) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            counts[i] = search.from(sources[i], Integer.MAX_VALUE) - 1.0;
            sums[i] = search.totalDistance();
            diameter = Math.max(diameter, search.eccentricity());
            progress.advanceTo(i + 1);
        }
        if (sources.length < graph.vertexCount()) {
            sweep(search);
        }
    }

    private void sweep(BreadthFirst search) {
        int hub = 0;
        for (int v = 1; v < graph.vertexCount(); v++) {
            hub = graph.out().degree(v) > graph.out().degree(hub) ? v : hub;
        }
        int size = search.from(hub, Integer.MAX_VALUE);
        diameter = Math.max(diameter, search.eccentricity());
        search.from(search.vertex(size - 1), Integer.MAX_VALUE);
        diameter = Math.max(diameter, search.eccentricity());
    }

    private double total() {
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        return total;
    }

    private double mean() {
        double sum = 0;
        for (double s : sums) {
            sum += s;
        }
        return sum / total();
    }

    /** The standard error of a ratio of two means, sampled without repetition. */
    private Certainty estimated(long seed) {
        int k = sources.length;
        double squares = 0;
        for (int i = 0; i < k; i++) {
            squares += Math.pow(sums[i] - mean() * counts[i], 2);
        }
        double n = graph.vertexCount();
        double error = Math.sqrt(squares / (k - 1) / k * (1 - k / n)) / (total() / k);
        return new Certainty.Estimated(k, "of " + graph.vertexCount() + " vertices", seed, error);
    }

    private Measure longest(boolean all) {
        Measure longest = Measure.whole(Group.DISTANCES, NAMES.get(3), diameter);
        return all
                ? longest
                : longest.with(new Certainty.AtLeast("from " + sources.length + " searches and two sweeps"));
    }

    /** From the sizes of the components where edges have no direction, otherwise from the searches. */
    private Measure joined(long seed) {
        double n = graph.vertexCount();
        if (graph.directed()) {
            Measure share = Measure.real(Group.DISTANCES, NAMES.get(0), total() / sources.length / (n - 1));
            return sources.length == n
                    ? share
                    : share.with(Certainty.sampled(sources.length, "of " + (int) n + " vertices", seed));
        }
        double pairs = 0;
        for (double size : Components.of(graph).sizes()) {
            pairs += size * (size - 1);
        }
        return Measure.real(Group.DISTANCES, NAMES.get(0), pairs / n / (n - 1));
    }
}
