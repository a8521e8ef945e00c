package org.seprank.separation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.seprank.graph.VertexSet;
import org.seprank.separation.matroid.MatroidBounds;
import org.seprank.separation.monomial.CommonFactors;
import org.seprank.separation.monomial.HybridMonomials;
import org.seprank.separation.monomial.Interchange;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.MonomialGraph;
import org.seprank.separation.monomial.SideMonomials;
import org.seprank.separation.monomial.Traces;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.walk.Target;
import org.seprank.walk.WalkCounts;

/**
 * The upper bounds on the separation rank of a product-aggregation network, for all weights. All hold for directed
 * graphs, with in-neighbours for N(i), but for the 4-rho form of Theorem 2 of arXiv 2211.16494. Proofs in
 * {@code src/site/markdown/bounds.md}.
 */
final class UpperBounds {
    private final SeparationProblem problem;
    private final Unfolding unfolding;
    private final VertexSet boundary;
    private final SideMonomials.Limit limit;

    UpperBounds(SeparationProblem problem, Unfolding unfolding, SideMonomials.Limit limit) {
        this.problem = problem;
        this.unfolding = unfolding;
        this.boundary = problem.partition().boundary(problem.graph());
        this.limit = limit;
    }

    /** Those that enumerate nothing, in the order of the table in the documentation. */
    List<Bound> fast(int effort) {
        List<Bound> bounds = new ArrayList<>(immediate());
        Bound searched = Bound.upper("multiset-separator", MultisetSeparator.bound(problem, unfolding, effort), "");
        bounds.add(problem.graph().directed() ? 2 : 3, searched);
        if (problem.depth() >= 2) {
            Magnitude factors =
                    CommonFactors.bound(unfolding, problem.partition(), problem.inputWidth(), problem.hiddenWidth());
            bounds.add(Bound.upper("common-factors", factors, ""));
        }
        if (problem.depth() == 2) {
            Magnitude split = MatroidBounds.upper(unfolding, problem.partition(), problem.hiddenWidth(), effort)
                    .bound()
                    .rank();
            bounds.add(Bound.upper(
                    "row-basis-split", split, split.nats() < Double.POSITIVE_INFINITY ? "" : "too many classes cross"));
        }
        return bounds;
    }

    /** Those of them that need no search. */
    List<Bound> immediate() {
        List<Bound> bounds = new ArrayList<>();
        if (!problem.graph().directed()) {
            bounds.add(Bound.upper("paper", paper(), ""));
        }
        bounds.add(Bound.upper("walk-sum", walkSum(), ""));
        bounds.add(Bound.upper("separator", separator(), ""));
        bounds.add(Bound.upper("input-monomials", inputMonomials(), ""));
        if (problem.depth() >= 2) {
            bounds.add(Bound.upper("layer-1-monomials", layerOneMonomials(), ""));
        }
        if (problem.depth() == 2) {
            Magnitude traces = Traces.bound(unfolding, problem.partition(), problem.hiddenWidth());
            bounds.add(Bound.upper("trace-monomials", traces, ""));
        }
        return bounds;
    }

    private int sharedOutputIndex() {
        return problem.target() instanceof Target.AtVertex ? 0 : 1;
    }

    /** Theorem 2: {@code D_h^(4 rho_{L-1}(C_I, .))}, times D_h for graphs and pairs. */
    private Magnitude paper() {
        BigInteger walks = unfolding.copies(1).sum(boundary);
        return Magnitude.power(problem.hiddenWidth(), walks.shiftLeft(2).add(BigInteger.valueOf(sharedOutputIndex())));
    }

    private Magnitude walkSum() {
        BigInteger walks = BigInteger.valueOf(sharedOutputIndex());
        for (int layer = 1; layer <= problem.depth(); layer++) {
            walks = walks.add(unfolding.copies(layer).sum(boundary));
        }
        return Magnitude.power(problem.hiddenWidth(), walks);
    }

    private Magnitude separator() {
        double[][][] prices = MultisetSeparator.plainPrices(problem);
        double rootPrice = Math.log(problem.hiddenWidth());
        return Magnitude.ofIntegerLog(
                Separator.of(unfolding, problem.partition(), prices, rootPrice).price());
    }

    /** Monomials of x^(i), whose degree is the number of copies of (0, i). */
    private Magnitude inputKinds(int i) {
        return Magnitude.multisets(problem.inputWidth(), unfolding.copies(0).at(i));
    }

    private Magnitude inputMonomials() {
        VertexSet side = problem.partition();
        return inputs(problem, unfolding, side).min(inputs(problem, unfolding, side.complement()));
    }

    /** The input monomials of a side. */
    static Magnitude inputs(SeparationProblem problem, Unfolding unfolding, VertexSet side) {
        Magnitude product = Magnitude.ONE;
        for (int i = side.next(0); i >= 0; i = side.next(i + 1)) {
            product = product.times(Magnitude.multisets(
                    problem.inputWidth(), unfolding.copies(0).at(i)));
        }
        return product;
    }

    private Magnitude layerOneMonomials() {
        Magnitude atBoundary = Magnitude.ONE;
        Magnitude inside = Magnitude.ONE;
        Magnitude outside = Magnitude.ONE;
        WalkCounts degrees = unfolding.copies(1);
        for (int j = 0; j < problem.graph().vertexCount(); j++) {
            Magnitude kinds = Magnitude.multisets(problem.hiddenWidth(), degrees.at(j));
            if (boundary.contains(j)) {
                atBoundary = atBoundary.times(kinds);
            } else if (problem.partition().contains(j)) {
                inside = inside.times(kinds);
            } else {
                outside = outside.times(kinds);
            }
        }
        return atBoundary.times(inside.min(outside));
    }

    /** Input monomials up to the permutations of vertices that change nothing. */
    Bound inputOrbits(Interchange rows, Interchange columns) {
        Magnitude orbits = rows.orbits(this::inputKinds).min(columns.orbits(this::inputKinds));
        return Bound.upper("input-orbits", orbits, "");
    }

    /** The distinct monomials of the side that has fewer. */
    Bound sideMonomials() {
        OptionalInt inside = monomials(problem.partition()).distinct();
        OptionalInt outside = monomials(problem.partition().complement()).distinct();
        int least = Math.min(inside.orElse(Integer.MAX_VALUE), outside.orElse(Integer.MAX_VALUE));
        return least == Integer.MAX_VALUE
                ? stopped("side-monomials")
                : Bound.upper("side-monomials", Magnitude.of(least), "");
    }

    /** For D_x below D_h: monomials of one side, some vertices of it counted by dimension. */
    Bound hybridMonomials() {
        Magnitude hybrid = HybridMonomials.bound(
                unfolding, problem.partition(), problem.inputWidth(), problem.hiddenWidth(), limit);
        return hybrid.compareTo(Magnitude.UNBOUNDED) == 0
                ? stopped("hybrid-monomials")
                : Bound.upper("hybrid-monomials", hybrid, "");
    }

    private SideMonomials monomials(VertexSet side) {
        return SideMonomials.of(problem.graph(), side, unfolding.degrees(1), problem.hiddenWidth(), limit);
    }

    /** The term rank of the coefficient matrix, from its support. */
    Bound monomialMatching(Optional<MonomialGraph> support) {
        return support.map(graph -> Bound.upper("monomial-matching", Magnitude.of(graph.rankAtMost()), ""))
                .orElseGet(() -> stopped("monomial-matching"));
    }

    private Bound stopped(String name) {
        return Bound.upper(name, Magnitude.UNBOUNDED, limit.note());
    }
}
