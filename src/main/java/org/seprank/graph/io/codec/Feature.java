package org.seprank.graph.io.codec;

/** Something of a graph that a format may be able to hold. */
public enum Feature {
    /** Edges with a direction. */
    DIRECTED,
    /** Edges without a direction. */
    UNDIRECTED,
    /** Weights of edges. */
    WEIGHTS,
    /** Vertex ids, whatever they are; without it vertices are numbered. */
    IDS,
    /** Named values of vertices. */
    VERTEX_ATTRIBUTES,
    /** Named values of edges. */
    EDGE_ATTRIBUTES,
    /** Named values of the graph itself. */
    GRAPH_ATTRIBUTES,
    /** Vertices without edges. */
    ISOLATED_VERTICES,
    /** Several graphs in one file. */
    MANY_GRAPHS
}
