package org.seprank.rewire.backbone;

import java.util.Arrays;
import org.seprank.graph.Adjacency;

/**
 * Dijkstra's algorithm from one vertex after the other, for one thread; ends when all goals are reached. Lengths are
 * not negative. Memory 25 n bytes.
 */
final class ShortestPaths {
    private final Adjacency rows;
    private final double[] length; // by edge
    private final double[] distances;
    private final boolean[] goals;
    private final int[] places; // in the heap, 1 + the place; 0: never; -1: reached for good
    private final int[] heap;
    private final int[] touched;
    private int size;
    private int touches;

    ShortestPaths(Adjacency rows, int n, double[] length) {
        this.rows = rows;
        this.length = length;
        this.distances = new double[n];
        this.goals = new boolean[n];
        this.places = new int[n];
        this.heap = new int[n];
        this.touched = new int[n];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
    }

    /** The next search looks for that vertex. */
    void goal(int v) {
        goals[v] = true;
    }

    /** Searches for so many goals, all within the radius. */
    void search(int source, double radius, int count) {
        int left = count;
        reach(source, 0);
        while (size > 0 && left > 0) {
            int v = pop();
            left -= goals[v] ? 1 : 0;
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                double distance = distances[v] + length[rows.edges()[k]];
                int w = rows.neighbours()[k];
                if (distance <= radius && distance < distances[w]) {
                    reach(w, distance);
                }
            }
        }
    }

    /** Exact for goals; infinite where the search did not come. */
    double distance(int v) {
        return distances[v];
    }

    /** Forgets the search and its goals. */
    void clear() {
        for (int i = 0; i < touches; i++) {
            int v = touched[i];
            distances[v] = Double.POSITIVE_INFINITY;
            places[v] = 0;
            goals[v] = false;
        }
        touches = 0;
        size = 0;
    }

    private void reach(int v, double distance) {
        if (places[v] == 0) {
            touched[touches++] = v;
            places[v] = ++size;
            heap[size - 1] = v;
        }
        distances[v] = distance;
        int at = places[v] - 1;
        while (at > 0 && distances[heap[(at - 1) >> 1]] > distance) {
            put(at, heap[(at - 1) >> 1]);
            at = (at - 1) >> 1;
        }
        put(at, v);
    }

    private int pop() {
        int top = heap[0];
        int last = heap[--size];
        places[top] = -1;
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            child += child + 1 < size && distances[heap[child + 1]] < distances[heap[child]] ? 1 : 0;
            if (distances[heap[child]] >= distances[last]) {
                break;
            }
            put(at, heap[child]);
            at = child;
        }
        if (size > 0) {
            put(at, last);
        }
        return top;
    }

    private void put(int at, int v) {
        heap[at] = v;
        places[v] = at + 1;
    }
}
