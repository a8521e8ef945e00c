package org.seprank.separation.monomial;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.UnionFind;
import org.seprank.graph.VertexSet;
import org.seprank.work.Progress;

/**
 * The monomials of a network in the variables {@code y^(i) = W^(1) x^(i)}, split at a partition. With {@code h^(1,j)_e}
 * the product of {@code y^(i)_e} over i in N(j), a network of depth 2 or more is a sum of {@code prod_{j,e}
 * (h^(1,j)_e)^{alpha_je}} over all {@code alpha} with {@code sum_e alpha_je = k_j}; the exponent of {@code y^(i)_e} is
 * {@code sum_{j: i in N(j)} alpha_je}.
 *
 * <p>Exponents of one side are packed into a {@code long} by mixed radix, without the last e of each vertex, which the
 * others determine. The packing is linear, so the set of monomials is a sum of sets, formed vertex by vertex. Time
 * O(sum of intermediate sizes · compositions), stopped at a cap.
 */
public final class SideMonomials {
    private final Graph graph;
    private final VertexSet side;
    private final long[] degrees;
    private final int width;
    private final int cap;
    private final Progress progress;

    private SideMonomials(Graph graph, VertexSet side, long[] degrees, int width, Limit limit) {
        this.graph = graph;
        this.side = side;
        this.degrees = degrees;
        this.width = width;
        this.cap = limit.cap;
        this.progress = limit.progress;
    }

    /**
     * Where enumeration stops.
     *
     * @param cap the largest number of monomials, or pairs of them, that is kept
     * @param progress asked now and then whether to stop
     */
    public record Limit(int cap, Progress progress) {
        /** Why there is no answer, for a report. */
        public String note() {
            return progress.cancelled()
                    ? "cancelled"
                    : "not enumerated: more than " + cap + ", or than 63-bit exponents";
        }
    }

    /**
     * The monomials of the sides I and Iᶜ.
     *
     * @param side I
     * @param degrees k_j, the degree in {@code h^(1,j)}, by vertex j
     * @param width the number of coordinates e
     */
    public static SideMonomials of(Graph graph, VertexSet side, long[] degrees, int width, Limit limit) {
        return new SideMonomials(graph, side, degrees.clone(), width, limit);
    }

    /** The number of distinct monomials of side I; empty if there are more than the cap. */
    public OptionalInt distinct() {
        return radices(side)
                .flatMap(this::sums)
                .map(Set::size)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /**
     * The exponents of the distinct monomials of side I: of y^(i)_e at {@code width · place of i in the side + e};
     * empty if there are more monomials than the cap.
     */
    Optional<long[][]> exponents() {
        Optional<long[]> radices = radices(side);
        return radices.flatMap(this::sums)
                .map(sums ->
                        sums.stream().map(sum -> unpacked(sum, radices.get())).toArray(long[][]::new));
    }

    private long[] unpacked(long monomial, long[] radices) {
        int digits = width - 1;
        int[] vertices = side.toArray();
        long[] exponents = new long[width * vertices.length];
        for (int place = 0; place < vertices.length; place++) {
            long degree = degreeOf(vertices[place]);
            long left = degree;
            for (int e = 0; e < digits && degree > 0; e++) {
                long exponent = monomial / radices[vertices[place] * digits + e] % (degree + 1);
                exponents[width * place + e] = exponent;
                left -= exponent;
            }
            exponents[width * place + digits] = left;
        }
        return exponents;
    }

    private Optional<Set<Long>> sums(long[] radices) {
        Set<Long> sums = new HashSet<>(Set.of(0L));
        for (int j = 0; j < degrees.length; j++) {
            Optional<long[]> shifts = shifts(j, radices);
            if (shifts.isEmpty() || progress.cancelled()) {
                return Optional.empty();
            }
            long[] distinct = Arrays.stream(shifts.get()).distinct().toArray();
            if (distinct.length > 1 && !spread(sums, distinct)) {
                return Optional.empty();
            }
        }
        return Optional.of(sums);
    }

    private boolean spread(Set<Long> sums, long[] shifts) {
        long[] before = sums.stream().mapToLong(Long::longValue).toArray();
        sums.clear();
        for (long s : before) {
            for (long a : shifts) {
                sums.add(s + a);
            }
            if (sums.size() > cap) {
                return false;
            }
        }
        return true;
    }

    /** A monomial of each side. */
    private record Pair(long row, long column) {}

    /**
     * Which monomials of I (rows) and Iᶜ (columns) occur together, interchangeable ones taken as one; empty if there
     * are more pairs than the cap.
     */
    public Optional<MonomialGraph> pairs(Interchange rows, Interchange columns) {
        Optional<long[]> rowRadices = radices(side);
        Optional<long[]> columnRadices = radices(side.complement());
        if (rowRadices.isEmpty() || columnRadices.isEmpty()) {
            return Optional.empty();
        }
        Optional<Set<Pair>> sums = pairSums(rowRadices.get(), columnRadices.get());
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, Integer> rowIndex = new HashMap<>();
        Map<Long, Integer> columnIndex = new HashMap<>();
        int[] entries = new int[2 * sums.get().size()];
        int at = 0;
        for (Pair pair : sums.get()) {
            entries[at++] = index(rowIndex, pair.row);
            entries[at++] = index(columnIndex, pair.column);
        }
        int[] rowOrbits = orbits(rowIndex, rowRadices.get(), rows);
        int[] columnOrbits = orbits(columnIndex, columnRadices.get(), columns);
        for (int k = 0; k < entries.length; k += 2) {
            entries[k] = rowOrbits[entries[k]];
            entries[k + 1] = columnOrbits[entries[k + 1]];
        }
        return Optional.of(MonomialGraph.of(size(rowOrbits), size(columnOrbits), entries));
    }

    private static int index(Map<Long, Integer> indices, long key) {
        Integer known = indices.putIfAbsent(key, indices.size());
        return known == null ? indices.size() - 1 : known;
    }

    private static int size(int[] orbits) {
        return Arrays.stream(orbits).max().orElse(-1) + 1;
    }

    private Optional<Set<Pair>> pairSums(long[] rowRadices, long[] columnRadices) {
        Set<Pair> sums = Set.of(new Pair(0, 0));
        for (int j = 0; j < degrees.length; j++) {
            Optional<long[]> rows = shifts(j, rowRadices);
            Optional<long[]> columns = shifts(j, columnRadices);
            if (rows.isEmpty() || columns.isEmpty() || progress.cancelled()) {
                return Optional.empty();
            }
            Set<Pair> next = new LinkedHashSet<>();
            for (Pair s : sums) {
                for (int a = 0; a < rows.get().length; a++) {
                    next.add(new Pair(s.row + rows.get()[a], s.column + columns.get()[a]));
                }
                if (next.size() > cap) {
                    return Optional.empty();
                }
            }
            sums = next;
        }
        return Optional.of(sums);
    }

    /** The weight of exponent (i, e) in the packing at {@code i * (width - 1) + e}; empty if 63 bits are too few. */
    Optional<long[]> radices(VertexSet vertices) {
        if (cap == 0) {
            return Optional.empty();
        }
        int digits = width - 1;
        try {
            long exponents = vertices.stream().filter(i -> degreeOf(i) > 0).count() * digits;
            if (exponents > Long.SIZE - 1) {
                return Optional.empty();
            }
            long[] radices = new long[Math.multiplyExact(degrees.length, digits)];
            long radix = 1;
            for (int i = vertices.next(0); i >= 0; i = vertices.next(i + 1)) {
                long base = degreeOf(i) + 1;
                for (int e = 0; e < digits && base > 1; e++) {
                    radices[i * digits + e] = radix;
                    radix = Math.multiplyExact(radix, base);
                }
            }
            return Optional.of(radices);
        } catch (ArithmeticException tooMany) {
            return Optional.empty();
        }
    }

    /** The total degree in y^(i): the sum of k_j over the j that have i as a neighbour. */
    private long degreeOf(int i) {
        Adjacency out = graph.out();
        long degree = degrees[i];
        for (int k = out.offsets()[i]; k < out.offsets()[i + 1]; k++) {
            degree = Math.addExact(degree, degrees[out.neighbours()[k]]);
        }
        return degree;
    }

    /** What each way to spread k_j over the coordinates adds to the packed exponents; empty if there are too many. */
    private Optional<long[]> shifts(int j, long[] radices) {
        if (degrees[j] == 0) {
            return Optional.of(new long[1]);
        }
        Magnitude count = Magnitude.multisets(width, BigInteger.valueOf(degrees[j]));
        if (count.compareTo(Magnitude.of(cap)) > 0) {
            return Optional.empty();
        }
        Spreads spreads = new Spreads(weights(j, radices), Math.toIntExact(Math.round(Math.exp(count.nats()))));
        spreads.fill(0, degrees[j], 0);
        return Optional.of(spreads.sums());
    }

    /** What one more of h^(1,j)_e adds to the packed exponents, for each e but the last. */
    long[] weights(int j, long[] radices) {
        int digits = width - 1;
        long[] weights = new long[digits];
        Adjacency in = graph.in();
        for (int e = 0; e < digits; e++) {
            weights[e] = radices[j * digits + e];
            for (int k = in.offsets()[j]; k < in.offsets()[j + 1]; k++) {
                weights[e] += radices[in.neighbours()[k] * digits + e];
            }
        }
        return weights;
    }

    /** The orbit of each monomial under the permutations of vertices, numbered from 0. */
    private int[] orbits(Map<Long, Integer> index, long[] radices, Interchange interchange) {
        UnionFind orbits = new UnionFind(index.size());
        for (Permutation permutation : interchange.generators()) {
            for (Map.Entry<Long, Integer> monomial : index.entrySet()) {
                Integer image = index.get(image(monomial.getKey(), radices, permutation));
                if (image == null) {
                    throw new IllegalStateException("the monomials are not invariant under " + permutation);
                }
                orbits.join(monomial.getValue(), image);
            }
        }
        return orbits.numbered();
    }

    private long image(long monomial, long[] radices, Permutation permutation) {
        int digits = width - 1;
        long image = monomial;
        for (int k = 0; k < permutation.size(); k++) {
            int i = permutation.from(k);
            long base = degreeOf(i) + 1;
            for (int e = 0; e < digits && base > 1; e++) {
                long radix = radices[i * digits + e];
                image += monomial / radix % base * (radices[permutation.to(k) * digits + e] - radix);
            }
        }
        return image;
    }
}
