package org.seprank.dataset;

import org.seprank.graph.Graph;

/**
 * How alike the labels of neighbours are. Edges and neighbours without a label do not count, nor do directions; n_k is
 * the number of labelled vertices of class k of all n, C the number of classes that occur. A number is NaN where it is
 * 0/0.
 *
 * <p>PyTorch Geometric counts an arc at its target only: of the edge list (0,1), (1,2), (2,0), (3,4) with the labels 0,
 * 0, 0, 0, 1 it makes a class-insensitive homophily of 1 - 4/5, where both directions have 6/7 - 4/5.
 *
 * @param edge fraction of edges whose ends are of the same class
 * @param vertex mean, over the labelled vertices with a labelled neighbour, of the fraction of those neighbours of the
 *     vertex's own class (Pei et al., arXiv 2002.05287)
 * @param adjusted {@code (edge - s) / (1 - s)} with s = sum over classes of (D_k / 2m)², D_k the sum of the degrees in
 *     class k: 0 in expectation for random edges (Platonov et al., arXiv 2209.06177)
 * @param classInsensitive {@code 1/(C-1) Σ_k max(0, h_k - n_k/n)} where h_k is the fraction of the edge ends in class k
 *     whose other end is of that class too, 0 without edges (Lim et al. 2021, arXiv 2110.14446)
 * @param unbiased {@code (S² - 1) / (S² + 1 - 2 Σ_k c_kk)}, S the sum of {@code √c_kk} and c_kl the share of edges,
 *     both orientations counted, between the classes k and l: in -1..1 (Mironov and Prokhorenkova 2024, arXiv
 *     2412.09663)
 * @param informativeness how much a neighbour's label says about a vertex's own
 */
public record Homophily(
        double edge,
        double vertex,
        double adjusted,
        double classInsensitive,
        double unbiased,
        Informativeness informativeness) {
    /**
     * Label informativeness: 1 if the label of a neighbour v tells that of u, 0 if it says nothing, {@code Σ P ln(P(a,
     * b) / (P(a) p(b))) / H(a)} with P the joint distribution of the classes a of u and b of v, and p that of edge ends
     * (Platonov et al., arXiv 2209.06177).
     *
     * @param ofEdges where (u, v) is a uniform edge: mutual information over entropy
     * @param ofVertices where u is uniform among the vertices with labelled neighbours, v uniform among those of u; as
     *     published with p in place of the distribution of b, which in irregular graphs is another
     */
    public record Informativeness(double ofEdges, double ofVertices) {}

    /**
     * The homophily of labels on a graph. Time O(n + m log C), memory O(n + C²).
     *
     * @throws IllegalArgumentException if there is not a label for every vertex
     */
    public static Homophily of(Graph graph, Labels labels) {
        ClassMixing mixing = ClassMixing.of(graph, labels);
        double edge = mixing.edgeHomophily();
        double expected = mixing.expected();
        return new Homophily(
                edge,
                mixing.vertexHomophily(),
                (edge - expected) / (1 - expected),
                mixing.classInsensitive(),
                mixing.unbiased(),
                mixing.informativeness());
    }

    /** Nothing is known, as of datasets of many graphs: all are NaN. */
    static Homophily unknown() {
        double none = Double.NaN;
        return new Homophily(none, none, none, none, none, new Informativeness(none, none));
    }
}
