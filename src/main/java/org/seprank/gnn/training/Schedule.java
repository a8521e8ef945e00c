package org.seprank.gnn.training;

/** How the learning rate changes from epoch to epoch, as a factor of the optimiser's. */
public sealed interface Schedule {
    /**
     * The factor in an epoch.
     *
     * @param epoch from 0
     * @param epochs the largest number of epochs
     */
    double factor(int epoch, int epochs);

    /** The form that {@link #parse} reads. */
    String text();

    /**
     * Reads "constant", "step:EVERY,FACTOR" or "cosine:LAST".
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static Schedule parse(String text) {
        try {
            if (text.equals("constant")) {
                return new Constant();
            }
            if (text.startsWith("step:")) {
                int comma = text.indexOf(',');
                if (comma > 0) {
                    return new Step(
                            Integer.parseInt(text.substring(5, comma)), Double.parseDouble(text.substring(comma + 1)));
                }
            }
            if (text.startsWith("cosine:")) {
                return new Cosine(Double.parseDouble(text.substring(7)));
            }
        } catch (NumberFormatException e) {
            throw unreadable(text);
        }
        throw unreadable(text);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("schedule '" + text
                + "' is none of constant, step:EVERY,FACTOR (step:50,0.5), cosine:LAST (cosine:0.01)");
    }

    /** Always 1. */
    record Constant() implements Schedule {
        @Override
        public String text() {
            return "constant";
        }

        @Override
        public double factor(int epoch, int epochs) {
            return 1;
        }
    }

    /**
     * Multiplied by a factor every so many epochs.
     *
     * @param every positive
     * @param by in (0, 1]
     */
    record Step(int every, double by) implements Schedule {
        /** Checks the ranges. */
        public Step {
            if (every < 1) {
                throw new IllegalArgumentException("schedule step " + every + " is not positive");
            }
            if (!(by > 0 && by <= 1)) {
                throw new IllegalArgumentException("schedule factor " + by + " is not in (0, 1]");
            }
        }

        @Override
        public String text() {
            return "step:" + every + "," + by;
        }

        @Override
        public double factor(int epoch, int epochs) {
            int steps = epoch / every;
            return Math.pow(by, steps);
        }
    }

    /**
     * Half a cosine from 1 to the last factor (arXiv 1608.03983, without restarts).
     *
     * @param last in [0, 1]
     */
    record Cosine(double last) implements Schedule {
        /** Checks the range. */
        public Cosine {
            if (!(last >= 0 && last <= 1)) {
                throw new IllegalArgumentException("last schedule factor " + last + " is not in 0..1");
            }
        }

        @Override
        public String text() {
            return "cosine:" + last;
        }

        @Override
        public double factor(int epoch, int epochs) {
            double progress = epochs <= 1 ? 0 : (double) epoch / (epochs - 1);
            return last + (1 - last) * (1 + Math.cos(Math.PI * progress)) / 2;
        }
    }
}
