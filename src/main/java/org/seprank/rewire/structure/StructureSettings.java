package org.seprank.rewire.structure;

import java.util.SplittableRandom;

/** Checks of parameters and draws from a seed that the methods of this package have in common. */
final class StructureSettings {
    private StructureSettings() {}

    static void requireFraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " " + value + " is not in 0..1");
        }
    }

    /** Puts the first {@code size} values into a random order. */
    static void shuffle(int[] values, int size, SplittableRandom random) {
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    /** A number that looks random and depends on all three, as the finalizer of SplitMix64 (Steele et al. 2014). */
    static long mixed(long seed, long a, long b) {
        long z = seed + 0x9e3779b97f4a7c15L * (a + 1);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L + 0xd1342543de82ef95L * (b + 1);
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        return z ^ (z >>> 31);
    }
}
