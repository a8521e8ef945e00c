package org.seprank.rewire.structure;

import java.util.Arrays;
import org.seprank.graph.Graph;

/**
 * The orbits {@code {v : dist(u, v) = r}} of one vertex u after the other and the numbers of walks from u to their
 * members, {@code (A + I)^k_uv}. Vertices farther than any walk of length k that ends in an orbit are not looked at:
 * after j of k steps those at distance min(j, S + k - j), a prefix of the breadth-first queue. For one thread. Time
 * O(k) visits of each edge there, memory 32 bytes per vertex.
 */
final class NearbyWalks {
    private static final double LARGE = 0x1p600;
    private static final double SHRINK = 0x1p-600;

    private final int[] offsets;
    private final int[] neighbours;
    private final int snapshots;
    private final int[] queue;
    private final int[] distance;
    private int[] ends; // ends[d]: vertices at distance at most d
    private double[] walks;
    private double[] next;
    private long steps;

    NearbyWalks(Graph graph, int snapshots) {
        int n = graph.vertexCount();
        this.offsets = graph.out().offsets();
        this.neighbours = graph.out().neighbours();
        this.snapshots = snapshots;
        this.queue = new int[n];
        this.distance = new int[n];
        Arrays.fill(distance, -1);
        this.ends = new int[0];
        this.walks = new double[n];
        this.next = new double[n];
    }

    /** Searches from u, as far as the orbits reach. */
    void search(int u) {
        search(u, snapshots);
    }

    private void search(int u, int depth) {
        forget();
        ends = new int[depth + 1];
        queue[0] = u;
        distance[u] = 0;
        ends[0] = 1;
        for (int d = 1, from = 0; d <= depth; d++) {
            int size = ends[d - 1];
            for (int to = size; from < to; from++) {
                int v = queue[from];
                steps += offsets[v + 1] - offsets[v];
                for (int at = offsets[v]; at < offsets[v + 1]; at++) {
                    int w = neighbours[at];
                    if (distance[w] < 0) {
                        distance[w] = d;
                        queue[size++] = w;
                    }
                }
            }
            ends[d] = size;
        }
    }

    private void forget() {
        int reached = ends.length == 0 ? 0 : ends[ends.length - 1];
        for (int i = 0; i < reached; i++) {
            int v = queue[i];
            distance[v] = -1;
            walks[v] = 0;
            next[v] = 0;
        }
    }

    /** Searches from u and counts the walks of that length. */
    void count(int u, int length) {
        int depth = Math.max(snapshots, Math.min(length, (snapshots + length) / 2));
        search(u, depth);
        walks[u] = 1;
        for (int j = 1; j <= length; j++) {
            step(ends[Math.min(depth, Math.min(j, snapshots + length - j))]);
        }
    }

    private void step(int reached) {
        double largest = 0;
        for (int i = 0; i < reached; i++) {
            int v = queue[i];
            double sum = walks[v];
            steps += offsets[v + 1] - offsets[v];
            for (int at = offsets[v]; at < offsets[v + 1]; at++) {
                sum += walks[neighbours[at]];
            }
            next[v] = sum;
            largest = Math.max(largest, sum);
        }
        if (largest > LARGE) { // a common factor keeps the order
            for (int i = 0; i < reached; i++) {
                next[queue[i]] *= SHRINK;
            }
        }
        double[] old = walks;
        walks = next;
        next = old;
    }

    /** The number of vertices at distance r, in 1..S. */
    int orbitSize(int r) {
        return ends[r] - ends[r - 1];
    }

    /** The vertices at distance r, in 1..S. */
    int[] orbit(int r) {
        return Arrays.copyOfRange(queue, ends[r - 1], ends[r]);
    }

    /** (A + I)^k_uv times a power of 2 that depends on u only, after {@link #count}, for v in an orbit. */
    double walksTo(int v) {
        return walks[v];
    }

    /** The visits of edges so far. */
    long steps() {
        return steps;
    }
}
