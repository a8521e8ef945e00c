package org.seprank.graph;

import java.util.Arrays;

/** Disjoint sets of 0..n-1 that can be joined. Amortised time O(log n) per operation. */
public final class UnionFind {
    private final int[] parent;

    /** n sets of one element. */
    public UnionFind(int n) {
        parent = new int[n];
        Arrays.setAll(parent, i -> i);
    }

    /** The representative of the set that has {@code i}. */
    public int find(int i) {
        int root = i;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /**
     * Makes one set of the two that have {@code i} and {@code j}.
     *
     * @return whether they were two
     */
    public boolean join(int i, int j) {
        int a = find(i);
        int b = find(j);
        parent[a] = b;
        return a != b;
    }

    /** The number of the set of each element, from 0 in the order of first elements. */
    public int[] numbered() {
        int[] number = new int[parent.length];
        int[] ofRoot = new int[parent.length];
        int sets = 0;
        for (int i = 0; i < parent.length; i++) {
            int root = find(i);
            if (ofRoot[root] == 0) {
                ofRoot[root] = ++sets;
            }
            number[i] = ofRoot[root] - 1;
        }
        return number;
    }
}
