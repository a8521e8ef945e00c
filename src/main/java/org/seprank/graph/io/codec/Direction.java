package org.seprank.graph.io.codec;

/** Whether the edges of a file are read with a direction. */
public enum Direction {
    /**
     * As the file says: directed if it says so of the graph or of any edge, undirected if it says nothing. In a
     * directed graph an edge that the file calls undirected becomes two, one each way.
     */
    AUTO,
    /** Always directed; an edge that the file calls undirected becomes two, one each way. */
    DIRECTED,
    /** Always undirected; of two opposite edges the first is kept. */
    UNDIRECTED
}
