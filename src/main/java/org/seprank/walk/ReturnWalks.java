package org.seprank.walk;

import java.math.BigInteger;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * The numbers of walks among the two ends of an edge, for the lengths 0..maxLength: what must be known about the
 * surroundings of an edge to undo walks that use it several times. Scratch memory for one thread at a time.
 *
 * <p>Walks of length l are joined in the middle, so only balls of radius {@code ceil(maxLength / 2)} are looked at; up
 * to maxLength 1 there is nothing to count. Counts beyond 64 bits take O(maxLength · m) {@link BigInteger} additions
 * instead.
 */
final class ReturnWalks {
    private final Graph graph;
    private final int maxLength;
    private final LocalWalks from;
    private final LocalWalks to;

    ReturnWalks(Graph graph, int maxLength) {
        this.graph = graph;
        this.maxLength = maxLength;
        int radius = maxLength <= 1 ? 0 : (maxLength + 1) / 2;
        this.from = new LocalWalks(graph.out(), radius);
        this.to = new LocalWalks(graph.in(), radius);
    }

    /** {@code rho_l({start}, {end})} for l = 0..maxLength; start and end differ. */
    BigInteger[] across(int start, int end) {
        if (maxLength <= 1) {
            return shortest(0, graph.edgeBetween(start, end) < 0 ? 0 : 1);
        }
        try {
            from.centreAt(start);
            to.centreAt(end);
            return joined(from, to);
        } catch (ArithmeticException overflow) {
            return stepByStep(start, end);
        }
    }

    /** {@code rho_l({v}, {v})} for l = 0..maxLength in an undirected graph; fast right after v was an end. */
    BigInteger[] closed(int v) {
        if (maxLength <= 1) {
            return shortest(1, 1);
        }
        try {
            LocalWalks around = to.isCentredAt(v) ? to : from;
            around.centreAt(v);
            return joined(around, around);
        } catch (ArithmeticException overflow) {
            return stepByStep(v, v);
        }
    }

    private BigInteger[] shortest(long zero, long one) {
        BigInteger[] both = {BigInteger.valueOf(zero), BigInteger.valueOf(one)};
        return maxLength == 1 ? both : new BigInteger[] {both[0]};
    }

    private BigInteger[] joined(LocalWalks first, LocalWalks second) {
        BigInteger[] walks = new BigInteger[maxLength + 1];
        for (int length = 0; length <= maxLength; length++) {
            walks[length] = BigInteger.valueOf(first.joined((length + 1) / 2, second, length / 2));
        }
        return walks;
    }

    private BigInteger[] stepByStep(int start, int end) {
        BigInteger[] walks = new BigInteger[maxLength + 1];
        WalkCounts counts = WalkCounts.of(VertexSet.of(graph.vertexCount(), start));
        walks[0] = counts.at(end);
        for (int length = 1; length <= maxLength; length++) {
            counts = counts.appended(graph);
            walks[length] = counts.at(end);
        }
        return walks;
    }
}
