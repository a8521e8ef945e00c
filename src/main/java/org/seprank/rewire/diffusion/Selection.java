package org.seprank.rewire.diffusion;

/**
 * Which entries of the diffusion matrix are kept, before its columns are normalised. The diagonal takes part in all of
 * it, as in the paper, though no self-loop comes out.
 */
public sealed interface Selection {
    /**
     * The largest entries of each column; of equal ones (to 7 digits) those of the smallest vertices. Columns with
     * fewer entries keep all.
     *
     * @param perVertex k, at least 1; 16 to 128 in the paper
     */
    record Largest(int perVertex) implements Selection {
        /** Checks the value. */
        public Largest {
            if (perVertex < 1) {
                throw new IllegalArgumentException("entries per vertex " + perVertex + " is less than 1");
            }
        }
    }

    /**
     * All entries from a threshold on.
     *
     * @param threshold ε, in 0..1, not 0
     */
    record AtLeast(double threshold) implements Selection {
        /** Checks the value. */
        public AtLeast {
            if (!(threshold > 0 && threshold <= 1)) {
                throw new IllegalArgumentException("threshold " + threshold + " is not in 0..1 without 0");
            }
        }
    }

    /**
     * All entries from the threshold on, to 4 digits the largest, with which columns have so many entries on average.
     *
     * @param entries per column, at least 1; 64 in the paper
     */
    record AverageDegree(double entries) implements Selection {
        /** Checks the value. */
        public AverageDegree {
            if (!(entries >= 1 && entries <= Integer.MAX_VALUE)) {
                throw new IllegalArgumentException("average degree " + entries + " is less than 1");
            }
        }
    }
}
