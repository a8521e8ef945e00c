package org.seprank.rewire.toward.gain;

import java.util.List;

/**
 * The exact change of every walk index by a move, from the counts of the graph before it.
 *
 * <p>Let s = L-1, {@code a_k} the walks of k steps from the boundary C_I, {@code s_k} those into the target, A the
 * adjacency with self-loops, and A' = A + E with {@code E = sum_f sigma_f e_x(f) e_y(f)^T} over the arcs x(f)→y(f) of
 * the move, sigma = 1 for an arc put in, -1 for one taken away. Splitting A'^k at the first factor E, {@code A'^k = A^k
 * + sum_{j<k} A^j E A'^(k-1-j)}, gives the counts after the move at its ends alone,
 *
 * <pre>s'_k(p) = s_k(p) + sum_f sigma_f sum_{j&lt;k} (A^j)_{p,x(f)} s'_{k-1-j}(y(f)),   s'_0 = s_0,</pre>
 *
 * so that walks which use the new arcs several times count exactly once; with arcs taken away the same identity is the
 * inclusion and exclusion of walks. The walks from the old boundary change by {@code sum_f sigma_f sum_{j<s} a_j(x(f))
 * s'_{s-1-j}(y(f))}; heads of crossing arcs may enter the boundary, which adds {@code s'_s}, or leave it, which takes
 * that away.
 *
 * <p>Time O(L) per interaction and arc and O(L^2) per target, plus the walks between the ends: none for L ≤ 2,
 * adjacency for L = 3, common neighbours for L = 4, see {@link EndWalks}.
 */
final class MoveGains {
    private final LiveGraph graph;
    private final int steps; // s = L-1
    private final List<Layers> targets;
    private final List<LiveIndex> indices;
    private final EndWalks endWalks;
    private final Arcs arcs;
    private final long[][][] between; // (A^j) between the ends, by j and two places
    private final long[][] after; // s'_k by k and place
    private final long[] changes;
    private int levels; // of between that belong to this move

    MoveGains(LiveGraph graph, int steps, List<Layers> targets, List<LiveIndex> indices) {
        this.graph = graph;
        this.steps = steps;
        this.targets = targets;
        this.indices = indices;
        this.endWalks = new EndWalks(graph);
        this.arcs = new Arcs(graph.directed());
        this.between = new long[steps][4][4];
        this.after = new long[steps + 1][4];
        this.changes = new long[indices.size()];
    }

    /** Forgets what it knows of walks between ends: the graph has changed. */
    void clear() {
        endWalks.clear();
    }

    /** @throws ArithmeticException if a count exceeds 64 bits */
    Gain of(Move move) {
        arcs.load(move);
        levels = 0;
        for (int target = 0; target < targets.size(); target++) {
            boolean reached = countAfter(targets.get(target));
            for (int i = 0; i < changes.length; i++) {
                LiveIndex index = indices.get(i);
                if (index.target() == target) {
                    long walks = reached ? walksFromOldBoundary(index) : 0;
                    changes[i] = Math.addExact(walks, walksFromNewBoundary(index, targets.get(target), reached));
                    checkSum(index.value(), changes[i]);
                }
            }
        }
        return Gain.of(changes);
    }

    private static void checkSum(long value, long change) {
        if (change > Long.MAX_VALUE - value) {
            throw new ArithmeticException("long overflow");
        }
    }

    /**
     * A removal's gain with, for each end that a crossing arc may keep on the boundary, all walks from there taken away
     * as well: never above the gain, neither now nor after further removals.
     */
    Gain floorOfRemoval(Move move) {
        arcs.load(move);
        levels = 0;
        for (int target = 0; target < targets.size(); target++) {
            Layers into = targets.get(target);
            boolean reached = countAfter(into);
            for (int i = 0; i < changes.length; i++) {
                LiveIndex index = indices.get(i);
                if (index.target() == target) {
                    long walks = reached ? walksFromOldBoundary(index) : 0;
                    for (int f = 0; f < arcs.size(); f++) {
                        boolean crosses = index.crosses(arcs.tail(f), arcs.head(f));
                        walks = Math.subtractExact(walks, crosses ? into.at(steps, arcs.head(f)) : 0);
                    }
                    changes[i] = walks;
                }
            }
        }
        return Gain.of(changes);
    }

    /**
     * Computes the counts after the move, of the ends and up to L-2 steps; false if no arc is used by a walk into the
     * target: then s' = s.
     */
    private boolean countAfter(Layers into) {
        if (steps == 0 || !reaches(into.layer(steps - 1))) {
            return false;
        }
        for (int k = 0; k < steps; k++) {
            for (int p = 0; p < arcs.endCount(); p++) {
                after[k][p] = countAfter(into, k, p);
            }
        }
        return true;
    }

    /** Self-loops make counts grow with the length, so that the longest walks tell. */
    private boolean reaches(long[] counts) {
        for (int f = 0; f < arcs.size(); f++) {
            if (counts[arcs.head(f)] != 0) {
                return true;
            }
        }
        return false;
    }

    private long countAfter(Layers into, int k, int p) {
        long count = into.at(k, arcs.end(p));
        for (int f = 0; f < arcs.size(); f++) {
            for (int j = 0; j < k; j++) {
                long behind = after[k - 1 - j][arcs.headPlace(f)];
                if (behind != 0) {
                    long walks = Math.multiplyExact(between(j, p, arcs.tailPlace(f)), behind);
                    count = Math.addExact(count, arcs.sign(f) * walks);
                }
            }
        }
        return count;
    }

    private long between(int j, int p, int q) {
        for (; levels <= j; levels++) {
            for (int x = 0; x < arcs.endCount(); x++) {
                for (int y = 0; y < arcs.endCount(); y++) {
                    boolean known = y < x && !graph.directed();
                    between[levels][x][y] =
                            known ? between[levels][y][x] : endWalks.count(levels, arcs.end(x), arcs.end(y));
                }
            }
        }
        return between[j][p][q];
    }

    private long walksFromOldBoundary(LiveIndex index) {
        long change = 0;
        for (int f = 0; f < arcs.size(); f++) {
            long walks = 0;
            for (int j = 0; j < steps; j++) {
                long before = index.from(j, arcs.tail(f));
                long behind = after[steps - 1 - j][arcs.headPlace(f)];
                walks = Math.addExact(walks, Math.multiplyExact(before, behind));
            }
            change = Math.addExact(change, arcs.sign(f) * walks);
        }
        return change;
    }

    private long walksFromNewBoundary(LiveIndex index, Layers into, boolean reached) {
        long change = 0;
        for (int p = 0; p < arcs.endCount(); p++) {
            int sign = index.boundaryChange(arcs, p);
            if (sign != 0) {
                long walks = reached ? countAfter(into, steps, p) : into.at(steps, arcs.end(p));
                change = Math.addExact(change, sign * walks);
            }
        }
        return change;
    }
}
