package org.seprank.separation.pair;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.seprank.separation.Bound;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.pair.PairField.Copy;
import org.seprank.separation.pair.PairField.Reads;

/**
 * Bounds on the separation rank of the partition ({u}, {v}), all other features fixed, for the prediction of the pair.
 * Proofs in {@code src/site/markdown/bounds.md}.
 */
final class PairBounds {
    private final PairField field;
    private final PairNetwork network;
    private final BigInteger walkIndex;
    private final List<List<Copy>> layers = new ArrayList<>(); // by layer, from 1

    PairBounds(PairField field, PairNetwork network) {
        this.field = field;
        this.network = network;
        this.walkIndex = field.walkIndex();
        for (int layer = 1; layer < field.depth(); layer++) {
            layers.add(field.layer(layer));
        }
    }

    BigInteger walkIndex() {
        return walkIndex;
    }

    /** 1 if a vector below the output reads both, else 0: what reads both reads them in the layer above, too. */
    int interactionDimension() {
        return !layers.isEmpty() && layers.get(layers.size() - 1).stream().anyMatch(copy -> copy.reads() == Reads.BOTH)
                ? 1
                : 0;
    }

    /** The least upper bound; of equal ones the first. */
    Bound upper() {
        Bound best =
                Bound.upper("input-monomials", least(network.inputWidth(), field.degreeOfU(), field.degreeOfV()), "");
        for (Bound bound : List.of(meetingMonomials(), mixedCopies())) {
            best = bound.rank().compareTo(best.rank()) < 0 ? bound : best;
        }
        return best;
    }

    private static Magnitude least(int width, BigInteger ofU, BigInteger ofV) {
        return Magnitude.multisets(width, ofU.min(ofV));
    }

    /** The index of the output and the multisets of indices of all copies that read both. */
    private Bound mixedCopies() {
        Magnitude product = Magnitude.of(network.hiddenWidth());
        for (int layer = 1; layer <= layers.size(); layer++) {
            product = product.times(layer == 1 ? firstLayer() : product(layer, Reads.BOTH));
        }
        return Bound.upper("mixed-copies", product, "");
    }

    /** In layer 1 all that read both are multiples of one vector. */
    private Magnitude firstLayer() {
        return Magnitude.multisets(network.hiddenWidth(), walkIndex);
    }

    private Magnitude product(int layer, Reads reads) {
        Map<BigInteger, Magnitude> known = new LinkedHashMap<>();
        Magnitude product = Magnitude.ONE;
        for (Copy copy : layers.get(layer - 1)) {
            if (copy.reads() == reads) {
                product = product.times(
                        known.computeIfAbsent(copy.copies(), size -> Magnitude.multisets(network.hiddenWidth(), size)));
            }
        }
        return product;
    }

    /** The monomials of the first layer with vectors that read both, which split into a factor of either side there. */
    private Bound meetingMonomials() {
        int layer = 1;
        while (layer <= layers.size() && layers.get(layer - 1).stream().noneMatch(copy -> copy.reads() == Reads.BOTH)) {
            layer++;
        }
        if (layer > layers.size()) {
            return Bound.upper("meeting-monomials", Magnitude.UNBOUNDED, "none meet");
        }
        Magnitude rank = layer == 1
                ? firstLayer()
                        .times(least(
                                network.hiddenWidth(),
                                field.degreeOfU().subtract(walkIndex),
                                field.degreeOfV().subtract(walkIndex)))
                : product(layer, Reads.BOTH).times(product(layer, Reads.U_ONLY).min(product(layer, Reads.V_ONLY)));
        return Bound.upper("meeting-monomials", rank, "");
    }

    /** The greatest lower bound; of equal ones the first. */
    Bound lower() {
        Bound best = output();
        for (int layer = 1; layer <= layers.size(); layer++) {
            Bound bound = Bound.lower(layer == 1 ? "multiset" : "matroid", channels(layer), "layer " + layer);
            best = bound.rank().compareTo(best.rank()) > 0 ? bound : best;
        }
        return best;
    }

    /** What the product of the two last vectors alone gives. */
    private Bound output() {
        boolean generic = network.depth() == 1 || walkIndex.signum() == 0;
        Magnitude rank = generic
                ? Magnitude.of(network.hiddenWidth()).min(least(network.narrow(), field.degreeOfU(), field.degreeOfV()))
                : Magnitude.of(network.narrow());
        return Bound.lower("output", rank, "");
    }

    /**
     * Vertices of one layer that read both, taken as factors of powers of {@code sum_d y_u(d)^p y_v(d)^q}: the largest
     * class of those with the least p/q in some coordinates, that of those with the greatest in the others.
     */
    private Magnitude channels(int layer) {
        Map<Copy, BigInteger> classes = new LinkedHashMap<>();
        layers.get(layer - 1).stream()
                .filter(copy -> copy.reads() == Reads.BOTH)
                .forEach(copy -> classes.merge(
                        new Copy(Reads.BOTH, BigInteger.ONE, copy.ofU(), copy.ofV()), copy.copies(), BigInteger::add));
        if (classes.isEmpty()) {
            return Magnitude.ONE;
        }
        Copy least = classes.keySet().stream().min(PairBounds::ratios).orElseThrow();
        Copy greatest = classes.keySet().stream().max(PairBounds::ratios).orElseThrow();
        BigInteger low = largest(classes, copy -> ratios(copy, least) == 0);
        BigInteger high = largest(classes, copy -> ratios(copy, greatest) == 0);
        if (ratios(least, greatest) == 0) {
            return Magnitude.multisets(network.narrow(), low);
        }
        Magnitude best = Magnitude.ONE;
        for (int ofLow = 1; ofLow <= network.narrow(); ofLow++) {
            Magnitude both =
                    Magnitude.multisets(ofLow, low).times(Magnitude.multisets(network.narrow() + 1 - ofLow, high));
            best = best.compareTo(both) < 0 ? both : best;
        }
        return best;
    }

    private static BigInteger largest(Map<Copy, BigInteger> classes, Predicate<Copy> among) {
        return classes.entrySet().stream()
                .filter(entry -> among.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .max(BigInteger::compareTo)
                .orElseThrow();
    }

    /** Compares p/q. */
    private static int ratios(Copy a, Copy b) {
        return a.ofU().multiply(b.ofV()).compareTo(b.ofU().multiply(a.ofV()));
    }
}
