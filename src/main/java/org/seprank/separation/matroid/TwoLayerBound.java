package org.seprank.separation.matroid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.seprank.graph.Adjacency;
import org.seprank.graph.VertexSet;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;

/**
 * A lower bound for almost all weights of networks of depth 3 and more, which mix channels in two layers. Let C be the
 * vertices j of layer r that cross, and for a vertex u of layer r+1 with j in N(u) let o_u be the sum of the columns of
 * N(u) that lie within I. If the columns of C and the o_u that are not 0 are linearly independent on I, and the same
 * holds on Iᶜ, then {@code sep >= prod_j C(D+k_j-1, k_j)}, and for every {@link Coupling} of j with degree κ the factor
 * of j is {@code C(D+κ-1, κ) · C(D+k_j-κ-1, k_j-κ)}. Proof, by the strong Lefschetz property of monomial complete
 * intersections, in {@code src/site/markdown/bounds.md}.
 *
 * <p>Time of two sparse eliminations, and O(couplings · candidates) of them.
 */
final class TwoLayerBound {
    private final Unfolding unfolding;
    private final int mode;
    private final List<SparseVector> inside;
    private final List<SparseVector> outside;
    private final BitSet crossing = new BitSet();
    private final Map<Integer, SparseVector> insideFactors = new HashMap<>(); // o_u, where it is not 0
    private final Map<Integer, SparseVector> outsideFactors = new HashMap<>();

    private TwoLayerBound(Unfolding unfolding, VertexSet side, int mode, List<SparseVector> columns) {
        this.unfolding = unfolding;
        this.mode = mode;
        this.inside = columns.stream()
                .map(column -> GroundSet.part(column, side::contains))
                .toList();
        this.outside = columns.stream()
                .map(column -> GroundSet.part(column, i -> !side.contains(i)))
                .toList();
        for (int j = 0; j < columns.size(); j++) {
            crossing.set(j, copies(mode, j).signum() > 0 && !isWithin(inside, j) && !isWithin(outside, j));
        }
    }

    /**
     * The bound for one mode; 1 where its conditions do not hold.
     *
     * @param unfolding of depth 3 or more
     * @param mode r, in 1..depth-2
     * @param width D
     */
    static MatroidBound of(Unfolding unfolding, VertexSet side, int mode, int width, SearchEffort effort) {
        Optional<TwoLayerBound> bound =
                GroundSet.columns(unfolding, mode).map(columns -> new TwoLayerBound(unfolding, side, mode, columns));
        if (bound.isEmpty() || bound.get().crossing.isEmpty()) {
            return new MatroidBound(Magnitude.ONE, bound.isEmpty() ? "too many entries" : "no class crosses");
        }
        return bound.get().isIndependent(side, effort)
                ? bound.get().product(width)
                : new MatroidBound(Magnitude.ONE, "columns not independent on a side");
    }

    /** Whether the part of column j on the side that is not listed is the whole of it. */
    private static boolean isWithin(List<SparseVector> other, int j) {
        return other.get(j).isZero();
    }

    private BigInteger copies(int layer, int v) {
        return unfolding.copies(layer).at(v);
    }

    private boolean isIndependent(VertexSet side, SearchEffort effort) {
        int rows = Math.min(side.size(), side.universe() - side.size());
        if (crossing.cardinality() > rows) {
            return false;
        }
        collectFactors();
        return isIndependent(inside, insideFactors, effort) && isIndependent(outside, outsideFactors, effort);
    }

    /** The closed in-neighbourhood of u. */
    private IntStream neighbours(int u) {
        Adjacency in = unfolding.graph().in();
        return IntStream.concat(IntStream.of(u), Arrays.stream(in.neighbours(), in.offsets()[u], in.offsets()[u + 1]));
    }

    private void collectFactors() {
        for (int u = 0; u < inside.size(); u++) {
            if (copies(mode + 1, u).signum() > 0 && neighbours(u).anyMatch(crossing::get)) {
                collect(u, inside, outside, insideFactors);
                collect(u, outside, inside, outsideFactors);
            }
        }
    }

    private void collect(int u, List<SparseVector> own, List<SparseVector> other, Map<Integer, SparseVector> factors) {
        Map<Integer, Long> sum = new TreeMap<>();
        neighbours(u).filter(i -> isWithin(other, i)).forEach(i -> {
            SparseVector column = own.get(i);
            for (int e = 0; e < column.indices().length; e++) {
                sum.merge(column.indices()[e], column.values()[e], Math::addExact);
            }
        });
        if (!sum.isEmpty()) {
            factors.put(
                    u,
                    new SparseVector(
                            sum.keySet().stream().mapToInt(i -> i).toArray(),
                            sum.values().stream().mapToLong(v -> v).toArray()));
        }
    }

    private boolean isIndependent(List<SparseVector> columns, Map<Integer, SparseVector> factors, SearchEffort effort) {
        List<SparseVector> all = new ArrayList<>();
        crossing.stream().forEach(j -> all.add(columns.get(j)));
        all.addAll(new TreeMap<>(factors).values());
        int[] occurrences = new int[columns.size()];
        all.forEach(vector -> Arrays.stream(vector.indices()).forEach(i -> occurrences[i]++));
        SparseSpan span = new SparseSpan(occurrences, effort.entries());
        for (SparseVector vector : all) {
            if (span.isExhausted() || !span.isOutside(vector)) {
                return false;
            }
            span.add();
        }
        return true;
    }

    private MatroidBound product(int width) {
        Map<Integer, BitSet> classes = new HashMap<>();
        List<Coupling> couplings = Coupling.choose(candidates(classes, width), u -> near(classes, u));
        BitSet single = (BitSet) crossing.clone();
        Magnitude product = Magnitude.ONE;
        for (Coupling coupling : couplings) {
            single.clear(coupling.between());
            BigInteger rest = copies(mode, coupling.between()).subtract(coupling.degree());
            product = product.times(Magnitude.multisets(width, coupling.degree()))
                    .times(Magnitude.multisets(width, rest));
        }
        for (int j = single.nextSetBit(0); j >= 0; j = single.nextSetBit(j + 1)) {
            product = product.times(Magnitude.multisets(width, copies(mode, j)));
        }
        String note = crossing.cardinality() + " classes, " + couplings.size() + " coupled";
        return new MatroidBound(product, mode == 1 ? note : note + ", mode " + mode);
    }

    private static BitSet near(Map<Integer, BitSet> classes, int u) {
        return classes.getOrDefault(u, new BitSet());
    }

    /** Every coupling of a class, with the classes in the neighbourhoods of inner and outer vertices. */
    private List<Coupling> candidates(Map<Integer, BitSet> classes, int width) {
        List<Coupling> candidates = new ArrayList<>();
        int[] inner = insideFactors.keySet().stream()
                .filter(u -> !outsideFactors.containsKey(u))
                .sorted()
                .mapToInt(u -> u)
                .toArray();
        int[] outer = outsideFactors.keySet().stream()
                .filter(u -> !insideFactors.containsKey(u))
                .sorted()
                .mapToInt(u -> u)
                .toArray();
        IntStream.concat(Arrays.stream(inner), Arrays.stream(outer)).forEach(u -> {
            BitSet near = new BitSet();
            neighbours(u).filter(crossing::get).forEach(near::set);
            classes.put(u, near);
        });
        for (int u : inner) {
            for (int other : outer) {
                BigInteger degree = copies(mode + 1, u).min(copies(mode + 1, other));
                near(classes, u).stream()
                        .filter(near(classes, other)::get)
                        .forEach(j -> candidates.add(Coupling.of(u, j, other, degree, copies(mode, j), width)));
            }
        }
        return candidates;
    }
}
