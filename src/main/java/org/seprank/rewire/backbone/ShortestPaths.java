package org.seprank.rewire.backbone;

import java.util.Arrays;

/**
 * Dijkstra's algorithm from one vertex after the other, for one thread; ends when all goals are reached, and goes no
 * further than the farthest of them may be by what is known. Lengths are not negative. Memory 29 n bytes.
 */
final class ShortestPaths {
    private final LengthRows rows;
    private final double[] distances;
    private final boolean[] isGoal;
    private final int[] goals;
    private int goalCount;
    private final int[] places; // in the heap, 1 + the place; 0: never; -1: reached for good
    private final int[] heap;
    private final int[] touched;
    private int size;
    private int touches;

    ShortestPaths(LengthRows rows) {
        int n = rows.vertexCount();
        this.rows = rows;
        this.distances = new double[n];
        this.isGoal = new boolean[n];
        this.goals = new int[n];
        this.places = new int[n];
        this.heap = new int[n];
        this.touched = new int[n];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
    }

    /** The next search looks for that neighbour of its source. */
    void goal(int v) {
        isGoal[v] = true;
        goals[goalCount++] = v;
    }

    /** Searches for the goals. */
    void search(int source) {
        int left = goalCount;
        int settled = 0;
        double bound = Double.POSITIVE_INFINITY;
        reach(source, 0);
        while (size > 0 && left > 0) {
            int v = pop();
            left -= isGoal[v] ? 1 : 0;
            for (int k = rows.start(v); k < rows.end(v); k++) {
                double distance = distances[v] + rows.length(k);
                if (distance > bound) {
                    break; // the nearest come first
                }
                if (distance < distances[rows.neighbour(k)]) {
                    reach(rows.neighbour(k), distance);
                }
            }
            if (Integer.bitCount(++settled) == 1) { // seldom enough
                bound = farthestGoal();
            }
        }
    }

    /** No goal is farther. */
    private double farthestGoal() {
        double farthest = 0;
        for (int i = 0; i < goalCount; i++) {
            farthest = Math.max(farthest, distances[goals[i]]);
        }
        return farthest;
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
            isGoal[v] = false;
        }
        goalCount = 0;
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
