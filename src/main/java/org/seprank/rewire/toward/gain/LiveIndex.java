package org.seprank.rewire.toward.gain;

import java.math.BigInteger;
import java.util.BitSet;
import org.seprank.graph.VertexSet;

/** The walk index of one partition in a graph that changes: its boundary, and the walks that start there. */
final class LiveIndex {
    private final VertexSet partition;
    private final int target; // number of the layers of walks into the target
    private final int[] crossings; // per vertex, (in-)neighbours on the other side
    private final Layers from;
    private long value;

    /** @throws ArithmeticException if a walk count does not fit 64 bits */
    LiveIndex(LiveGraph graph, VertexSet partition, int target, Layers into, int steps) {
        this.partition = partition;
        this.target = target;
        this.crossings = new int[graph.vertexCount()];
        BitSet boundary = new BitSet();
        BigInteger sum = BigInteger.ZERO;
        for (int v = 0; v < crossings.length; v++) {
            for (int k = 0; k < graph.inDegree(v); k++) {
                crossings[v] += crosses(graph.in(v)[k], v) ? 1 : 0;
            }
            if (crossings[v] > 0) {
                boundary.set(v);
                sum = sum.add(BigInteger.valueOf(into.at(steps, v)));
            }
        }
        this.value = sum.longValueExact();
        this.from = new Layers(graph, boundary, true, steps);
    }

    int target() {
        return target;
    }

    long value() {
        return value;
    }

    /** Whether an arc leads from one side to the other. */
    boolean crosses(int u, int v) {
        return partition.contains(u) != partition.contains(v);
    }

    /** The number of walks of {@code k} steps from the boundary to {@code v}, k in 0..L-2. */
    long from(int k, int v) {
        return from.at(k, v);
    }

    /** 1 if the end at place {@code p} enters the boundary with the move, -1 if it leaves it, otherwise 0. */
    int boundaryChange(Arcs arcs, int p) {
        int v = arcs.end(p);
        int after = crossings[v];
        for (int f = 0; f < arcs.size(); f++) {
            after += arcs.headPlace(f) == p && crosses(arcs.tail(f), v) ? arcs.sign(f) : 0;
        }
        return Integer.signum(after) - Integer.signum(crossings[v]);
    }

    /** Follows the graph, which has changed by {@code arcs}. */
    void follow(LiveGraph graph, Arcs arcs, long gain, SparseChange[] changes, BitSet touched) {
        value = Math.addExact(value, gain);
        changes[0].clear();
        for (int p = 0; p < arcs.endCount(); p++) {
            changes[0].add(arcs.end(p), boundaryChange(arcs, p));
        }
        for (int f = 0; f < arcs.size(); f++) {
            if (crosses(arcs.tail(f), arcs.head(f))) {
                crossings[arcs.head(f)] += arcs.sign(f);
                touched.set(arcs.head(f));
            }
        }
        from.follow(graph, arcs, changes, touched);
    }
}
