package org.seprank.separation.monomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.seprank.graph.Adjacency;
import org.seprank.graph.VertexSet;

/**
 * An upper bound for depth 2 and more: the monomials of one side, factors that its vertices have in common counted
 * once. The exponents of vertex i are the sum of those of {@code h^(1,j)} over the j with i in N(j). For a set c of
 * such j they have together one of {@code C(D_h+K-1, K)} values, K the degree of c, whatever the number of vertices i
 * whose j include c; beside it, i has a form of what is left of its degree in {@code min(D_x, D_h)} variables. Sets c
 * are those of single vertices, taken as long as the product falls; without any it is that of the input monomials.
 *
 * <p>Time O(sum over the vertices of degree²), limited to {@value #WORK} comparisons.
 */
public final class CommonFactors {
    private static final long WORK = 20_000_000;

    private final Unfolding unfolding;
    private final VertexSet side;
    private final int forms;
    private final int hiddenWidth;
    private final int[][] left; // by vertex of the side: the j that it is a factor of, less the sets taken; ascending
    private final BigInteger[] degrees; // theirs together
    private long work = WORK;

    private CommonFactors(Unfolding unfolding, VertexSet side, int inputWidth, int hiddenWidth) {
        int n = side.universe();
        this.unfolding = unfolding;
        this.side = side;
        this.forms = Math.min(inputWidth, hiddenWidth);
        this.hiddenWidth = hiddenWidth;
        this.left = new int[n][0];
        this.degrees = new BigInteger[n];
        side.stream().forEach(i -> {
            left[i] = closed(unfolding.graph().out(), i)
                    .filter(j -> copies(j).signum() > 0)
                    .sorted()
                    .toArray();
            degrees[i] = degree(left[i]);
        });
    }

    /** The bound on the rank, of the side where it is less. */
    public static Magnitude bound(Unfolding unfolding, VertexSet side, int inputWidth, int hiddenWidth) {
        if (unfolding.depth() < 2) {
            throw new IllegalArgumentException("depth " + unfolding.depth() + " is below 2");
        }
        return new CommonFactors(unfolding, side, inputWidth, hiddenWidth)
                .least()
                .min(new CommonFactors(unfolding, side.complement(), inputWidth, hiddenWidth).least());
    }

    private BigInteger copies(int j) {
        return unfolding.copies(1).at(j);
    }

    private BigInteger degree(int[] set) {
        return Arrays.stream(set).mapToObj(this::copies).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static IntStream closed(Adjacency adjacency, int v) {
        return IntStream.concat(
                IntStream.of(v),
                Arrays.stream(
                        adjacency.neighbours(),
                        adjacency.offsets()[v],
                        adjacency.offsets()[v + 1]));
    }

    /**
     * A set of layer-1 vertices that several vertices of the side are factors of.
     *
     * @param set ascending
     * @param degree how many copies of them the output multiplies
     * @param holders the vertices
     */
    private record Factor(List<Integer> set, BigInteger degree, List<Integer> holders) {}

    private Magnitude least() {
        Magnitude product = Magnitude.ONE;
        for (Factor factor : byGain(factors())) {
            if (gain(factor) > 0) {
                factor.holders.stream().filter(i -> has(i, factor.set)).forEach(i -> take(i, factor));
                product = product.times(Magnitude.multisets(hiddenWidth, factor.degree));
            }
        }
        for (int i = side.next(0); i >= 0; i = side.next(i + 1)) {
            product = product.times(Magnitude.multisets(forms, degrees[i]));
        }
        return product;
    }

    private List<Factor> byGain(List<Factor> factors) {
        record Valued(Factor factor, double gain) {}
        return factors.stream()
                .map(factor -> new Valued(factor, gain(factor)))
                .filter(valued -> valued.gain > 0)
                .sorted(Comparator.comparingDouble((Valued valued) -> -valued.gain))
                .map(Valued::factor)
                .toList();
    }

    /** By how much the logarithm of the product falls with that factor. */
    private double gain(Factor factor) {
        return factor.holders.stream()
                        .filter(i -> has(i, factor.set))
                        .mapToDouble(i -> kinds(degrees[i]) - kinds(degrees[i].subtract(factor.degree)))
                        .sum()
                - Magnitude.multisets(hiddenWidth, factor.degree).nats();
    }

    private double kinds(BigInteger degree) {
        return Magnitude.multisets(forms, degree).nats();
    }

    private void take(int i, Factor factor) {
        left[i] = Arrays.stream(left[i]).filter(j -> !factor.set.contains(j)).toArray();
        degrees[i] = degrees[i].subtract(factor.degree);
    }

    private List<Factor> factors() {
        List<Factor> factors = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (int i = side.next(0); i >= 0 && work > 0; i = side.next(i + 1)) {
            List<Integer> set = Arrays.stream(left[i]).boxed().toList();
            if (!set.isEmpty() && seen.add(set)) {
                List<Integer> holders = holders(set);
                if (holders.size() > 1) {
                    factors.add(new Factor(set, degrees[i], holders));
                }
            }
        }
        return factors;
    }

    private List<Integer> holders(List<Integer> set) {
        Adjacency in = unfolding.graph().in();
        int rarest = set.stream().min(Comparator.comparingInt(in::degree)).orElseThrow();
        return closed(in, rarest)
                .filter(side::contains)
                .filter(i -> has(i, set))
                .boxed()
                .toList();
    }

    /** Whether what is left of vertex i includes the set. */
    private boolean has(int i, List<Integer> set) {
        if (left[i].length < set.size()) {
            return false;
        }
        int at = 0;
        for (int j : set) {
            while (at < left[i].length && left[i][at] < j) {
                at++;
            }
            if (at == left[i].length || left[i][at] != j) {
                work -= at;
                return false;
            }
        }
        work -= at;
        return true;
    }
}
