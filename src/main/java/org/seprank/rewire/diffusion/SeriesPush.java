package org.seprank.rewire.diffusion;

/**
 * Columns of {@code S = ∑_k θ_k H^k} term by term: {@code x_k = P^k e_s}, scaled to the symmetric normalisation. After
 * term k, entries of x_k of at most δ_k d̃_u are not handed on (Kloster and Gleich 2014, arXiv 1403.3148, here for any
 * θ and level by level, so that no queue is needed). What they would have added is at most {@code δ_k d̃_u ∑_{j > k}
 * θ_j} at u, d̃ being invariant under the walk. With N terms {@code δ_k = ε / (2 N ∑_{j > k} θ_j)}, and N such that the
 * terms left out sum to at most ε / 2: {@code 0 ≤ S_us - column_u ≤ ε √(d̃_s d̃_u)}. Time O(N · m) per column at worst.
 */
final class SeriesPush implements ColumnSource {
    private final LoopedAdjacency matrix;
    private final double[] theta;
    private final double[] thresholds; // δ_k
    private final Column sum;
    private Column current;
    private Column next;
    private long steps;

    SeriesPush(LoopedAdjacency matrix, DiffusionKernel kernel, double accuracy) {
        int n = matrix.vertexCount();
        this.matrix = matrix;
        this.theta = kernel.coefficients(Math.min(0.5, accuracy / 2));
        this.thresholds = new double[theta.length];
        double rest = 0;
        for (int k = theta.length - 1; k >= 0; k--) {
            thresholds[k] = accuracy / (2 * theta.length * rest); // infinite for the last term
            rest += theta[k];
        }
        this.sum = new Column(n);
        this.current = new Column(n);
        this.next = new Column(n);
    }

    @Override
    public Column column(int s) {
        sum.clear();
        current.clear();
        current.add(s, 1);
        for (int k = 0; k < theta.length; k++) {
            next.clear();
            for (int i = 0; i < current.size(); i++) {
                int u = current.vertex(i);
                double x = current.value(u);
                sum.add(u, theta[k] * x);
                if (k + 1 < theta.length && x > thresholds[k] * matrix.degrees()[u]) {
                    push(u, x);
                }
            }
            Column old = current;
            current = next;
            next = old;
        }
        double[] degrees = matrix.degrees();
        for (int i = 0; i < sum.size(); i++) {
            int u = sum.vertex(i);
            sum.set(u, sum.value(u) * Math.sqrt(degrees[s] / degrees[u]));
        }
        return sum;
    }

    private void push(int u, double x) {
        double share = x / matrix.degrees()[u];
        next.add(u, share);
        int[] neighbours = matrix.neighbours();
        double[] weights = matrix.weights();
        int end = matrix.offsets()[u + 1];
        steps += end - matrix.offsets()[u];
        for (int at = matrix.offsets()[u]; at < end; at++) {
            next.add(neighbours[at], share * weights[at]);
        }
    }

    @Override
    public long steps() {
        return steps;
    }
}
