package org.seprank.study.batch.summary;

import java.io.IOException;
import java.util.Optional;
import org.seprank.study.engine.StudySpec;

/** How long and how large a study will be, where that can be said before it runs. */
@FunctionalInterface
public interface CostModel {
    /**
     * A rough cost.
     *
     * @param seconds of one thread or of all, as the command says
     * @param bytes of memory beside the program's own
     */
    record Cost(double seconds, double bytes) {}

    /** The cost of a study; empty where nothing is known. */
    Optional<Cost> of(StudySpec study) throws IOException;
}
