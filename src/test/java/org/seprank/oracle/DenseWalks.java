package org.seprank.oracle;

import java.math.BigInteger;
import java.util.Arrays;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/** Walk counts and walk indices read off the powers of the dense adjacency matrix with self-loops. */
public final class DenseWalks {
    private DenseWalks() {}

    /** The matrix {@code A^length}. */
    public static BigInteger[][] power(Graph graph, int length) {
        int n = graph.vertexCount();
        BigInteger[][] adjacency = identity(n);
        for (int e = 0; e < graph.edgeCount(); e++) {
            adjacency[graph.source(e)][graph.target(e)] = BigInteger.ONE;
            if (!graph.directed()) {
                adjacency[graph.target(e)][graph.source(e)] = BigInteger.ONE;
            }
        }
        BigInteger[][] power = identity(n);
        for (int step = 0; step < length; step++) {
            power = product(power, adjacency);
        }
        return power;
    }

    /** {@code rho_length(I, J)}. */
    public static BigInteger walks(Graph graph, VertexSet starts, VertexSet ends, int length) {
        BigInteger[][] power = power(graph, length);
        BigInteger sum = BigInteger.ZERO;
        for (int i : starts.toArray()) {
            for (int j : ends.toArray()) {
                sum = sum.add(power[i][j]);
            }
        }
        return sum;
    }

    /** The vertices with an in-neighbour (undirected: a neighbour) on the other side, by trying all pairs. */
    public static VertexSet boundary(Graph graph, VertexSet set) {
        int n = graph.vertexCount();
        BigInteger[][] adjacency = power(graph, 1);
        int[] found = new int[n];
        int count = 0;
        for (int v = 0; v < n; v++) {
            boolean crossed = false;
            for (int u = 0; u < n; u++) {
                crossed |= adjacency[u][v].signum() > 0 && set.contains(u) != set.contains(v);
            }
            if (crossed) {
                found[count++] = v;
            }
        }
        return VertexSet.of(n, Arrays.copyOf(found, count));
    }

    /** {@code rho_{depth-1}(C_I, ends)}. */
    public static BigInteger walkIndex(Graph graph, VertexSet partition, VertexSet ends, int depth) {
        return walks(graph, boundary(graph, partition), ends, depth - 1);
    }

    private static BigInteger[][] identity(int n) {
        BigInteger[][] identity = new BigInteger[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(identity[i], BigInteger.ZERO);
            identity[i][i] = BigInteger.ONE;
        }
        return identity;
    }

    private static BigInteger[][] product(BigInteger[][] a, BigInteger[][] b) {
        int n = a.length;
        BigInteger[][] c = new BigInteger[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                BigInteger sum = BigInteger.ZERO;
                for (int k = 0; k < n; k++) {
                    sum = sum.add(a[i][k].multiply(b[k][j]));
                }
                c[i][j] = sum;
            }
        }
        return c;
    }
}
