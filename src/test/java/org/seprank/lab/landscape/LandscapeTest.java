package org.seprank.lab.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.linear.Matrices;
import org.seprank.linear.SymmetricEigen;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

class LandscapeTest {
    private final SplittableRandom random = new SplittableRandom(5);

    static Stream<Landscape> landscapes() {
        return Stream.of(
                new LinearLandscape(new double[] {2, 1, 0.5}, 2, 2),
                new LinearLandscape(new double[] {2, 1, 0.5}, 4, 3),
                SensingLandscape.gaussian(4, 2, 9, new SplittableRandom(1)),
                SensingLandscape.misleading(),
                new RectifierLandscape(4, 3));
    }

    @ParameterizedTest
    @MethodSource("landscapes")
    void gradientsAndProductsWithTheHessianAreThoseOfFiniteDifferences(Landscape landscape) {
        double[] at = Matrices.gaussian(1, landscape.size(), 1, random)[0];
        double[] direction = Matrices.gaussian(1, landscape.size(), 1, random)[0];
        double step = 1e-5;
        double[] above = at.clone();
        Matrices.addScaled(step, direction, above);
        double[] below = at.clone();
        Matrices.addScaled(-step, direction, below);
        double slope = (landscape.value(above) - landscape.value(below)) / (2 * step);
        assertThat(Matrices.dot(landscape.gradient(at), direction))
                .isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
        double[] difference = landscape.gradient(above);
        Matrices.addScaled(-1, landscape.gradient(below), difference);
        double[] product = landscape.curvature(at, direction);
        for (int i = 0; i < product.length; i++) {
            double expected = difference[i] / (2 * step);
            assertThat(product[i]).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @MethodSource("landscapes")
    void theLeastEigenvalueIsThatOfTheWholeHessian(Landscape landscape) {
        double[] at = Matrices.gaussian(1, landscape.size(), 0.5, random)[0];
        double[][] hessian = new double[at.length][];
        for (int j = 0; j < at.length; j++) {
            double[] unit = new double[at.length];
            unit[j] = 1;
            hessian[j] = landscape.curvature(at, unit);
        }
        SymmetricEigen eigen = SymmetricEigen.of(hessian);
        double least = Math.min(eigen.value(0), eigen.value(at.length - 1));
        assertThat(CriticalPoint.at(landscape, at).leastEigenvalue(random)).isCloseTo(least, within(1e-7));
    }

    /** Half the sum of the squares left out: of (2, 1) with one unit 1/2, 2 and 5/2. */
    @Test
    void criticalValuesAreThoseOfApproximationsByAnyDirections() {
        LinearLandscape one = new LinearLandscape(new double[] {2, 1}, 2, 1);
        assertThat(one.criticalValues()).containsExactly(0.5, 2, 2.5);
        CriticalPoint saddle = CriticalPoint.at(one, new double[] {0, 1, 0, 1}); // fits the smaller direction
        assertThat(saddle.slope()).isZero();
        assertThat(saddle.value()).isEqualTo(2);
        assertThat(saddle.leastEigenvalue(random)).isLessThan(-0.5);
        CriticalPoint minimum = CriticalPoint.at(one, new double[] {2, 0, 1, 0});
        assertThat(minimum.slope()).isZero();
        assertThat(minimum.value()).isEqualTo(0.5);
        assertThat(minimum.leastEigenvalue(random)).isCloseTo(0, within(1e-9)); // rescaling changes nothing
    }

    @Test
    void fewSensorsCanHaveALocalMinimumThatIsNotGlobal() {
        Landscape landscape = SensingLandscape.misleading();
        assertThat(landscape.value(new double[] {1, 0})).isZero();
        CriticalPoint point = CriticalPoint.at(landscape, new double[] {0, Math.sqrt(0.5)});
        assertThat(point.slope()).isCloseTo(0, within(1e-15));
        assertThat(point.value()).isCloseTo(1.0 / 24, within(1e-15));
        assertThat(point.leastEigenvalue(random)).isCloseTo(1.0 / 6, within(1e-9));
    }

    @Test
    void aStudentThatIsTheTeacherHasNoLossAndNoSlope() {
        double[] teacher = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        CriticalPoint point = CriticalPoint.at(new RectifierLandscape(3, 3), teacher);
        assertThat(point.value()).isCloseTo(0, within(1e-14));
        assertThat(point.slope()).isCloseTo(0, within(1e-15));
        assertThat(point.leastEigenvalue(random)).isPositive();
    }

    @Test
    void linearNetworksAndSensingAreJudgedAsInTheTheorems() {
        Lab lab = new LandscapeLab();
        Settings settings = lab.with("starts=12", "rectifiers=6", "rectifier-starts=1");
        Figures figures = lab.run(settings, 3, Progress.none()).figures();
        assertThat(figures.get("depth 2 critical points")).isGreaterThan(6);
        assertThat(lab.judge(settings, figures).subList(0, 6)).hasSize(6).allMatch(Finding::holds);
    }

    @Test
    @Tag("slow")
    void allHoldsAsItIsSetAtFiveSeeds() {
        Lab lab = new LandscapeLab();
        for (int seed = 0; seed < 5; seed++) {
            Figures figures = lab.run(lab.with(), seed, Progress.none()).figures();
            assertThat(lab.judge(lab.with(), figures)).as("seed " + seed).allMatch(Finding::holds);
        }
    }
}
