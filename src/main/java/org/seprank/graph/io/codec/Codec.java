package org.seprank.graph.io.codec;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.seprank.graph.Graph;

/** One format of graph files. Stateless; reading and writing are independent of locale and thread count. */
public interface Codec {
    /** {@link #memoryPerByte} where little but the numbers of vertices is in the file. */
    double MEMORY_OF_NUMBERS = 2;

    /** Whether a file that begins so can only be of this format, whatever its name. */
    boolean recognises(Head head);

    /**
     * The graph of a file.
     *
     * @throws org.seprank.file.FormatException if the file is not of this format or holds several graphs
     */
    Graph read(Input input) throws IOException;

    /**
     * The least bytes of memory that reading takes for a byte of the unpacked file.
     *
     * @param head its beginning
     */
    default double memoryPerByte(Head head) {
        return 0.5;
    }

    /** The same where every line is an edge; later lines may be longer. */
    static double memoryOfLines(Head head) {
        long lines = head.text().chars().filter(c -> c == '\n').count();
        return 22.0 * lines / Math.max(1, head.text().length());
    }

    /** Hands over the graphs of a file as they are read. */
    default void forEach(Input input, GraphSink sink) throws IOException {
        sink.accept(read(input));
    }

    /** What the format can hold: all of one graph unless it says otherwise. */
    default Set<Feature> holds() {
        return Set.copyOf(EnumSet.complementOf(EnumSet.of(Feature.MANY_GRAPHS)));
    }

    /** Whether it can hold an attribute of that name of the graph itself. */
    default boolean holdsOfGraph(String name) {
        return holds().contains(Feature.GRAPH_ATTRIBUTES);
    }

    /** Whether {@link #write} is offered. */
    default boolean writes() {
        return true;
    }

    /**
     * Writes a graph. What the format cannot hold according to {@link #holds} has been warned of; other losses are for
     * the codec to {@linkplain Output#warn warn} of.
     */
    void write(Graph graph, Output output) throws IOException;
}
