package org.seprank.study.engine;

import java.io.IOException;
import java.io.Serializable;
import org.seprank.study.Study;

/** The studies that tasks stand for. Without state, so that a copy of it on another machine means the same ones. */
@FunctionalInterface
public interface Studies extends Serializable {
    /**
     * The study of a task.
     *
     * @throws IllegalArgumentException if the task stands for none
     */
    Study of(StudyTask task) throws IOException;
}
