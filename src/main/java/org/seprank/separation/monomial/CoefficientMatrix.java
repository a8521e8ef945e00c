package org.seprank.separation.monomial;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.rank.Modular;
import org.seprank.rank.SparseModularMatrix;
import org.seprank.work.Progress;

/**
 * The coefficient matrix of a network of depth 2 or more whose weights are drawn at random over GF(2³¹ - 1), in the
 * variables {@code y^(i) = W^(1) x^(i)}: its rows are the monomials of side I, its columns those of Iᶜ. Where
 * {@code D_x >= D_h} the y are independent variables, and its rank is the separation rank of that network. It is sparse
 * where few monomials of the sides occur together.
 *
 * <p>The output is expanded in the {@code h^(1,j)_e}, from which the monomials of both sides follow.
 */
public final class CoefficientMatrix {
    private final Graph graph;
    private final Unfolding unfolding;
    private final VertexSet side;
    private final int width;
    private final Limit limit;
    private final int[][][] weights; // [l - 1][d][e] of W^(l+1), 1 <= l < L
    private final int[] outputs;
    private final long[] unit; // of one more of h^(1,j)_e at j * (width - 1) + e
    private final long[] degrees;
    private long work;

    /**
     * Where expansion stops.
     *
     * @param terms the largest number of monomials in the {@code h^(1,j)_e} that is kept; products of terms may be
     *     {@value #PRODUCTS_PER_TERM} times as many
     * @param progress asked now and then whether to stop
     */
    public record Limit(long terms, Progress progress) {
        private static final int PRODUCTS_PER_TERM = 64;
    }

    private CoefficientMatrix(
            Unfolding unfolding, VertexSet side, int width, long[] unit, SplittableRandom random, Limit limit) {
        this.graph = unfolding.graph();
        this.unfolding = unfolding;
        this.side = side;
        this.width = width;
        this.unit = unit;
        this.limit = limit;
        this.degrees = unfolding.degrees(1);
        this.weights = new int[unfolding.depth() - 1][width][width];
        for (int[][] layer : weights) {
            for (int[] row : layer) {
                Arrays.setAll(row, e -> Modular.draw(random));
            }
        }
        this.outputs = new int[width];
        Arrays.setAll(outputs, d -> Modular.draw(random));
    }

    /**
     * The number of monomials in the {@code h^(1,j)_e}: what there is to expand. Time O(n).
     *
     * @param width D_h
     */
    public static Magnitude terms(Unfolding unfolding, int width) {
        Magnitude terms = Magnitude.ONE;
        for (int j = 0; j < unfolding.graph().vertexCount(); j++) {
            terms = terms.times(Magnitude.multisets(width, unfolding.copies(1).at(j)));
        }
        return terms;
    }

    /**
     * The matrix for weights drawn with that seed; empty if there are more terms than the limit, or exponents than 63
     * bits, or when cancelled.
     *
     * @param side I
     * @param width D_h, at most D_x
     */
    public static Optional<SparseModularMatrix> of(
            Unfolding unfolding, VertexSet side, int width, long seed, Limit limit) {
        if (unfolding.depth() < 2 || terms(unfolding, width).compareTo(Magnitude.of(limit.terms)) > 0) {
            return Optional.empty();
        }
        return units(unfolding.degrees(1), width)
                .flatMap(unit -> new CoefficientMatrix(unfolding, side, width, unit, new SplittableRandom(seed), limit)
                        .matrix());
    }

    /** The weights of the exponents in the packing of a monomial in the h^(1,j)_e, the last e left out. */
    private static Optional<long[]> units(long[] degrees, int width) {
        long[] units = new long[degrees.length * (width - 1)];
        long unit = 1;
        for (int k = 0; k < units.length; k++) {
            units[k] = unit;
            long base = degrees[k / (width - 1)] + 1;
            if (unit > Long.MAX_VALUE / base) {
                return Optional.empty();
            }
            unit *= base;
        }
        return Optional.of(units);
    }

    private Optional<SparseModularMatrix> matrix() {
        ChannelPolynomials[] messages = IntStream.range(0, graph.vertexCount())
                .mapToObj(j -> first(j).mixed(weights[0]))
                .toArray(ChannelPolynomials[]::new);
        for (int layer = 2; layer < unfolding.depth(); layer++) {
            ChannelPolynomials[] next = new ChannelPolynomials[messages.length];
            for (int i = 0; i < next.length; i++) {
                boolean unused = unfolding.copies(layer).at(i).signum() == 0;
                Optional<ChannelPolynomials> hidden =
                        unused ? Optional.of(ChannelPolynomials.zero(width)) : hidden(i, messages);
                if (hidden.isEmpty()) {
                    return Optional.empty();
                }
                next[i] = hidden.get().mixed(weights[layer - 1]);
            }
            messages = next;
        }
        return root(messages).flatMap(this::split);
    }

    /** The coordinates of h^(1,j). */
    private ChannelPolynomials first(int j) {
        ChannelPolynomials first = ChannelPolynomials.zero(width);
        for (int e = 0; e < width; e++) {
            first.add(e < width - 1 ? unit[j * (width - 1) + e] : 0, e, 1);
        }
        return first;
    }

    private Optional<ChannelPolynomials> hidden(int i, ChannelPolynomials[] messages) {
        Adjacency in = graph.in();
        Optional<ChannelPolynomials> product = Optional.of(messages[i]);
        for (int k = in.offsets()[i]; k < in.offsets()[i + 1] && product.isPresent(); k++) {
            product = product(product.get(), messages[in.neighbours()[k]]);
        }
        return product;
    }

    /** The product of all messages of layer L-1, each as often as it is there; small ones first. */
    private Optional<ChannelPolynomials> root(ChannelPolynomials[] messages) {
        long[] copies = unfolding.degrees(unfolding.depth() - 1);
        List<Integer> order = IntStream.range(0, messages.length)
                .boxed()
                .sorted(Comparator.comparingInt(j -> messages[j].size()))
                .toList();
        Optional<ChannelPolynomials> product = Optional.of(ChannelPolynomials.one(width));
        for (int j : order) {
            Optional<ChannelPolynomials> power = Optional.of(ChannelPolynomials.one(width));
            for (long k = 0; k < copies[j] && power.isPresent(); k++) {
                power = product(power.get(), messages[j]);
            }
            Optional<ChannelPolynomials> factor = power;
            product = product.flatMap(before -> factor.flatMap(one -> product(before, one)));
        }
        return product;
    }

    private Optional<ChannelPolynomials> product(ChannelPolynomials a, ChannelPolynomials b) {
        work += (long) a.size() * b.size();
        if (work > Limit.PRODUCTS_PER_TERM * limit.terms || limit.progress.cancelled()) {
            return Optional.empty();
        }
        return Optional.of(a.times(b));
    }

    /** The rows and columns that the terms belong to. */
    private Optional<SparseModularMatrix> split(ChannelPolynomials root) {
        SideMonomials.Limit all = new SideMonomials.Limit(Integer.MAX_VALUE, limit.progress);
        SideMonomials sides = SideMonomials.of(graph, side, degrees, width, all);
        Optional<long[]> rowRadices = sides.radices(side);
        Optional<long[]> columnRadices = sides.radices(side.complement());
        if (rowRadices.isEmpty() || columnRadices.isEmpty()) {
            return Optional.empty();
        }
        long[] rowWeights = weights(sides, rowRadices.get());
        long[] columnWeights = weights(sides, columnRadices.get());
        Map<Long, Integer> rows = new HashMap<>();
        Map<Long, Integer> columns = new HashMap<>();
        int[] rowOf = new int[root.size()];
        int[] columnOf = new int[root.size()];
        int[] entries = new int[root.size()];
        for (int k = 0; k < entries.length; k++) {
            rowOf[k] = number(rows, image(root.monomial(k), rowWeights));
            columnOf[k] = number(columns, image(root.monomial(k), columnWeights));
            for (int d = 0; d < width; d++) {
                entries[k] = Modular.add(entries[k], Modular.multiply(outputs[d], root.coefficient(k, d)));
            }
        }
        return Optional.of(SparseModularMatrix.sum(rows.size(), columns.size(), rowOf, columnOf, entries));
    }

    private long[] weights(SideMonomials sides, long[] radices) {
        long[] all = new long[unit.length];
        for (int j = 0; j < degrees.length; j++) {
            System.arraycopy(sides.weights(j, radices), 0, all, j * (width - 1), width - 1);
        }
        return all;
    }

    /** The packed exponents of the y of one side in a monomial of the h. */
    private long image(long monomial, long[] packed) {
        long image = 0;
        long left = monomial;
        for (int k = 0; k < packed.length; k++) {
            long base = degrees[k / (width - 1)] + 1;
            image += left % base * packed[k];
            left /= base;
        }
        return image;
    }

    private static int number(Map<Long, Integer> numbers, long key) {
        Integer known = numbers.putIfAbsent(key, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }
}
