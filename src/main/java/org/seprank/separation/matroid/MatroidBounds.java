package org.seprank.separation.matroid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.seprank.graph.VertexSet;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;

/**
 * The bounds from matroids for networks of at least two layers. Lower ones hold for almost all weights, the upper one
 * for all. The same answer for the same effort on every machine.
 */
public final class MatroidBounds {
    /**
     * Modes beyond the first, whose columns are nearly full, and the root factor beyond depth 2, which is small beside
     * the rest, only for graphs of at most so many vertices.
     */
    private static final int DEEP_VERTICES = 400;
    /** Constants are tried only where at most so many classes cross. */
    private static final int CONSTANT_CLASSES = 20;
    /** How many sets of constants to try for effort 1. */
    private static final int CONSTANTS = 100;

    /** Up to how many classes are split for effort 1. */
    private static final int SPLIT_CLASSES = 64;

    private final Unfolding unfolding;
    private final VertexSet side;
    private final int inputWidth;
    private final int hiddenWidth;
    private final int width;
    private final int times;
    private final SearchEffort effort;
    private final VertexSet none;

    private MatroidBounds(Unfolding unfolding, VertexSet side, int inputWidth, int hiddenWidth, int effort) {
        this.unfolding = unfolding;
        this.side = side;
        this.inputWidth = inputWidth;
        this.hiddenWidth = hiddenWidth;
        this.width = Math.min(inputWidth, hiddenWidth);
        this.times = effort;
        this.effort = SearchEffort.of(effort);
        this.none = VertexSet.of(side.universe());
    }

    /**
     * A bound under its name.
     *
     * @param name "matroid", "matroid-root", "two-layer", "dominance", "first-neighbour", "width-polynomial" or
     *     "row-basis-split"
     * @param bound the bound on the rank, and what to note of it
     */
    public record Named(String name, MatroidBound bound) {}

    /**
     * The lower bounds, at least one.
     *
     * @param unfolding of depth at least 2
     * @param effort how much to search, at least 1
     */
    public static List<Named> lower(Unfolding unfolding, VertexSet side, int inputWidth, int hiddenWidth, int effort) {
        return new MatroidBounds(unfolding, side, inputWidth, hiddenWidth, effort).lower();
    }

    /** The upper bound for depth 2 of at most 64 classes times the effort; no finite one for others. */
    public static Named upper(Unfolding unfolding, VertexSet side, int hiddenWidth, int effort) {
        Magnitude rank = unfolding.depth() == 2
                ? RowBasisSplit.of(unfolding, side, hiddenWidth, SPLIT_CLASSES * effort)
                : Magnitude.UNBOUNDED;
        return new Named("row-basis-split", new MatroidBound(rank, ""));
    }

    private List<Named> lower() {
        List<Named> bounds = new ArrayList<>();
        Optional<GroundSet> all = GroundSet.of(unfolding, side, 1, none).map(GroundSet::crossing);
        Climb climb = new Climb(all.map(GroundSet::size).orElse(0));
        bounds.add(new Named("matroid", climb.matroid));
        if (unfolding.depth() == 2 || side.universe() <= DEEP_VERTICES) {
            bounds.add(new Named(
                    "matroid-root", MatroidBound.withRoot(unfolding, side, width, hiddenWidth, none, effort)));
        }
        if (unfolding.depth() >= 3) {
            bounds.add(new Named("two-layer", twoLayer()));
        }
        if (hiddenWidth > inputWidth) {
            bounds.add(new Named("dominance", climb.dominance));
        }
        all.ifPresent(set -> {
            bounds.add(new Named("first-neighbour", RowCounts.firstNeighbours(set, width, effort)));
            bounds.add(new Named("width-polynomial", new MatroidBound(RowCounts.widthPolynomial(set, width), "")));
        });
        return bounds;
    }

    /** The bound for one mode and a set of inputs that are all ones. */
    @FunctionalInterface
    private interface ForMode {
        MatroidBound of(int mode, VertexSet constant);
    }

    private MatroidBound matroid(int mode, VertexSet constant) {
        return MatroidBound.of(unfolding, side, mode, width, constant, effort);
    }

    private MatroidBound twoLayer() {
        MatroidBound best = TwoLayerBound.of(unfolding, side, 1, width, effort);
        for (int mode = 2; mode < modes(); mode++) {
            best = larger(best, TwoLayerBound.of(unfolding, side, mode, width, effort));
        }
        for (int mode = 1; mode < modes(); mode++) {
            best = larger(best, SharedClassBound.of(unfolding, side, mode, width, effort));
        }
        return best;
    }

    private MatroidBound dominance(int mode, VertexSet constant) {
        return hiddenWidth == width
                ? new MatroidBound(Magnitude.ONE, "")
                : DominanceBound.of(unfolding, side, inputWidth, hiddenWidth, mode, constant, new SplittableRandom(0));
    }

    private MatroidBound best(ForMode bound, VertexSet constant) {
        MatroidBound best = bound.of(1, constant);
        for (int mode = 2; mode <= modes(); mode++) {
            best = larger(best, bound.of(mode, constant));
        }
        return best;
    }

    private int modes() {
        return side.universe() <= DEEP_VERTICES ? unfolding.depth() - 1 : 1;
    }

    /** The vertices which, constant as well, make classes that cross one; others only leave columns less apart. */
    private int[] merging(VertexSet constant) {
        List<GroundSet> crossing = IntStream.rangeClosed(1, modes())
                .mapToObj(mode -> GroundSet.of(unfolding, side, mode, constant))
                .flatMap(Optional::stream)
                .map(GroundSet::crossing)
                .toList();
        return IntStream.range(0, side.universe())
                .filter(v -> !constant.contains(v))
                .filter(v -> crossing.stream().anyMatch(set -> set.mergesWithout(v)))
                .toArray();
    }

    private static MatroidBound larger(MatroidBound one, MatroidBound other) {
        return other.rank().compareTo(one.rank()) > 0 ? other : one;
    }

    /**
     * The largest matroid and dominance bounds along the steepest climb of the larger of them over sets of constants,
     * one more vertex at a time.
     */
    private final class Climb {
        private MatroidBound matroid = best(MatroidBounds.this::matroid, none);
        private MatroidBound dominance = best(MatroidBounds.this::dominance, none);

        Climb(int classes) {
            int budget = classes > 0 && classes <= CONSTANT_CLASSES ? CONSTANTS * times : 0;
            VertexSet constant = none;
            boolean rose = true;
            while (rose && budget >= side.universe()) {
                budget -= side.universe();
                VertexSet next = step(constant);
                rose = next.size() > constant.size();
                constant = next;
            }
        }

        private VertexSet step(VertexSet constant) {
            Magnitude top = larger(matroid, dominance).rank();
            VertexSet best = constant;
            for (int v : merging(constant)) {
                VertexSet more = union(constant, v);
                matroid = larger(matroid, noted(best(MatroidBounds.this::matroid, more), more));
                dominance = larger(dominance, noted(best(MatroidBounds.this::dominance, more), more));
                Magnitude reached = larger(matroid, dominance).rank();
                if (reached.compareTo(top) > 0) {
                    top = reached;
                    best = more;
                }
            }
            return best;
        }

        private static MatroidBound noted(MatroidBound bound, VertexSet constant) {
            return new MatroidBound(bound.rank(), bound.note() + ", " + constant.size() + " inputs constant");
        }
    }

    private static VertexSet union(VertexSet set, int v) {
        int[] all = IntStream.concat(set.stream(), IntStream.of(v)).toArray();
        return VertexSet.of(set.universe(), all);
    }
}
