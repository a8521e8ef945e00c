package org.seprank.separation.interaction;

import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * How much the features of neighbours differ, layer by layer a measure of oversmoothing. Features are one array, row i
 * being {@code x_i}: [n, width]. Directions and weights of edges do not count; {@code d_i} is the number of neighbours.
 */
public final class Smoothness {
    private Smoothness() {}

    /**
     * The Dirichlet energy of the augmented normalised Laplacian, {@code tr(Xᵀ(I - Â)X) = 1/2 Σ_i Σ_{j~i} ‖x_i/√(1+d_i)
     * - x_j/√(1+d_j)‖²} (Cai and Wang 2020, arXiv 2006.13318); every edge counts once. At least 0; 0 if and only if
     * {@code x_i/√(1+d_i)} is the same all over each component. Time O(n + m·width).
     *
     * @param features x: [n, width], row-major, finite
     * @param width at least 1
     */
    public static double dirichletEnergy(Graph graph, double[] features, int width) {
        Graph undirected = checked(graph, features, width);
        double[] scale = new double[graph.vertexCount()];
        for (int v = 0; v < scale.length; v++) {
            scale[v] = 1 / Math.sqrt(1.0 + undirected.out().degree(v));
        }
        double energy = 0;
        for (int e = 0; e < undirected.edgeCount(); e++) {
            int u = undirected.source(e);
            int v = undirected.target(e);
            for (int k = 0; k < width; k++) {
                double difference = features[u * width + k] * scale[u] - features[v * width + k] * scale[v];
                energy += difference * difference;
            }
        }
        return energy;
    }

    /**
     * The Dirichlet energy without normalisation by degrees, {@code 1/n Σ_i Σ_{j~i} ‖x_i - x_j‖²} (Rusch, Bronstein and
     * Mishra 2023, arXiv 2303.10993; its square root is their measure of smoothness); every edge counts twice. At least
     * 0; 0 if and only if x is constant on each component. Time O(n + m·width).
     *
     * @param features x: [n, width], row-major, finite
     * @param width at least 1
     */
    public static double unnormalisedDirichletEnergy(Graph graph, double[] features, int width) {
        Graph undirected = checked(graph, features, width);
        double energy = 0;
        for (int e = 0; e < undirected.edgeCount(); e++) {
            int u = undirected.source(e) * width;
            int v = undirected.target(e) * width;
            for (int k = 0; k < width; k++) {
                double difference = features[u + k] - features[v + k];
                energy += difference * difference;
            }
        }
        return graph.vertexCount() == 0 ? 0 : 2 * energy / graph.vertexCount();
    }

    /**
     * The mean average distance of neighbours (Chen et al. 2020, arXiv 1909.03211): the mean over the vertices that
     * have neighbours of the mean over their neighbours of the cosine distance {@code 1 - x_i·x_j/(‖x_i‖‖x_j‖)}. In
     * 0..2, 0 for a graph without edges; 0 if and only if neighbours have the same direction.
     *
     * <p>Two vectors of zeros have distance 0, one has distance 1 from all others. (Chen et al. leave pairs at distance
     * exactly 0 out of the means, which makes a rounding error decide; here every pair counts.) Time O(n + m·width).
     *
     * @param features x: [n, width], row-major, finite
     * @param width at least 1
     */
    public static double meanAverageDistance(Graph graph, double[] features, int width) {
        Adjacency rows = checked(graph, features, width).out();
        double[] directions = directions(features, width);
        double total = 0;
        int averaged = 0;
        for (int v = 0; v < graph.vertexCount(); v++) {
            double sum = 0;
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                sum += distance(directions, v, rows.neighbours()[k], width);
            }
            if (rows.degree(v) > 0) {
                total += sum / rows.degree(v);
                averaged++;
            }
        }
        return averaged == 0 ? 0 : total / averaged;
    }

    private static Graph checked(Graph graph, double[] features, int width) {
        if (width < 1) {
            throw new IllegalArgumentException("width " + width + " is not positive");
        }
        if (features.length != (long) graph.vertexCount() * width) {
            throw new IllegalArgumentException(features.length + " features are not " + width + " for each of "
                    + graph.vertexCount() + " vertices");
        }
        for (int i = 0; i < features.length; i++) {
            if (!Double.isFinite(features[i])) {
                throw new IllegalArgumentException(
                        "feature " + i % width + " of vertex " + i / width + " is " + features[i] + ", not finite");
            }
        }
        return graph.asUndirected();
    }

    /** Every row divided by its length; zeros stay. */
    private static double[] directions(double[] features, int width) {
        double[] directions = new double[features.length];
        for (int start = 0; start < features.length; start += width) {
            double largest = 0;
            for (int k = start; k < start + width; k++) {
                largest = Math.max(largest, Math.abs(features[k]));
            }
            double square = 0;
            for (int k = start; k < start + width && largest > 0; k++) {
                directions[k] = features[k] / largest; // no square overflows or vanishes
                square += directions[k] * directions[k];
            }
            for (int k = start; k < start + width && largest > 0; k++) {
                directions[k] /= Math.sqrt(square);
            }
        }
        return directions;
    }

    /** {@code 1 - cos} as half the squared difference of the directions, which cannot cancel. */
    private static double distance(double[] directions, int u, int v, int width) {
        double square = 0;
        double ofBoth = 0;
        for (int k = 0; k < width; k++) {
            double x = directions[u * width + k];
            double y = directions[v * width + k];
            square += (x - y) * (x - y);
            ofBoth += x * x + y * y;
        }
        // lengths are 0 or 1; of a vector of zeros and another the squared difference is 1, not 2
        return ofBoth < 1.5 ? square : square / 2;
    }
}
