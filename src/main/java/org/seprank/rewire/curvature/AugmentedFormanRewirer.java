package org.seprank.rewire.curvature;

import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.curvature.numeric.GaussianMixture;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * Rewires by augmented Forman curvature (AFR-3, AFR-4) with thresholds that the graph itself gives: two normal
 * distributions are fitted to the curvatures of its edges, once. An edge above the larger mean plus its deviation is
 * removed; an edge u-v below the point where the two meet, {@code (mu1 sigma2 + mu2 sigma1) / (sigma1 + sigma2)}, gets
 * an edge v-w to a random w among the neighbours of u that are not those of v, or if there is none u-w the other way
 * round.
 *
 * <p>Order of the edits: first all removals, the most curved edge first; then all additions, for the most negative edge
 * first; equal curvatures by edge number. The neighbours w are those at that time. Additions are in relation 1. The
 * score of an edit is the curvature of the edge it removes or supports. Source: L. Fesser and M. Weber, arXiv
 * 2309.09384.
 *
 * <p>Undirected graphs only, weights are ignored. Time as {@link AugmentedForman#all} and O(m log m + edits * degree).
 *
 * @param curvature of the edges
 * @param seed decides on the neighbours
 */
public record AugmentedFormanRewirer(AugmentedForman curvature, long seed) implements Rewirer {
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        EditBudget edits = EditBudget.of(count, progress);
        UndirectedRows rows = UndirectedRows.of(graph);
        long[] values;
        try {
            values = curvature.all(rows, graph, progress.silent());
        } catch (CancellationException beforeTheFirstEdit) {
            return edits.build();
        }
        if (values.length > 0) {
            GaussianMixture mixture = GaussianMixture.fit(values);
            remove(rows, ordered(values, value -> value > mixture.above(), -1), values, edits);
            add(rows, ordered(values, value -> value < mixture.between(), 1), values, edits);
        }
        return edits.build();
    }

    /** The edges of such values, ascending by the value times the sign, equal ones by number. */
    private static int[] ordered(long[] values, LongPredicate taken, int sign) {
        return IntStream.range(0, values.length)
                .filter(e -> taken.test(values[e]))
                .boxed()
                .sorted(Comparator.comparing((Integer e) -> sign * values[e]))
                .mapToInt(e -> e)
                .toArray();
    }

    private static void remove(UndirectedRows rows, int[] order, long[] values, EditBudget edits) {
        for (int i = 0; i < order.length && edits.more(); i++) {
            Edit edit = Edit.remove(rows.source(order[i]), rows.target(order[i]));
            rows.remove(edit.u(), edit.v());
            edits.add(edit, (double) values[order[i]]);
        }
    }

    private void add(UndirectedRows rows, int[] order, long[] values, EditBudget edits) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < order.length && edits.more(); i++) {
            int u = rows.source(order[i]);
            int v = rows.target(order[i]);
            Optional<Edit> joined = join(rows, u, v, random).or(() -> join(rows, v, u, random));
            double score = values[order[i]];
            joined.ifPresent(edit -> edits.add(edit, score));
        }
    }

    /** Joins v to a random neighbour of u, if one is neither v nor a neighbour of v. */
    private static Optional<Edit> join(UndirectedRows rows, int u, int v, SplittableRandom random) {
        int[] choice = new int[rows.degree(u)];
        int size = 0;
        for (int i = rows.start(u); i < rows.end(u); i++) {
            int w = rows.neighbours(u)[i];
            if (w != v && rows.edgeBetween(v, w) < 0) {
                choice[size++] = w;
            }
        }
        if (size == 0) {
            return Optional.empty();
        }
        Edit edit = Edit.add(v, choice[random.nextInt(size)]);
        rows.add(edit.u(), edit.v());
        return Optional.of(edit);
    }
}
