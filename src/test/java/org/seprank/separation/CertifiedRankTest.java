package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.rank.Certainty;
import org.seprank.walk.Target;
import org.seprank.walk.WalkCounts;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class CertifiedRankTest {
    private static final CertifiedRank.Options OPTIONS = CertifiedRank.Options.withSeed(1);

    static LongStream seeds() {
        return LongStream.range(400, 440);
    }

    @ParameterizedTest
    @CsvSource({
        "'0-1', '0', 2, graph, 5",
        "'0-1 1-2', '0', 3, graph, 13",
        "'0-1 1-2', '0', 3, 0, 5",
        "'0-1 1-2 2-3', '0 1', 2, graph, 24",
        "'0-1 1-2 2-3', '0 1', 3, graph, 126",
        "'0-1 1-2 2-3', '0 1', 3, 0, 6",
        "'0-1 1-2 0-2', '0', 3, 0, 10",
        "'0-1 1-2 0-2 3-4 4-5 3-5 2-3', '0 1 2', 3, 0, 8",
        "'0-1 1-2 2-3 0-3', '0 1', 2, 0, 5"
    })
    void theWorkedExamplesHaveTheirRanks(String edges, String partition, int depth, String target, int rank) {
        int n = 1
                + Stream.of(edges.split("[ -]", -1))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElseThrow();
        SeparationProblem problem =
                new SeparationProblem(graph("undirected", n, edges), set(n, partition), target(target), depth, 2, 2);
        CertifiedRank found = CertifiedRank.of(problem, OPTIONS);
        assertThat(found.rank()).isEqualTo(rank);
        assertThat(found.certainty()).isInstanceOf(Certainty.ExactWithProbability.class);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "separation-ranks.csv")
    void ranksAreThoseOfAnIndependentProgram(
            String name,
            String kind,
            int n,
            String edges,
            String partition,
            int depth,
            int inputWidth,
            int hiddenWidth,
            String target,
            int rank) {
        SeparationProblem problem = new SeparationProblem(
                graph(kind, n, edges), set(n, partition), target(target), depth, inputWidth, hiddenWidth);
        assertThat(CertifiedRank.of(problem, OPTIONS).rank()).as(name).isEqualTo(rank);
    }

    /**
     * A network of depth 1 is {@code sum_e w_e A_e(X_I) B_e(X_Iᶜ)}. A_e is a product of k powers of the e-th linear
     * form, and such products for all linear forms span a space of the dimension of forms of degree k in D_x variables.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void atDepthOneTheRankIsTheHiddenWidthOrTheNumberOfMonomialsOfASide(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SeparationProblem drawn = Problems.random(seed, 1);
        SeparationProblem problem = Problems.withWidths(drawn, random.nextInt(1, 4), random.nextInt(1, 30));
        int n = problem.graph().vertexCount();
        WalkCounts degrees =
                WalkCounts.endingIn(problem.graph(), problem.target().ends(n), 1);
        long expected = Stream.of(problem.partition(), problem.partition().complement())
                .mapToInt(side -> degrees.sum(side).intValueExact())
                .mapToLong(k -> CombinatoricsUtils.binomialCoefficient(problem.inputWidth() + k - 1, k))
                .min()
                .orElseThrow();
        assertThat((long) CertifiedRank.of(problem, OPTIONS).rank())
                .as("%s", problem)
                .isEqualTo(Math.min(problem.hiddenWidth(), expected));
    }

    @ParameterizedTest
    @CsvSource({"2, 5", "5, 2", "4, 4", "1, 3", "3, 1"})
    void anEdgeOfDepthOneHasTheSmallerWidth(int inputWidth, int hiddenWidth) {
        SeparationProblem problem = new SeparationProblem(
                Problems.path(2), VertexSet.of(2, 0), Target.vertex(0), 1, inputWidth, hiddenWidth);
        assertThat(CertifiedRank.of(problem, OPTIONS).rank()).isEqualTo(Math.min(inputWidth, hiddenWidth));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sidesAreInterchangeable(long seed) {
        SeparationProblem problem = Problems.random(seed, 2);
        int rank = CertifiedRank.of(problem, OPTIONS).rank();
        assertThat(CertifiedRank.of(Problems.withSwappedSides(problem), OPTIONS).rank())
                .as("%s", problem)
                .isEqualTo(rank);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void relabellingKeepsTheRank(long seed) {
        SeparationProblem problem = Problems.random(seed, 2);
        int n = problem.graph().vertexCount();
        int[] image = IntStream.range(0, n).map(v -> (v + 1) % n).toArray();
        GraphBuilder builder = GraphBuilder.over(n, problem.graph().directed());
        for (int e = 0; e < problem.graph().edgeCount(); e++) {
            builder.edge(image[problem.graph().source(e)], image[problem.graph().target(e)]);
        }
        Target target = problem.target() instanceof Target.AtVertex at ? Target.vertex(image[at.t()]) : Target.graph();
        SeparationProblem relabelled = new SeparationProblem(
                builder.build(),
                VertexSet.of(n, problem.partition().stream().map(v -> image[v]).toArray()),
                target,
                problem.depth(),
                problem.inputWidth(),
                problem.hiddenWidth());
        assertThat(CertifiedRank.of(relabelled, OPTIONS).rank())
                .as("%s", problem)
                .isEqualTo(CertifiedRank.of(problem, OPTIONS).rank());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void widerNetworksHaveNoSmallerRank(long seed) {
        SeparationProblem problem = Problems.random(seed, 2);
        int rank = CertifiedRank.of(problem, OPTIONS).rank();
        SeparationProblem wideIn = Problems.withWidths(problem, problem.inputWidth() + 1, problem.hiddenWidth());
        SeparationProblem wide = Problems.withWidths(problem, problem.inputWidth(), problem.hiddenWidth() + 1);
        assertThat(CertifiedRank.of(wideIn, OPTIONS.withMaxSamples(rank)).rank())
                .isEqualTo(rank);
        assertThat(CertifiedRank.of(wide, OPTIONS.withMaxSamples(rank)).rank()).isEqualTo(rank);
    }

    @Test
    void aPartitionWithoutEdgesAcrossHasRankOneAtAVertex() {
        Graph graph = Graph.undirected(4, new int[][] {{0, 1}, {2, 3}});
        SeparationProblem problem = new SeparationProblem(graph, VertexSet.of(4, 0, 1), Target.vertex(2), 3, 3, 3);
        assertThat(CertifiedRank.of(problem, OPTIONS).rank()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theNumberOfThreadsMakesNoDifference(int threads) {
        SeparationProblem problem = path4(3, Target.graph());
        assertThat(CertifiedRank.of(problem, OPTIONS, Parallel.of(threads), Progress.none()))
                .isEqualTo(CertifiedRank.of(problem, OPTIONS));
    }

    @Test
    void aRankThatMeetsAKnownBoundIsExact() {
        CertifiedRank found = CertifiedRank.of(path4(3, Target.vertex(0)), OPTIONS.withKnownUpperBound(6));
        assertThat(found).isEqualTo(new CertifiedRank(6, 7, 1, 1, found.degree(), new Certainty.Exact()));
        CertifiedRank atBudget = CertifiedRank.of(
                path4(3, Target.vertex(0)),
                OPTIONS.withKnownUpperBound(6).withMaxSamples(6).withRepetitions(4));
        assertThat(atBudget).isEqualTo(new CertifiedRank(6, 6, 1, 1, found.degree(), new Certainty.Exact()));
    }

    @ParameterizedTest
    @CsvSource({"127, 128", "100000, 128", "126, 127"})
    void noMoreThanOneSampleAboveAKnownBoundIsTaken(long bound, int samples) {
        CertifiedRank found = CertifiedRank.of(path4(3, Target.graph()), OPTIONS.withKnownUpperBound(bound));
        assertThat(found.samples()).isEqualTo(samples);
        assertThat(found.rank()).isEqualTo(126);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 31, 32, 63, 64, 125})
    void aBoundBelowTheRankIsRefused(long bound) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertifiedRank.of(path4(3, Target.graph()), OPTIONS.withKnownUpperBound(bound)))
                .withMessage("the known upper bound %d is wrong: the separation rank is at least %d", bound, bound + 1);
    }

    @Test
    void samplesAreDoubledUntilTheRankIsSmaller() {
        assertThat(CertifiedRank.of(path4(3, Target.graph()), OPTIONS).samples())
                .isEqualTo(128);
        assertThat(CertifiedRank.of(path4(2, Target.graph()), OPTIONS).samples())
                .isEqualTo(32);
    }

    @Test
    void aBudgetThatIsUsedUpLeavesALowerBound() {
        CertifiedRank found = CertifiedRank.of(
                path4(3, Target.graph()), OPTIONS.withMaxSamples(50).withRepetitions(3));
        assertThat(found).isEqualTo(new CertifiedRank(50, 50, 1, 1, found.degree(), new Certainty.AtLeast()));
        assertThat(found.lowerBound()).isEqualTo(new Bound(Bound.Side.LOWER, "certified", Math.log(50), "at least"));
    }

    @Test
    void repetitionsMultiplyTheProbabilityOfFailure() {
        SeparationProblem problem = path4(2, Target.graph());
        // 1 + rho_1 + 2 rho_2 of a path on 4 vertices, rho_1 = 10 and rho_2 = 26
        double once = (24 + 1) * (1 + 10 + 2 * 26) / 2147483647.0;
        for (int repetitions = 1; repetitions <= 3; repetitions++) {
            CertifiedRank found = CertifiedRank.of(problem, OPTIONS.withRepetitions(repetitions));
            assertThat(found.rank()).isEqualTo(24);
            assertThat(found.repetitions()).isEqualTo(repetitions);
            assertThat(found.degree()).isEqualTo(63);
            double expected = Math.pow(once, repetitions);
            assertThat(found.certainty())
                    .isInstanceOfSatisfying(
                            Certainty.ExactWithProbability.class,
                            certainty -> assertThat(certainty.failure()).isCloseTo(expected, within(expected * 1e-12)));
        }
        CertifiedRank often = CertifiedRank.of(problem, OPTIONS.withRepetitions(60));
        assertThat(often.certainty()).isEqualTo(new Certainty.ExactWithProbability(Double.MIN_NORMAL));
    }

    @Test
    void aDegreeAboveTheFieldProvesNothing() {
        SeparationProblem problem =
                new SeparationProblem(Problems.path(3), VertexSet.of(3, 0), Target.vertex(0), 40, 1, 1);
        CertifiedRank found = CertifiedRank.of(problem, OPTIONS);
        assertThat(found.degree()).isGreaterThan(BigInteger.ONE.shiftLeft(31));
        assertThat(found.rank()).isEqualTo(1);
        assertThat(found.certainty()).isEqualTo(new Certainty.AtLeast());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void cancellingKeepsWhatIsKnown(int steps) {
        CertifiedRank found =
                CertifiedRank.of(path4(3, Target.graph()), OPTIONS, Parallel.single(), new Cancelling(steps));
        // the first step makes 32 x 32, the second needs three more
        assertThat(found.rank()).isEqualTo(steps == 0 ? 1 : 32);
        assertThat(found.samples()).isEqualTo(steps == 0 ? 0 : 32);
        assertThat(found.certainty()).isEqualTo(new Certainty.AtLeast());
    }

    @Test
    void equalSeedsGiveEqualAnswersAndOthersTheSameRank() {
        SeparationProblem problem = path4(3, Target.graph());
        CertifiedRank found = CertifiedRank.of(problem, CertifiedRank.Options.withSeed(5));
        assertThat(found).isEqualTo(CertifiedRank.of(problem, CertifiedRank.Options.withSeed(5)));
        assertThat(found.seed()).isEqualTo(5);
        assertThat(CertifiedRank.of(problem, CertifiedRank.Options.withSeed(-6)).rank())
                .isEqualTo(found.rank());
    }

    @Test
    void boundsInNatsAreRoundedDownButNotBelowAnInteger() {
        for (int rank = 1; rank < 2000; rank++) {
            Bound bound = new Bound(Bound.Side.UPPER, "some", Math.log(rank), "");
            assertThat(OPTIONS.withKnownUpperBound(bound).knownUpperBound()).isEqualTo(rank);
            Bound above = new Bound(Bound.Side.UPPER, "some", Math.log(rank + 0.99), "");
            assertThat(OPTIONS.withKnownUpperBound(above).knownUpperBound()).isEqualTo(rank);
        }
        Bound none = new Bound(Bound.Side.UPPER, "some", Double.POSITIVE_INFINITY, "");
        assertThat(OPTIONS.withKnownUpperBound(none).knownUpperBound()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> OPTIONS.withMaxSamples(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withMaxSamples(32769))
                .withMessageContaining("32769 is not in 1..32768");
        assertThat(OPTIONS.withMaxSamples(32768).maxSamples()).isEqualTo(32768);
        assertThatIllegalArgumentException().isThrownBy(() -> OPTIONS.withRepetitions(0));
        assertThatIllegalArgumentException().isThrownBy(() -> OPTIONS.withKnownUpperBound(0));
        Bound lower = new Bound(Bound.Side.LOWER, "certified", 1, "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withKnownUpperBound(lower))
                .withMessageContaining("certified");
    }

    @Test
    @Tag("slow")
    void twoCliquesWithABridgeAreCertifiedAtWidthSixteen() {
        GraphBuilder builder = GraphBuilder.over(12, false);
        for (int u = 0; u < 12; u++) {
            for (int v = u + 1; v < 12; v++) {
                if (u / 6 == v / 6) {
                    builder.edge(u, v);
                }
            }
        }
        builder.edge(0, 6);
        Graph graph = builder.build();
        SeparationProblem problem = new SeparationProblem(graph, VertexSet.range(12, 0, 5), Target.vertex(1), 2, 4, 16);
        CertifiedRank found = CertifiedRank.of(problem, OPTIONS, Parallel.onAllProcessors(), Progress.none());
        assertThat(found.rank()).isEqualTo(4);
    }

    private static SeparationProblem path4(int depth, Target target) {
        return new SeparationProblem(Problems.path(4), VertexSet.of(4, 0, 1), target, depth, 2, 2);
    }

    private static Graph graph(String kind, int n, String edges) {
        GraphBuilder builder = GraphBuilder.over(n, "directed".equals(kind));
        if (edges != null) {
            for (String edge : edges.split(" ", -1)) {
                int[] ends = Arrays.stream(edge.split("-", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                builder.edge(ends[0], ends[1]);
            }
        }
        return builder.build();
    }

    private static VertexSet set(int n, String vertices) {
        return VertexSet.of(
                n,
                Arrays.stream(vertices.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    private static Target target(String target) {
        return "graph".equals(target) ? Target.graph() : Target.vertex(Integer.parseInt(target));
    }
}
