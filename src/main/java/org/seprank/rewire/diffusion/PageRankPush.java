package org.seprank.rewire.diffusion;

/**
 * Columns of the personalised PageRank matrix by forward push (Andersen, Chung, Lang 2006), for the walk with
 * self-loops, scaled to the symmetric normalisation. A vertex with residual {@code r_u ≥ ε d̃_u} keeps α r_u and hands
 * on the rest. With {@code p} what is kept, {@code p + PPR(r)} is the exact vector; as {@code r ≤ ε d̃} and d̃ is
 * invariant under the walk, {@code 0 ≤ PPR(r)_u ≤ ε d̃_u}. So {@code 0 ≤ S_us - column_u ≤ ε √(d̃_s d̃_u)}. The part α
 * r of PPR(r) comes for free and is added.
 *
 * <p>Time at most 1 / (α ε) visits of edges per column, where edges have no weights.
 */
final class PageRankPush implements ColumnSource {
    private final LoopedAdjacency matrix;
    private final double alpha;
    private final double accuracy;
    private final Column kept;
    private final Column residual;
    private final int[] queue;
    private final boolean[] queued;
    private int first;
    private int waiting;
    private long steps;

    PageRankPush(LoopedAdjacency matrix, double alpha, double accuracy) {
        int n = matrix.vertexCount();
        this.matrix = matrix;
        this.alpha = alpha;
        this.accuracy = accuracy;
        this.kept = new Column(n);
        this.residual = new Column(n);
        this.queue = new int[n];
        this.queued = new boolean[n];
    }

    @Override
    public Column column(int s) {
        kept.clear();
        residual.clear();
        receive(s, 1);
        while (waiting > 0) {
            int u = queue[first];
            first = first + 1 == queue.length ? 0 : first + 1;
            waiting--;
            queued[u] = false;
            push(u);
        }
        double[] degrees = matrix.degrees();
        for (int i = 0; i < residual.size(); i++) { // whoever keeps something had a residual
            int u = residual.vertex(i);
            kept.add(u, alpha * residual.value(u));
            kept.set(u, kept.value(u) * Math.sqrt(degrees[s] / degrees[u]));
        }
        return kept;
    }

    private void push(int u) {
        double r = residual.value(u);
        residual.set(u, 0);
        kept.add(u, alpha * r);
        double share = (1 - alpha) * r / matrix.degrees()[u];
        receive(u, share);
        int[] neighbours = matrix.neighbours();
        double[] weights = matrix.weights();
        int end = matrix.offsets()[u + 1];
        steps += end - matrix.offsets()[u];
        for (int at = matrix.offsets()[u]; at < end; at++) {
            receive(neighbours[at], share * weights[at]);
        }
    }

    private void receive(int u, double x) {
        residual.add(u, x);
        if (!queued[u] && residual.value(u) >= accuracy * matrix.degrees()[u]) {
            queued[u] = true;
            int at = first + waiting++;
            queue[at < queue.length ? at : at - queue.length] = u;
        }
    }

    @Override
    public long steps() {
        return steps;
    }
}
