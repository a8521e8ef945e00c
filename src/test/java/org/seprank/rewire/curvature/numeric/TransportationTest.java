package org.seprank.rewire.curvature.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TransportationTest {
    @Test
    void oneSourceServesAll() {
        Transportation solved = Transportation.solve(new long[] {7}, new long[] {3, 4}, new int[] {2, 5});
        assertThat(solved.cost()).isEqualTo(3 * 2 + 4 * 5);
        assertThat(solved.shipped(0, 1)).isEqualTo(4);
    }

    @Test
    void aDetourIsTakenWhereTheCheapArcIsNeededElsewhere() {
        // both sources want the first sink; the second source has no other cheap way
        Transportation solved = Transportation.solve(new long[] {1, 1}, new long[] {1, 1}, new int[] {1, 2, 1, 9});
        assertThat(solved.cost()).isEqualTo(3);
        assertThat(solved.shipped(0, 1)).isEqualTo(1);
    }

    @Test
    void nothingCostsNothing() {
        assertThat(Transportation.solve(new long[0], new long[0], new int[0]).cost())
                .isZero();
        assertThat(Transportation.solve(new long[] {0}, new long[] {0}, new int[] {4})
                        .cost())
                .isZero();
    }

    @Test
    void theCostIsTheLeastOfAllPlans() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 300; run++) {
            long[] supplies = new long[1 + random.nextInt(3)];
            long[] demands = new long[1 + random.nextInt(3)];
            for (int unit = random.nextInt(7); unit > 0; unit--) {
                supplies[random.nextInt(supplies.length)]++;
                demands[random.nextInt(demands.length)]++;
            }
            int[] costs =
                    random.ints((long) supplies.length * demands.length, 0, 6).toArray();
            Transportation solved = Transportation.solve(supplies, demands, costs);
            assertThat(solved.cost()).as("run " + run).isEqualTo(least(supplies.clone(), demands.clone(), costs));
            for (int i = 0; i < supplies.length; i++) {
                long sum = 0;
                for (int j = 0; j < demands.length; j++) {
                    assertThat(solved.shipped(i, j)).isNotNegative();
                    sum += solved.shipped(i, j);
                }
                assertThat(sum).isEqualTo(supplies[i]);
            }
        }
    }

    /** Ships unit by unit in every way. */
    private static long least(long[] supplies, long[] demands, int[] costs) {
        int i = 0;
        while (i < supplies.length && supplies[i] == 0) {
            i++;
        }
        if (i == supplies.length) {
            return 0;
        }
        long best = Long.MAX_VALUE;
        supplies[i]--;
        for (int j = 0; j < demands.length; j++) {
            if (demands[j] > 0) {
                demands[j]--;
                best = Math.min(best, costs[i * demands.length + j] + least(supplies, demands, costs));
                demands[j]++;
            }
        }
        supplies[i]++;
        return best;
    }

    @Test
    void problemsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transportation.solve(new long[] {1}, new long[] {2}, new int[] {1}))
                .withMessageContaining("supplies of 1 do not meet demands of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transportation.solve(new long[] {1}, new long[] {1}, new int[] {1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transportation.solve(new long[] {-1}, new long[] {-1}, new int[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transportation.solve(new long[] {1}, new long[] {1}, new int[] {-1}));
    }
}
