package org.seprank.lab.locality.image;

import java.util.SplittableRandom;
import org.seprank.linear.Matrices;

/**
 * "Is same class" in one direction: a zero sequence of length 128 with two signals of length 16 around its middle, each
 * one of four fixed normal prototypes plus normal noise. The label says whether the prototypes are the same.
 */
public final class SignalPairs implements ImageTask {
    /** Number of prototypes. */
    static final int KINDS = 4;

    private static final int LENGTH = 128;
    private static final int SIGNAL = 16;

    private final Placement placement;
    private final double[][] prototypes;
    private final double noise;

    private SignalPairs(Placement placement, double[][] prototypes, double noise) {
        this.placement = placement;
        this.prototypes = prototypes;
        this.noise = noise;
    }

    /**
     * The task with random prototypes.
     *
     * @param distance between the signals, in 0..96
     * @param noise standard deviation, in 0..100
     */
    public static SignalPairs of(int distance, double noise, SplittableRandom random) {
        if (!(noise >= 0 && noise <= 100)) {
            throw new IllegalArgumentException("noise " + noise + " is not in 0..100");
        }
        Placement placement = Placement.centred(Shape.sequence(LENGTH), 1, SIGNAL, distance);
        return new SignalPairs(placement, Matrices.gaussian(KINDS, SIGNAL, 1, random), noise);
    }

    @Override
    public Shape shape() {
        return placement.shape();
    }

    @Override
    public LabelledImages draw(int count, SplittableRandom random) {
        return placement.draw(count, KINDS, this::example, random);
    }

    private double[] example(int kind, SplittableRandom random) {
        double[] values = Matrices.gaussian(1, SIGNAL, noise, random)[0];
        Matrices.addScaled(1, prototypes[kind], values);
        return values;
    }

    @Override
    public Patch.Pair patches(SplittableRandom random) {
        return placement.inRandomOrder(random);
    }
}
