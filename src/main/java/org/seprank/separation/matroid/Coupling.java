package org.seprank.separation.matroid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.seprank.separation.monomial.Magnitude;

/**
 * A class of one layer that ties two vertices of the next: one that I can tell from it, and one that Iᶜ can.
 *
 * @param inside u, whose copies multiply factors that depend on I only, besides classes
 * @param between j, in N(u) and in N(u')
 * @param outside u', whose copies multiply factors that depend on Iᶜ only, besides classes
 * @param degree how many copies of u and of u' are tied
 * @param gain by how much that raises the logarithm of the bound
 */
record Coupling(int inside, int between, int outside, BigInteger degree, double gain) {
    /** More candidates than that are not tried. */
    private static final int MOST = 20_000;

    /**
     * That of as many copies as u and u' both have.
     *
     * @param copies how many j has, at least those of u and u' together
     */
    static Coupling of(int inside, int between, int outside, BigInteger degree, BigInteger copies, int width) {
        double gain = Magnitude.multisets(width, degree).nats()
                + Magnitude.multisets(width, copies.subtract(degree)).nats()
                - Magnitude.multisets(width, copies).nats();
        return new Coupling(inside, between, outside, degree, gain);
    }

    private boolean shares(Coupling other) {
        return inside == other.inside || between == other.between || outside == other.outside;
    }

    /** Whether this one may come before the other in a triangular order. */
    private boolean mayPrecede(Coupling other, IntFunction<BitSet> classes) {
        return !classes.apply(inside).get(other.between)
                && !classes.apply(other.outside).get(between);
    }

    /**
     * Couplings without common vertices, in an order such that the class of each is no neighbour of the inner vertices
     * before it and of the outer vertices after it; a class of no coupling has neighbours on one side of them only. Two
     * greedy searches; the better of the two.
     *
     * @param candidates all there are
     * @param classes of each inner and outer vertex, those in its neighbourhood
     */
    static List<Coupling> choose(List<Coupling> candidates, IntFunction<BitSet> classes) {
        Comparator<Coupling> dear = Comparator.comparingDouble((Coupling c) -> -c.gain);
        Comparator<Coupling> apart = Comparator.comparingInt(c ->
                classes.apply(c.inside).cardinality() + classes.apply(c.outside).cardinality());
        List<Coupling> one = greedy(candidates, dear.thenComparing(apart), classes);
        List<Coupling> other = greedy(candidates, apart.thenComparing(dear), classes);
        return total(other) > total(one) ? other : one;
    }

    private static double total(List<Coupling> couplings) {
        return couplings.stream().mapToDouble(Coupling::gain).sum();
    }

    private static List<Coupling> greedy(
            List<Coupling> candidates, Comparator<Coupling> order, IntFunction<BitSet> classes) {
        List<Coupling> chosen = new ArrayList<>();
        candidates.stream()
                .sorted(order)
                .limit(MOST)
                .forEach(next -> next.place(chosen, classes).ifPresent(at -> chosen.add(at, next)));
        boolean settled = false;
        while (!settled) {
            settled = settle(chosen, classes);
        }
        return chosen;
    }

    /** Where among those chosen it may stand. */
    private OptionalInt place(List<Coupling> chosen, IntFunction<BitSet> classes) {
        int first = 0;
        int last = chosen.size();
        for (int k = 0; k < chosen.size(); k++) {
            Coupling other = chosen.get(k);
            if (shares(other)) {
                return OptionalInt.empty();
            }
            if (!mayPrecede(other, classes)) {
                first = k + 1;
            }
            if (!other.mayPrecede(this, classes)) {
                last = Math.min(last, k);
            }
        }
        return first <= last ? OptionalInt.of(first) : OptionalInt.empty();
    }

    /**
     * Drops couplings of a class of none that has neighbours on both sides of them; whether there was no such class.
     */
    private static boolean settle(List<Coupling> chosen, IntFunction<BitSet> classes) {
        BitSet inner = new BitSet();
        BitSet outer = new BitSet();
        chosen.forEach(c -> inner.or(classes.apply(c.inside)));
        chosen.forEach(c -> outer.or(classes.apply(c.outside)));
        inner.and(outer);
        chosen.forEach(c -> inner.clear(c.between));
        if (inner.isEmpty()) {
            return true;
        }
        int loose = inner.nextSetBit(0);
        List<Coupling> within =
                chosen.stream().filter(c -> classes.apply(c.inside).get(loose)).toList();
        List<Coupling> without =
                chosen.stream().filter(c -> classes.apply(c.outside).get(loose)).toList();
        chosen.removeAll(total(within) < total(without) ? within : without);
        return false;
    }
}
