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
    private int changes;

    /** Those of the component with these vertices, ascending, two at least. */
    LiveResistances(Conductors live, int[] vertices) {
        this.live = live;
        this.vertices = vertices;
        this.inverse = new double[vertices.length - 1][];
        Arrays.setAll(inverse, i -> new double[i + 1]);
        this.longest = new double[vertices.length];
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
        changes = 0;
    }

    private int place(int vertex) {
        return Arrays.binarySearch(vertices, vertex);
    }

    private double entry(int i, int j) {
        return j == 0 || i == 0 ? 0 : inverse[Math.max(i, j) - 1][Math.min(i, j) - 1];
    }

    private double between(int i, int j) {
        return entry(i, i) + entry(j, j) - 2 * entry(i, j);
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
        double most = 0;
        for (int j = nextWithoutEdge(i, 0); j < i; j = nextWithoutEdge(i, j + 1)) {
            most = Math.max(most, between(i, j));
        }
        return most;
    }

    private Resistor firstOfRow(int i, double most) {
        int j = nextWithoutEdge(i, 0);
        while (Resistor.larger(most, between(i, j))) {
            j = nextWithoutEdge(i, j + 1);
        }
        return new Resistor(vertices[j], vertices[i], between(i, j));
    }

    /**
     * The first place from {@code j} on whose vertex is no neighbour of that at place {@code i}; i if there is none.
     */
    private int nextWithoutEdge(int i, int j) {
        int u = vertices[i];
        int[] neighbours = live.neighbours(u);
        int at = Arrays.binarySearch(neighbours, live.start(u), live.end(u), vertices[j]);
        int next = j;
        while (at >= 0 && next < i) {
            next++;
            at = at + 1 < live.end(u) && neighbours[at + 1] == vertices[next] ? at + 1 : -1;
        }
        return next;
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
                double resistance = free ? between(i, place(v)) : 0;
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
