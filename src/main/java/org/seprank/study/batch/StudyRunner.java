package org.seprank.study.batch;

import java.io.Serializable;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Runs the words of a command line. Without state, so that a copy of it on another machine does the same. */
@FunctionalInterface
public interface StudyRunner extends Serializable {
    /** The exit code of a study that was stopped; it has no outcome. */
    int INTERRUPTED = 130;

    /**
     * What a run came to.
     *
     * @param exitCode 0 where it succeeded
     * @param answer a JSON object; empty where there is none
     * @param error in one line; empty where it succeeded
     */
    record Result(int exitCode, String answer, String error) implements Serializable {}

    /**
     * Runs a study; never throws for what is wrong with the study itself.
     *
     * @param words command, options, input
     * @param stop whether the run should end early with {@link #INTERRUPTED}
     */
    Result run(List<String> words, BooleanSupplier stop);
}
