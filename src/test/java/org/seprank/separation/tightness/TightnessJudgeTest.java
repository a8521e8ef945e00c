package org.seprank.separation.tightness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;

class TightnessJudgeTest {
    private static final TightnessJudge.Settings SETTINGS =
            new TightnessJudge.Settings(Bounds.Options.defaults(), 64, 1000, 3);

    private static List<CaseVerdict> verdicts(List<TightnessSuite.Case> cases) {
        return cases.parallelStream()
                .map(one -> TightnessJudge.of(SETTINGS).judge(one))
                .toList();
    }

    @Test
    void everyRankOnTwoAndThreeVerticesWithinTheBudgetIsPinned() {
        List<CaseVerdict> verdicts = verdicts(TightnessSuite.cases(3));
        assertThat(verdicts).hasSize(408);
        assertThat(verdicts.stream().filter(CaseVerdict::withinBudget)).allMatch(CaseVerdict::pinned);
    }

    @Test
    void verdictsAreTheSameEachTime() {
        List<TightnessSuite.Case> cases = TightnessSuite.cases(4).subList(0, 200);
        assertThat(verdicts(cases)).hasToString(verdicts(cases).toString());
    }

    @Test
    void certificatesAboveABoundAreAnError() {
        TightnessJudge.Certifier wrong = new TightnessJudge.Certifier() {
            @Override
            public int rank(SeparationProblem problem, int inputs) {
                return inputs;
            }

            @Override
            public OptionalInt rankOfCoefficients(SeparationProblem problem) {
                return OptionalInt.empty();
            }
        };
        assertThatThrownBy(() -> TightnessJudge.of(SETTINGS, wrong)
                        .judge(TightnessSuite.cases(2).get(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("path2");
    }

    /**
     * Orbits under the dihedral group of order 2n and complement, by Cauchy-Frobenius: binary bracelets up to colour.
     */
    @Test
    void partitionsOfACycleAreBraceletsUpToExchangeOfColours() {
        long graphPredictions = TightnessSuite.cases(6).stream()
                .filter(one -> one.graphName().equals("cycle6"))
                .filter(one -> one.problem().target() instanceof Target.WholeGraph)
                .count();
        // 8 bracelets of 6 beads of 2 interchangeable colours, one of them of a single colour; 12 shapes of network
        assertThat(graphPredictions).isEqualTo(7 * 12);
    }

    @Test
    void automorphismsGenerateTheRightOrbits() {
        Graph path = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {2, 3}});
        assertThat(Symmetries.of(path)).containsExactly(new int[] {3, 2, 1, 0});
        Graph asymmetric = Graph.undirected(6, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {1, 5}, {2, 5}});
        assertThat(Symmetries.of(asymmetric)).isEmpty();
    }

    @Test
    @Tag("slow")
    void atLeastFourInFiveRanksOfTheSuiteArePinned() {
        List<CaseVerdict> verdicts = verdicts(TightnessSuite.cases(8));
        assertThat(verdicts.stream().filter(CaseVerdict::pinned).count())
                .isGreaterThan((long) verdicts.size() * 4L / 5);
    }
}
