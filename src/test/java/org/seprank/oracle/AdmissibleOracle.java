package org.seprank.oracle;

import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * The most walks from a set C = N(I')∩N(J') without repeating shared neighbours, straight from the definition, over the
 * vertices with walks.
 */
public final class AdmissibleOracle {
    private AdmissibleOracle() {}

    /** The maximum over all I' in I and J' outside of the sum of the counts over C. */
    public static BigInteger walks(Graph graph, VertexSet partition, BigInteger[] counts) {
        int n = graph.vertexCount();
        BigInteger most = BigInteger.ZERO;
        for (int left = 1; left < 1 << n; left++) {
            for (int right = 1; right < 1 << n; right++) {
                if (isWithin(left, partition) && isWithin(right, partition.complement())) {
                    most = most.max(walks(graph, left, right, counts));
                }
            }
        }
        return most;
    }

    private static boolean isWithin(int mask, VertexSet side) {
        for (int v = 0; v < side.universe(); v++) {
            if ((mask >> v & 1) == 1 && !side.contains(v)) {
                return false;
            }
        }
        return true;
    }

    private static BigInteger walks(Graph graph, int left, int right, BigInteger[] counts) {
        BigInteger walks = BigInteger.ZERO;
        for (int k = 0; k < counts.length; k++) {
            Set<Integer> neighbours = new TreeSet<>(Set.of(k));
            for (int e = 0; e < graph.edgeCount(); e++) {
                if (graph.target(e) == k) {
                    neighbours.add(graph.source(e));
                } else if (graph.source(e) == k && !graph.directed()) {
                    neighbours.add(graph.target(e));
                }
            }
            long inLeft = neighbours.stream().filter(v -> (left >> v & 1) == 1).count();
            long inRight =
                    neighbours.stream().filter(v -> (right >> v & 1) == 1).count();
            if (inLeft > 0 && inRight > 0 && counts[k].signum() > 0) {
                if (inLeft > 1 || inRight > 1) {
                    return BigInteger.ZERO;
                }
                walks = walks.add(counts[k]);
            }
        }
        return walks;
    }
}
