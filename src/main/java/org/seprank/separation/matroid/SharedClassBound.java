package org.seprank.separation.matroid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.seprank.graph.Adjacency;
import org.seprank.graph.VertexSet;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;

/**
 * A lower bound for almost all weights of networks of depth 3 and more: the matroid bound, in which one class j is
 * mixed in two layers. Let o be a class within I and p one within Iᶜ, both in the sets of channels S beside j, such
 * that copies of layer r+1 that read o, and others that read p, read j, at least κ each with {@code 2κ <= k_j}, and
 * that no other class of a channel of S is read beside o and beside p. Then the factor {@code C(s_j+k_j, k_j)} of j
 * becomes {@code C(|S|+κ, κ) · C(s_j+k_j-κ, k_j-κ)}, the first channel not counted in S. Proof in
 * {@code src/site/markdown/bounds.md}.
 *
 * <p>At most {@value #TRIED} triples (o, j, p) are tried, each for the cost of a matroid bound.
 */
final class SharedClassBound {
    private static final int TRIED = 6;
    /** Weights of o and p beside that of a crossing class: to break ties, and to be worth something. */
    private static final double[] WEIGHTS = {1e-4, 0.4};

    private final Unfolding unfolding;
    private final int mode;
    private final GroundSet set;
    private final int[] classes; // of each vertex, -1 where it has no copies
    private final Map<Integer, Readers> readers = new HashMap<>();

    private SharedClassBound(Unfolding unfolding, VertexSet side, int mode, List<SparseVector> columns, GroundSet set) {
        this.unfolding = unfolding;
        this.mode = mode;
        this.set = set;
        Map<List<SparseVector>, Integer> numbers = new HashMap<>();
        for (int j = 0; j < set.size(); j++) {
            numbers.put(List.of(set.inside().get(j), set.outside().get(j)), j);
        }
        this.classes = columns.stream()
                .map(column ->
                        List.of(GroundSet.part(column, side::contains), GroundSet.part(column, i -> !side.contains(i))))
                .mapToInt(parts -> numbers.getOrDefault(parts, -1))
                .toArray();
    }

    /**
     * The bound for one mode; 1 where there is no such class, or where the sets of channels cannot be verified.
     *
     * @param unfolding of depth 3 or more
     * @param mode r, in 1..depth-2
     * @param width D
     */
    static MatroidBound of(Unfolding unfolding, VertexSet side, int mode, int width, SearchEffort effort) {
        MatroidBound nothing = new MatroidBound(Magnitude.ONE, "no class is shared");
        Optional<List<SparseVector>> columns = GroundSet.columns(unfolding, mode);
        Optional<GroundSet> set = GroundSet.of(unfolding, side, mode, VertexSet.of(side.universe()));
        if (columns.isEmpty() || set.isEmpty()) {
            return nothing;
        }
        SharedClassBound bound = new SharedClassBound(unfolding, side, mode, columns.get(), set.get());
        Set<Triple> tried = bound.tried(width);
        Optional<Kernel> kernel = tried.isEmpty() ? Optional.empty() : Kernel.of(set.get(), effort);
        if (kernel.isEmpty()) {
            return nothing;
        }
        CommonIndependentSets search = CommonIndependentSets.of(set.get(), effort);
        return tried.stream()
                .flatMap(triple -> Arrays.stream(WEIGHTS).mapToObj(weight -> {
                    double[] importance = bound.importance(triple, weight);
                    return bound.of(triple, ChannelSets.of(set.get(), kernel.get(), importance, search, width));
                }))
                .max(Comparator.comparing(MatroidBound::rank))
                .orElse(nothing);
    }

    /**
     * What reads a class within one side.
     *
     * @param vertices of layer r+1 which have it below them
     * @param copies of these, how many have each crossing class below them as well, where there are any
     */
    private record Readers(BitSet vertices, Map<Integer, BigInteger> copies) {}

    /**
     * A crossing class between two of one side.
     *
     * @param inner o, within I
     * @param between j
     * @param outer p, within Iᶜ
     * @param degree the largest κ
     * @param others the classes besides j that are read beside o and beside p
     */
    private record Triple(int inner, int between, int outer, BigInteger degree, List<Integer> others) {
        Magnitude gain(int width) {
            return Magnitude.multisets(width, degree);
        }
    }

    /** The likeliest triples: by their degrees, of those without other classes and of all. */
    private Set<Triple> tried(int width) {
        List<Triple> all = triples();
        Comparator<Triple> dear =
                Comparator.comparing((Triple triple) -> triple.gain(width)).reversed();
        Set<Triple> tried = new LinkedHashSet<>();
        Stream.concat(
                        all.stream()
                                .filter(triple -> triple.others().isEmpty())
                                .sorted(dear)
                                .limit(TRIED / 2),
                        all.stream().sorted(dear).limit(TRIED / 2))
                .forEach(tried::add);
        return tried;
    }

    private List<Triple> triples() {
        readAll();
        List<Triple> triples = new ArrayList<>();
        for (int o : oneSided(set.outside())) {
            for (int p : oneSided(set.inside())) {
                Readers inner = readers.get(o);
                Readers outer = readers.get(p);
                if (inner != null && outer != null && !inner.vertices().intersects(outer.vertices())) {
                    addTriples(o, inner, p, outer, triples);
                }
            }
        }
        return triples;
    }

    private void addTriples(int o, Readers inner, int p, Readers outer, List<Triple> triples) {
        List<Integer> shared = inner.copies().keySet().stream()
                .filter(outer.copies()::containsKey)
                .sorted()
                .toList();
        for (int j : shared) {
            BigInteger degree = copies(inner, j)
                    .min(copies(outer, j))
                    .min(set.degrees().get(j).shiftRight(1));
            if (degree.signum() > 0) {
                triples.add(new Triple(
                        o,
                        j,
                        p,
                        degree,
                        shared.stream().filter(other -> other != j).toList()));
            }
        }
    }

    private static BigInteger copies(Readers of, int j) {
        return of.copies().getOrDefault(j, BigInteger.ZERO);
    }

    private int[] oneSided(List<SparseVector> other) {
        return IntStream.range(0, set.size()).filter(j -> other.get(j).isZero()).toArray();
    }

    /** The readers of the one-sided classes which each of them reads equally often. */
    private void readAll() {
        Map<Integer, Integer> times = new HashMap<>();
        BitSet uneven = new BitSet();
        for (int u = 0; u < classes.length; u++) {
            BigInteger copies = unfolding.copies(mode + 1).at(u);
            if (copies.signum() > 0) {
                read(u, copies, times, uneven);
            }
        }
        uneven.stream().forEach(readers::remove);
    }

    private void read(int u, BigInteger copies, Map<Integer, Integer> times, BitSet uneven) {
        Adjacency in = unfolding.graph().in();
        Map<Integer, Integer> below = new HashMap<>();
        IntStream.concat(IntStream.of(u), Arrays.stream(in.neighbours(), in.offsets()[u], in.offsets()[u + 1]))
                .forEach(v -> below.merge(classes[v], 1, Integer::sum));
        List<Integer> crossing = below.keySet().stream()
                .filter(j -> j >= 0 && set.crosses(j))
                .sorted()
                .toList();
        below.forEach((o, count) -> {
            if (o >= 0 && !set.crosses(o)) {
                Readers own = readers.computeIfAbsent(o, key -> new Readers(new BitSet(), new HashMap<>()));
                own.vertices().set(u);
                crossing.forEach(j -> own.copies().merge(j, copies, BigInteger::add));
                if (!times.computeIfAbsent(o, key -> count).equals(count)) {
                    uneven.set(o);
                }
            }
        });
    }

    private double[] importance(Triple triple, double weight) {
        double[] importance = new double[set.size()];
        IntStream.range(0, set.size()).filter(set::crosses).forEach(j -> importance[j] = 1);
        importance[triple.inner()] = weight;
        importance[triple.outer()] = weight;
        return importance;
    }

    private MatroidBound of(Triple triple, ChannelSets sets) {
        int[] channels = sets.channels();
        int shared = (int) sets.sets().stream()
                .filter(chosen -> chosen.get(triple.inner())
                        && chosen.get(triple.between())
                        && chosen.get(triple.outer())
                        && triple.others().stream().noneMatch(chosen::get))
                .count();
        Magnitude product = Magnitude.ONE;
        for (int j = 0; j < channels.length; j++) {
            BigInteger degree = set.degrees().get(j);
            Magnitude factor = Magnitude.ONE;
            if (j == triple.between()) {
                factor = mixed(1 + shared, channels[j], degree, triple.degree());
            } else if (set.crosses(j)) {
                factor = Magnitude.multisets(channels[j], degree);
            }
            product = product.times(factor);
        }
        String note = "one class shared by " + (1 + shared) + " channels";
        return new MatroidBound(product, mode == 1 ? note : note + ", mode " + mode);
    }

    /** The largest factor of the class for κ from {@code most} downwards, halved each time. */
    private static Magnitude mixed(int shared, int channels, BigInteger copies, BigInteger most) {
        Magnitude best = Magnitude.multisets(channels, copies);
        for (BigInteger degree = most; degree.signum() > 0; degree = degree.shiftRight(1)) {
            Magnitude factor =
                    Magnitude.multisets(shared, degree).times(Magnitude.multisets(channels, copies.subtract(degree)));
            best = factor.compareTo(best) > 0 ? factor : best;
        }
        return best;
    }
}
