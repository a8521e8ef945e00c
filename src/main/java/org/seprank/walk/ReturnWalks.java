package org.seprank.walk;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * The numbers of walks among the two ends of an edge, for the lengths 0..maxLength: what must be known about the
 * surroundings of an edge to undo walks that use it several times. Scratch memory for one thread at a time.
 *
 * <p>Walks of length l are joined in the middle, so only balls of radius {@code ceil(maxLength / 2)} are looked at; up
 * to maxLength 1 there is nothing to count. Where a count exceeds 64 bits it takes O(maxLength · m) additions over the
 * whole graph instead.
 */
final class ReturnWalks {
    private final Graph graph;
    private final int maxLength;
    private final LocalWalks from;
    private final LocalWalks to;
    private Wide wideFrom = new Wide(-1, List.of());
    private Wide wideTo = new Wide(-1, List.of());

    /** The walks between a centre and all vertices, by length. */
    private record Wide(int centre, List<WalkCounts> byLength) {}

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
            wideFrom = centredAt(start, wideFrom, true);
            wideTo = centredAt(end, wideTo, false);
            return joined(wideFrom, wideTo);
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
            wideFrom = wideTo.centre() == v ? wideFrom : centredAt(v, wideFrom, true);
            Wide around = wideTo.centre() == v ? wideTo : wideFrom;
            return joined(around, around);
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

    private Wide centredAt(int centre, Wide known, boolean starting) {
        if (known.centre() == centre) {
            return known;
        }
        List<WalkCounts> byLength = new ArrayList<>();
        byLength.add(WalkCounts.of(VertexSet.of(graph.vertexCount(), centre)));
        for (int length = 1; length <= (maxLength + 1) / 2; length++) {
            WalkCounts last = byLength.get(length - 1);
            byLength.add(starting ? last.appended(graph) : last.prepended(graph));
        }
        return new Wide(centre, byLength);
    }

    private BigInteger[] joined(Wide first, Wide second) {
        BigInteger[] walks = new BigInteger[maxLength + 1];
        for (int length = 0; length <= maxLength; length++) {
            WalkCounts a = first.byLength().get((length + 1) / 2);
            WalkCounts b = second.byLength().get(length / 2);
            walks[length] = BigInteger.ZERO;
            for (int v = 0; v < a.size(); v++) {
                if (a.at(v).signum() > 0 && b.at(v).signum() > 0) {
                    walks[length] = walks[length].add(a.at(v).multiply(b.at(v)));
                }
            }
        }
        return walks;
    }
}
