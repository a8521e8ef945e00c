package org.seprank.rank;

import java.util.Locale;

/** How far a number can be trusted: a rank, a bound or a measure. */
public sealed interface Certainty {
    /** In words, for reports: "exact", "exact with probability >= 0.999999", "at least", .. */
    String describe();

    /** In a word, for machines, such as "exact" or "at_least"; the same for all of a kind. */
    String id();

    /** Estimated from a sample of items out of all, without a standard error of its own. */
    static Certainty sampled(int samples, String items, long seed) {
        return new Estimated(samples, items, seed, Double.NaN);
    }

    /** The value is the number, real numbers up to rounding. */
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

    /**
     * The value is a lower bound.
     *
     * @param how it was found; empty where the search was stopped by its budget
     */
    record AtLeast(String how) implements Certainty {
        /** A search was stopped by its budget. */
        public AtLeast() {
            this("");
        }

        @Override
        public String describe() {
            return how.isEmpty() ? "at least" : "at least; " + how;
        }

        @Override
        public String id() {
            return "at_least";
        }
    }

    /**
     * The value is an upper bound.
     *
     * @param how it was found
     */
    record AtMost(String how) implements Certainty {
        @Override
        public String describe() {
            return "at most; " + how;
        }

        @Override
        public String id() {
            return "at_most";
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

    /**
     * The value is estimated from something drawn at random.
     *
     * @param samples how many were drawn
     * @param items what was drawn, such as "of 2708 vertices"
     * @param seed of the draw
     * @param standardError of the value, NaN where none is known
     */
    record Estimated(int samples, String items, long seed, double standardError) implements Certainty {
        @Override
        public String describe() {
            String error = Double.isNaN(standardError)
                    ? ""
                    : String.format(Locale.ROOT, ", standard error %.2g", standardError);
            return "estimated from " + samples + " " + items + ", seed " + seed + error;
        }

        @Override
        public String id() {
            return "estimated";
        }
    }

    /**
     * There is no value.
     *
     * @param why the reason
     */
    record NotComputed(String why) implements Certainty {
        @Override
        public String describe() {
            return "not computed: " + why;
        }

        @Override
        public String id() {
            return "not_computed";
        }
    }
}
