package org.seprank.separation.monomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seprank.graph.VertexSet;

/**
 * An upper bound for D_x below D_h, where the factors of a monomial of a side are products of powers of D_h linear
 * forms in D_x variables and so depend on each other. For any set X of the side's vertices and Y the others, {@code sep
 * <= sum over the exponents v_Y of min(number of v_X beside v_Y, prod_{i in X} min(number of v_i, C(D_x+d_i-1, d_i)))},
 * with {@code d_i} the degree in vertex i less that of the factor that all v_i beside v_Y have in common. The best of
 * all X, of both sides. Time O(2^vertices · monomials).
 */
public final class HybridMonomials {
    private static final int MOST_VERTICES = 7;
    private static final long MOST_WORK = 1_000_000; // monomials times sets X

    private final long[][] exponents;
    private final int width;
    private final int inputWidth;
    private final int vertices;

    private HybridMonomials(long[][] exponents, int width, int inputWidth, int vertices) {
        this.exponents = exponents;
        this.width = width;
        this.inputWidth = inputWidth;
        this.vertices = vertices;
    }

    /**
     * The bound; nothing finite where both sides have more than {@value #MOST_VERTICES} vertices or too many monomials.
     *
     * @param unfolding of depth 2 or more
     * @param side I
     */
    public static Magnitude bound(
            Unfolding unfolding, VertexSet side, int inputWidth, int hiddenWidth, SideMonomials.Limit limit) {
        return List.of(side, side.complement()).stream()
                .filter(one -> one.size() <= MOST_VERTICES)
                .flatMap(one -> of(unfolding, one, inputWidth, hiddenWidth, limit).stream())
                .map(hybrid -> Magnitude.of(hybrid.least()))
                .reduce(Magnitude.UNBOUNDED, Magnitude::min);
    }

    private static Optional<HybridMonomials> of(
            Unfolding unfolding, VertexSet side, int inputWidth, int hiddenWidth, SideMonomials.Limit limit) {
        return SideMonomials.of(unfolding.graph(), side, unfolding.degrees(1), hiddenWidth, limit)
                .exponents()
                .filter(exponents -> (long) exponents.length << side.size() <= MOST_WORK)
                .map(exponents -> new HybridMonomials(exponents, hiddenWidth, inputWidth, side.size()));
    }

    private long least() {
        long least = exponents.length;
        for (int together = 1; together < 1 << vertices; together++) {
            least = Math.min(least, bound(together, least));
        }
        return Math.max(1, least);
    }

    /** The bound for the vertices X whose bits are set; at least {@code limit} where it is not less. */
    private long bound(int together, long limit) {
        Map<List<Long>, List<long[]>> beside = new HashMap<>();
        for (long[] monomial : exponents) {
            beside.computeIfAbsent(others(monomial, together), key -> new ArrayList<>())
                    .add(monomial);
        }
        return sum(beside.values(), together, limit);
    }

    private long sum(Collection<List<long[]>> groups, int together, long limit) {
        long sum = 0;
        for (List<long[]> group : groups) {
            sum += Math.min(group.size(), product(group, together));
            if (sum >= limit) {
                return limit;
            }
        }
        return sum;
    }

    private List<Long> others(long[] monomial, int together) {
        List<Long> others = new ArrayList<>();
        for (int k = 0; k < monomial.length; k++) {
            if ((together >> (k / width) & 1) == 0) {
                others.add(monomial[k]);
            }
        }
        return others;
    }

    private long product(List<long[]> group, int together) {
        long product = 1;
        for (int i = 0; i < vertices && product < group.size(); i++) {
            if ((together >> i & 1) == 1) {
                product *= Math.min(group.size(), spanned(group, i));
            }
        }
        return product;
    }

    /** At most how many dimensions the factors of vertex i span. */
    private long spanned(List<long[]> group, int i) {
        Set<List<Long>> distinct = new HashSet<>();
        long[] common = Arrays.copyOfRange(group.get(0), i * width, (i + 1) * width);
        for (long[] monomial : group) {
            List<Long> own = new ArrayList<>(width);
            for (int e = 0; e < width; e++) {
                own.add(monomial[i * width + e]);
                common[e] = Math.min(common[e], monomial[i * width + e]);
            }
            distinct.add(own);
        }
        long degree = -Arrays.stream(common).sum();
        for (int e = 0; e < width; e++) {
            degree += group.get(0)[i * width + e];
        }
        Magnitude forms = Magnitude.multisets(inputWidth, BigInteger.valueOf(degree));
        return forms.min(Magnitude.of(distinct.size())).exact().orElseThrow().longValueExact();
    }
}
