package org.seprank.separation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.Adjacency;
import org.seprank.graph.VertexSet;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;

/**
 * How many copies of each (layer, vertex) a {@link Separator} removes, by the label of their parents. Counts are
 * floating point, exact up to 2^53.
 */
final class Cuts {
    private static final double EXACT_LIMIT = 0x1p53;

    private final Unfolding unfolding;
    private final double[][][] cuts; // [layer][label of the parent][vertex]
    private final boolean rootIsCut;

    private Cuts(Unfolding unfolding, boolean rootIsCut) {
        this.unfolding = unfolding;
        this.cuts = new double[unfolding.depth()][3][unfolding.graph().vertexCount()];
        this.rootIsCut = rootIsCut;
    }

    /** Every copy. */
    static Cuts all(Unfolding unfolding, int[] twin) {
        Cuts all = new Cuts(unfolding, true);
        for (int layer = 0; layer < all.cuts.length; layer++) {
            for (int i = 0; i < twin.length; i++) {
                double copies = unfolding.copies(layer).at(i).doubleValue();
                all.cuts[layer][Separator.CUT][layer == 0 ? i : twin[i]] += copies;
            }
        }
        return all;
    }

    /**
     * The copies that the separator removes, those of twins counted together. Time O(L m).
     *
     * @param twin a vertex with the same {@code h^(l,i)} for l >= 1, the same one for all such i
     */
    static Cuts of(Separator separator, Unfolding unfolding, int[] twin) {
        Cuts cuts = new Cuts(unfolding, separator.rootLabel() == Separator.CUT);
        int n = twin.length;
        double[][] copies = new double[3][n];
        VertexSet ends = unfolding.ends();
        for (int i = ends.next(0); i >= 0; i = ends.next(i + 1)) {
            cuts.spread(copies[separator.rootLabel()], i, 1);
        }
        for (int layer = unfolding.depth() - 1; layer >= 0; layer--) {
            double[][] below = new double[3][n];
            for (int parent = 0; parent < 3; parent++) {
                for (int i = 0; i < n; i++) {
                    if (copies[parent][i] > 0) {
                        int label = separator.label(layer, i, parent);
                        if (label == Separator.CUT) {
                            cuts.cuts[layer][parent][layer == 0 ? i : twin[i]] += copies[parent][i];
                        }
                        cuts.spread(below[label], i, copies[parent][i]);
                    }
                }
            }
            copies = below;
        }
        return cuts;
    }

    private void spread(double[] copies, int i, double count) {
        Adjacency in = unfolding.graph().in();
        copies[i] += count;
        for (int k = in.offsets()[i]; k < in.offsets()[i + 1]; k++) {
            copies[in.neighbours()[k]] += count;
        }
    }

    /** How many copies of (layer, i) are removed. */
    double count(int layer, int i) {
        return cuts[layer][0][i] + cuts[layer][1][i] + cuts[layer][2][i];
    }

    /**
     * The size of the group of removed copies of (layer, i) that a copy below a parent with that label belongs to, or
     * would.
     */
    double group(int layer, int i, int parent) {
        double inside = cuts[layer][Separator.INSIDE][i];
        double outside = cuts[layer][Separator.OUTSIDE][i];
        boolean larger =
                parent == Separator.CUT || (parent == Separator.INSIDE ? inside >= outside : outside >= inside);
        return larger ? Math.max(inside, outside) + cuts[layer][Separator.CUT][i] : Math.min(inside, outside);
    }

    /** Says what a group of removed copies costs. */
    @FunctionalInterface
    private interface Price<T> {
        T of(int width, double size);
    }

    /**
     * The price of each group of removed copies: of those below one side with those below removed parents, and of the
     * rest.
     */
    private <T> List<T> prices(SeparationProblem problem, Price<T> price) {
        List<T> prices = new ArrayList<>();
        for (int layer = 0; layer < cuts.length; layer++) {
            int width = layer == 0 ? problem.inputWidth() : problem.hiddenWidth();
            for (int i = 0; i < cuts[layer][0].length; i++) {
                double larger = Math.max(cuts[layer][Separator.INSIDE][i], cuts[layer][Separator.OUTSIDE][i]);
                double smaller = Math.min(cuts[layer][Separator.INSIDE][i], cuts[layer][Separator.OUTSIDE][i]);
                if (larger + cuts[layer][Separator.CUT][i] > 0) {
                    prices.add(price.of(width, larger + cuts[layer][Separator.CUT][i]));
                }
                if (smaller > 0) {
                    prices.add(price.of(width, smaller));
                }
            }
        }
        return prices;
    }

    /** The bound that the removed copies give: a multiset of indices for each group of them. */
    Magnitude product(SeparationProblem problem) {
        return prices(problem, Cuts::multisets).stream()
                .reduce(Magnitude.of(rootIsCut ? problem.hiddenWidth() : 1), Magnitude::times);
    }

    /** About the logarithm of {@link #product}, faster. */
    double estimate(SeparationProblem problem) {
        return prices(problem, Cuts::estimate).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                + (rootIsCut ? Math.log(problem.hiddenWidth()) : 0);
    }

    /** About {@code log C(width+size-1, size)}, in constant time. */
    static double estimate(int width, double size) {
        if (width == 1) {
            return 0;
        }
        return size > 1e10
                ? (width - 1) * Math.log(size) - LogGamma.of(width)
                : LogGamma.of(width + size) - LogGamma.of(size + 1) - LogGamma.of(width);
    }

    /** {@code C(width+size-1, size)}, exact only where the size is. */
    private static Magnitude multisets(int width, double size) {
        if (Double.isInfinite(size)) {
            return width == 1 ? Magnitude.ONE : Magnitude.UNBOUNDED;
        }
        Magnitude count = Magnitude.multisets(width, whole(size));
        return size < EXACT_LIMIT ? count : Magnitude.ofLog(count.nats());
    }

    private static BigInteger whole(double size) {
        if (size < 0x1p62) {
            return BigInteger.valueOf((long) size);
        }
        int exponent = Math.getExponent(size) - 52;
        return BigInteger.valueOf((long) Math.scalb(size, -exponent)).shiftLeft(exponent);
    }
}
