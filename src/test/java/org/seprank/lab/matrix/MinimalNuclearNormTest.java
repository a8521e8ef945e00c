package org.seprank.lab.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.lab.numeric.JacobiSvd;
import org.seprank.linear.Matrices;
import org.seprank.work.Progress;

class MinimalNuclearNormTest {
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void theMissingEntryOfATwoByTwoMatrixIsTheBestOfAScan() {
        double[][] target = {{5, 1}, {1, 2}};
        double found = MinimalNuclearNorm.of(new Completion(target, new int[] {1, 2, 3}), 5000, Progress.none())[0][0];
        double best = Double.POSITIVE_INFINITY;
        double at = 0;
        for (double x = -3; x <= 3; x += 1e-4) {
            double norm = SpectrumCurves.schatten(
                    JacobiSvd.of(new double[][] {{x, 1}, {1, 2}}).values(), 1);
            if (norm < best) {
                best = norm;
                at = x;
            }
        }
        assertThat(found).isCloseTo(at, within(2e-4));
    }

    @Test
    void enoughObservationsDetermineAMatrixOfRankOne() {
        double[][] target = Completion.target(12, 1, random);
        MatrixTask completion = Completion.random(target, 110, random);
        MatrixTask sensing = Sensing.random(target, 90, random);
        for (MatrixTask task : new MatrixTask[] {completion, sensing}) {
            double[][] found = MinimalNuclearNorm.of(task, 3000, Progress.none());
            assertThat(Matrices.relativeError(found, target)).isLessThan(1e-5);
        }
    }

    @Test
    void theSolutionAgreesWithTheObservationsAndNothingNearbyIsSmaller() {
        Completion task = Completion.random(Completion.target(8, 2, random), 30, random);
        double[][] found = MinimalNuclearNorm.of(task, 3000, Progress.none());
        assertThat(task.loss(found, new double[8][8])).isZero();
        double norm = SpectrumCurves.schatten(JacobiSvd.of(found).values(), 1);
        for (int trial = 0; trial < 200; trial++) {
            double[][] other = Matrices.copy(found);
            double[][] move = Matrices.gaussian(8, 8, 1, random);
            for (int position : task.observed()) {
                move[position / 8][position % 8] = 0;
            }
            Matrices.addScaled(0.05 * random.nextDouble(), move, other);
            assertThat(SpectrumCurves.schatten(JacobiSvd.of(other).values(), 1)).isGreaterThan(norm - 1e-6);
        }
    }
}
