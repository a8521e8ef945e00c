package org.seprank.study.set;

import java.io.IOException;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.input.GraphInput;

/** What a study does with each graph of a set, on several threads. */
@FunctionalInterface
public interface EachGraph {
    /**
     * The answer about one of the graphs.
     *
     * @param number which, from 1
     * @throws IllegalArgumentException if it is none that can be asked about; it is then left as it is
     */
    Outcome answer(int number, GraphInput input, Context context) throws IOException;

    /** Does what is to be done once all graphs have been answered. */
    default void finish(Context context) throws IOException {}
}
