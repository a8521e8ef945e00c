package org.seprank.rewire.protection;

import java.math.BigInteger;
import java.util.BitSet;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.rewire.walk.SparseCounts;

/** The walk index of one partition while edges go: the sum over its boundary of the walks to its target. */
final class GuardedIndex {
    private final Graph graph;
    private final VertexSet partition;
    private final WalksToTarget walks;
    private final int[] crossings; // per vertex, (in-)neighbours on the other side
    private final BitSet boundary = new BitSet();
    private long value;

    /** @throws ArithmeticException if the walk index does not fit 64 bits */
    GuardedIndex(Graph graph, VertexSet partition, WalksToTarget walks) {
        this.graph = graph;
        this.partition = partition;
        this.walks = walks;
        this.crossings = new int[graph.vertexCount()];
        for (int e = 0; e < graph.edgeCount(); e++) {
            if (crosses(e)) {
                count(e, 1);
            }
        }
        BigInteger sum = BigInteger.ZERO;
        for (int v = 0; v < crossings.length; v++) {
            if (crossings[v] > 0) {
                boundary.set(v);
                sum = sum.add(BigInteger.valueOf(walks.at(v)));
            }
        }
        this.value = sum.longValueExact();
    }

    WalksToTarget walks() {
        return walks;
    }

    long value() {
        return value;
    }

    /** By how much the walk index would fall without the edge, given how the walks to the target would. */
    long lossWithout(int edge, SparseCounts fall) {
        long loss = 0;
        for (int i = 0; i < fall.size(); i++) {
            int v = fall.vertex(i);
            loss += boundary.get(v) ? fall.at(v) : 0;
        }
        if (crosses(edge)) {
            loss += restWithoutCrossing(graph.target(edge), fall);
            loss += graph.directed() ? 0 : restWithoutCrossing(graph.source(edge), fall);
        }
        return loss;
    }

    /** What is left of a boundary vertex's walks is lost with its last crossing. */
    private long restWithoutCrossing(int v, SparseCounts fall) {
        return crossings[v] == 1 ? walks.at(v) - fall.at(v) : 0;
    }

    /** Takes the edge away, before the walks to the target do. */
    void remove(int edge, SparseCounts fall) {
        value -= lossWithout(edge, fall);
        if (crosses(edge)) {
            count(edge, -1);
            if (crossings[graph.source(edge)] == 0) {
                boundary.clear(graph.source(edge));
            }
            if (crossings[graph.target(edge)] == 0) {
                boundary.clear(graph.target(edge));
            }
        }
    }

    private boolean crosses(int edge) {
        return partition.contains(graph.source(edge)) != partition.contains(graph.target(edge));
    }

    private void count(int edge, int change) {
        crossings[graph.target(edge)] += change;
        if (!graph.directed()) {
            crossings[graph.source(edge)] += change;
        }
    }
}
