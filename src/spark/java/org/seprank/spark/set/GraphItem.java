package org.seprank.spark.set;

import java.io.IOException;
import java.io.Serializable;
import org.seprank.graph.Graph;

/**
 * One of many graphs, on its way to where it is worked on.
 *
 * @param number which, from 1
 * @param name by which its source knows it; empty where it knows the number only
 * @param content makes the graph
 */
record GraphItem(long number, String name, Content content) implements Serializable {
    /** What a graph is made from. */
    @FunctionalInterface
    interface Content extends Serializable {
        /**
         * Makes the graph.
         *
         * @throws IOException if what was read is no graph
         */
        Graph graph() throws IOException;
    }
}
