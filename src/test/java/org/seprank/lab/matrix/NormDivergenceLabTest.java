package org.seprank.lab.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.numeric.JacobiSvd;
import org.seprank.linear.Matrices;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

class NormDivergenceLabTest {
    private final NormDivergenceLab lab = new NormDivergenceLab();

    private Figures run(long seed, String... assignments) {
        return lab.run(lab.with(assignments), seed, Progress.none()).figures();
    }

    @Test
    @Tag("slow")
    void fromAPositiveDeterminantEveryNormDivergesInTheMedianOfFiveSeeds() {
        Settings settings = lab.with("stop=2e-3");
        List<Figures> runs = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            runs.add(lab.run(settings, seed, Progress.none()).figures());
        }
        Figures medians = Figures.medians(runs);
        assertThat(lab.judge(settings, medians)).allMatch(Finding::holds).hasSize(5);
        // on the manifold of determinant 0, W11 = 1/q
        assertThat(medians.get("|W11|")).isCloseTo(1 / Math.sqrt(4e-3), within(0.5));
    }

    @Test
    void fromANegativeDeterminantTheSolutionStaysFinite() {
        Figures figures = run(1, "determinant=negative", "stop=1e-4");
        assertThat(figures.get("loss")).isLessThanOrEqualTo(1e-4);
        assertThat(figures.get("|W11| / bound, at the end")).isLessThan(0.6);
        Settings negative = lab.with("determinant=negative");
        assertThat(lab.judge(negative, figures))
                .containsExactly(new Finding("a negative determinant lets |W11| stay below the bound", true));
    }

    /** What is not reached, or does not apply, is said with the reason. */
    @Test
    void aClaimThatCannotBeTestedYetSaysWhy() {
        Figures early = run(0, "determinant=negative", "stop=5e-3");
        assertThat(lab.judge(lab.with("determinant=negative"), early))
                .singleElement()
                .matches(finding -> finding.statement().contains("still next to 0; a smaller stop"));
        Figures stuck = run(0, "determinant=negative", "iterations=10");
        assertThat(lab.judge(lab.with("determinant=negative"), stuck))
                .singleElement()
                .matches(finding -> finding.statement().contains("smaller rate, or more iterations"));
    }

    /** Rounding takes the sign of the determinant of two factors; until then all holds. */
    @Test
    void twoFactorsAreFollowedAsLongAsTheDeterminantHasItsSign() {
        Figures figures = run(0, "depth=2");
        assertThat(figures.get("loss")).isBetween(0.01, 0.2);
        assertThat(lab.judge(lab.with("depth=2"), figures))
                .allMatch(Finding::holds)
                .hasSize(5)
                .first()
                .extracting(Finding::statement)
                .asString()
                .contains("where rounding takes its sign");
        assertThat(lab.judge(lab.with("depth=2"), figures.and("least determinant", -0.5)))
                .first()
                .matches(finding -> !finding.holds());
    }

    /** Starts of more factors are larger, so that the smaller singular value grows in time. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 5, 20})
    void aNegativeDeterminantKeepsTheSolutionFiniteAtEveryDepth(int depth) {
        Settings settings = lab.with("determinant=negative", "depth=" + depth);
        Figures figures = lab.run(settings, 0, Progress.none()).figures();
        assertThat(figures.get("iterations")).isLessThan(400_000);
        assertThat(figures.get("least determinant")).isLessThan(-0.5);
        assertThat(lab.judge(settings, figures)).singleElement().matches(Finding::holds);
        assertThat(lab.claim(settings)).contains("finite norms");
    }

    @Test
    void aSingleFactorLeavesTheUnseenEntryAsItWas() {
        for (String sign : List.of("positive", "negative")) {
            Settings settings = lab.with("determinant=" + sign, "depth=1");
            Figures figures = lab.run(settings, 0, Progress.none()).figures();
            assertThat(figures.get("loss")).isLessThan(1e-3);
            assertThat(lab.judge(settings, figures))
                    .containsExactly(new Finding("one factor leaves W11 as it was", true));
            assertThat(lab.judge(settings, figures.and("|W11|", 0.5)))
                    .containsExactly(new Finding("one factor leaves W11 as it was", false));
        }
    }

    @Test
    void factorsThatAreNotBalancedMayLoseTheSign() {
        Settings settings = lab.with("init=gaussian", "stop=1e-2");
        Figures figures = lab.run(settings, 0, Progress.none()).figures();
        assertThat(figures.get("least determinant")).isNegative();
        assertThat(lab.judge(settings, figures))
                .singleElement()
                .matches(Finding::holds)
                .matches(finding -> finding.statement().startsWith("without balance"));
    }

    @Test
    @Tag("slow")
    void theDefaultOfEitherSignShowsWhatIsClaimed() {
        for (String sign : List.of("positive", "negative")) {
            Settings settings = lab.with("determinant=" + sign);
            assertThat(lab.judge(settings, run(0, "determinant=" + sign)))
                    .as(sign)
                    .isNotEmpty()
                    .allMatch(Finding::holds);
        }
    }

    @Test
    void aSeenCornerThatIsNotZeroIsCompletedToRankOne() {
        Figures figures = run(2, "observed=-2,0.5,0.5", "determinant=negative", "rate=1e-3", "scale=1e-4", "stop=5e-6");
        assertThat(figures.get("W11")).isCloseTo(-2, within(0.1));
    }

    /** Elementary: with det at least 0 and q below 1, |W11| is at least (1-q)²/q and σ₂ at most q. */
    @Test
    void theBoundsHoldForEveryMatrixOfPositiveDeterminant() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] target = {{0, 1}, {1, 0}};
        int counted = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            double[][] w = Matrices.gaussian(2, 2, random.nextDouble(), random);
            w[0][0] *= 1 / (0.01 + random.nextDouble());
            w[0][1] += 1;
            w[1][0] += 1;
            double q = Math.sqrt(2 * NormDivergenceLab.loss(w, target, new double[2][2]));
            if (q < 1 && w[0][0] * w[1][1] >= w[0][1] * w[1][0]) {
                counted++;
                assertThat(Math.abs(w[0][0])).isGreaterThanOrEqualTo((1 - q) * (1 - q) / q);
                assertThat(JacobiSvd.of(w).values()[1]).isLessThanOrEqualTo(q * (1 + 1e-12));
            }
        }
        assertThat(counted).isGreaterThan(500);
    }

    @Test
    void threeObservationsAreNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(1, "observed=1,1"))
                .withMessageContaining("1,1");
    }
}
