package org.seprank.lab.locality.image;

import java.util.SplittableRandom;
import org.seprank.linear.Matrices;

/**
 * "Is same class" in one direction: a zero sequence of length 128 with two signals of length 16 around its middle, each
 * one of four fixed normal prototypes plus normal noise. The label says whether the prototypes are the same.
 */
public final class SignalPairs {
    private static final int KINDS = 4;

    private static final int LENGTH = 128;
    private static final int SIGNAL = 16;

    private SignalPairs() {}

    /**
     * The task with random prototypes.
     *
     * @param distance between the signals, in 0..96
     * @param noise standard deviation, in 0..100
     */
    public static ImageTask of(int distance, double noise, SplittableRandom random) {
        Placement.checkNoise(noise);
        Shape canvas = Shape.sequence(LENGTH);
        Patch.Pair pair = Placement.centred(canvas, 1, SIGNAL, distance);
        double[][] prototypes = Matrices.gaussian(KINDS, SIGNAL, 1, random);
        return new Placement(canvas, pair, KINDS, (kind, own) -> {
            double[] values = Matrices.gaussian(1, SIGNAL, noise, own)[0];
            Matrices.addScaled(1, prototypes[kind], values);
            return values;
        });
    }
}
