package org.seprank.graph.io;

import java.nio.file.Path;
import org.seprank.graph.Graph;

/**
 * A graph that was read.
 *
 * @param path its file
 * @param format the format that was recognised or asked for
 * @param graph the graph; {@link Graph#dropped} counts what was left out
 */
public record GraphFile(Path path, GraphFormat format, Graph graph) {}
