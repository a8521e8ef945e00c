package org.seprank.measure.range;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.seprank.graph.Graph;
import org.seprank.separation.interaction.Hops;
import org.seprank.separation.interaction.WalkCountBound;

/**
 * A linear task {@code y = T x}, whose entry {@code |T_uv|} is the influence of v on u; the tasks of arXiv 2506.05971
 * and given matrices. Published tables of those tasks are of the influences {@code T^T}: {@link Transposed}.
 */
public sealed interface TargetMatrix {
    /** The largest graph whose matrix is transposed. */
    int MOST_TRANSPOSED = 4000;

    /** What it is called, such as "power:4"; what {@link #parse} reads. */
    String name();

    /**
     * Row u of T on a graph, for any u; the arrays are new.
     *
     * @throws IllegalArgumentException if it does not fit the graph
     */
    IntFunction<double[]> over(Graph graph);

    /** The mean over the vertices at distance k: {@code T_uv = 1[d = k] / #}; a row of zeros without any. */
    record Dirac(int hops) implements TargetMatrix {
        /** Checks the range. */
        public Dirac {
            checkSteps(hops);
        }

        @Override
        public String name() {
            return "dirac:" + hops;
        }

        @Override
        public IntFunction<double[]> over(Graph graph) {
            return ball(graph, hops, hops);
        }
    }

    /** The mean over the vertices within distance k, the vertex among them. */
    record Rectangle(int hops) implements TargetMatrix {
        /** Checks the range. */
        public Rectangle {
            checkSteps(hops);
        }

        @Override
        public String name() {
            return "rectangle:" + hops;
        }

        @Override
        public IntFunction<double[]> over(Graph graph) {
            return ball(graph, 0, hops);
        }
    }

    /** A power of the normalised adjacency with loops, {@code (D^-1/2 (A + I) D^-1/2)^k}. */
    record Power(int steps) implements TargetMatrix {
        /** Checks the range. */
        public Power {
            checkSteps(steps);
        }

        @Override
        public String name() {
            return "power:" + steps;
        }

        @Override
        public IntFunction<double[]> over(Graph graph) {
            return u -> WalkCountBound.of(graph, u, steps).toArray();
        }
    }

    /**
     * An entry of a given matrix.
     *
     * @param target row u
     * @param source column v
     * @param weight T_uv, finite
     */
    record Entry(int target, int source, double weight) {}

    /**
     * A given matrix.
     *
     * @param name of it
     * @param entries in any order; those of a place add up
     */
    record Listed(String name, List<Entry> entries) implements TargetMatrix {
        /** Copies the list. */
        public Listed {
            entries = List.copyOf(entries);
        }

        @Override
        public IntFunction<double[]> over(Graph graph) {
            int n = graph.vertexCount();
            int[] starts = new int[n + 1];
            for (Entry entry : entries) {
                if (entry.target < 0 || entry.target >= n || entry.source < 0 || entry.source >= n) {
                    throw new IllegalArgumentException("entry (" + entry.target + ", " + entry.source + ") of " + name
                            + " is not of a graph with " + n + " vertices");
                }
                starts[entry.target + 1]++;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            Entry[] sorted = entries.toArray(Entry[]::new);
            Arrays.sort(sorted, (a, b) -> Integer.compare(a.target, b.target));
            return u -> {
                double[] row = new double[n];
                for (int k = starts[u]; k < starts[u + 1]; k++) {
                    row[sorted[k].source] += sorted[k].weight;
                }
                return row;
            };
        }
    }

    /**
     * The transpose of another, in memory: up to {@value #MOST_TRANSPOSED} vertices.
     *
     * @param of the other
     */
    record Transposed(TargetMatrix of) implements TargetMatrix {
        @Override
        public String name() {
            return of.name() + ":transposed";
        }

        @Override
        public IntFunction<double[]> over(Graph graph) {
            int n = graph.vertexCount();
            if (n > MOST_TRANSPOSED) {
                throw new IllegalArgumentException(
                        "a matrix of " + n + " vertices is not transposed, only up to " + MOST_TRANSPOSED);
            }
            IntFunction<double[]> rows = of.over(graph);
            double[][] turned = new double[n][n];
            for (int u = 0; u < n; u++) {
                double[] row = rows.apply(u);
                for (int v = 0; v < n; v++) {
                    turned[v][u] = row[v];
                }
            }
            return u -> turned[u].clone();
        }
    }

    /** Whether {@link #parse} might read that: it begins with the name of a task. */
    static boolean isNamed(String text) {
        return text.strip().toLowerCase(Locale.ROOT).matches("(dirac|rectangle|power):.*");
    }

    /**
     * Reads "dirac:K", "rectangle:K" or "power:K", with ":transposed" or without.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static TargetMatrix parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", -1);
        boolean turned = parts.length == 3 && parts[2].equals("transposed");
        if (parts.length != (turned ? 3 : 2) || !parts[1].matches("\\d{1,4}")) {
            throw new IllegalArgumentException("task '" + text + "' is none of dirac:K, rectangle:K, power:K, each with"
                    + " :transposed or without");
        }
        int k = Integer.parseInt(parts[1]);
        TargetMatrix matrix = switch (parts[0]) {
            case "dirac" -> new Dirac(k);
            case "rectangle" -> new Rectangle(k);
            case "power" -> new Power(k);
            default ->
                throw new IllegalArgumentException("task '" + text + "' is none of dirac:K, rectangle:K, power:K");
        };
        return turned ? new Transposed(matrix) : matrix;
    }

    private static void checkSteps(int k) {
        if (k < 0 || k > WalkCountBound.MAX_DEPTH) {
            throw new IllegalArgumentException("a task of " + k + " hops is not in 0.." + WalkCountBound.MAX_DEPTH);
        }
    }

    /** Rows of the mean over the vertices at distance from..to. */
    private static IntFunction<double[]> ball(Graph graph, int from, int to) {
        int n = graph.vertexCount();
        Hops hops = new Hops(graph.in(), n);
        return u -> {
            int[] distances = hops.from(u);
            double[] row = new double[n];
            int count = 0;
            for (int v = 0; v < n; v++) {
                if (distances[v] != Hops.UNREACHED && distances[v] >= from && distances[v] <= to) {
                    row[v] = 1;
                    count++;
                }
            }
            for (int v = 0; v < n; v++) {
                row[v] /= Math.max(1, count);
            }
            return row;
        };
    }
}
