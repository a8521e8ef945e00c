package org.seprank.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seprank.graph.VertexSet;
import org.seprank.separation.monomial.Interchange;
import org.seprank.separation.monomial.MonomialGraph;
import org.seprank.separation.monomial.SideMonomials;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * All bounds that are known on the separation rank of a product-aggregation network: the upper ones first, the cheap
 * before the enumerated.
 *
 * <p>Upper bounds hold for all weights, lower ones for almost all. The plain ones take time O(L m); those that search
 * or enumerate say so and are limited. Definitions and proofs are in {@code src/site/markdown/bounds.md}.
 *
 * @param all the bounds, at least one of each side
 */
public record Bounds(List<Bound> all) {
    /** Copies the list. */
    public Bounds {
        all = List.copyOf(all);
    }

    /**
     * What may be enumerated.
     *
     * @param enumerationCap the largest number of distinct monomials, or pairs of them, to keep; 0 skips enumeration
     * @param exhaustiveLimit admissible sets are searched exhaustively among at most so many vertices, in 0..20
     * @param effort how long to search for labels, exact sets and constants, in 1..1000; times grow about as it does
     */
    public record Options(int enumerationCap, int exhaustiveLimit, int effort) {
        /** Checks the ranges. */
        public Options {
            if (enumerationCap < 0) {
                throw new IllegalArgumentException("enumeration cap " + enumerationCap + " is negative");
            }
            if (exhaustiveLimit < 0 || exhaustiveLimit > 20) {
                throw new IllegalArgumentException("exhaustive limit " + exhaustiveLimit + " is not in 0..20");
            }
            if (effort < 1 || effort > 1000) {
                throw new IllegalArgumentException("effort " + effort + " is not in 1..1000");
            }
        }

        /** Caps that keep an analysis well below a second. */
        public static Options defaults() {
            return new Options(20_000, 14, 1);
        }

        /** The same with another cap. */
        public Options withEnumerationCap(int cap) {
            return new Options(cap, exhaustiveLimit, effort);
        }

        /** The same with another limit. */
        public Options withExhaustiveLimit(int limit) {
            return new Options(enumerationCap, limit, effort);
        }

        /** The same with another effort. */
        public Options withEffort(int other) {
            return new Options(enumerationCap, exhaustiveLimit, other);
        }
    }

    /** All bounds for that problem. */
    public static Bounds of(SeparationProblem problem, Options options) {
        return of(problem, options, Progress.none());
    }

    /** The greatest lower bound, for almost all weights, among those that enumerate no monomials, with least effort. */
    public static Bound largestLower(SeparationProblem problem) {
        Options options = Options.defaults();
        Unfolding unfolding = Unfolding.of(
                problem.graph(), problem.target().ends(problem.graph().vertexCount()), problem.depth());
        return new Bounds(new LowerBounds(problem, unfolding).fast(options.exhaustiveLimit, options.effort))
                .tightestLower();
    }

    /**
     * Those that need no search: all but the multiset-separator bound, those from matroids and those that enumerate
     * monomials. Time O(L m).
     */
    public static Bounds fast(SeparationProblem problem, Options options) {
        Unfolding unfolding = Unfolding.of(
                problem.graph(), problem.target().ends(problem.graph().vertexCount()), problem.depth());
        UpperBounds upper = new UpperBounds(problem, unfolding, new SideMonomials.Limit(0, Progress.none()));
        List<Bound> bounds = new ArrayList<>(upper.immediate());
        VertexSet side = problem.partition();
        bounds.add(upper.inputOrbits(Interchange.of(unfolding, side), Interchange.of(unfolding, side.complement())));
        bounds.addAll(new LowerBounds(problem, unfolding).immediate(options.exhaustiveLimit));
        return new Bounds(bounds);
    }

    /** All bounds for that problem; once cancelled, what is not yet enumerated is left out with a note. */
    public static Bounds of(SeparationProblem problem, Options options, Progress progress) {
        Unfolding unfolding = Unfolding.of(
                problem.graph(), problem.target().ends(problem.graph().vertexCount()), problem.depth());
        var limit = new SideMonomials.Limit(options.enumerationCap, progress);
        UpperBounds upper = new UpperBounds(problem, unfolding, limit);
        LowerBounds lower = new LowerBounds(problem, unfolding);
        VertexSet side = problem.partition();
        Interchange rows = Interchange.of(unfolding, side);
        Interchange columns = Interchange.of(unfolding, side.complement());
        List<List<Bound>> fast = new ArrayList<>(List.of(List.of(), List.of()));
        Parallel.current()
                .each(
                        2,
                        part -> fast.set(
                                part,
                                part == 0
                                        ? upper.fast(options.effort)
                                        : lower.fast(options.exhaustiveLimit, options.effort)));
        List<Bound> bounds = new ArrayList<>(fast.get(0));
        bounds.add(upper.inputOrbits(rows, columns));
        List<Bound> below = new ArrayList<>(fast.get(1));
        if (problem.depth() >= 2) {
            Support support = new Support(problem, unfolding, limit, rows, columns);
            Optional<MonomialGraph> wide = support.of(problem.hiddenWidth());
            bounds.add(upper.sideMonomials());
            if (problem.inputWidth() < problem.hiddenWidth()) {
                bounds.add(upper.hybridMonomials());
            }
            bounds.add(upper.monomialMatching(wide));
            below.add(support.peeling(wide));
        }
        bounds.addAll(below);
        return new Bounds(bounds);
    }

    /** The supports of the coefficient matrices of networks of several widths. */
    private record Support(
            SeparationProblem problem,
            Unfolding unfolding,
            SideMonomials.Limit limit,
            Interchange rows,
            Interchange columns) {
        Optional<MonomialGraph> of(int width) {
            return SideMonomials.of(problem.graph(), problem.partition(), unfolding.degrees(1), width, limit)
                    .pairs(rows, columns);
        }

        /** The lower bound, from a narrower network where that of width D has too many monomials. */
        Bound peeling(Optional<MonomialGraph> wide) {
            int width = Math.min(problem.inputWidth(), problem.hiddenWidth());
            Optional<MonomialGraph> graph = width == problem.hiddenWidth() ? wide : of(width);
            for (int narrower = 3; narrower >= 2 && graph.isEmpty(); narrower--) {
                graph = narrower < width ? of(narrower) : graph;
                width = graph.isEmpty() ? width : narrower;
            }
            String note = width < Math.min(problem.inputWidth(), problem.hiddenWidth()) ? "for width " + width : "";
            return LowerBounds.monomialPeeling(graph, graph.isEmpty() ? limit.note() : note);
        }
    }

    /** The bounds of one side, in their order. */
    public List<Bound> of(Bound.Side side) {
        return all.stream().filter(bound -> bound.side() == side).toList();
    }

    /** The bound of that name and side. */
    public Optional<Bound> named(Bound.Side side, String name) {
        return all.stream()
                .filter(bound -> bound.side() == side && bound.name().equals(name))
                .findFirst();
    }

    /** The least upper bound; of equal ones the first. */
    public Bound tightestUpper() {
        return of(Bound.Side.UPPER).stream()
                .reduce((best, bound) -> bound.rank().compareTo(best.rank()) < 0 ? bound : best)
                .orElseThrow();
    }

    /** The greatest lower bound; of equal ones the first. */
    public Bound tightestLower() {
        return of(Bound.Side.LOWER).stream()
                .reduce((best, bound) -> bound.rank().compareTo(best.rank()) > 0 ? bound : best)
                .orElseThrow();
    }

    /** Whether the tightest bounds meet, both exactly known, and so give the rank for almost all weights. */
    public boolean meet() {
        return tightestUpper().rank().exact().isPresent()
                && tightestUpper().rank().exact().equals(tightestLower().rank().exact());
    }
}
