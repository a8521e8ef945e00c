package org.seprank.rewire.score;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * Ranks of edges among those of each end: 1 + the number of edges there of larger value, so that equal values share a
 * rank. A vertex of degree d gives rank r the score 1 - ln r / ln d, and 1 to its only edge; the edge gets the larger
 * of its two scores. It is at least 1 - x exactly if one end has it among its best d^x.
 */
final class LocalRanks {
    /** What an edge is worth to the vertex whose row has the entry. */
    @FunctionalInterface
    interface EntryValue {
        /** The value of an entry of the adjacency. */
        double at(int entry);
    }

    private LocalRanks() {}

    /** The scores by edge. Time O(m log d). */
    static double[] scores(Graph graph, EntryValue value) {
        Adjacency rows = graph.out();
        double[] scores = new double[graph.edgeCount()];
        double[] sorted = new double[rows.maxDegree()];
        for (int v = 0; v < graph.vertexCount(); v++) {
            int start = rows.offsets()[v];
            int degree = rows.degree(v);
            for (int i = 0; i < degree; i++) {
                sorted[i] = value.at(start + i);
            }
            Arrays.sort(sorted, 0, degree);
            for (int k = start; k < start + degree; k++) {
                int e = rows.edges()[k];
                scores[e] = Math.max(scores[e], score(1 + above(sorted, degree, value.at(k)), degree));
            }
        }
        return scores;
    }

    private static double score(int rank, int degree) {
        return degree == 1 ? 1 : 1 - Math.log(rank) / Math.log(degree);
    }

    /** How many of the first {@code size} values are larger. */
    private static int above(double[] sorted, int size, double value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return size - low;
    }
}
