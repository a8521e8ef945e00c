package org.seprank.rewire.resistance;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.seprank.linear.GroundedInverse;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The effective resistances within a component whose edges come and go but which stays in one piece: the inverse G of
 * its Laplacian without the row and column of its first vertex, so that {@code R_uv = G_uu + G_vv - 2 G_uv}. An edge of
 * weight w that comes or goes changes it by {@code ∓ x x^T / (1/w ± R_uv)} with {@code x = G (e_u - e_v)} (Sherman and
 * Morrison). After as many changes as there are vertices it is computed anew, which costs no more and ends what
 * rounding has added up.
 *
 * <p>Memory 4 s^2 bytes for s vertices. Rows are spread over the threads of {@link Parallel#current()}, which does not
 * change a result.
 */
final class LiveResistances {
    private static final int SHARED = 200; // rows, of which fewer are done sooner on one thread
    private static final double BRIDGE = 1 - 1e-9; // w R of a bridge is 1

    private final Conductors live;
    private final int[] vertices; // ascending
    private final double[][] inverse; // lower triangle; row i - 1 belongs to vertices[i]
    private final double[] longest; // by row: the largest resistance of a pair without an edge with an earlier one
    private final double[] diagonal; // of the inverse, by place
    private int changes;

    /** Those of the component with these vertices, ascending, two at least. */
    LiveResistances(Conductors live, int[] vertices) {
        this.live = live;
        this.vertices = vertices;
        this.inverse = new double[vertices.length - 1][];
        Arrays.setAll(inverse, i -> new double[i + 1]);
        this.longest = new double[vertices.length];
        this.diagonal = new double[vertices.length];
        compute();
    }

    private void compute() {
        for (int i = 1; i < vertices.length; i++) {
            double[] row = inverse[i - 1];
            Arrays.fill(row, 0);
            int u = vertices[i];
            for (int k = live.start(u); k < live.end(u); k++) {
                double weight = live.weight(u, k);
                int j = place(live.neighbours(u)[k]);
                row[i - 1] += weight;
                if (j > 0 && j < i) {
                    row[j - 1] -= weight;
                }
            }
        }
        GroundedInverse.invert(inverse);
        readDiagonal();
        changes = 0;
    }

    private int place(int vertex) {
        return Arrays.binarySearch(vertices, vertex);
    }

    private double entry(int i, int j) {
        return j == 0 || i == 0 ? 0 : inverse[Math.max(i, j) - 1][Math.min(i, j) - 1];
    }

    /** The resistance between the vertices at two places, the first the larger one. */
    private double between(int i, int j) {
        return j == 0 ? diagonal[i] : diagonal[i] + diagonal[j] - 2 * inverse[i - 1][j - 1];
    }

    private void readDiagonal() {
        for (int i = 1; i < diagonal.length; i++) {
            diagonal[i] = inverse[i - 1][i - 1];
        }
    }

    /** The pair without an edge of the largest resistance, of equal ones the first by its ends. Time O(s^2). */
    Optional<Resistor> farthest() {
        rows(i -> longest[i] = longestOf(i));
        double most = Arrays.stream(longest).max().orElse(0);
        if (most <= 0) {
            return Optional.empty();
        }
        Optional<Resistor> first = Optional.empty();
        for (int i = 1; i < vertices.length; i++) {
            if (!Resistor.larger(most, longest[i])) {
                Resistor found = firstOfRow(i, most);
                if (first.isEmpty() || found.farther(first.get())) {
                    first = Optional.of(found);
                }
            }
        }
        return first;
    }

    private double longestOf(int i) {
        int[] gaps = gaps(i);
        double most = 0;
        for (int gap = 0; gap < gaps.length; gap += 2) {
            for (int j = gaps[gap]; j < gaps[gap + 1]; j++) {
                most = Math.max(most, between(i, j));
            }
        }
        return most;
    }

    private Resistor firstOfRow(int i, double most) {
        int[] gaps = gaps(i);
        int gap = 0;
        int j = gaps[0];
        while (j == gaps[gap + 1] || Resistor.larger(most, between(i, j))) {
            if (j < gaps[gap + 1]) {
                j++;
            } else {
                gap += 2;
                j = gaps[gap];
            }
        }
        return new Resistor(vertices[j], vertices[i], between(i, j));
    }

    /** The places before {@code i} whose vertices are no neighbours of that there: from, to, from, to, .. */
    private int[] gaps(int i) {
        int u = vertices[i];
        int[] gaps = new int[2 * (live.end(u) - live.start(u) + 1)];
        int at = 0;
        for (int k = live.start(u); k < live.end(u) && live.neighbours(u)[k] < u; k++) {
            int taken = place(live.neighbours(u)[k]);
            gaps[at + 1] = taken;
            gaps[at + 2] = taken + 1;
            at += 2;
        }
        gaps[at + 1] = i;
        return Arrays.copyOf(gaps, at + 2);
    }

    /**
     * The edge of the smallest resistance but for one that stays, of equal ones the first by its ends; no bridge, nor
     * what is none only within rounding. Time O(edges of the component).
     */
    Optional<Resistor> nearest(Resistor staying) {
        Optional<Resistor> first = Optional.empty();
        for (int i = 0; i < vertices.length; i++) {
            int u = vertices[i];
            for (int k = live.start(u); k < live.end(u); k++) {
                int v = live.neighbours(u)[k];
                boolean free = v > u && !(u == staying.u() && v == staying.v());
                double resistance = free ? between(place(v), i) : 0;
                if (free && live.weight(u, k) * resistance < BRIDGE) {
                    Resistor one = new Resistor(u, v, resistance);
                    first = first.isEmpty() || one.nearer(first.get()) ? Optional.of(one) : first;
                }
            }
        }
        return first;
    }

    /** Follows an edge that {@code live} has got (sign 1) or is about to lose (sign -1). Time O(s^2). */
    void change(Resistor edge, double weight, int sign) {
        int s = place(edge.u());
        int t = place(edge.v());
        double[] x = new double[vertices.length];
        Arrays.setAll(x, i -> entry(i, s) - entry(i, t));
        double scale = sign / (1 / weight + sign * (x[s] - x[t]));
        rows(i -> {
            double factor = scale * x[i];
            double[] row = inverse[i - 1];
            for (int j = 1; j <= i; j++) {
                row[j - 1] -= factor * x[j];
            }
        });
        readDiagonal();
        changes++;
    }

    /** Computes all anew where rounding may have added up. */
    void refresh() {
        if (changes >= vertices.length) {
            compute();
        }
    }

    private void rows(IntConsumer row) {
        Parallel threads = vertices.length > SHARED ? Parallel.current() : Parallel.single();
        threads.blocks(vertices.length - 1, Progress.none(), () -> i -> row.accept(i + 1));
    }
}
