/**
 * Formats with nested elements: GraphML and GEXF by a pull parser that opens no external entities, GML, DOT and JSON
 * node-link. DOT is read by the importer of JGraphT; its importers of the other formats lose the direction of the graph
 * or the lines of faults, so those readers are ours. May use {@code file}, {@code graph} and {@code graph.io.codec}.
 */
@NullMarked
package org.seprank.graph.io.markup;

import org.jspecify.annotations.NullMarked;
