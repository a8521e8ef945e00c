package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.seprank.graph.VertexSet;
import org.seprank.walk.Target;

class CertifiedRankCostTest {
    @Test
    void anEdgeOfDepthOneCostsTwoMessagesPerSampleAndAProductPerPair() {
        SeparationProblem problem =
                new SeparationProblem(Problems.path(2), VertexSet.of(2, 0), Target.vertex(0), 1, 3, 5);
        CertifiedRankCost cost = CertifiedRankCost.of(problem, samples(100));
        double perSample = 2 * (5 * 3) + 5 * 2;
        assertThat(cost.products()).isCloseTo(100 * perSample + 100 * 100 * 5 + 8e6 / 21, within(1e-6));
        assertThat(cost.mixedNodes()).isEqualTo(1);
        assertThat(cost.samples()).isEqualTo(100);
        assertThat(cost.bytes()).isCloseTo(100 * 100 * 8 + 2 * 100 * 5 * 8, within(1e-6));
        assertThat(cost.seconds(1)).isCloseTo(2 * cost.seconds(2), within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> cost.seconds(0));
    }

    @Test
    void mixedVectorsCostTheSquareOfTheWidthPerPair() {
        SeparationProblem problem =
                new SeparationProblem(Problems.complete(6), VertexSet.of(6, 0), Target.graph(), 3, 2, 4);
        CertifiedRankCost cost = CertifiedRankCost.of(problem, samples(1000));
        // layers 1 and 2 have one vector each; the second and the root have one mixed factor each
        double perPair = 4 * 4 + 4 * (4 + 1) + 4 * (1 + 1);
        double perSample = 6 * 4 * 2 + 4 * 6 + 4 + 4;
        assertThat(cost.mixedNodes()).isEqualTo(3);
        assertThat(cost.bytes()).isCloseTo(1e6 * 8 + 2 * 1000 * 3 * 4 * 8, within(1e-6));
        assertThat(cost.seconds(1)).isCloseTo(cost.products() / 2e9, within(1e-9));
        assertThat(cost.products()).isCloseTo(1e3 * perSample + 1e6 * perPair + 8e9 / 21, within(1.0));
    }

    @Test
    void termsOfTheOutputCostTimeAndMemoryWhereTheirMatrixGivesTheRank() {
        SeparationProblem problem =
                new SeparationProblem(Problems.path(4), VertexSet.range(4, 0, 1), Target.graph(), 2, 3, 3);
        CertifiedRankCost without = CertifiedRankCost.of(problem, samples(32));
        // degrees 2, 3, 3, 2 in three channels
        double terms = 6 * 10 * 10 * 6;
        CertifiedRankCost with = CertifiedRankCost.of(problem, samples(32).withMaxTerms(3600));
        assertThat(with.products()).isCloseTo(without.products() + 3000 * terms, within(1.0));
        assertThat(with.bytes()).isCloseTo(400 * terms, within(1e-3)).isGreaterThan(without.bytes());
        assertThat(CertifiedRankCost.of(problem, samples(32).withMaxTerms(3599)))
                .isEqualTo(without);
        SeparationProblem widening = problem.withWidths(2, 3);
        assertThat(CertifiedRankCost.of(widening, samples(32).withMaxTerms(3600)))
                .isEqualTo(CertifiedRankCost.of(widening, samples(32)));
    }

    @Test
    void whatDoesNotFitInMemoryIsRefusedBeforeItBegins() {
        SeparationProblem problem =
                new SeparationProblem(Problems.complete(60), VertexSet.range(60, 0, 29), Target.graph(), 3, 60, 60);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertifiedRank.of(problem, samples(32_768)))
                .withMessageContaining("certifying a rank by 32768 inputs per side may take 8.")
                .withMessageContaining("--max-inputs");
    }

    private static CertifiedRank.Options samples(int count) {
        return CertifiedRank.Options.withSeed(0).withMaxSamples(count);
    }
}
