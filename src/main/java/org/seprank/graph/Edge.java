package org.seprank.graph;

/**
 * A pair of vertex indices.
 *
 * @param u tail in a directed graph, the smaller end in an undirected one
 * @param v head in a directed graph, the larger end in an undirected one
 */
public record Edge(int u, int v) {}
