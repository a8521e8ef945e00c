package org.seprank.separation.matroid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.seprank.rank.Modular;

/**
 * The linear relations between vectors that are put in one by one. They are found modulo p by a sparse elimination that
 * remembers how each basis vector came about, written as small integers by rational reconstruction, and verified over
 * the integers. Not safe for use by several threads.
 */
final class LinearRelations {
    /** Numerators and denominators up to sqrt(p / 2) are unique. */
    private static final int FRACTION_LIMIT = 32_767;

    private final List<SparseVector> vectors = new ArrayList<>();
    private final SparseSpan span;
    private final List<Integer> basis = new ArrayList<>(); // the numbers of the vectors in it
    private final List<int[]> from = new ArrayList<>(); // the basis vectors taken from a vector
    private final List<int[]> times = new ArrayList<>();
    private final List<Integer> scales = new ArrayList<>();
    private int[] lastFrom = new int[16];
    private int[] lastTimes = new int[16];
    private int steps;

    /**
     * No vectors.
     *
     * @param occurrences how many of those to come have an entry at each coordinate
     * @param budget of entries to subtract
     */
    LinearRelations(int[] occurrences, long budget) {
        this.span = new SparseSpan(occurrences, budget);
    }

    /** Whether the budget is spent. */
    boolean isExhausted() {
        return span.isExhausted();
    }

    /** Puts in the next vector; whether it is independent modulo p, and so over the rationals, of those before it. */
    boolean add(SparseVector vector) {
        vectors.add(vector);
        steps = 0;
        boolean outside = span.isOutside(vector, this::step);
        if (outside) {
            basis.add(vectors.size() - 1);
            from.add(Arrays.copyOf(lastFrom, steps));
            times.add(Arrays.copyOf(lastTimes, steps));
            scales.add(span.add());
        }
        return outside;
    }

    private void step(int basisVector, int taken) {
        if (steps == lastFrom.length) {
            lastFrom = Arrays.copyOf(lastFrom, 2 * steps);
            lastTimes = Arrays.copyOf(lastTimes, 2 * steps);
        }
        lastFrom[steps] = basisVector;
        lastTimes[steps++] = taken;
    }

    /** The relation of the last vector, which is dependent modulo p; empty where there is none over the integers. */
    Optional<Relation> last() {
        int[] left = new int[basis.size()]; // of each basis vector
        for (int k = 0; k < steps; k++) {
            left[lastFrom[k]] = lastTimes[k];
        }
        int[] numbers = new int[basis.size() + 1];
        int[] residues = new int[numbers.length];
        int count = 0;
        numbers[count] = vectors.size() - 1;
        residues[count++] = Modular.PRIME - 1;
        for (int b = left.length - 1; b >= 0; b--) {
            if (left[b] != 0) {
                int taken = Modular.multiply(left[b], scales.get(b));
                numbers[count] = basis.get(b);
                residues[count++] = taken;
                for (int k = 0; k < from.get(b).length; k++) {
                    int before = from.get(b)[k];
                    int less = Modular.multiply(taken, times.get(b)[k]);
                    left[before] = Modular.reduce((long) left[before] - less);
                }
            }
        }
        int[] found = Arrays.copyOf(numbers, count);
        return integers(Arrays.copyOf(residues, count))
                .map(integers -> new Relation(found, integers))
                .filter(this::holds);
    }

    /**
     * Numbers, not all 0, for which the sum of vectors times numbers is 0.
     *
     * @param vectors which vectors, each once
     * @param numbers theirs, none of them 0
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Relation(int[] vectors, long[] numbers) {}

    /** The residues times their least common denominator. */
    private static Optional<long[]> integers(int[] residues) {
        long common = 1;
        for (int residue : residues) {
            long denominator = denominator(residue);
            BigInteger gcd = BigInteger.valueOf(common).gcd(BigInteger.valueOf(denominator));
            common *= denominator / gcd.longValueExact();
            if (common > FRACTION_LIMIT) {
                return Optional.empty();
            }
        }
        long factor = common;
        return Optional.of(Arrays.stream(residues)
                .mapToLong(residue -> {
                    int product = Modular.reduce(factor * residue);
                    return product > Modular.PRIME / 2 ? (long) product - Modular.PRIME : product;
                })
                .toArray());
    }

    /** The least positive number whose product with the residue is small, by the Euclidean algorithm. */
    private static long denominator(int residue) {
        long above = Modular.PRIME;
        long at = residue;
        long aboveTimes = 0;
        long atTimes = 1;
        while (at > FRACTION_LIMIT) {
            long quotient = above / at;
            long rest = above - quotient * at;
            long restTimes = aboveTimes - quotient * atTimes;
            above = at;
            at = rest;
            aboveTimes = atTimes;
            atTimes = restTimes;
        }
        return Math.abs(atTimes);
    }

    private boolean holds(Relation relation) {
        BigInteger[] sums = new BigInteger[span.dimension()];
        Arrays.fill(sums, BigInteger.ZERO);
        for (int k = 0; k < relation.vectors.length; k++) {
            SparseVector vector = vectors.get(relation.vectors[k]);
            BigInteger number = BigInteger.valueOf(relation.numbers[k]);
            for (int e = 0; e < vector.indices().length; e++) {
                int i = vector.indices()[e];
                sums[i] = sums[i].add(number.multiply(BigInteger.valueOf(vector.values()[e])));
            }
        }
        return Arrays.stream(sums).allMatch(sum -> sum.signum() == 0);
    }
}
