package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.seprank.separation.Bound.Side.LOWER;
import static org.seprank.separation.Bound.Side.UPPER;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.io.GraphReader;
import org.seprank.graph.partition.PartitionSpec;
import org.seprank.oracle.AdmissibleOracle;
import org.seprank.oracle.RandomProblems;
import org.seprank.oracle.SeparatorOracle;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.walk.Target;

/** The bounds that are optima against brute force, and the searches against the optima. */
class SearchedBoundsTest {
    private static final Bounds.Options OPTIONS = Bounds.Options.defaults();

    private static Unfolding unfolding(SeparationProblem problem) {
        return Unfolding.of(
                problem.graph(), problem.target().ends(problem.graph().vertexCount()), problem.depth());
    }

    @Test
    void separatorIsTheCheapestOfAllSubsets() {
        int compared = 0;
        for (SeparationProblem problem : RandomProblems.of(400, 5, 20)) {
            double price = SeparatorOracle.price(problem, 15);
            if (price >= 0) {
                Bound bound =
                        Bounds.of(problem, OPTIONS).named(UPPER, "separator").orElseThrow();
                assertThat(bound.nats())
                        .as("%s on %s", problem, problem.graph())
                        .isCloseTo(price, within(1e-9));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    /**
     * A copy below a parent of side I costs nothing, below others 5: the middle of a path is removed where it is free.
     */
    @Test
    void pricesMayDependOnTheParentsLabel() {
        SeparationProblem problem = new SeparationProblem(
                Graph.undirected(2, new int[][] {{0, 1}}), VertexSet.of(2, 0), Target.graph(), 1, 2, 2);
        double[][][] prices = {{{0, 0}, {5, 5}, {5, 5}}};
        Separator separator = Separator.of(unfolding(problem), problem.partition(), prices, 1);
        assertThat(separator.price()).isZero();
        assertThat(separator.rootLabel()).isEqualTo(Separator.INSIDE);
        assertThat(separator.label(0, 1, Separator.INSIDE)).isEqualTo(Separator.CUT);
        assertThat(separator.label(0, 1, Separator.CUT)).isEqualTo(Separator.OUTSIDE);
    }

    /** Labels near these were found by a search of a thousand restarts. */
    @ParameterizedTest(name = "karate L={0} {1}")
    @CsvSource({"3, 8, 388.2", "3, 16, 526.6", "4, 8, 669", "4, 16, 1145"})
    void labelsOfTheKarateClubAreNearTheBestKnown(int depth, int inputWidth, double nats) throws IOException {
        Graph graph = GraphReader.graph(Path.of("graphs", "karate.graphml"));
        VertexSet side = PartitionSpec.parse("attribute:faction")
                .partitions(graph, 0)
                .get(0)
                .vertices();
        SeparationProblem problem = new SeparationProblem(graph, side, Target.graph(), depth, inputWidth, 16);
        Bounds bounds = Bounds.of(problem, OPTIONS);
        assertThat(bounds.named(UPPER, "multiset-separator").orElseThrow().nats())
                .isLessThan(nats);
        assertThat(bounds.tightestLower().nats())
                .isLessThan(bounds.tightestUpper().nats());
    }

    @Test
    void exhaustiveAdmissibleSetsAreTheBestOfTheDefinition() {
        for (SeparationProblem problem : RandomProblems.of(150, 6, 21)) {
            Unfolding unfolding = unfolding(problem);
            BigInteger[] counts = new BigInteger[problem.graph().vertexCount()];
            Arrays.setAll(counts, v -> unfolding.copies(1).at(v));
            AdmissibleSets sets = AdmissibleSets.of(problem, unfolding.copies(1), 14);
            assertThat(sets.exhaustive()).isTrue();
            assertThat(sets.walks())
                    .as("%s on %s", problem, problem.graph())
                    .isEqualTo(AdmissibleOracle.walks(problem.graph(), problem.partition(), counts));
        }
    }

    @Test
    void greedyAdmissibleSetsAreAtMostTheBest() {
        int equal = 0;
        for (SeparationProblem problem : RandomProblems.of(300, 7, 22)) {
            Unfolding unfolding = unfolding(problem);
            AdmissibleSets best = AdmissibleSets.of(problem, unfolding.copies(1), 14);
            AdmissibleSets greedy = AdmissibleSets.of(problem, unfolding.copies(1), 0);
            boolean crossing = !problem.partition().boundary(problem.graph()).stream()
                    .boxed()
                    .toList()
                    .isEmpty();
            assertThat(greedy.exhaustive()).isEqualTo(!crossing);
            assertThat(greedy.walks()).as("%s on %s", problem, problem.graph()).isLessThanOrEqualTo(best.walks());
            int width = Math.min(problem.inputWidth(), problem.hiddenWidth());
            assertThat(LowerBounds.product(width, greedy.groups()))
                    .isLessThanOrEqualTo(LowerBounds.product(width, best.groups()));
            equal += greedy.walks().equals(best.walks()) ? 1 : 0;
        }
        assertThat(equal).as("cases of 300 where greedy is best").isGreaterThan(150);
    }

    @Test
    void independentCrossingsMultiply() {
        // three crossing edges far apart on a long path: each gives a factor of its own
        int[][] edges = new int[29][];
        Arrays.setAll(edges, i -> new int[] {i, i + 1});
        Graph path = Graph.undirected(30, edges);
        VertexSet inside = VertexSet.of(30, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 25, 26, 27, 28, 29);
        Bounds bounds = Bounds.of(new SeparationProblem(path, inside, Target.graph(), 2, 2, 2), OPTIONS);
        long single = 6 + 1;
        assertThat(bounds.named(LOWER, "multiset-product").orElseThrow().rank())
                .isEqualTo(Magnitude.of(single * single * single));
        assertThat(bounds.named(LOWER, "multiset").orElseThrow().rank()).isEqualTo(Magnitude.of(18 + 1));
    }

    @Test
    void depthOneIsPinnedByItsBounds() {
        for (SeparationProblem problem : RandomProblems.of(300, 7, 23)) {
            if (problem.depth() == 1) {
                assertThat(Bounds.of(problem, OPTIONS).meet())
                        .as("%s on %s", problem, problem.graph())
                        .isTrue();
            }
        }
    }

    @Test
    void withoutEnumerationTheOtherBoundsRemain() {
        SeparationProblem problem =
                new SeparationProblem(WorkedValuesTest.CYCLE4, VertexSet.of(4, 0, 1), Target.vertex(0), 2, 2, 2);
        Bounds bounds = Bounds.of(problem, OPTIONS.withEnumerationCap(0).withExhaustiveLimit(0));
        assertThat(bounds.named(UPPER, "side-monomials").orElseThrow().isFinite())
                .isFalse();
        assertThat(bounds.named(UPPER, "monomial-matching").orElseThrow().note())
                .contains("not enumerated");
        assertThat(bounds.named(LOWER, "monomial-peeling").orElseThrow().nats()).isZero();
        assertThat(bounds.named(LOWER, "multiset").orElseThrow().note()).isEqualTo("greedy");
        assertThat(bounds.tightestUpper().isFinite()).isTrue();
        assertThat(bounds.meet()).isFalse();
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> OPTIONS.withEnumerationCap(-1)).hasMessageContaining("enumeration cap -1");
        assertThatThrownBy(() -> OPTIONS.withExhaustiveLimit(21)).hasMessageContaining("21 is not in 0..20");
        assertThatThrownBy(() -> new Bound(UPPER, "x", Magnitude.ONE, Double.NaN, ""))
                .hasMessageContaining("'x'");
        assertThat(Bound.upper("x", Magnitude.ONE, "").toBase(1)).isNaN();
    }

    @Test
    void logarithmsAreRoundedTowardsTheRank() {
        assertThat(new Bound(UPPER, "x", Math.log(7.9), "").rank()).isEqualTo(Magnitude.of(7));
        assertThat(new Bound(LOWER, "x", Math.log(7.1), "").rank()).isEqualTo(Magnitude.of(8));
        assertThat(new Bound(UPPER, "x", Math.log(7), "").rank()).isEqualTo(Magnitude.of(7));
        assertThat(new Bound(LOWER, "x", Math.log(7), "").rank()).isEqualTo(Magnitude.of(7));
        assertThat(new Bound(LOWER, "x", 1e6, "").rank().nats()).isEqualTo(1e6);
        assertThat(new Bound(UPPER, "x", Double.POSITIVE_INFINITY, "").isFinite())
                .isFalse();
    }
}
