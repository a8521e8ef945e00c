package org.seprank.study.input;

import org.seprank.graph.ParallelEdges;
import org.seprank.study.Question;

/**
 * What of the graphs of a dataset is taken.
 *
 * @param parallel what becomes of parallel edges
 * @param largestComponent whether only the largest component of each graph is; of several, the one with the first
 *     vertex
 */
public record DatasetReading(ParallelEdges parallel, boolean largestComponent) {
    /** All, of parallel edges the first. */
    public static DatasetReading all() {
        return new DatasetReading(ParallelEdges.FIRST, false);
    }

    /** The question with it. */
    Question addTo(Question question) {
        Question with = parallel == ParallelEdges.FIRST ? question : question.with("merge", parallel);
        return largestComponent ? with.with("largest_component", true) : with;
    }
}
