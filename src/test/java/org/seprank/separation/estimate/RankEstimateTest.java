package org.seprank.separation.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.graph.io.GraphReader;
import org.seprank.graph.partition.PartitionSpec;
import org.seprank.rank.Certainty;
import org.seprank.separation.Bound;
import org.seprank.separation.Bounds;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

class RankEstimateTest {
    private static final Graph PATH = GraphFamily.parse("family:path,n=4", 0);
    private static final SeparationProblem ENDS =
            SeparationProblem.of(PATH, VertexSet.of(4, 0, 3)).withDepth(2).withWidths(2, 2);

    @ParameterizedTest
    @CsvSource({"2, 8, 16", "3, 8, 16", "3, 16, 16", "4, 16, 16"})
    void itLiesInItsIntervalAndThatBetweenTheBounds(int depth, int inputWidth, int hiddenWidth) throws IOException {
        Graph karate = GraphReader.graph(Path.of("graphs/karate.graphml"));
        VertexSet side = PartitionSpec.parse("attribute:faction")
                .partitions(karate, 0)
                .get(0)
                .vertices();
        SeparationAnalysis analysis = SeparationAnalysis.of(
                SeparationProblem.of(karate, side).withDepth(depth).withWidths(inputWidth, hiddenWidth));
        RankEstimate estimate = RankEstimate.of(analysis).orElseThrow();
        assertThat(estimate.from()).isBetween(analysis.lower().nats(), estimate.nats());
        assertThat(estimate.to()).isBetween(estimate.nats(), analysis.upper().nats());
        assertThat(estimate.cases()).isPositive();
    }

    @Test
    void thereIsNoneWhereTheRankIsKnown() {
        SeparationProblem pinned = SeparationProblem.of(
                        GraphFamily.parse("family:path,n=6", 0), VertexSet.of(6, 0, 1, 2))
                .withDepth(2)
                .withWidths(2, 2);
        assertThat(SeparationAnalysis.of(pinned).pinned()).isTrue();
        assertThat(RankEstimate.of(SeparationAnalysis.of(pinned))).isEmpty();
        SeparationAnalysis.Options certifying =
                SeparationAnalysis.Options.certifying(CertifiedRank.Options.withSeed(0));
        SeparationAnalysis certified = SeparationAnalysis.of(ENDS, certifying, Progress.none());
        assertThat(certified.certified().orElseThrow().rank()).isEqualTo(35);
        assertThat(RankEstimate.of(certified)).isEmpty();
    }

    @Test
    void aSearchThatWasStoppedLeavesTheEstimate() {
        SeparationAnalysis stopped = SeparationAnalysis.of(
                ENDS,
                SeparationAnalysis.Options.certifying(
                        CertifiedRank.Options.withSeed(0).withMaxSamples(4)),
                Progress.none());
        assertThat(stopped.certified().orElseThrow().certainty()).isInstanceOf(Certainty.AtLeast.class);
        assertThat(RankEstimate.of(stopped)).isPresent();
    }

    @Test
    void onlyBoundsThatScaleArePlacesToMeasureFrom() {
        Bounds bounds = new Bounds(List.of(
                Bound.upper("separator", Magnitude.of(64), ""),
                Bound.upper("side-monomials", Magnitude.of(20), ""),
                Bound.lower("matroid", Magnitude.of(4), ""),
                Bound.lower("monomial-peeling", Magnitude.of(18), "")));
        ScalableBracket bracket = ScalableBracket.of(bounds);
        assertThat(bracket.position(Math.log(16))).isCloseTo(0.5, within(1e-12));
        assertThat(bracket.at(0.25)).isCloseTo(Math.log(8), within(1e-12));
        assertThat(new ScalableBracket(2, 2).position(2)).isNaN();
    }

    @Test
    void theCalibrationHasAllGroupsInOrder() {
        assertThat(IntStream.rangeClosed(2, ProblemGroup.DEEPEST)
                        .boxed()
                        .flatMap(depth -> List.of(true, false).stream()
                                .flatMap(vertex -> List.of(true, false).stream()
                                        .map(widening -> new ProblemGroup(depth, vertex, widening)))))
                .allSatisfy(group -> {
                    assertThat(ProblemGroup.parse(group.toString())).isEqualTo(group);
                    Calibration.Positions positions = Calibration.of(group).orElseThrow();
                    assertThat(positions.low()).isBetween(0.0, positions.median());
                    assertThat(positions.high()).isBetween(positions.median(), 1.0);
                    assertThat(positions.cases()).isGreaterThan(30);
                });
        assertThat(ProblemGroup.of(
                        ENDS.withDepth(5).withTarget(Target.vertex(1)).withWidths(2, 3)))
                .isEqualTo(new ProblemGroup(3, true, true));
    }
}
