package org.seprank.rewire.spectral;

/** The matrix {@code D^(-1/2) B D^(-1/2)} of an undirected graph, D the sums of the rows of B. */
interface NormalisedAdjacency {
    /** n. */
    int vertexCount();

    /** The entry of D: the degree, or the sum of weights. */
    double volume(int v);

    /** {@code y = D^(-1/2) B D^(-1/2) x}, with 0 in the rows of isolated vertices. */
    void multiplyNormalised(double[] x, double[] y);

    /** The component of every vertex, numbered from 0 in the order of their smallest vertices; -1 if isolated. */
    int[] components();
}
