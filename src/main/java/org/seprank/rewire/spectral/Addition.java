package org.seprank.rewire.spectral;

import org.seprank.graph.Edge;

/**
 * An edge to be added.
 *
 * @param edge the smaller end first
 * @param gain by which it was chosen, the larger the better
 */
record Addition(Edge edge, double gain) {}
