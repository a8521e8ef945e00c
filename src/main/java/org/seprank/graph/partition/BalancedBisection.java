package org.seprank.graph.partition;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * Two parts of a graph of nearly the same size with few edges between them: the vertices in the order of the Fiedler
 * vector {@code D^(-1/2) x} of {@link SpectralBisection} are cut where the fewest edges cross, among the places that
 * leave 45 to 55 % of the vertices on either side, or the middle in small graphs; of equals at that next to the middle.
 * Edge directions and weights do not count.
 *
 * <p>In a disconnected graph the components follow each other, the larger first, and only the one in the middle is put
 * in the order of its vector. Time O(m) per Lanczos step.
 */
final class BalancedBisection {
    private static final double SLACK = 0.05;

    private BalancedBisection() {}

    /**
     * The part with vertex 0.
     *
     * @param seed where the iteration starts
     * @throws IllegalArgumentException if the graph has fewer than two vertices
     */
    static VertexSet of(Graph graph, long seed) {
        int n = graph.vertexCount();
        if (n < 2) {
            throw new IllegalArgumentException("a graph with " + n + " vertices has no two parts");
        }
        int[] order = ordered(graph.asUndirected(), 0.5, seed);
        BitSet part = new BitSet(n);
        Arrays.stream(order, 1, order[0] + 1).forEach(part::set);
        if (!part.get(0)) {
            part.flip(0, n);
        }
        return VertexSet.of(n, part);
    }

    /**
     * The size of the first of two parts of an undirected graph, then the vertices in an order in which that part comes
     * first.
     *
     * @param share about which part of the vertices it has, give or take 5 %
     */
    static int[] ordered(Graph graph, double share, long seed) {
        int[] order = order(graph, share, seed);
        int[] result = new int[order.length + 1];
        result[0] = cut(crossing(graph, order), share);
        System.arraycopy(order, 0, result, 1, order.length);
        return result;
    }

    private static int[] order(Graph graph, double share, long seed) {
        List<int[]> components = SpectralBisection.components(graph);
        int middle = (int) (share * graph.vertexCount());
        int placed = 0;
        for (int[] component : components) {
            if (placed < middle && middle < placed + component.length) {
                sort(graph, component, seed);
            }
            placed += component.length;
        }
        return components.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private static void sort(Graph graph, int[] component, long seed) {
        double[] x = BisectionVector.of(SpectralBisection.induced(graph, component), seed)
                .vector();
        int[] unsorted = component.clone();
        int[] sorted = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> x[i] / Math.sqrt(graph.out().degree(unsorted[i]))))
                .mapToInt(i -> unsorted[i])
                .toArray();
        System.arraycopy(sorted, 0, component, 0, sorted.length);
    }

    /** How many edges cross each place of the order, place k being after k vertices. */
    private static int[] crossing(Graph graph, int[] order) {
        int[] places = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            places[order[i]] = i;
        }
        int[] crossing = new int[order.length + 1];
        for (int e = 0; e < graph.edgeCount(); e++) {
            int one = places[graph.source(e)];
            int other = places[graph.target(e)];
            crossing[Math.min(one, other) + 1]++;
            crossing[Math.max(one, other) + 1]--;
        }
        Arrays.parallelPrefix(crossing, Integer::sum);
        return crossing;
    }

    private static int cut(int[] crossing, double share) {
        int n = crossing.length - 1;
        return IntStream.rangeClosed(least(n, share), n - least(n, 1 - share))
                .boxed()
                .min(Comparator.<Integer>comparingInt(k -> crossing[k])
                        .thenComparingDouble(k -> Math.abs(k - share * n)))
                .orElseThrow();
    }

    private static int least(int n, double share) {
        return Math.min((int) (share * n), (int) Math.ceil((share - SLACK) * n));
    }
}
