package org.seprank.separation.tightness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.seprank.graph.Graph;

/**
 * Generators of the automorphism group of a small undirected graph: for every two vertices i below j an automorphism
 * that fixes the vertices below i and moves i to j, where there is one (a strong generating set). Exponential in the
 * worst case; instant for the at most 8 vertices that it is for.
 */
final class Symmetries {
    private final boolean[][] adjacent;
    private final int n;

    private Symmetries(Graph graph) {
        n = graph.vertexCount();
        adjacent = new boolean[n][n];
        for (int e = 0; e < graph.edgeCount(); e++) {
            adjacent[graph.source(e)][graph.target(e)] = true;
            adjacent[graph.target(e)][graph.source(e)] = true;
        }
    }

    /** Generators, each as the image of every vertex. */
    static List<int[]> of(Graph graph) {
        Symmetries symmetries = new Symmetries(graph);
        List<int[]> generators = new ArrayList<>();
        for (int i = 0; i < symmetries.n; i++) {
            for (int j = i + 1; j < symmetries.n; j++) {
                symmetries.fixingBelow(i, j).ifPresent(generators::add);
            }
        }
        return generators;
    }

    private Optional<int[]> fixingBelow(int i, int j) {
        int[] image = new int[n];
        Arrays.setAll(image, v -> v);
        boolean[] used = new boolean[n];
        Arrays.fill(used, 0, i, true);
        image[i] = j;
        used[j] = true;
        return fits(image, i) && extended(image, used, i + 1) ? Optional.of(image) : Optional.empty();
    }

    private boolean extended(int[] image, boolean[] used, int v) {
        if (v == n) {
            return true;
        }
        for (int w = 0; w < n; w++) {
            image[v] = w;
            if (!used[w] && fits(image, v)) {
                used[w] = true;
                if (extended(image, used, v + 1)) {
                    return true;
                }
                used[w] = false;
                image[v] = w;
            }
        }
        return false;
    }

    private boolean fits(int[] image, int v) {
        for (int u = 0; u < v; u++) {
            if (adjacent[u][v] != adjacent[image[u]][image[v]]) {
                return false;
            }
        }
        return true;
    }
}
