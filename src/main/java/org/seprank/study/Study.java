package org.seprank.study;

import java.io.IOException;
import java.util.Optional;

/**
 * A question and the way to its answer: what a command line, a line of a batch, a cell of an experiment and a
 * laboratory are. Implementations are records of what was asked; equal ones give equal answers, on any number of
 * threads.
 */
public interface Study {
    /** All that the answer depends on, with defaults resolved, but for the content of files. */
    Question question();

    /**
     * Finds the answer. Every input is read once.
     *
     * @throws IOException if an input cannot be read, or a file that the study is to write cannot be written
     * @throws IllegalArgumentException if the settings do not fit the input
     * @throws java.util.concurrent.CancellationException if {@code context} asks to stop before there is anything to
     *     say; later, the outcome is {@linkplain Verdict#INTERRUPTED interrupted}
     */
    Outcome run(Context context) throws IOException;

    /** Roughly how long and how large the work will be, found without doing it; empty where nothing is known. */
    default Optional<Estimate> estimate(Context context) throws IOException {
        return Optional.empty();
    }
}
