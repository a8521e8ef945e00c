package org.seprank.graph.layout;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * A connected graph with masses and weights, in compressed sparse rows, that is one component or a coarsening of it: a
 * coarse vertex has the mass of the vertices merged into it, a coarse edge the weight of the edges between them.
 */
final class Level {
    private static final int COARSE_ENOUGH = 12;

    private final int[] offsets;
    private final int[] neighbours;
    private final double[] weights;
    private final double[] masses;

    private Level(int[] offsets, int[] neighbours, double[] weights, double[] masses) {
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.weights = weights;
        this.masses = masses;
    }

    /**
     * One component, every vertex and edge counting 1.
     *
     * @param places the number of each vertex of the graph within its component
     */
    static Level of(Graph graph, int[] vertices, int[] places) {
        Adjacency[] directions =
                graph.directed() ? new Adjacency[] {graph.out(), graph.in()} : new Adjacency[] {graph.out()};
        int[] offsets = new int[vertices.length + 1];
        for (int i = 0; i < vertices.length; i++) {
            offsets[i + 1] = offsets[i];
            for (Adjacency rows : directions) {
                offsets[i + 1] += rows.degree(vertices[i]);
            }
        }
        int[] neighbours = new int[offsets[vertices.length]];
        int at = 0;
        for (int v : vertices) {
            for (Adjacency rows : directions) {
                for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                    neighbours[at++] = places[rows.neighbours()[k]];
                }
            }
        }
        double[] weights = new double[neighbours.length];
        double[] masses = new double[vertices.length];
        Arrays.fill(weights, 1);
        Arrays.fill(masses, 1);
        return new Level(offsets, neighbours, weights, masses);
    }

    /** A level and the vertex of it that each vertex of the finer one has become a part of. */
    record Coarser(Level level, Parents parents) {}

    /** The coarse vertex of each fine one. */
    static final class Parents {
        private final int[] parents;

        private Parents(int[] parents) {
            this.parents = parents;
        }

        int of(int v) {
            return parents[v];
        }
    }

    int size() {
        return masses.length;
    }

    double mass(int v) {
        return masses[v];
    }

    double[] masses() {
        return masses;
    }

    int[] offsets() {
        return offsets;
    }

    int[] neighbours() {
        return neighbours;
    }

    double[] weights() {
        return weights;
    }

    /** At most half as many vertices, or nothing where there are few already. Time O(n + m). */
    Optional<Coarser> coarser(SplittableRandom random) {
        if (size() <= COARSE_ENOUGH) {
            return Optional.empty();
        }
        int[] clusters = matching(shuffled(size(), random));
        int count = 0;
        int[] numbers = new int[size()];
        Arrays.fill(numbers, -1);
        int[] parents = new int[size()];
        for (int v = 0; v < size(); v++) {
            if (numbers[clusters[v]] < 0) {
                numbers[clusters[v]] = count++;
            }
            parents[v] = numbers[clusters[v]];
        }
        return Optional.of(new Coarser(merged(parents, count), new Parents(parents)));
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /**
     * The first vertex of each vertex's cluster. A vertex is matched along the edge that is heaviest for the masses at
     * its ends; where all its neighbours are matched already, it joins one of them, as leaves do of one hub.
     */
    private int[] matching(int[] order) {
        int[] clusters = new int[size()];
        Arrays.fill(clusters, -1);
        for (int v : order) {
            int partner = clusters[v] < 0 ? heaviest(v, clusters, true) : -1;
            if (partner >= 0) {
                clusters[v] = v;
                clusters[partner] = v;
            }
        }
        int[] joined = clusters.clone();
        for (int v : order) {
            if (clusters[v] < 0) {
                joined[v] = clusters[heaviest(v, clusters, false)];
            }
        }
        return joined;
    }

    private int heaviest(int v, int[] clusters, boolean free) {
        int best = -1;
        double most = -1;
        for (int k = offsets[v]; k < offsets[v + 1]; k++) {
            int u = neighbours[k];
            double weight = weights[k] / masses[u];
            if ((clusters[u] < 0) == free && weight > most) {
                most = weight;
                best = u;
            }
        }
        return best;
    }

    private Level merged(int[] parents, int count) {
        int[] starts = new int[count + 1];
        for (int parent : parents) {
            starts[parent + 1]++;
        }
        for (int c = 0; c < count; c++) {
            starts[c + 1] += starts[c];
        }
        int[] members = new int[size()];
        int[] next = starts.clone();
        for (int v = 0; v < size(); v++) {
            members[next[parents[v]]++] = v;
        }
        return merged(parents, starts, members);
    }

    private Level merged(int[] parents, int[] starts, int[] members) {
        int count = starts.length - 1;
        int[] rows = new int[count + 1];
        int[] heads = new int[neighbours.length];
        double[] sums = new double[neighbours.length];
        double[] total = new double[count];
        int[] place = new int[count];
        Arrays.fill(place, -1);
        int at = 0;
        for (int c = 0; c < count; c++) {
            for (int i = starts[c]; i < starts[c + 1]; i++) {
                total[c] += masses[members[i]];
                for (int k = offsets[members[i]]; k < offsets[members[i] + 1]; k++) {
                    int d = parents[neighbours[k]];
                    if (d != c && place[d] < rows[c]) {
                        place[d] = at;
                        heads[at++] = d;
                    }
                    if (d != c) {
                        sums[place[d]] += weights[k];
                    }
                }
            }
            rows[c + 1] = at;
        }
        return new Level(rows, Arrays.copyOf(heads, at), Arrays.copyOf(sums, at), total);
    }
}
