/**
 * Formats with nested elements: GraphML and GEXF by a pull parser that opens no external entities, GML, DOT and JSON
 * node-link. The importers of JGraphT lose the direction of the graph, the lines of faults, attributes of the graph and
 * parts of strings, so the readers are ours. May use {@code file}, {@code graph} and {@code graph.io.codec}.
 */
@NullMarked
package org.seprank.graph.io.markup;

import org.jspecify.annotations.NullMarked;
