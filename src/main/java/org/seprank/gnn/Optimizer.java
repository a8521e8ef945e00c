package org.seprank.gnn;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How parameters follow their gradients. Weight decay adds {@code weightDecay * w} to the gradient of every weight, not
 * of biases and norms: of all layers or of the first alone, see {@link Decay}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Optimizer.Adam.class, name = "adam"),
    @JsonSubTypes.Type(value = Optimizer.Sgd.class, name = "sgd")
})
public sealed interface Optimizer {
    /** The first learning rate. */
    double learningRate();

    /** The factor of the weights in their gradient. */
    double weightDecay();

    /** Which weights decay. */
    Decay decay();

    /**
     * Adam with beta 0.9 and 0.999, epsilon 1e-8 (arXiv 1412.6980).
     *
     * @param learningRate positive
     * @param weightDecay at least 0
     * @param decay which weights decay
     */
    record Adam(double learningRate, double weightDecay, Decay decay) implements Optimizer {
        /** All weights decay. */
        public Adam(double learningRate, double weightDecay) {
            this(learningRate, weightDecay, Decay.ALL);
        }

        /** Checks the ranges. */
        public Adam {
            check(learningRate, weightDecay);
        }
    }

    /**
     * Gradient descent, with Nesterov's momentum unless that is 0.
     *
     * @param learningRate positive
     * @param momentum in [0, 1)
     * @param weightDecay at least 0
     * @param decay which weights decay
     */
    record Sgd(double learningRate, double momentum, double weightDecay, Decay decay) implements Optimizer {
        /** All weights decay. */
        public Sgd(double learningRate, double momentum, double weightDecay) {
            this(learningRate, momentum, weightDecay, Decay.ALL);
        }

        /** Checks the ranges. */
        public Sgd {
            check(learningRate, weightDecay);
            if (!(momentum >= 0 && momentum < 1)) {
                throw new IllegalArgumentException("momentum " + momentum + " is not in [0, 1)");
            }
        }
    }

    private static void check(double learningRate, double weightDecay) {
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new IllegalArgumentException("learning rate " + learningRate + " is not positive");
        }
        if (!(weightDecay >= 0 && Double.isFinite(weightDecay))) {
            throw new IllegalArgumentException("weight decay " + weightDecay + " is negative");
        }
    }
}
