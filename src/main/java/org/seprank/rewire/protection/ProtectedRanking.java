package org.seprank.rewire.protection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.seprank.graph.Graph;
import org.seprank.rewire.Ties;
import org.seprank.rewire.removal.Ranking;
import org.seprank.rewire.row.UnsortedRows;
import org.seprank.rewire.walk.EdgesNearby;
import org.seprank.rewire.walk.SparseCounts;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;

/**
 * The order of Walk Index Sparsification in its general form (Algorithm 1 of arXiv 2211.16494): the edge first without
 * which the walk indices of M given partitions, sorted ascending, are lexicographically largest.
 *
 * <p>What an edge would cost each partition is kept and recomputed only for edges that have an end within max(0, L-2)
 * steps of a removed one. Every removal lowers the walk indices that all edges are judged by, so each ranking compares
 * all edges again: O(M m log M). Memory O(M (m + n) + T L n) for T different targets.
 */
final class ProtectedRanking implements Ranking {
    private final Graph graph;
    private final int depth;
    private final BooleanSupplier cancelled;
    private final UnsortedRows out;
    private final UnsortedRows in;
    private final List<WalksToTarget> targets;
    private final List<GuardedIndex> indices = new ArrayList<>();
    private final long[][] losses; // per edge, per partition
    private final BitSet outdated;
    private final BitSet taken;
    private final EdgesNearby nearby;
    private final VectorHeap heap;
    private boolean ranked;

    /** @throws IllegalArgumentException if walk counts do not fit 64 bits */
    ProtectedRanking(Graph graph, Protection protection, Ties ties, BooleanSupplier cancelled) {
        int m = graph.edgeCount();
        List<Interaction> protectedOnes = protection.partitions();
        this.graph = graph;
        this.depth = protection.depth();
        this.cancelled = cancelled;
        this.out = UnsortedRows.outgoing(graph);
        this.in = graph.directed() ? UnsortedRows.incoming(graph) : out;
        this.targets = count(protectedOnes);
        this.losses = new long[m][protectedOnes.size()];
        this.outdated = new BitSet(m);
        outdated.set(0, m);
        this.taken = new BitSet(m);
        this.nearby = new EdgesNearby(graph.vertexCount());
        this.heap = new VectorHeap(m, protectedOnes.size(), ties);
    }

    /** Counts the walks to each different target once. */
    private List<WalksToTarget> count(List<Interaction> protectedOnes) {
        Map<Target, WalksToTarget> byTarget = new LinkedHashMap<>();
        try {
            for (Interaction one : protectedOnes) {
                WalksToTarget walks = byTarget.computeIfAbsent(
                        one.target(),
                        target -> new WalksToTarget(graph, in, target.ends(graph.vertexCount()), depth - 1));
                indices.add(new GuardedIndex(graph, one.partition(), walks));
            }
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "depth " + depth + " is too large for this graph: a walk index exceeds 64 bits;"
                            + " choose a smaller depth",
                    overflow);
        }
        return List.copyOf(byTarget.values());
    }

    @Override
    public int next() {
        if (!ranked) {
            if (!refreshLosses()) {
                return NONE;
            }
            rank();
        }
        if (heap.isEmpty()) {
            return NONE;
        }
        int e = heap.pop();
        taken.set(e);
        return e;
    }

    @Override
    public void remove(int edge) {
        taken.set(edge);
        ranked = false;
        nearby.clear();
        nearby.startAt(graph.source(edge));
        nearby.startAt(graph.target(edge));
        if (in == out) {
            nearby.search(Math.max(0, depth - 2), out);
        } else {
            nearby.search(Math.max(0, depth - 2), out, in);
        }
        for (int i = 0; i < nearby.size(); i++) {
            outdated.set(nearby.edge(i));
        }
        for (WalksToTarget walks : targets) {
            SparseCounts fall = walks.fallWithout(edge);
            for (GuardedIndex index : indices) {
                if (index.walks() == walks) {
                    index.remove(edge, fall);
                }
            }
            walks.remove(edge);
        }
        out.remove(edge);
        if (in != out) {
            in.remove(edge);
        }
    }

    private boolean refreshLosses() {
        outdated.andNot(taken);
        for (int e = outdated.nextSetBit(0); e >= 0; e = outdated.nextSetBit(e + 1)) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            for (WalksToTarget walks : targets) {
                SparseCounts fall = walks.fallWithout(e);
                for (int i = 0; i < indices.size(); i++) {
                    if (indices.get(i).walks() == walks) {
                        losses[e][i] = indices.get(i).lossWithout(e, fall);
                    }
                }
            }
            outdated.clear(e);
        }
        return true;
    }

    private void rank() {
        heap.clear();
        for (int e = taken.nextClearBit(0); e < losses.length; e = taken.nextClearBit(e + 1)) {
            long[] vector = heap.append(e);
            for (int i = 0; i < vector.length; i++) {
                vector[i] = indices.get(i).value() - losses[e][i];
            }
            Arrays.sort(vector);
        }
        heap.restore();
        ranked = true;
    }
}
