package org.seprank.separation.matroid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.seprank.graph.Adjacency;
import org.seprank.graph.VertexSet;
import org.seprank.separation.monomial.Unfolding;

/**
 * The columns of the r-th power of the adjacency matrix with self-loops, cut at a partition (I, Iᶜ): column j says how
 * often each input is a factor of the copies of vertex j in layer r of a network whose weights below are the identity.
 * Vertices with equal columns are one class.
 *
 * @param vertices the number of vertices, of both sides
 * @param inside the rows in I of each class's column
 * @param outside the rows in Iᶜ
 * @param degrees how many copies of the class's vertices in layer r the output multiplies, positive
 */
record GroundSet(int vertices, List<SparseVector> inside, List<SparseVector> outside, List<BigInteger> degrees) {
    /** More entries than that in all columns together are not formed. */
    private static final int ENTRY_LIMIT = 4_000_000;

    /**
     * The classes of a mode, one-sided ones included.
     *
     * @param mode r, in 1..depth-1
     * @param constant inputs that are set to all ones, so that their rows are left out
     * @return empty where the columns have too many entries, or an entry does not fit 63 bits
     */
    static Optional<GroundSet> of(Unfolding unfolding, VertexSet side, int mode, VertexSet constant) {
        return columns(unfolding, mode).map(columns -> merged(columns, unfolding, side, mode, constant));
    }

    /** The columns of a mode by vertex; empty where they have too many entries. */
    static Optional<List<SparseVector>> columns(Unfolding unfolding, int mode) {
        int n = unfolding.graph().vertexCount();
        Adjacency in = unfolding.graph().in();
        List<SparseVector> columns = new ArrayList<>(n);
        for (int j = 0; j < n; j++) {
            columns.add(new SparseVector(new int[] {j}, new long[] {1}));
        }
        long[] sums = new long[n];
        for (int power = 0; power < mode; power++) {
            List<SparseVector> next = new ArrayList<>(n);
            long entries = 0;
            for (int j = 0; j < n; j++) {
                Optional<SparseVector> column = sum(columns, in, j, sums);
                entries += column.map(c -> c.indices().length).orElse(ENTRY_LIMIT + 1);
                if (entries > ENTRY_LIMIT) {
                    return Optional.empty();
                }
                next.add(column.orElseThrow());
            }
            columns = next;
        }
        return Optional.of(columns);
    }

    /** The sum of the columns of j and its in-neighbours; {@code sums} is zero before and after. */
    private static Optional<SparseVector> sum(List<SparseVector> columns, Adjacency in, int j, long[] sums) {
        int[] found = new int[16];
        int count = 0;
        boolean fits = true;
        for (int k = in.offsets()[j] - 1; k < in.offsets()[j + 1]; k++) {
            SparseVector column = columns.get(k < in.offsets()[j] ? j : in.neighbours()[k]);
            for (int e = 0; e < column.indices().length; e++) {
                int i = column.indices()[e];
                if (sums[i] == 0) {
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = i;
                }
                sums[i] += column.values()[e];
                fits &= sums[i] > 0;
                sums[i] = fits ? sums[i] : 1;
            }
        }
        int[] indices = Arrays.copyOf(found, count);
        Arrays.sort(indices);
        long[] values = Arrays.stream(indices).mapToLong(i -> sums[i]).toArray();
        Arrays.stream(indices).forEach(i -> sums[i] = 0);
        return fits ? Optional.of(new SparseVector(indices, values)) : Optional.empty();
    }

    private static GroundSet merged(
            List<SparseVector> columns, Unfolding unfolding, VertexSet side, int mode, VertexSet constant) {
        Map<SparseVector, BigInteger> classes = new LinkedHashMap<>();
        for (int j = 0; j < columns.size(); j++) {
            BigInteger degree = unfolding.copies(mode).at(j);
            if (degree.signum() > 0) {
                SparseVector column = columns.get(j);
                classes.merge(part(column, i -> !constant.contains(i)), degree, BigInteger::add);
            }
        }
        List<SparseVector> inside = new ArrayList<>();
        List<SparseVector> outside = new ArrayList<>();
        List<BigInteger> degrees = new ArrayList<>();
        classes.forEach((column, degree) -> {
            if (!column.isZero()) {
                inside.add(part(column, side::contains));
                outside.add(part(column, i -> !side.contains(i)));
                degrees.add(degree);
            }
        });
        return new GroundSet(columns.size(), inside, outside, degrees);
    }

    /** The entries of a column in some rows. */
    static SparseVector part(SparseVector column, IntPredicate rows) {
        int[] at = IntStream.range(0, column.indices().length)
                .filter(e -> rows.test(column.indices()[e]))
                .toArray();
        return new SparseVector(
                Arrays.stream(at).map(e -> column.indices()[e]).toArray(),
                Arrays.stream(at).mapToLong(e -> column.values()[e]).toArray());
    }

    /** The number of classes. */
    int size() {
        return degrees.size();
    }

    /** Whether the class meets both sides. */
    boolean crosses(int j) {
        return !inside.get(j).isZero() && !outside.get(j).isZero();
    }

    /** The classes that meet both sides, which bounds come from. */
    GroundSet crossing() {
        List<SparseVector> in = new ArrayList<>();
        List<SparseVector> out = new ArrayList<>();
        List<BigInteger> kept = new ArrayList<>();
        for (int j = 0; j < size(); j++) {
            if (crosses(j)) {
                in.add(inside.get(j));
                out.add(outside.get(j));
                kept.add(degrees.get(j));
            }
        }
        return new GroundSet(vertices, in, out, kept);
    }

    /** Whether classes that meet both sides would become one without the row of that vertex, and still meet both. */
    boolean mergesWithout(int vertex) {
        Set<SparseVector> seen = new HashSet<>();
        for (int j = 0; j < size(); j++) {
            SparseVector in = part(inside.get(j), i -> i != vertex);
            SparseVector out = part(outside.get(j), i -> i != vertex);
            if (!in.isZero() && !out.isZero() && !seen.add(joined(in, out))) {
                return true;
            }
        }
        return false;
    }

    /** The whole column of a class. */
    SparseVector column(int j) {
        return joined(inside.get(j), outside.get(j));
    }

    private static SparseVector joined(SparseVector in, SparseVector out) {
        int[] indices = Arrays.copyOf(in.indices(), in.indices().length + out.indices().length);
        long[] values = Arrays.copyOf(in.values(), indices.length);
        System.arraycopy(out.indices(), 0, indices, in.indices().length, out.indices().length);
        System.arraycopy(out.values(), 0, values, in.values().length, out.values().length);
        return new SparseVector(indices, values);
    }

    /** How many columns have an entry in each row. */
    int[] occurrences() {
        int[] occurrences = new int[vertices];
        for (List<SparseVector> columns : List.of(inside, outside)) {
            columns.forEach(column -> Arrays.stream(column.indices()).forEach(i -> occurrences[i]++));
        }
        return occurrences;
    }
}
