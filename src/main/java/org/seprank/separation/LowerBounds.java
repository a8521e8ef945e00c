package org.seprank.separation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seprank.graph.VertexSet;
import org.seprank.separation.matroid.MatroidBounds;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.MonomialGraph;
import org.seprank.separation.monomial.Unfolding;

/**
 * The lower bounds on the separation rank of a product-aggregation network, for almost all weights; with {@code D =
 * min(D_x, D_h)}. All hold for directed graphs. Proofs in {@code src/site/markdown/bounds.md}.
 */
final class LowerBounds {
    private final SeparationProblem problem;
    private final Unfolding unfolding;
    private final int width;

    LowerBounds(SeparationProblem problem, Unfolding unfolding) {
        this.problem = problem;
        this.unfolding = unfolding;
        this.width = Math.min(problem.inputWidth(), problem.hiddenWidth());
    }

    /** The bounds from admissible sets and from matroids, and the exact rank for depth 1. */
    List<Bound> fast(int exhaustiveLimit, int effort) {
        List<Bound> bounds = new ArrayList<>(immediate(exhaustiveLimit));
        if (problem.depth() > 1) {
            MatroidBounds.lower(unfolding, problem.partition(), problem.inputWidth(), problem.hiddenWidth(), effort)
                    .forEach(named -> bounds.add(Bound.lower(
                            named.name(), named.bound().rank(), named.bound().note())));
        }
        return bounds;
    }

    /** Those of them that need no search: without the bounds from matroids. */
    List<Bound> immediate(int exhaustiveLimit) {
        AdmissibleSets sets = AdmissibleSets.of(problem, unfolding.copies(1), exhaustiveLimit);
        String note = sets.exhaustive() ? "exhaustive" : "greedy";
        Bound last = problem.depth() == 1
                ? Bound.lower("depth-1", depthOne(), "")
                : Bound.lower("multiset-product", product(width, sets.groups()), note);
        return List.of(paper(sets.walks(), note), Bound.lower("multiset", multiset(sets.walks()), note), last);
    }

    /** Theorem 3 of arXiv 2211.16494: {@code ((D-1)/rho + 1)^rho}, for depth 1 D. */
    private Bound paper(BigInteger walks, String note) {
        if (walks.signum() == 0) {
            return Bound.lower("paper", Magnitude.ONE, note);
        }
        if (problem.depth() == 1) {
            return Bound.lower("paper", Magnitude.of(width), note);
        }
        double rho = Math.min(walks.doubleValue(), 1e300);
        return new Bound(Bound.Side.LOWER, "paper", rho * Math.log1p((width - 1) / rho), note);
    }

    private Magnitude multiset(BigInteger walks) {
        return problem.depth() == 1 ? Magnitude.of(walks.signum() == 0 ? 1 : width) : Magnitude.multisets(width, walks);
    }

    /** {@code prod_g C(width + rho_g - 1, rho_g)}. */
    static Magnitude product(int width, List<BigInteger> groups) {
        Magnitude product = Magnitude.ONE;
        for (BigInteger walks : groups) {
            product = product.times(Magnitude.multisets(width, walks));
        }
        return product;
    }

    /** Depth 1: the least of D_h and the numbers of input monomials of the sides. */
    private Magnitude depthOne() {
        VertexSet side = problem.partition();
        return Magnitude.of(problem.hiddenWidth())
                .min(UpperBounds.inputs(problem, unfolding, side))
                .min(UpperBounds.inputs(problem, unfolding, side.complement()));
    }

    /** What the support of the coefficient matrix forces. */
    static Bound monomialPeeling(Optional<MonomialGraph> support, String note) {
        int rank = support.map(MonomialGraph::rankAtLeast).orElse(1);
        return Bound.lower("monomial-peeling", Magnitude.of(Math.max(1, rank)), note);
    }
}
