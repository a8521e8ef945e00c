package org.seprank.separation.matroid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * <p>For depth 2 and equal widths D, {@code ln sep} grows as {@code (D-1) · dimension · ln λ} when all degrees grow by
 * λ (proved). For greater depth it agrees with the rank of the mixed Hessian of {@code ln f} in all but a few cases
 * that were tried (a conjecture's evidence, not a theorem). By the Cauchy-Binet formula it is the rank of {@code sum_r
 * M_I diag(t_r) M_Jᵀ} for generic t, M the columns of the r-th power of the adjacency matrix with self-loops.
 *
 * @param value the dimension, 0 where nothing crosses
 * @param certainty exact but for an unlucky draw of t; at least where a layer's columns have too many entries
 */
public record InteractionDimension(int value, Certainty certainty) {
    /**
     * The dimension for networks of at least two layers. Time as for the elimination of a sparse matrix with a row for
     * each vertex of I; where that exceeds the effort, the value is a lower bound.
     *
     * @param random draws t
     * @param effort how many times a fraction of a second to spend, at least 1
     */
    public static InteractionDimension of(Unfolding unfolding, VertexSet side, RandomGenerator random, int effort) {
        int n = unfolding.graph().vertexCount();
        List<GroundSet> modes = new ArrayList<>();
        for (int mode = 1; mode < unfolding.depth(); mode++) {
            Optional<GroundSet> set = GroundSet.of(unfolding, side, mode, VertexSet.of(n));
            if (set.isEmpty()) {
                break;
            }
            modes.add(set.get().crossing());
        }
        List<SparseVector> rows = new Products(n, modes, random).rows(side);
        SparseSpan span =
                new SparseSpan(occurrences(rows, n), SearchEffort.of(effort).entries());
        rows.stream()
                .sorted(Comparator.comparingInt(row -> row.indices().length))
                .filter(row -> !span.isExhausted() && span.isOutside(row))
                .forEach(row -> span.add());
        int rank = span.size();
        return new InteractionDimension(rank, certainty(rank, modes.size(), unfolding, side, span.isExhausted()));
    }

    private static Certainty certainty(int rank, int modes, Unfolding unfolding, VertexSet side, boolean exhausted) {
        if (rank == Math.min(side.size(), side.universe() - side.size())) {
            return new Certainty.Exact();
        }
        if (exhausted) {
            return new Certainty.AtLeast("stopped by the effort");
        }
        return modes == unfolding.depth() - 1
                ? new Certainty.ExactWithProbability((rank + 1.0) / Modular.PRIME)
                : new Certainty.AtLeast("from layers 1 to " + modes);
    }

    private static int[] occurrences(List<SparseVector> rows, int n) {
        int[] occurrences = new int[n];
        rows.forEach(row -> Arrays.stream(row.indices()).forEach(i -> occurrences[i]++));
        return occurrences;
    }

    /** The rows of the sum of M_I diag(t) M_Jᵀ over the layers, in residues. */
    private static final class Products {
        private final List<List<Term>> terms = new ArrayList<>(); // by row
        private final int[] sums;

        /** A class's part in Iᶜ and what it is multiplied by. */
        private record Term(int factor, SparseVector outside) {}

        Products(int n, List<GroundSet> modes, RandomGenerator random) {
            sums = new int[n];
            for (int i = 0; i < n; i++) {
                terms.add(new ArrayList<>());
            }
            for (GroundSet set : modes) {
                for (int j = 0; j < set.size(); j++) {
                    int generic = Modular.draw(random);
                    SparseVector in = set.inside().get(j);
                    for (int e = 0; e < in.indices().length; e++) {
                        int factor = Modular.multiply(generic, Modular.reduce(in.values()[e]));
                        terms.get(in.indices()[e])
                                .add(new Term(factor, set.outside().get(j)));
                    }
                }
            }
        }

        List<SparseVector> rows(VertexSet side) {
            return side.stream().mapToObj(i -> row(terms.get(i))).toList();
        }

        private SparseVector row(List<Term> of) {
            BitSet touched = new BitSet();
            for (Term term : of) {
                int[] indices = term.outside.indices();
                for (int e = 0; e < indices.length; e++) {
                    int more = Modular.multiply(
                            term.factor, Modular.reduce(term.outside.values()[e]));
                    sums[indices[e]] = Modular.add(sums[indices[e]], more);
                    touched.set(indices[e]);
                }
            }
            int[] indices = touched.stream().filter(i -> sums[i] != 0).toArray();
            long[] values = Arrays.stream(indices).mapToLong(i -> sums[i]).toArray();
            touched.stream().forEach(i -> sums[i] = 0);
            return new SparseVector(indices, values);
        }
    }
}
