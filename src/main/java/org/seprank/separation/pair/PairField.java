package org.seprank.separation.pair;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.walk.WalkCounts;

/**
 * The computation tree of a pair's prediction, seen from the inputs of the two: how often each (layer, vertex) occurs,
 * and how often it reads either of them. The graph has u as vertex 0 and v as vertex 1.
 */
final class PairField {
    private static final int U = 0;
    private static final int V = 1;

    private final Unfolding unfolding;
    private final List<WalkCounts> fromU;
    private final List<WalkCounts> fromV;

    private PairField(Unfolding unfolding, List<WalkCounts> fromU, List<WalkCounts> fromV) {
        this.unfolding = unfolding;
        this.fromU = fromU;
        this.fromV = fromV;
    }

    static PairField of(Graph around, int depth) {
        VertexSet ends = VertexSet.of(around.vertexCount(), U, V);
        return new PairField(Unfolding.of(around, ends, depth), from(around, U, depth), from(around, V, depth));
    }

    private static List<WalkCounts> from(Graph graph, int start, int depth) {
        List<WalkCounts> counts = new ArrayList<>();
        counts.add(WalkCounts.of(VertexSet.of(graph.vertexCount(), start)));
        for (int length = 1; length < depth; length++) {
            counts.add(counts.get(length - 1).appended(graph));
        }
        return counts;
    }

    int depth() {
        return unfolding.depth();
    }

    /** The degree of the output in {@code x_u}. */
    BigInteger degreeOfU() {
        return unfolding.copies(0).at(U);
    }

    /** The degree of the output in {@code x_v}. */
    BigInteger degreeOfV() {
        return unfolding.copies(0).at(V);
    }

    /** What of the two a vertex of a layer reads. */
    enum Reads {
        U_ONLY,
        V_ONLY,
        BOTH
    }

    /**
     * A vertex of a layer.
     *
     * @param reads which of the two
     * @param copies its degree in the output, positive
     * @param ofU walks from u to it with as many steps as the layer has
     * @param ofV likewise from v
     */
    record Copy(Reads reads, BigInteger copies, BigInteger ofU, BigInteger ofV) {}

    /** Those of a layer, in 0..depth-1, that read one of the two or both. */
    List<Copy> layer(int layer) {
        WalkCounts copies = unfolding.copies(layer);
        return IntStream.range(0, copies.size())
                .filter(j -> copies.at(j).signum() > 0)
                .mapToObj(j -> new int[] {
                    j, fromU.get(layer).at(j).signum(), fromV.get(layer).at(j).signum()
                })
                .filter(signs -> signs[1] + signs[2] > 0)
                .map(signs -> new Copy(
                        signs[2] == 0 ? Reads.U_ONLY : signs[1] == 0 ? Reads.V_ONLY : Reads.BOTH,
                        copies.at(signs[0]),
                        fromU.get(layer).at(signs[0]),
                        fromV.get(layer).at(signs[0])))
                .toList();
    }

    /** {@code rho_{L-1}(C, {u, v})}, C the vertices whose first layer reads both. */
    BigInteger walkIndex() {
        Graph graph = unfolding.graph();
        WalkCounts copies = unfolding.copies(1);
        BigInteger sum = BigInteger.ZERO;
        for (int j = 0; j < graph.vertexCount(); j++) {
            if (reads(graph, j, U) && reads(graph, j, V)) {
                sum = sum.add(copies.at(j));
            }
        }
        return sum;
    }

    private static boolean reads(Graph graph, int j, int input) {
        return j == input || graph.in().edgeTo(j, input) >= 0;
    }
}
