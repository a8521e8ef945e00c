package org.seprank.rewire.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeakestFewTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 40, 1000})
    void keepsTheSmallestAsSortingDoes(int most) {
        WeakestFew few = new WeakestFew();
        for (int seed = 0; seed < 30; seed++) {
            long[] numbers = new SplittableRandom(seed)
                    .longs(7L * seed, 0, 1 + 9L * seed)
                    .toArray();
            few.restart(most);
            for (long number : numbers) {
                few.add(number);
            }
            long[] distinct = Arrays.stream(numbers).distinct().sorted().toArray();
            assertThat(few.size()).isEqualTo(Math.min(most, distinct.length));
            assertThat(few.complete()).isEqualTo(distinct.length <= most);
            for (int i = 0; i < few.size(); i++) {
                long value = distinct[i];
                assertThat(few.value(i)).as("seed %d", seed).isEqualTo(value);
                assertThat(few.count(i)).isEqualTo((int)
                        Arrays.stream(numbers).filter(x -> x == value).count());
            }
            assertThat(placed(few, numbers, 1 << 20)).isEqualTo(smallest(numbers, few));
        }
    }

    /** The kept numbers where their places say. */
    private static long[] placed(WeakestFew few, long[] numbers, int limit) {
        long[] placed = new long[numbers.length];
        few.startPlacing();
        int count = 0;
        for (long number : numbers) {
            int place = few.place(number, limit);
            if (place < limit) {
                placed[place] = number;
                count++;
            }
        }
        return Arrays.copyOf(placed, count);
    }

    private static long[] smallest(long[] numbers, WeakestFew few) {
        return Arrays.stream(numbers)
                .filter(x -> few.size() > 0 && x <= few.largest())
                .sorted()
                .toArray();
    }
}
