package org.seprank.graph.io.codec;

import java.io.IOException;
import org.seprank.graph.Graph;

/** Takes the graphs of a file one after the other. */
@FunctionalInterface
public interface GraphSink {
    /** Takes the next graph. */
    void accept(Graph graph) throws IOException;
}
