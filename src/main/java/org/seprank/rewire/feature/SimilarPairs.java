package org.seprank.rewire.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The pairs of vertices without an edge that are more alike than the edges of their communities are on average. All
 * pairs are compared, by columns: time O(n² + sum over the columns of the square of their entries), or those two steps
 * apart. Rows are spread over the threads of {@link Parallel#current()}, which does not change the result.
 */
final class SimilarPairs {
    private static final double MOST_STEPS = 5e10; // products, of which a thread does about 5e8 per second
    private static final int MOST_PAIRS = 20_000_000;

    private final Graph graph;
    private final FeatureRows rows;
    private final VertexGroups groups;
    private final int count;
    private final List<Search> searches = new ArrayList<>();

    /**
     * A search.
     *
     * @param count how many pairs are wanted of each pair of communities
     */
    SimilarPairs(Graph graph, FeatureRows rows, VertexGroups groups, int count) {
        this.graph = graph;
        this.rows = rows;
        this.groups = groups;
        this.count = count;
    }

    /**
     * The pairs by pair of communities, the most alike first.
     *
     * @param near whether only pairs two steps apart are looked at
     * @throws IllegalArgumentException if that takes too long, or there are too many
     * @throws CancellationException if {@code progress} is cancelled
     */
    List<List<ScoredPair>> find(boolean near, Progress progress) {
        int n = graph.vertexCount();
        FeatureColumns columns = FeatureColumns.of(rows.matrix());
        if (!near) {
            check(columns.products() + (double) n * n / 2);
        }
        progress.start("comparing features", n);
        Parallel.current().blocks(n, progress, () -> registered(near, columns));
        List<List<ScoredPair>> found = new ArrayList<>();
        for (int g = 0; g < groups.count(); g++) {
            BestPairs best = new BestPairs(count);
            for (Search search : searches) {
                search.ranked(g).forEach(best::offer);
            }
            found.add(best.ranked());
        }
        return found;
    }

    private static void check(double steps) {
        if (steps > MOST_STEPS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "comparing the features of all pairs of vertices would take %.2g products, about %.0f seconds; "
                            + "compare those two steps apart, candidates=two-hop",
                    steps,
                    steps / 5e8));
        }
    }

    private IntConsumer registered(boolean near, FeatureColumns columns) {
        Search search = new Search(columns);
        synchronized (searches) {
            searches.add(search);
        }
        return near ? search::near : search::all;
    }

    /** What a thread has found. */
    private final class Search {
        private final FeatureColumns columns;
        private final double[] products; // with the row that is looked at
        private final boolean[] marks;
        private final Map<Integer, BestPairs> best = new HashMap<>();
        private int kept;

        Search(FeatureColumns columns) {
            this.columns = columns;
            this.products = new double[rows.size()];
            this.marks = new boolean[rows.size()];
        }

        List<ScoredPair> ranked(int group) {
            BestPairs pairs = best.get(group);
            return pairs == null ? List.of() : pairs.ranked();
        }

        void all(int u) {
            columns.addProducts(u, products);
            mark(u, true);
            for (int v = u + 1; v < products.length; v++) {
                if (!marks[v]) {
                    offer(u, v, rows.cosine(u, v, products[v]));
                }
            }
            mark(u, false);
            Arrays.fill(products, u, products.length, 0);
        }

        void near(int u) {
            Adjacency out = graph.out();
            mark(u, true);
            List<Integer> seen = new ArrayList<>();
            for (int k = out.offsets()[u]; k < out.offsets()[u + 1]; k++) {
                int w = out.neighbours()[k];
                for (int l = out.offsets()[w]; l < out.offsets()[w + 1]; l++) {
                    int v = out.neighbours()[l];
                    if (v > u && !marks[v]) {
                        marks[v] = true;
                        seen.add(v);
                        offer(u, v, rows.cosine(u, v));
                    }
                }
            }
            seen.forEach(v -> marks[v] = false);
            mark(u, false);
        }

        private void mark(int u, boolean mark) {
            Adjacency out = graph.out();
            for (int k = out.offsets()[u]; k < out.offsets()[u + 1]; k++) {
                marks[out.neighbours()[k]] = mark;
            }
        }

        private void offer(int u, int v, double cosine) {
            int group = groups.of(u, v);
            if (group >= 0 && cosine > groups.mean(group)) {
                BestPairs pairs = best.computeIfAbsent(group, g -> new BestPairs(count));
                if (pairs.mayTake(cosine)) {
                    kept -= pairs.size();
                    pairs.offer(new ScoredPair(u, v, cosine));
                    kept += pairs.size();
                    checkKept();
                }
            }
        }

        private void checkKept() {
            if (kept > MOST_PAIRS) {
                throw new IllegalArgumentException("more than " + MOST_PAIRS
                        + " pairs are more alike than the edges; say --edit N or P%, or candidates=two-hop");
            }
        }
    }
}
