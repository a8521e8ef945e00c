package org.seprank.walk;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * The walk index of a partition while edges are removed one after the other, exact: the same as {@link WalkIndex#of} of
 * the graph without the first k edges of an order, for some k, without making these graphs.
 *
 * <p>Each k takes time O(depth · (n + m - k)), and memory O(n + m) is shared by all.
 */
public final class WalkIndexAlong {
    private final Graph graph;
    private final VertexSet partition;
    private final VertexSet ends;
    private final int depth;
    private final int[] left; // edges that are still there, in no order
    private final int[] place; // of an edge among them
    private int count;

    private WalkIndexAlong(Graph graph, VertexSet partition, Target target, int depth) {
        this.graph = graph;
        this.partition = partition;
        this.ends = target.ends(graph.vertexCount());
        this.depth = depth;
        this.count = graph.edgeCount();
        this.left = new int[count];
        this.place = new int[count];
        Arrays.setAll(left, e -> e);
        Arrays.setAll(place, e -> e);
    }

    /**
     * The walk indices after some numbers of removals.
     *
     * @param depth L, in 1..{@value WalkIndex#MAX_DEPTH}
     * @param order edges in the order of their removal, all different
     * @param removals how many of them are removed, ascending, in 0..order.length
     * @return an index for each of the removals
     */
    public static BigInteger[] of(
            Graph graph, VertexSet partition, Target target, int depth, int[] order, int[] removals) {
        WalkIndex.checkDepth(depth);
        WalkIndexAlong along = new WalkIndexAlong(graph, partition, target, depth);
        BigInteger[] indices = new BigInteger[removals.length];
        int removed = 0;
        for (int i = 0; i < removals.length; i++) {
            for (; removed < removals[i]; removed++) {
                along.remove(order[removed]);
            }
            indices[i] = along.index();
        }
        return indices;
    }

    private void remove(int e) {
        int at = place[e];
        if (at >= count) {
            throw new IllegalArgumentException("edge " + e + " is removed twice");
        }
        count--;
        left[at] = left[count];
        place[left[at]] = at;
        place[e] = count;
    }

    private BigInteger index() {
        VertexSet boundary = boundary();
        try {
            return BigInteger.valueOf(sum(boundary));
        } catch (ArithmeticException overflow) {
            return bigSum(boundary);
        }
    }

    private VertexSet boundary() {
        BitSet boundary = new BitSet(graph.vertexCount());
        for (int i = 0; i < count; i++) {
            int u = graph.source(left[i]);
            int v = graph.target(left[i]);
            if (partition.contains(u) != partition.contains(v)) {
                boundary.set(v);
                boundary.set(graph.directed() ? v : u);
            }
        }
        return VertexSet.of(graph.vertexCount(), boundary);
    }

    private long sum(VertexSet boundary) {
        long[] walks = new long[graph.vertexCount()];
        ends.stream().forEach(v -> walks[v] = 1);
        long[] before = new long[walks.length];
        for (int step = 1; step < depth; step++) {
            System.arraycopy(walks, 0, before, 0, walks.length);
            for (int i = 0; i < count; i++) {
                int u = graph.source(left[i]);
                int v = graph.target(left[i]);
                walks[u] = Math.addExact(walks[u], before[v]);
                if (!graph.directed()) {
                    walks[v] = Math.addExact(walks[v], before[u]);
                }
            }
        }
        long sum = 0;
        for (int v = boundary.next(0); v >= 0; v = boundary.next(v + 1)) {
            sum = Math.addExact(sum, walks[v]);
        }
        return sum;
    }

    private BigInteger bigSum(VertexSet boundary) {
        BigInteger[] walks = new BigInteger[graph.vertexCount()];
        Arrays.setAll(walks, v -> ends.contains(v) ? BigInteger.ONE : BigInteger.ZERO);
        for (int step = 1; step < depth; step++) {
            BigInteger[] before = walks.clone();
            for (int i = 0; i < count; i++) {
                int u = graph.source(left[i]);
                int v = graph.target(left[i]);
                walks[u] = walks[u].add(before[v]);
                if (!graph.directed()) {
                    walks[v] = walks[v].add(before[u]);
                }
            }
        }
        return boundary.stream().mapToObj(v -> walks[v]).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
