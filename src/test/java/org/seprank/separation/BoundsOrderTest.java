package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seprank.separation.Bound.Side.LOWER;
import static org.seprank.separation.Bound.Side.UPPER;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.RandomProblems;
import org.seprank.oracle.RankOracle;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.tightness.TightnessSuite;
import org.seprank.walk.Target;

/** Laws that hold between bounds, and between bounds and ranks of random networks. */
class BoundsOrderTest {
    private static final Bounds.Options OPTIONS = Bounds.Options.defaults();

    /** What these find depends on ties, which vertex numbers and widths decide. */
    private static final Set<String> SEARCHED = Set.of(
            "multiset-separator",
            "common-factors",
            "matroid",
            "matroid-root",
            "two-layer",
            "dominance",
            "first-neighbour",
            "row-basis-split");

    /** A value may exceed another that it is at most by rounding of the last bits. */
    private static void assertAtMost(Object problem, Bounds bounds, Bound.Side side, String... ascending) {
        for (int k = 1; k < ascending.length; k++) {
            Bound below = bounds.named(side, ascending[k - 1]).orElseThrow();
            Bound above = bounds.named(side, ascending[k]).orElseThrow();
            assertThat(below.nats())
                    .as("%s: %s <= %s", problem, below, above)
                    .isLessThanOrEqualTo(above.nats() * (1 + 1e-12) + 1e-12);
        }
    }

    private static void assertOrder(SeparationProblem problem, int budget) {
        Bounds bounds = Bounds.of(problem, OPTIONS);
        assertAtMost(problem, bounds, UPPER, "multiset-separator", "separator", "walk-sum");
        if (!problem.graph().directed()) {
            assertAtMost(problem, bounds, UPPER, "walk-sum", "paper");
        }
        assertAtMost(problem, bounds, UPPER, "input-orbits", "input-monomials");
        assertAtMost(problem, bounds, LOWER, "paper", "multiset");
        if (problem.depth() >= 2) {
            assertAtMost(problem, bounds, UPPER, "common-factors", "input-monomials");
            assertAtMost(problem, bounds, LOWER, "multiset", "multiset-product");
            bounds.named(UPPER, "hybrid-monomials")
                    .filter(Bound::isFinite)
                    .ifPresent(hybrid -> assertAtMost(problem, bounds, UPPER, "hybrid-monomials", "side-monomials"));
            if (bounds.named(UPPER, "monomial-matching").orElseThrow().isFinite()) {
                assertAtMost(problem, bounds, UPPER, "monomial-matching", "side-monomials", "layer-1-monomials");
            }
        }
        if (problem.depth() == 2) {
            assertAtMost(problem, bounds, UPPER, "trace-monomials", "layer-1-monomials");
        }
        assertThat(bounds.tightestLower().rank())
                .as("%s: %s", problem, bounds)
                .isLessThanOrEqualTo(bounds.tightestUpper().rank());
        assertRankBetween(problem, bounds, budget);
    }

    private static void assertRankBetween(SeparationProblem problem, Bounds bounds, int budget) {
        double least = bounds.tightestUpper().nats();
        if (least <= Math.log(budget)) {
            int inputs = (int) Math.round(Math.exp(least)) + 1;
            int rank = RankOracle.rank(problem, inputs, 7);
            assertThat((double) rank)
                    .as("%s on %s: %s", problem, problem.graph(), bounds)
                    .isLessThan(inputs)
                    .isGreaterThan(Math.exp(bounds.tightestLower().nats()) - 0.5);
        }
    }

    @Test
    void boundsAreInOrderOnSmallCasesOfTheSuite() {
        List<TightnessSuite.Case> cases = TightnessSuite.cases(8);
        for (int k = 0; k < cases.size(); k += 97) {
            assertOrder(cases.get(k).problem(), 50);
        }
    }

    @Test
    @Tag("slow")
    void boundsAreInOrderOnEveryCaseOfTheSuite() {
        TightnessSuite.cases(8).parallelStream().forEach(one -> assertOrder(one.problem(), 128));
    }

    @Test
    void boundsAreInOrderOnRandomGraphs() {
        RandomProblems.of(300, 6, 5).forEach(problem -> assertOrder(problem, 50));
    }

    @Test
    @Tag("slow")
    void boundsAreInOrderOnManyRandomGraphs() {
        RandomProblems.of(20_000, 8, 6).parallelStream().forEach(problem -> assertOrder(problem, 100));
    }

    @Test
    void boundsAreInvariantUnderRelabelling() {
        for (SeparationProblem problem : RandomProblems.of(100, 7, 8)) {
            SeparationProblem relabelled = relabelled(problem, 9);
            Bounds before = Bounds.of(problem, OPTIONS);
            Bounds after = Bounds.of(relabelled, OPTIONS);
            assertThat(structural(after)).as("%s", problem).isEqualTo(structural(before));
        }
    }

    private static List<Magnitude> structural(Bounds bounds) {
        return bounds.all().stream()
                .filter(bound -> !SEARCHED.contains(bound.name()))
                .map(Bound::rank)
                .toList();
    }

    private static SeparationProblem relabelled(SeparationProblem problem, long seed) {
        Graph graph = problem.graph();
        int n = graph.vertexCount();
        List<Integer> image = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(image, new Random(seed));
        GraphBuilder builder = GraphBuilder.over(n, graph.directed());
        for (int e = 0; e < graph.edgeCount(); e++) {
            builder.edge(image.get(graph.source(e)), image.get(graph.target(e)));
        }
        Target target =
                problem.target() instanceof Target.AtVertex at ? Target.vertex(image.get(at.t())) : Target.graph();
        VertexSet inside =
                VertexSet.of(n, problem.partition().stream().map(image::get).toArray());
        return new SeparationProblem(
                builder.build(), inside, target, problem.depth(), problem.inputWidth(), problem.hiddenWidth());
    }

    @Test
    void tightestBoundsAreInvariantUnderComplement() {
        for (SeparationProblem problem : RandomProblems.of(100, 6, 10)) {
            SeparationProblem other = new SeparationProblem(
                    problem.graph(),
                    problem.partition().complement(),
                    problem.target(),
                    problem.depth(),
                    problem.inputWidth(),
                    problem.hiddenWidth());
            Bounds bounds = Bounds.of(problem, OPTIONS);
            Bounds mirrored = Bounds.of(other, OPTIONS);
            for (String name : List.of("walk-sum", "separator", "input-monomials", "input-orbits")) {
                assertThat(mirrored.named(UPPER, name).orElseThrow().rank())
                        .as("%s %s", name, problem)
                        .isEqualTo(bounds.named(UPPER, name).orElseThrow().rank());
            }
            assertThat(mirrored.tightestLower().rank())
                    .isEqualTo(bounds.tightestLower().rank());
        }
    }

    @Test
    void boundsDoNotFallWhenTheNetworkIsWider() {
        for (SeparationProblem problem : RandomProblems.of(100, 6, 11)) {
            SeparationProblem wider = new SeparationProblem(
                    problem.graph(),
                    problem.partition(),
                    problem.target(),
                    problem.depth(),
                    problem.inputWidth(),
                    problem.hiddenWidth() + 1);
            Bounds narrow = Bounds.of(problem, OPTIONS);
            for (Bound bound : Bounds.of(wider, OPTIONS).all()) {
                if (!SEARCHED.contains(bound.name())) {
                    narrow.named(bound.side(), bound.name())
                            .ifPresent(before -> assertThat(bound.nats())
                                    .as("%s: %s then %s", problem, before, bound)
                                    .isGreaterThanOrEqualTo(before.nats() - 1e-12));
                }
            }
        }
    }
}
