package org.seprank.separation.matroid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.seprank.graph.VertexSet;
import org.seprank.rank.Certainty;
import org.seprank.rank.Modular;
import org.seprank.separation.monomial.Unfolding;

/**
 * The interaction dimension of a partition: the largest number of copies, one for each vertex and layer 1..L-1, whose
 * columns are linearly independent on both sides. It is the number of independent channels across the cut, whatever
 * their widths and degrees.
 *
 * <p>For depth 2 and equal widths D, {@code ln sep} grows as {@code (D-1) · dimension · ln λ} when all degrees grow by λ
 * (proved). For greater depth it agrees with the rank of the mixed Hessian of {@code ln f} in all but a few cases that
 * were tried (a conjecture's evidence, not a theorem). By the Cauchy-Binet formula it is the rank of
 * {@code sum_r M_I diag(t_r) M_Jᵀ} for generic t, M the columns of the r-th power of the adjacency matrix with
 * self-loops.
 *
 * @param value the dimension, 0 where nothing crosses
 * @param certainty exact but for an unlucky draw of t; at least where a layer's columns have too many entries
 */
public record InteractionDimension(int value, Certainty certainty) {
    /**
     * The dimension for networks of at least two layers. Time as for the elimination of a sparse matrix with a row for
     * each vertex of I.
     *
     * @param random draws t
     */
    public static InteractionDimension of(Unfolding unfolding, VertexSet side, RandomGenerator random) {
        int n = unfolding.graph().vertexCount();
        List<Row> rows = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            rows.add(new Row());
        }
        int modes = 0;
        for (int mode = 1; mode < unfolding.depth(); mode++) {
            Optional<GroundSet> set = GroundSet.of(unfolding, side, mode, VertexSet.of(n));
            if (set.isEmpty()) {
                break;
            }
            addProducts(set.get().crossing(), rows, random);
            modes = mode;
        }
        int rank = rank(rows, n);
        boolean all = modes == unfolding.depth() - 1 || rank == Math.min(side.size(), n - side.size());
        return new InteractionDimension(
                rank,
                all
                        ? new Certainty.ExactWithProbability((rank + 1.0) / Modular.PRIME)
                        : new Certainty.AtLeast("from layers 1 to " + modes));
    }

    private static void addProducts(GroundSet set, List<Row> rows, RandomGenerator random) {
        for (int j = 0; j < set.size(); j++) {
            int generic = Modular.draw(random);
            SparseVector in = set.inside().get(j);
            SparseVector out = set.outside().get(j);
            for (int e = 0; e < in.indices().length; e++) {
                int factor = Modular.multiply(generic, Modular.reduce(in.values()[e]));
                rows.get(in.indices()[e]).add(factor, out);
            }
        }
    }

    private static int rank(List<Row> rows, int n) {
        List<SparseVector> vectors = rows.stream().map(Row::vector).toList();
        int[] occurrences = new int[n];
        for (SparseVector vector : vectors) {
            for (int i : vector.indices()) {
                occurrences[i]++;
            }
        }
        SparseSpan span = new SparseSpan(occurrences);
        vectors.stream()
                .sorted(Comparator.comparingInt(vector -> vector.indices().length))
                .filter(span::isOutside)
                .forEach(vector -> span.add());
        return span.size();
    }

    /** A row of the matrix under construction: residues by column. */
    private static final class Row {
        private final Map<Integer, Integer> entries = new TreeMap<>();

        void add(int factor, SparseVector vector) {
            for (int e = 0; e < vector.indices().length; e++) {
                int more = Modular.multiply(factor, Modular.reduce(vector.values()[e]));
                entries.merge(vector.indices()[e], more, Modular::add);
            }
        }

        SparseVector vector() {
            return new SparseVector(
                    entries.keySet().stream().mapToInt(i -> i).toArray(),
                    entries.values().stream().mapToLong(v -> v).toArray());
        }
    }
}
