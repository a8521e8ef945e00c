package org.seprank.rewire.protection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.rewire.Ties;
import org.seprank.rewire.objective.InteractionObjective;
import org.seprank.rewire.removal.Ranking;
import org.seprank.rewire.toward.gain.Gain;
import org.seprank.rewire.toward.gain.LiveIndices;
import org.seprank.rewire.toward.gain.Move;
import org.seprank.work.Parallel;

/**
 * The order of Walk Index Sparsification in its general form (Algorithm 1 of arXiv 2211.16494): the edge first without
 * which the walk indices of M given partitions, sorted ascending, are lexicographically largest.
 *
 * <p>What an edge would cost each partition is kept and recomputed only for edges that have an end where a removal has
 * changed a count, within L-1 steps of it. Every removal lowers the walk indices that all edges are judged by, so each
 * ranking compares all edges again: O(M m log M). Memory O(M m) and that of {@link LiveIndices}.
 */
final class ProtectedRanking implements Ranking {
    private final Graph graph;
    private final BooleanSupplier cancelled;
    private final Protection protection;
    private final LiveIndices indices;
    private final long[][] changes; // per edge, per partition; at most 0
    private final BitSet outdated;
    private final BitSet taken;
    private final BitSet removed = new BitSet();
    private final VectorHeap heap;
    private boolean ranked;

    /** @throws IllegalArgumentException if walk counts do not fit 64 bits or memory */
    ProtectedRanking(Graph graph, Protection protection, Ties ties, BooleanSupplier cancelled) {
        int m = graph.edgeCount();
        int partitions = protection.partitions().size();
        this.graph = graph;
        this.protection = protection;
        this.cancelled = cancelled;
        this.indices = new LiveIndices(graph, protection.partitions(), protection.depth());
        this.changes = new long[m][partitions];
        this.outdated = new BitSet(m);
        outdated.set(0, m);
        this.taken = new BitSet(m);
        this.heap = new VectorHeap(m, protection.objective().isWalkIndex() ? partitions : 2 * partitions, ties);
    }

    @Override
    public int next() {
        if (!ranked) {
            if (!refresh()) {
                return NONE;
            }
            rank();
            if (cancelled.getAsBoolean()) {
                return NONE;
            }
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
        removed.set(edge);
        ranked = false;
        BitSet touched = new BitSet();
        indices.apply(removal(edge), touched);
        for (int v = touched.nextSetBit(0); v >= 0; v = touched.nextSetBit(v + 1)) {
            outdate(graph.out(), v);
            outdate(graph.in(), v);
        }
    }

    private Move removal(int edge) {
        return Move.remove(graph.source(edge), graph.target(edge));
    }

    private void outdate(Adjacency rows, int v) {
        for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
            outdated.set(rows.edges()[k]);
        }
    }

    private boolean refresh() {
        outdated.andNot(taken);
        for (int e = outdated.nextSetBit(0); e >= 0; e = outdated.nextSetBit(e + 1)) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            Gain gain = indices.gain(removal(e));
            Arrays.fill(changes[e], 0);
            for (int i = 0; i < gain.size(); i++) {
                changes[e][gain.interaction(i)] = gain.change(i);
            }
            outdated.clear(e);
        }
        return true;
    }

    private void rank() {
        heap.clear();
        int partitions = protection.partitions().size();
        long[][] objectives = protection.objective().isWalkIndex() ? new long[0][] : objectives();
        for (int e = taken.nextClearBit(0); e < changes.length; e = taken.nextClearBit(e + 1)) {
            long[] vector = heap.append(e);
            int walks = vector.length - partitions;
            if (walks > 0) {
                System.arraycopy(objectives[e], 0, vector, 0, walks);
                Arrays.sort(vector, 0, walks);
            }
            for (int i = 0; i < partitions; i++) {
                vector[walks + i] = indices.value(i) + changes[e][i];
            }
            Arrays.sort(vector, walks, vector.length);
        }
        heap.restore();
        ranked = true;
    }

    /** By edge that is left, the objective of each partition without it. */
    private long[][] objectives() {
        Graph now = graph.without(removed);
        InteractionObjective.Values values =
                protection.objective().on(now, protection.partitions(), protection.depth());
        int[] left =
                IntStream.range(0, changes.length).filter(e -> !taken.get(e)).toArray();
        long[][] objectives = new long[changes.length][];
        long[] unknown = new long[protection.partitions().size()]; // once cancelled
        Parallel.current()
                .each(
                        left.length,
                        k -> objectives[left[k]] = cancelled.getAsBoolean()
                                ? unknown
                                : values.after(List.of(graph.edge(left[k])), List.of()));
        return objectives;
    }
}
