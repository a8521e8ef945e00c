package org.seprank.study.batch;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Runs studies somewhere and hands back their outcomes. Tasks, runner and outcomes are serializable and share nothing,
 * so the place may be threads or a cluster; outcomes do not depend on it.
 */
public interface Engine {
    /** Takes outcomes, one at a time. */
    @FunctionalInterface
    interface Sink {
        /** Keeps the outcome; returns when it is safe. */
        void accept(StudyOutcome outcome) throws IOException;
    }

    /**
     * Runs every task once and hands every outcome to the sink as soon as it is there, in any order. Where it is asked
     * to stop, it begins no more tasks, has those that run stop, and hands over no outcome of a task that was stopped.
     *
     * @throws IOException if the sink failed; no more tasks are begun then
     */
    void run(List<StudyTask> tasks, StudyRunner runner, Sink sink, BooleanSupplier stop) throws IOException;
}
