package org.seprank.rank;

import java.util.Locale;

/** How far a rank can be trusted. */
public sealed interface Certainty {
    /** In words, for reports: "exact", "exact with probability >= 0.999999", "at least", .. */
    String describe();

    /** In a word, for machines: "exact", "probable", "at_least" or "numerical". */
    String id();

    /** The value is the rank. */
    record Exact() implements Certainty {
        @Override
        public String describe() {
            return "exact";
        }

        @Override
        public String id() {
            return "exact";
        }
    }

    /**
     * The value is the rank but for an unlucky draw, in which case it is too small.
     *
     * @param failure an upper bound on the probability of that, in (0, 1)
     */
    record ExactWithProbability(double failure) implements Certainty {
        /** Checks the probability. */
        public ExactWithProbability {
            if (!(failure > 0 && failure < 1)) {
                throw new IllegalArgumentException("failure probability " + failure + " is not in (0, 1)");
            }
        }

        @Override
        public String describe() {
            return String.format(Locale.ROOT, "exact with probability >= 1 - %.1e", failure);
        }

        @Override
        public String id() {
            return "probable";
        }
    }

    /** The value is a lower bound: the search was stopped by its budget. */
    record AtLeast() implements Certainty {
        @Override
        public String describe() {
            return "at least";
        }

        @Override
        public String id() {
            return "at_least";
        }
    }

    /**
     * The value counts singular values above a threshold.
     *
     * @param tolerance the threshold, in the units of the singular values
     */
    record Numerical(double tolerance) implements Certainty {
        @Override
        public String describe() {
            return String.format(Locale.ROOT, "numerical, tolerance %.3g", tolerance);
        }

        @Override
        public String id() {
            return "numerical";
        }
    }
}
