package org.seprank.walk;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * How much of the walk index {@code rho_{L-1}(C_I, J)} of a partition is lost when one edge is removed, for every edge,
 * exact; J is V or {t}, and an end that loses its last neighbour on the other side leaves {@code C_I}.
 *
 * <p>A walk that uses the edge {u, v} has a first use of it. So with {@code a'_k(x)} the walks of length k from the new
 * boundary to x that avoid the edge and {@code s_k(x)} all walks of length k from x into J, the loss is {@code sum_k
 * a'_k(u) s_{L-2-k}(v) + a'_k(v) s_{L-2-k}(u)} and all walks from the ends that leave the boundary. The same argument
 * gives a' from the walks a that start in the new boundary and may use the edge, and the walks p among u and v:
 * {@code a'_k(x) = a_k(x) - sum_{j<k} a'_j(u) p_{k-1-j}(v, x) + a'_j(v) p_{k-1-j}(u, x)}. In a directed graph the
 * second of each two terms is missing.
 *
 * <p>{@link #over} takes time O(L (n + m)) and memory O(L n). One edge then takes O(L²) and the edges of the balls of
 * radius ceil((L-2)/2) around its ends, for L at most 3 only O(1). Works on all threads of {@link Parallel#current()};
 * immutable.
 */
public final class EdgeRemovalEffects {
    private static final int FIRST_BATCH = 64;

    /** The strongest first, of equal ones the smaller edge. */
    private static final Comparator<EdgeRemovalEffect> BY_STRENGTH =
            Comparator.comparing(EdgeRemovalEffect::loss).reversed().thenComparing(EdgeRemovalEffect::edge);

    private final EdgeWalks walks;
    private final Graph graph;

    private EdgeRemovalEffects(EdgeWalks walks) {
        this.walks = walks;
        this.graph = walks.graph();
    }

    /**
     * The effects on the walk index of {@code partition}.
     *
     * @param depth L, in 1..{@value WalkIndex#MAX_DEPTH}
     */
    public static EdgeRemovalEffects over(Graph graph, VertexSet partition, Target target, int depth) {
        WalkIndex.checkDepth(depth);
        return new EdgeRemovalEffects(new EdgeWalks(graph, partition, target, depth));
    }

    /**
     * The effects of removing each edge, by edge number.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public List<EdgeRemovalEffect> all(Progress progress) {
        int[] edges = new int[graph.edgeCount()];
        Arrays.setAll(edges, e -> e);
        progress.start("effects of removing each edge", edges.length);
        return Arrays.asList(effects(edges, progress));
    }

    /**
     * The edges with the largest losses, largest first, of equal ones the smaller number first; edges without a loss
     * are left out. Edges are tried in the order of an upper bound, the number of walks through an edge with their
     * multiplicity, until the next bound is below the losses found; mostly a few times {@code count} of them, but all m
     * on very regular graphs.
     *
     * @param count how many at most, not negative
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public List<EdgeRemovalEffect> strongest(int count, Progress progress) {
        if (count < 0) {
            throw new IllegalArgumentException("count " + count + " is negative");
        }
        BoundedEdges order = BoundedEdges.of(walks.upperBounds());
        PriorityQueue<EdgeRemovalEffect> best = new PriorityQueue<>(BY_STRENGTH.reversed());
        progress.start("edges with the strongest effects", -1);
        int tried = 0;
        while (count > 0 && tried < order.size() && order.bound(tried) >= leastOf(best, count)) {
            int more = Math.max(Math.max(FIRST_BATCH, count), tried);
            int[] batch = order.edges(tried, Math.min(order.size(), tried + more));
            for (EdgeRemovalEffect effect : effects(batch, progress)) {
                if (effect.loss().signum() > 0) {
                    best.add(effect);
                }
                if (best.size() > count) {
                    best.remove();
                }
            }
            tried += batch.length;
        }
        return best.stream().sorted(BY_STRENGTH).toList();
    }

    private static double leastOf(PriorityQueue<EdgeRemovalEffect> best, int count) {
        return best.size() < count ? 0 : best.element().loss().doubleValue();
    }

    private EdgeRemovalEffect[] effects(int[] edges, Progress progress) {
        EdgeRemovalEffect[] effects = new EdgeRemovalEffect[edges.length];
        Parallel.current().blocks(edges.length, progress, () -> {
            ReturnWalks returns = returnWalks();
            return i -> effects[i] = effect(edges[i], returns);
        });
        return effects;
    }

    private ReturnWalks returnWalks() {
        return new ReturnWalks(graph, Math.max(0, walks.steps() - 1));
    }

    private EdgeRemovalEffect effect(int e, ReturnWalks returns) {
        boolean tailLeaves = walks.tailLeaves(e);
        boolean headLeaves = walks.headLeaves(e);
        BigInteger loss = graph.directed() ? usesOfArc(e, headLeaves, returns) : usesOfEdge(e, returns);
        if (tailLeaves) {
            loss = loss.add(walks.into(walks.steps()).at(graph.source(e)));
        }
        if (headLeaves) {
            loss = loss.add(walks.into(walks.steps()).at(graph.target(e)));
        }
        return new EdgeRemovalEffect(e, loss, (tailLeaves ? 1 : 0) + (headLeaves ? 1 : 0));
    }

    /** Walks from the new boundary that use the edge u -> v. */
    private BigInteger usesOfArc(int e, boolean headLeaves, ReturnWalks returns) {
        int u = graph.source(e);
        int v = graph.target(e);
        BigInteger[] back = returns.across(v, u);
        BigInteger[] avoiding = new BigInteger[walks.steps()];
        BigInteger uses = BigInteger.ZERO;
        for (int k = 0; k < avoiding.length; k++) {
            BigInteger all = walks.from(k).at(u);
            avoiding[k] = (headLeaves ? all.subtract(back[k]) : all).subtract(convolved(avoiding, back, k));
            uses = uses.add(
                    avoiding[k].multiply(walks.into(avoiding.length - 1 - k).at(v)));
        }
        return uses;
    }

    /** Walks from the new boundary that use the edge {u, v} in either direction. */
    private BigInteger usesOfEdge(int e, ReturnWalks returns) {
        int u = graph.source(e);
        int v = graph.target(e);
        BigInteger[] across = returns.across(u, v);
        BigInteger[] closedU = returns.closed(u);
        BigInteger[] closedV = returns.closed(v);
        BigInteger[] toU = new BigInteger[walks.steps()];
        BigInteger[] toV = new BigInteger[walks.steps()];
        BigInteger uses = BigInteger.ZERO;
        for (int k = 0; k < toU.length; k++) {
            BigInteger allU = fromNewBoundary(e, k, u, closedU, across);
            BigInteger allV = fromNewBoundary(e, k, v, across, closedV);
            toU[k] = allU.subtract(convolved(toU, across, k)).subtract(convolved(toV, closedU, k));
            toV[k] = allV.subtract(convolved(toU, closedV, k)).subtract(convolved(toV, across, k));
            WalkCounts into = walks.into(toU.length - 1 - k);
            uses = uses.add(toU[k].multiply(into.at(v))).add(toV[k].multiply(into.at(u)));
        }
        return uses;
    }

    /** Walks of length k to an end of the edge from the boundary without the ends that leave it. */
    private BigInteger fromNewBoundary(int e, int k, int end, BigInteger[] fromTail, BigInteger[] fromHead) {
        BigInteger walksToEnd = walks.from(k).at(end);
        if (walks.tailLeaves(e)) {
            walksToEnd = walksToEnd.subtract(fromTail[k]);
        }
        return walks.headLeaves(e) ? walksToEnd.subtract(fromHead[k]) : walksToEnd;
    }

    /** {@code sum_{j<k} a_j b_{k-1-j}}. */
    private static BigInteger convolved(BigInteger[] a, BigInteger[] b, int k) {
        BigInteger sum = BigInteger.ZERO;
        for (int j = 0; j < k; j++) {
            if (a[j].signum() != 0) {
                sum = sum.add(a[j].multiply(b[k - 1 - j]));
            }
        }
        return sum;
    }
}
