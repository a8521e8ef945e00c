package org.seprank.rewire.toward.gain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;

/**
 * The walk indices of M partitions in a graph that changes move by move, and what further moves would do to them.
 * Exact, in 64 bits.
 *
 * <p>Memory {@code 8 n (M L + T L)} bytes for T different targets. A move takes O((M + T) L b), b the arcs within L-2
 * steps of it; for the time of a gain see {@link #gain}.
 */
public final class LiveIndices {
    private final int depth;
    private final LiveGraph graph;
    private final List<Layers> targets = new ArrayList<>();
    private final List<LiveIndex> indices = new ArrayList<>();
    private final MoveGains gains;
    private final Arcs arcs;
    private final SparseChange[] changes;

    /**
     * Counts the walks: time O((M + T) L (n + m)).
     *
     * @param depth L, in 1..64
     * @throws IllegalArgumentException if a walk index exceeds 64 bits, a partition is of another graph, or the counts
     *     need more than half of the memory there is
     */
    public LiveIndices(Graph graph, List<Interaction> interactions, int depth) {
        check(graph, interactions, depth);
        this.depth = depth;
        this.graph = new LiveGraph(graph);
        this.arcs = new Arcs(graph.directed());
        this.changes = SparseChange.several(depth, graph.vertexCount());
        exactly(() -> {
            count(interactions);
            return 0;
        });
        this.gains = new MoveGains(this.graph, depth - 1, this.targets, indices);
    }

    private static void check(Graph graph, List<Interaction> interactions, int depth) {
        if (depth < 1 || depth > WalkIndex.MAX_DEPTH) {
            throw new IllegalArgumentException("depth " + depth + " is not in 1.." + WalkIndex.MAX_DEPTH);
        }
        for (Interaction one : interactions) {
            if (one.partition().universe() != graph.vertexCount()) {
                throw new IllegalArgumentException("partitions over "
                        + one.partition().universe() + " vertices do not fit a graph with " + graph.vertexCount());
            }
        }
        double layers = (interactions.size()
                        + interactions.stream()
                                .map(Interaction::target)
                                .distinct()
                                .count())
                * (double) depth;
        double bytes = 8 * layers * graph.vertexCount();
        if (bytes > Runtime.getRuntime().maxMemory() / 2.0) {
            throw new IllegalArgumentException("the walk counts of " + interactions.size() + " interactions need about "
                    + Math.round(bytes / 1e6) + " MB; choose fewer interactions, or allow Java more memory");
        }
    }

    private void count(List<Interaction> interactions) {
        Map<Target, Integer> numbers = new LinkedHashMap<>();
        for (Interaction one : interactions) {
            int number = numbers.computeIfAbsent(one.target(), fresh -> {
                VertexSet set = fresh.ends(graph.vertexCount());
                BitSet bits = new BitSet();
                set.stream().forEach(bits::set);
                targets.add(new Layers(graph, bits, false, depth));
                return targets.size() - 1;
            });
            indices.add(new LiveIndex(graph, one.partition(), number, targets.get(number), depth - 1));
        }
    }

    /** A computation with exact arithmetic. */
    @FunctionalInterface
    private interface Exact<T> {
        T run();
    }

    private <T> T exactly(Exact<T> computation) {
        try {
            return computation.run();
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "depth " + depth + " is too large for this graph: a walk index exceeds 64 bits;"
                            + " choose a smaller depth",
                    overflow);
        }
    }

    /** The graph as it is; read only. */
    public LiveGraph graph() {
        return graph;
    }

    /** The walk index of interaction {@code i}. */
    public long value(int i) {
        return indices.get(i).value();
    }

    /** All walk indices. */
    public List<Long> values() {
        return indices.stream().map(LiveIndex::value).toList();
    }

    /** The number of walks of {@code k} steps from {@code v} to the target of interaction {@code i}, k in 0..L-1. */
    public long intoTarget(int i, int k, int v) {
        return targets.get(indices.get(i).target()).at(k, v);
    }

    /**
     * By how much a move that the graph permits would change each walk index. Time O(M L + T L^2), and for L of 4 and
     * more the sparse rows of {@code A^ceil((L-2)/2)} of its ends, kept until the graph changes.
     *
     * @throws IllegalArgumentException if a walk index would exceed 64 bits
     */
    public Gain gain(Move move) {
        return exactly(() -> gains.of(move));
    }

    /**
     * What the removal of an edge can change at most, now and after any further removals: a gain that is nowhere above
     * those. The walks that use the edge only become fewer; an end that leaves the boundary because this was its last
     * crossing edge loses no more than all walks that start there now.
     *
     * @throws IllegalArgumentException if a walk index would exceed 64 bits
     */
    public Gain floorOfRemoval(Move removal) {
        return exactly(() -> gains.floorOfRemoval(removal));
    }

    /**
     * Makes a move that the graph permits.
     *
     * @param touched gets every vertex of which something has changed that gains depend on: a move none of whose ends
     *     is put in keeps its gain
     */
    public void apply(Move move, BitSet touched) {
        Gain gain = gain(move);
        long[] dense = new long[indices.size()];
        for (int i = 0; i < gain.size(); i++) {
            dense[gain.interaction(i)] = gain.change(i);
        }
        arcs.load(move);
        graph.apply(move);
        gains.clear();
        exactly(() -> {
            for (int i = 0; i < dense.length; i++) {
                indices.get(i).follow(graph, arcs, dense[i], changes, touched);
            }
            changes[0].clear();
            targets.forEach(into -> into.follow(graph, arcs, changes, touched));
            return 0;
        });
        touchAround(touched);
    }

    /**
     * Walks of j ≤ L-2 steps between the ends of another move are new or gone only if both of its ends are within L-3
     * steps of this one's: the steps up to the first new or last old arc are in both graphs.
     */
    private void touchAround(BitSet touched) {
        BitSet near = new BitSet();
        int[] front = new int[arcs.endCount()];
        for (int p = 0; p < front.length; p++) {
            front[p] = arcs.end(p);
            near.set(front[p]);
        }
        for (int step = 0; step < depth - 3 && front.length > 0; step++) {
            BitSet next = new BitSet();
            for (int v : front) {
                mark(graph.out(v), graph.outDegree(v), next);
                mark(graph.in(v), graph.inDegree(v), next);
            }
            next.andNot(near);
            near.or(next);
            front = next.stream().toArray();
        }
        touched.or(near);
    }

    private static void mark(int[] row, int degree, BitSet set) {
        for (int k = 0; k < degree; k++) {
            set.set(row[k]);
        }
    }
}
