package org.seprank.separation.matroid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.seprank.graph.VertexSet;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;

/**
 * An upper bound for depth 2 and all weights. Every class that crosses is given to side I, to side Iᶜ, or taken out.
 * The exponents that the classes of side I put on I are fixed by those on a row basis B of their columns, so {@code sep
 * <= D_h · prod_{l in B_I} C(D_h+K_l-1, K_l) · prod_{l in B_J} C(D_h+K_l-1, K_l) · prod_{j out} C(D_h+k_j-1, k_j)}, K_l
 * the degrees of the classes given to the side whose column has row l. The basis is the cheapest; a row that is
 * dependent modulo p is left out of it only where the relation holds over the integers.
 *
 * <p>The split starts at the three plain ones and is improved by moving single classes. Time O(n² · elimination) for n
 * classes.
 */
final class RowBasisSplit {
    private static final int INSIDE = 0;
    private static final int OUTSIDE = 1;
    private static final int OUT = 2;
    private static final int PASSES = 4;

    private final GroundSet set;
    private final int width;
    private final List<List<SparseVector>> rows; // by side: the classes that have each row

    private RowBasisSplit(GroundSet set, int width) {
        this.set = set;
        this.width = width;
        this.rows = List.of(transposed(set.inside(), set.vertices()), transposed(set.outside(), set.vertices()));
    }

    /** The least bound that was found; nothing finite where more than so many classes cross. */
    static Magnitude of(Unfolding unfolding, VertexSet side, int hiddenWidth, int classLimit) {
        return GroundSet.of(unfolding, side, 1, VertexSet.of(side.universe()))
                .map(GroundSet::crossing)
                .filter(set -> set.size() > 0 && set.size() <= classLimit)
                .map(set -> new RowBasisSplit(set, hiddenWidth).best())
                .orElse(Magnitude.UNBOUNDED);
    }

    private static List<SparseVector> transposed(List<SparseVector> columns, int vertices) {
        List<List<Integer>> classes = new ArrayList<>();
        for (int i = 0; i < vertices; i++) {
            classes.add(new ArrayList<>());
        }
        for (int j = 0; j < columns.size(); j++) {
            for (int i : columns.get(j).indices()) {
                classes.get(i).add(j);
            }
        }
        return classes.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> row.stream().mapToInt(j -> j).toArray())
                .map(row -> new SparseVector(
                        row, LongStream.generate(() -> 1).limit(row.length).toArray()))
                .distinct()
                .toList();
    }

    private Magnitude best() {
        int[] best = IntStream.of(INSIDE, OUTSIDE, OUT)
                .mapToObj(this::improved)
                .min(Comparator.comparing(this::price))
                .orElseThrow();
        return price(best).times(Magnitude.of(width));
    }

    private int[] improved(int start) {
        int[] split = new int[set.size()];
        Arrays.fill(split, start);
        Magnitude price = price(split);
        boolean fell = true;
        for (int pass = 0; pass < PASSES && fell; pass++) {
            fell = false;
            for (int j = 0; j < split.length; j++) {
                for (int move = 1; move <= 2; move++) {
                    int before = split[j];
                    split[j] = (before + move) % 3;
                    Magnitude moved = price(split);
                    if (moved.compareTo(price) < 0) {
                        price = moved;
                        fell = true;
                        break;
                    }
                    split[j] = before;
                }
            }
        }
        return split;
    }

    private Magnitude price(int[] split) {
        Magnitude price = price(rows.get(INSIDE), j -> split[j] == INSIDE)
                .times(price(rows.get(OUTSIDE), j -> split[j] == OUTSIDE));
        for (int j = 0; j < split.length; j++) {
            price = split[j] == OUT
                    ? price.times(Magnitude.multisets(width, set.degrees().get(j)))
                    : price;
        }
        return price;
    }

    /** What a cheapest row basis of some of the columns costs. */
    private Magnitude price(List<SparseVector> all, IntPredicate given) {
        record Row(SparseVector vector, BigInteger degree) {}
        List<Row> sorted = all.stream()
                .map(row -> Arrays.stream(row.indices()).filter(given).toArray())
                .filter(classes -> classes.length > 0)
                .map(classes -> new Row(
                        new SparseVector(
                                classes,
                                Arrays.stream(classes).mapToLong(j -> 1).toArray()),
                        Arrays.stream(classes).mapToObj(set.degrees()::get).reduce(BigInteger.ZERO, BigInteger::add)))
                .sorted(Comparator.comparing(Row::degree))
                .toList();
        int[] occurrences = new int[set.size()];
        sorted.forEach(row -> Arrays.stream(row.vector.indices()).forEach(j -> occurrences[j]++));
        LinearRelations relations = new LinearRelations(occurrences, Long.MAX_VALUE);
        Magnitude price = Magnitude.ONE;
        for (Row row : sorted) {
            if (relations.add(row.vector) || relations.last().isEmpty()) {
                price = price.times(Magnitude.multisets(width, row.degree));
            }
        }
        return price;
    }
}
