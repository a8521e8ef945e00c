package org.seprank.gnn.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.seprank.gnn.kernel.CounterRandom;

/**
 * The one vector shape of this process and what is built on it. A second shape in the same process would cost all
 * kernels their intrinsics (measured: six times slower).
 */
final class Lanes {
    /** The widest shape of this processor. */
    static final VectorSpecies<Float> SHAPE = FloatVector.SPECIES_PREFERRED;

    /** Floats per vector. */
    static final int COUNT = SHAPE.length();

    /** The same shape over integers. */
    static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE.vectorShape());

    private static final IntVector STEPS = steps();

    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    /** Adding this leaves the nearest integer in the low bits of the sum. */
    private static final float TO_INTEGER = 0x1.8p23f;
    /** Beyond this e^x is below the smallest normal number. */
    private static final float LEAST_EXPONENT = -87f;

    private static final float MOST_EXPONENT = 88f;

    private Lanes() {}

    private static IntVector steps() {
        int[] steps = new int[COUNT];
        for (int lane = 0; lane < COUNT; lane++) {
            steps[lane] = lane * CounterRandom.INT_STEP;
        }
        return IntVector.fromArray(INTS, steps, 0);
    }

    /** The vector at that position. */
    static FloatVector at(float[] array, int position) {
        return FloatVector.fromArray(SHAPE, array, position);
    }

    /** The same number in every lane. */
    static FloatVector all(float value) {
        return FloatVector.broadcast(SHAPE, value);
    }

    /** {@link CounterRandom#bits} for as many indices as there are lanes, from this one on. */
    static IntVector bits(int key, int index) {
        IntVector z = STEPS.add(key + index * CounterRandom.INT_STEP);
        z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 16))
                .mul(CounterRandom.INT_MIX1);
        z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 13))
                .mul(CounterRandom.INT_MIX2);
        z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 16));
        return z.lanewise(VectorOperators.LSHR, 8);
    }

    /**
     * e^x to 2e-7 relative for x in -87..88, clamped outside: 2^n times a polynomial (the one of Cephes' expf) of the
     * rest.
     */
    static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.max(LEAST_EXPONENT).min(MOST_EXPONENT);
        FloatVector shifted = clamped.fma(all(LOG2_E), all(TO_INTEGER));
        FloatVector n = shifted.sub(TO_INTEGER);
        FloatVector rest = n.fma(all(-LN2_HIGH), clamped);
        rest = n.fma(all(-LN2_LOW), rest);
        FloatVector p = all(1.9875691500e-4f).fma(rest, all(1.3981999507e-3f));
        p = p.fma(rest, all(8.3334519073e-3f));
        p = p.fma(rest, all(4.1665795894e-2f));
        p = p.fma(rest, all(1.6666665459e-1f));
        p = p.fma(rest, all(5.0000001201e-1f));
        p = p.mul(rest).fma(rest, rest).add(1f);
        IntVector power = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        return p.reinterpretAsInts().add(power).reinterpretAsFloats();
    }
}
