package org.seprank.graph.partition;

import java.util.Arrays;
import org.seprank.graph.Graph;

/**
 * A weighted undirected graph whose vertices stand for groups of vertices, each with the weight inside it. Immutable.
 */
final class CommunityGraph {
    private final int[] offsets;
    private final int[] neighbours;
    private final double[] weights;
    private final double[] strengths; // weights of all edges of a vertex, those inside it twice
    private final double total; // of the strengths

    private CommunityGraph(int[] offsets, int[] neighbours, double[] weights, double[] strengths) {
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.weights = weights;
        this.strengths = strengths;
        this.total = Arrays.stream(strengths).sum();
    }

    /** Every vertex for itself; edges of no positive weight are left out. */
    static CommunityGraph of(Graph graph) {
        int n = graph.vertexCount();
        int[] offsets = new int[n + 1];
        int[] neighbours = new int[graph.out().edges().length];
        double[] weights = new double[neighbours.length];
        double[] strengths = new double[n];
        int at = 0;
        for (int v = 0; v < n; v++) {
            for (int k = graph.out().offsets()[v]; k < graph.out().offsets()[v + 1]; k++) {
                double weight = graph.weight(graph.out().edges()[k]);
                if (weight > 0) {
                    neighbours[at] = graph.out().neighbours()[k];
                    weights[at++] = weight;
                    strengths[v] += weight;
                }
            }
            offsets[v + 1] = at;
        }
        return new CommunityGraph(offsets, Arrays.copyOf(neighbours, at), Arrays.copyOf(weights, at), strengths);
    }

    /** The graph of those groups, numbered from 0. */
    CommunityGraph joined(int[] groupOf, int groups) {
        int[] first = new int[groups + 1]; // vertices sorted by group
        for (int group : groupOf) {
            first[group + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        int[] next = first.clone();
        int[] members = new int[groupOf.length];
        double[] joint = new double[groups];
        for (int v = 0; v < groupOf.length; v++) {
            members[next[groupOf[v]]++] = v;
            joint[groupOf[v]] += strengths[v];
        }
        int[] starts = new int[groups + 1];
        int[] ends = new int[neighbours.length];
        double[] sums = new double[neighbours.length];
        double[] toward = new double[groups];
        int at = 0;
        for (int group = 0; group < groups; group++) {
            int begin = at;
            for (int i = first[group]; i < first[group + 1]; i++) {
                for (int k = offsets[members[i]]; k < offsets[members[i] + 1]; k++) {
                    int other = groupOf[neighbours[k]];
                    if (other != group) {
                        if (toward[other] == 0) {
                            ends[at++] = other;
                        }
                        toward[other] += weights[k];
                    }
                }
            }
            Arrays.sort(ends, begin, at);
            for (int k = begin; k < at; k++) {
                sums[k] = toward[ends[k]];
                toward[ends[k]] = 0;
            }
            starts[group + 1] = at;
        }
        return new CommunityGraph(starts, Arrays.copyOf(ends, at), Arrays.copyOf(sums, at), joint);
    }

    int size() {
        return strengths.length;
    }

    /** Where the neighbours of a vertex begin. */
    int begin(int v) {
        return offsets[v];
    }

    int neighbour(int k) {
        return neighbours[k];
    }

    double weight(int k) {
        return weights[k];
    }

    double strength(int v) {
        return strengths[v];
    }

    /** 2m. */
    double total() {
        return total;
    }
}
