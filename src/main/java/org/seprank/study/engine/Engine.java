package org.seprank.study.engine;

import java.io.IOException;
import java.util.List;
import org.seprank.work.Progress;

/**
 * Runs studies somewhere and hands back what they came to. Tasks, studies and outcomes share nothing, so the place may
 * be threads or a cluster; outcomes do not depend on it.
 */
public interface Engine extends AutoCloseable {
    /** Takes what studies came to, one at a time. */
    @FunctionalInterface
    interface Sink {
        /** Keeps it; returns when it is safe. */
        void accept(Finished finished) throws IOException;
    }

    /**
     * Runs every task once and hands what it came to to the sink as soon as it is there, in any order. Where it is
     * asked to stop, it begins no more tasks, has those that run stop, and hands over nothing of a task that was
     * stopped.
     *
     * @param progress counts the tasks; it has been started
     * @throws IOException if the sink failed; no more tasks are begun then
     */
    void run(List<StudyTask> tasks, Studies studies, Sink sink, Progress progress) throws IOException;

    /** Gives back what it holds, if it holds anything. */
    @Override
    default void close() throws IOException {}
}
