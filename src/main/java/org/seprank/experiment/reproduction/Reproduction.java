package org.seprank.experiment.reproduction;

import java.io.IOException;
import org.seprank.experiment.Outcome;
import org.seprank.progress.Progress;

/** A published claim, or one of ours, that can be checked. */
public interface Reproduction {
    /** Its name on the command line. */
    String name();

    /** What it checks, in a line. */
    String claim();

    /** Runs it. */
    Outcome run(Setting setting, Progress progress) throws IOException;

    /**
     * How it is run.
     *
     * @param scale how much of it
     * @param seed the first seed
     * @param threads results do not depend on it
     * @param data a dataset, or empty for the reproduction's own
     */
    record Setting(Scale scale, long seed, int threads, String data) {
        /** Checks the ranges. */
        public Setting {
            if (threads < 1) {
                throw new IllegalArgumentException("threads " + threads + " is not positive");
            }
        }
    }
}
