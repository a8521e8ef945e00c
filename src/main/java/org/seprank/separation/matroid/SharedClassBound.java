package org.seprank.separation.matroid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
        List<Triple> tried = bound.tried(width);
        Optional<Kernel> kernel = tried.isEmpty() ? Optional.empty() : Kernel.of(set.get(), effort);
        if (kernel.isEmpty()) {
            return nothing;
        }
        CommonIndependentSets search = CommonIndependentSets.of(set.get(), effort);
        MatroidBound best = nothing;
        for (Triple triple : tried) {
            for (double weight : WEIGHTS) {
                double[] importance = bound.importance(triple, weight);
                MatroidBound found =
                        bound.of(triple, ChannelSets.of(set.get(), kernel.get(), importance, search, width));
                best = found.rank().compareTo(best.rank()) > 0 ? found : best;
            }
        }
        return best;
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
    private List<Triple> tried(int width) {
        List<Triple> all = triples();
        all.sort((a, b) -> b.gain(width).compareTo(a.gain(width)));
        List<Triple> tried = new ArrayList<>();
        for (Triple triple : all) {
            if (triple.others().isEmpty() && tried.size() < TRIED / 2) {
                tried.add(triple);
            }
        }
        for (Triple triple : all.subList(0, Math.min(TRIED / 2, all.size()))) {
            if (!tried.contains(triple)) {
                tried.add(triple);
            }
        }
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
        readers.keySet().removeIf(uneven::get);
    }

    private void read(int u, BigInteger copies, Map<Integer, Integer> times, BitSet uneven) {
        Adjacency in = unfolding.graph().in();
        Map<Integer, Integer> below = new HashMap<>();
        below.put(classes[u], 1);
        for (int k = in.offsets()[u]; k < in.offsets()[u + 1]; k++) {
            below.merge(classes[in.neighbours()[k]], 1, Integer::sum);
        }
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
        for (int j = 0; j < importance.length; j++) {
            importance[j] = set.crosses(j) ? 1 : 0;
        }
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
