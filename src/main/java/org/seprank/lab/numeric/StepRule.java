package org.seprank.lab.numeric;

import java.util.List;

/**
 * The length of a step along the negative gradient, one number for all parameters: every rule here goes where gradient
 * descent goes, at another pace.
 */
public interface StepRule {
    /** The names for {@link #named}. */
    List<String> NAMES = List.of("group-rmsprop", "gradient-descent");

    /**
     * The factor of the gradient in the next step.
     *
     * @param squaredGradient the sum of the squares of all parameters' derivatives
     */
    double next(double squaredGradient);

    /** A constant factor. */
    static StepRule gradientDescent(double rate) {
        return squaredGradient -> rate;
    }

    /**
     * Root mean square propagation with one second moment for all parameters (arXiv 1905.13655): {@code v = 0.99 v +
     * 0.01 |g|²}, factor {@code rate / (sqrt(v / (1 - 0.99^t)) + epsilon)}. The step's length is about {@code rate}, so
     * plateaus are crossed quickly.
     */
    static StepRule groupRmsProp(double rate, double epsilon) {
        return new GroupRmsProp(rate, epsilon);
    }

    /** The rule of that name. */
    static StepRule named(String name, double rate, double epsilon) {
        return switch (name) {
            case "group-rmsprop" -> groupRmsProp(rate, epsilon);
            case "gradient-descent" -> gradientDescent(rate);
            default -> throw new IllegalArgumentException("optimizer '" + name + "' is none of " + NAMES);
        };
    }

    /** See {@link #groupRmsProp}. */
    final class GroupRmsProp implements StepRule {
        private static final double DECAY = 0.99;

        private final double rate;
        private final double epsilon;
        private double moment;
        private double unseen = 1; // DECAY^t

        private GroupRmsProp(double rate, double epsilon) {
            this.rate = rate;
            this.epsilon = epsilon;
        }

        @Override
        public double next(double squaredGradient) {
            moment = DECAY * moment + (1 - DECAY) * squaredGradient;
            unseen *= DECAY;
            return rate / (Math.sqrt(moment / (1 - unseen)) + epsilon);
        }
    }
}
