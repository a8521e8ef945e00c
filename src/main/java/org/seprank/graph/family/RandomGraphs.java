package org.seprank.graph.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jgrapht.generate.PruferTreeGenerator;
import org.jgrapht.generate.WattsStrogatzGraphGenerator;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.setting.Settings;

/** Random graphs, each in time and memory proportional to its vertices and edges. */
final class RandomGraphs {
    private static final double MOST_EDGES = 4e8;

    private RandomGraphs() {}

    static Graph tree(Settings settings) {
        return RegularGraphs.generated(
                new PruferTreeGenerator<>(settings.integer("n"), new Random(settings.whole("seed"))));
    }

    static Graph wattsStrogatz(Settings settings) {
        int n = settings.integer("n");
        int k = settings.integer("k");
        if (k % 2 != 0 || k >= n) {
            throw new IllegalArgumentException("k=" + k + " is not an even number less than n=" + n);
        }
        return RegularGraphs.generated(
                new WattsStrogatzGraphGenerator<>(n, k, settings.real("p"), false, new Random(settings.whole("seed"))));
    }

    static Graph erdosRenyi(Settings settings) {
        if (settings.has("p") == settings.has("m")) {
            throw new IllegalArgumentException("give either p or m");
        }
        int n = settings.integer("n");
        RandomGenerator random = new SplittableRandom(settings.whole("seed"));
        GraphBuilder builder = GraphBuilder.over(n, false);
        if (settings.has("m")) {
            addPairs(builder, n, settings, random);
        } else {
            expectAtMost(0.5 * n * (n - 1.0) * settings.real("p"));
            BernoulliEdges.of(builder, settings.real("p"), random).among(0, n);
        }
        return builder.build();
    }

    private static void expectAtMost(double edges) {
        if (edges > MOST_EDGES) {
            throw new IllegalArgumentException(
                    "about " + Math.round(edges) + " edges are more than " + (long) MOST_EDGES);
        }
    }

    /** A uniformly random set of m pairs, or of those that stay away where that are fewer. */
    private static void addPairs(GraphBuilder builder, int n, Settings settings, RandomGenerator random) {
        long pairs = (long) n * (n - 1) / 2;
        int m = settings.integer("m");
        if (m > pairs) {
            throw new IllegalArgumentException("m=" + m + " is not in 0.." + pairs + ", the number of pairs");
        }
        boolean inverse = m > pairs / 2;
        long[] chosen = distinct(inverse ? (int) (pairs - m) : m, () -> random.nextLong(pairs), 1000);
        int next = 0;
        if (!inverse) {
            for (long pair : chosen) {
                addPair(builder, pair);
            }
            return;
        }
        for (long pair = 0; pair < pairs; pair++) {
            if (next < chosen.length && chosen[next] == pair) {
                next++;
            } else {
                addPair(builder, pair);
            }
        }
    }

    /** Pairs {@code u < v} are numbered {@code v (v-1) / 2 + u}. */
    private static void addPair(GraphBuilder builder, long pair) {
        long v = (long) ((1 + Math.sqrt(1 + 8.0 * pair)) / 2);
        while (v * (v - 1) / 2 > pair) {
            v--;
        }
        while ((v + 1) * v / 2 <= pair) {
            v++;
        }
        builder.edge((int) (pair - v * (v - 1) / 2), (int) v);
    }

    /** A source of numbers. */
    @FunctionalInterface
    private interface Draw {
        long next();
    }

    /**
     * The first so many distinct values that are drawn, ascending; fewer if the given number of rounds does not find
     * them. A round draws exactly as many as are still missing, so no draw is thrown away for its order.
     */
    private static long[] distinct(int count, Draw draw, int rounds) {
        long[] values = new long[count];
        int found = 0;
        for (int round = 0; found < count && round < rounds; round++) {
            for (int i = found; i < count; i++) {
                values[i] = draw.next();
            }
            Arrays.parallelSort(values);
            found = 0;
            for (int i = 0; i < count; i++) {
                if (i == 0 || values[i] != values[i - 1]) {
                    values[found++] = values[i];
                }
            }
        }
        return found == count ? values : Arrays.copyOf(values, found);
    }

    /** New vertices draw ends of old edges until they have m different neighbours. */
    static Graph barabasiAlbert(Settings settings) {
        int n = settings.integer("n");
        int m = settings.integer("m");
        if (m >= n) {
            throw new IllegalArgumentException("m=" + m + " is not less than n=" + n);
        }
        expectAtMost((double) n * m);
        int[] ends = attached(n, m, new SplittableRandom(settings.whole("seed")));
        GraphBuilder builder = GraphBuilder.over(n, false).expectEdges(ends.length / 2);
        for (int i = 0; i < ends.length; i += 2) {
            builder.edge(ends[i], ends[i + 1]);
        }
        return builder.build();
    }

    /**
     * The ends of all edges in the order in which they come; a vertex is as likely to be drawn as it occurs in them.
     */
    private static int[] attached(int n, int m, RandomGenerator random) {
        int[] ends = new int[m * (m + 1) + 2 * (n - m - 1) * m];
        int used = 0;
        for (int u = 0; u <= m; u++) {
            for (int v = 0; v < u; v++) {
                ends[used++] = v;
                ends[used++] = u;
            }
        }
        int[] drawnBy = new int[n]; // the last vertex that chose this one
        for (int v = m + 1; v < n; v++) {
            int old = used;
            while (used < old + 2 * m) {
                int w = ends[random.nextInt(old)];
                if (drawnBy[w] != v) {
                    drawnBy[w] = v;
                    ends[used++] = w;
                    ends[used++] = v;
                }
            }
        }
        return ends;
    }

    static Graph blocks(Settings settings) {
        List<Integer> sizes = blockSizes(settings);
        long n = sizes.stream().mapToLong(size -> size).sum();
        double inside =
                sizes.stream().mapToDouble(size -> 0.5 * size * (size - 1.0)).sum();
        double all = 0.5 * n * (n - 1.0);
        expectAtMost(inside * settings.real("p_in") + (all - inside) * settings.real("p_out"));
        GraphBuilder builder = GraphBuilder.over(Math.toIntExact(n), false);
        RandomGenerator random = new SplittableRandom(settings.whole("seed"));
        BernoulliEdges within = BernoulliEdges.of(builder, settings.real("p_in"), random);
        BernoulliEdges between = BernoulliEdges.of(builder, settings.real("p_out"), random);
        builder.vertexAttributes().column("block", Attributes.Type.INTEGER);
        int first = 0;
        for (int block = 0; block < sizes.size(); block++) {
            int size = sizes.get(block);
            within.among(first, size);
            between.across(first, first + size, (int) n);
            for (int v = first; v < first + size; v++) {
                builder.vertexAttributes().value("block", v, Integer.toString(block));
            }
            first += size;
        }
        return builder.build();
    }

    private static List<Integer> blockSizes(Settings settings) {
        boolean equal = settings.has("blocks") && settings.has("size");
        if (equal == settings.has("sizes") || settings.has("blocks") != settings.has("size")) {
            throw new IllegalArgumentException("give either blocks and size, or sizes");
        }
        List<Integer> sizes = equal
                ? new ArrayList<>(Collections.nCopies(settings.integer("blocks"), settings.integer("size")))
                : settings.integers("sizes");
        long n = sizes.stream().mapToLong(size -> size).sum();
        if (n > 100_000_000) {
            throw new IllegalArgumentException(n + " vertices are more than 100000000");
        }
        return sizes;
    }

    /**
     * Ends are drawn independently: the place of an end is {@code n u^((exponent-1)/(exponent-2))} for uniform u, the
     * inverse of the distribution whose density falls as {@code i^(-1/(exponent-1))}.
     */
    static Graph powerLaw(Settings settings) {
        int n = settings.integer("n");
        int m = settings.integer("m");
        double exponent = settings.real("exponent");
        double power = (exponent - 1) / (exponent - 2);
        RandomGenerator random = new SplittableRandom(settings.whole("seed"));
        long[] chosen = distinct(m, () -> pair(n, power, random), 60);
        if (chosen.length < m) {
            throw new IllegalArgumentException("m=" + m + " edges do not fit among n=" + n + " vertices with exponent="
                    + exponent + "; only " + chosen.length + " were found");
        }
        GraphBuilder builder = GraphBuilder.over(n, false).expectEdges(m);
        for (long pair : chosen) {
            builder.edge((int) (pair >>> 32), (int) pair);
        }
        return builder.build();
    }

    private static long pair(int n, double power, RandomGenerator random) {
        while (true) {
            int u = (int) (n * Math.pow(random.nextDouble(), power));
            int v = (int) (n * Math.pow(random.nextDouble(), power));
            if (u != v) {
                return (long) Math.min(u, v) << 32 | Math.max(u, v);
            }
        }
    }
}
