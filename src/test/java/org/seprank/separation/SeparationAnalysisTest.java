package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.rank.Certainty;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

class SeparationAnalysisTest {
    private static final CertifiedRank.Options SEARCH =
            CertifiedRank.Options.withSeed(0).withMaxSamples(64);
    private static final SeparationAnalysis.Options CERTIFYING = SeparationAnalysis.Options.certifying(SEARCH);

    private static SeparationProblem star(int dh) {
        return new SeparationProblem(WorkedValuesTest.STAR5, VertexSet.of(5, 1, 2), Target.vertex(0), 2, 2, dh);
    }

    private static SeparationAnalysis of(SeparationProblem problem, SeparationAnalysis.Options options) {
        return SeparationAnalysis.of(problem, options, Progress.none());
    }

    @Test
    void rankThatMeetsABoundIsPinnedAndExact() {
        SeparationAnalysis analysis = of(star(3), CERTIFYING);
        assertThat(analysis.certified().orElseThrow().rank()).isEqualTo(6);
        assertThat(analysis.certified().orElseThrow().certainty()).isInstanceOf(Certainty.Exact.class);
        assertThat(analysis.lower().name()).isEqualTo("certified");
        assertThat(analysis.upper().name()).isEqualTo("input-orbits");
        assertThat(analysis.pinned()).isTrue();
        assertThat(analysis.walkIndex()).isEqualTo(BigInteger.valueOf(3));
        assertThat(analysis.boundarySize()).isEqualTo(3);
        assertThat(analysis.problem().hiddenWidth()).isEqualTo(3);
    }

    @Test
    void withoutACertificateTheBoundsDecide() {
        SeparationAnalysis open = of(star(3), SeparationAnalysis.Options.boundsOnly());
        assertThat(open.certified()).isEmpty();
        assertThat(open.pinned()).isFalse();
        SeparationAnalysis met = of(star(2), SeparationAnalysis.Options.boundsOnly());
        assertThat(met.bounds().meet()).isTrue();
        assertThat(met.pinned()).isTrue();
    }

    @Test
    void certifiedRankBelowTheBoundsIsNotPinned() {
        SeparationProblem open =
                new SeparationProblem(WorkedValuesTest.PATH4, VertexSet.of(4, 0, 3), Target.graph(), 2, 2, 2);
        SeparationAnalysis analysis = of(open, CERTIFYING.withThreads(2));
        assertThat(analysis.certified().orElseThrow().rank()).isEqualTo(35);
        assertThat(analysis.upper().rank()).isEqualTo(Magnitude.of(36));
        assertThat(analysis.pinned()).isFalse();
        assertThat(analysis.certified().orElseThrow().certainty()).isInstanceOf(Certainty.ExactWithProbability.class);
    }

    @Test
    void ranksBeyondTheSampleBudgetArePinnedByBoundsAlone() {
        Graph edge = Graph.undirected(2, new int[][] {{0, 1}});
        SeparationProblem deep = new SeparationProblem(edge, VertexSet.of(2, 0), Target.graph(), 40, 3, 3);
        SeparationAnalysis analysis = of(deep, CERTIFYING);
        assertThat(analysis.certified()).isEmpty();
        assertThat(analysis.pinned()).isTrue();
        BigInteger walks = BigInteger.TWO.pow(40); // rho_39({0, 1}, V)
        assertThat(analysis.upper().rank()).isEqualTo(Magnitude.multisets(3, walks));
    }

    @Test
    void cancelledAnalysisKeepsTheCheapBounds() {
        SeparationAnalysis analysis = SeparationAnalysis.of(star(3), CERTIFYING, new Cancelling(0));
        assertThat(analysis.certified()).isEmpty();
        assertThat(analysis.upper().isFinite()).isTrue();
        assertThat(analysis.bounds()
                        .named(Bound.Side.UPPER, "side-monomials")
                        .orElseThrow()
                        .note())
                .isEqualTo("cancelled");
    }

    @Test
    void threadsAreChecked() {
        assertThatThrownBy(() -> CERTIFYING.withThreads(0)).hasMessageContaining("thread count 0");
        assertThat(CERTIFYING.withBounds(Bounds.Options.defaults())).isEqualTo(CERTIFYING);
    }

    @Test
    void aProblemIsAskedStepByStep() {
        Graph graph = WorkedValuesTest.STAR5;
        VertexSet side = VertexSet.of(5, 1, 2);
        SeparationProblem problem = SeparationProblem.of(graph, side);
        assertThat(problem).isEqualTo(new SeparationProblem(graph, side, Target.graph(), 3, 8, 16));
        assertThat(problem.withTarget(Target.vertex(0)).withDepth(2).withWidths(2, 3))
                .isEqualTo(star(3));
        assertThatThrownBy(() -> problem.withDepth(0)).hasMessageContaining("depth 0");
        assertThatThrownBy(() -> problem.withWidths(1, 0)).hasMessageContaining("hidden width 0");
    }

    @Test
    void theShortFormComputesTheBoundsOnly() {
        SeparationAnalysis analysis = SeparationAnalysis.of(star(2));
        SeparationAnalysis longForm = of(star(2), SeparationAnalysis.Options.boundsOnly());
        assertThat(analysis.certified()).isEmpty();
        assertThat(analysis.upper()).isEqualTo(longForm.upper());
        assertThat(analysis.lower()).isEqualTo(longForm.lower());
    }
}
