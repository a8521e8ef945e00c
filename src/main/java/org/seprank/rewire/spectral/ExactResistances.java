package org.seprank.rewire.spectral;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.linear.GroundedInverse;

/**
 * The inverse G of the Laplacian of every component without the row and column of its first vertex: {@code R_uv = G_uu
 * + G_vv - 2 G_uv}, where the entries of the first vertex are 0.
 */
final class ExactResistances implements EffectiveResistance.Source {
    private final Graph graph;
    private final Components components;
    private final int[] places; // of the vertices in their components, from 0
    private final double[][][] inverses; // of each component, lower triangles; row i is the vertex at place i+1

    private ExactResistances(Graph graph, Components components) {
        this.graph = graph;
        this.components = components;
        this.places = new int[graph.vertexCount()];
        int[] sizes = new int[components.count()];
        for (int v = 0; v < places.length; v++) {
            places[v] = sizes[components.of(v)]++;
        }
        this.inverses = new double[components.count()][][];
        for (int c = 0; c < inverses.length; c++) {
            inverses[c] = new double[sizes[c] - 1][];
            Arrays.setAll(inverses[c], i -> new double[i + 1]);
        }
    }

    /** The sum of the squared sizes of the components: twice the number of entries kept. */
    static long entries(Components components, int n) {
        long[] sizes = new long[components.count()];
        for (int v = 0; v < n; v++) {
            sizes[components.of(v)]++;
        }
        return Arrays.stream(sizes).map(size -> size * size).sum();
    }

    static ExactResistances of(Graph graph, Components components) {
        ExactResistances exact = new ExactResistances(graph, components);
        exact.fill();
        for (double[][] matrix : exact.inverses) {
            GroundedInverse.invert(matrix);
        }
        return exact;
    }

    private void fill() {
        Adjacency adjacency = graph.out();
        for (int v = 0; v < places.length; v++) {
            int i = places[v] - 1;
            if (i < 0) {
                continue;
            }
            double[] row = inverses[components.of(v)][i];
            for (int k = adjacency.offsets()[v]; k < adjacency.offsets()[v + 1]; k++) {
                double weight = graph.weight(adjacency.edges()[k]);
                int j = places[adjacency.neighbours()[k]] - 1;
                row[i] += weight;
                if (j >= 0 && j < i) {
                    row[j] -= weight;
                }
            }
        }
    }

    @Override
    public double between(int u, int v) {
        double[][] inverse = inverses[components.of(u)];
        int i = Math.max(places[u], places[v]) - 1;
        int j = Math.min(places[u], places[v]) - 1;
        return j < 0 ? inverse[i][i] : inverse[i][i] + inverse[j][j] - 2 * inverse[i][j];
    }

    @Override
    public double[] ofEdges() {
        double[] resistances = new double[graph.edgeCount()];
        Arrays.setAll(resistances, e -> between(graph.source(e), graph.target(e)));
        return resistances;
    }

    /** {@code trace(L^+) = trace(G) - 1^T G 1 / size}. */
    @Override
    public EffectiveResistance.Total total() {
        double total = 0;
        for (double[][] inverse : inverses) {
            double trace = 0;
            double sum = 0;
            for (int i = 0; i < inverse.length; i++) {
                trace += inverse[i][i];
                sum += 2 * Arrays.stream(inverse[i]).sum() - inverse[i][i];
            }
            total += (inverse.length + 1) * trace - sum;
        }
        return new EffectiveResistance.Total(total, 0);
    }

    @Override
    public double standardError() {
        return 0;
    }
}
