package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.RandomProblems;
import org.seprank.oracle.RankOracle;
import org.seprank.separation.estimate.RankEstimate;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

/** Partitions of the vertices for the prediction of a pair. */
class PairTargetTest {
    private static final int INPUTS = 50;

    @Test
    void boundsAndCertifiedRanksAreThoseOfThePair() {
        SplittableRandom random = new SplittableRandom(1);
        int decided = 0;
        for (SeparationProblem drawn : RandomProblems.of(80, 6, 4)) {
            int n = drawn.graph().vertexCount();
            int u = random.nextInt(n);
            SeparationProblem problem = drawn.withTarget(Target.pair(u, (u + 1 + random.nextInt(n - 1)) % n));
            int rank = RankOracle.rank(problem, INPUTS, 0);
            SeparationAnalysis analysis = SeparationAnalysis.of(
                    problem,
                    SeparationAnalysis.Options.certifying(
                            CertifiedRank.Options.withSeed(0).withMaxSamples(INPUTS)),
                    Progress.none());
            for (Bound bound : analysis.bounds().all()) {
                if (bound.side() == Bound.Side.UPPER) {
                    assertThat(bound.nats()).as(problem + " " + bound).isGreaterThanOrEqualTo(Math.log(rank) - 1e-9);
                } else if (rank < INPUTS) {
                    assertThat(bound.nats()).as(problem + " " + bound).isLessThanOrEqualTo(Math.log(rank) + 1e-9);
                }
            }
            if (rank < INPUTS && analysis.certified().isPresent()) {
                decided++;
                assertThat(analysis.certified().get().rank())
                        .as(problem.toString())
                        .isEqualTo(rank);
            }
            assertThat(RankEstimate.of(analysis)).isEmpty();
        }
        assertThat(decided).isGreaterThan(40);
    }

    /** Two parts without an edge between: only the output's product ties them, with as many terms as it has. */
    @Test
    void componentsMeetInTheOutput() {
        SeparationProblem problem = SeparationProblem.of(
                        Graph.undirected(4, new int[][] {{0, 1}, {2, 3}}), VertexSet.of(4, 0, 1))
                .withTarget(Target.pair(0, 3))
                .withDepth(2)
                .withWidths(3, 3);
        assertThat(SeparationAnalysis.of(problem).walkIndex()).isZero();
        assertThat(RankOracle.rank(problem, 10, 0)).isEqualTo(3);
        assertThat(SeparationAnalysis.of(problem).upper().rank().exact()).contains(BigInteger.valueOf(3));
    }
}
