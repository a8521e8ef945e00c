package org.seprank.study.experiment;

import java.util.List;
import java.util.Map;
import org.seprank.report.Block;

/** The design of an experiment: which cells it has, and what is found once they are finished. */
public interface Design {
    /** What the cells have in common and was read. */
    default List<Block.Input> inputs() {
        return List.of();
    }

    /**
     * The cells, finished or not, those that take longest first. A cell that needs the answer of another is there once
     * that is finished.
     *
     * @param finished the cells that are finished
     */
    List<? extends Cell> plan(Answers finished);

    /** All cells, those too that need the answer of another. */
    default List<? extends Cell> all() {
        return plan(new Answers(Map.of()));
    }

    /**
     * What the finished cells say.
     *
     * @param finished the cells that are finished; not all, where it was interrupted
     */
    Findings collect(Answers finished);

    /** Whether cells measure times, so that they run one after the other. */
    default boolean isTimed() {
        return false;
    }
}
