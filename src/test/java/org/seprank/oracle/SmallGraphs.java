package org.seprank.oracle;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;

/** Small random graphs, sparse and dense, some with isolated vertices; the same seed gives the same graph. */
public final class SmallGraphs {
    private SmallGraphs() {}

    /** The seeds 1..count, for parameterized tests. */
    public static Stream<Long> seeds(int count) {
        return LongStream.rangeClosed(1, count).boxed();
    }

    /** An undirected graph on 1..9 vertices. */
    public static Graph undirected(long seed) {
        return random(seed, false);
    }

    /** A directed graph on 1..9 vertices. */
    public static Graph directed(long seed) {
        return random(seed, true);
    }

    private static Graph random(long seed, boolean directed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(9);
        double density = random.nextDouble();
        GraphBuilder builder = GraphBuilder.over(n, directed);
        for (int u = 0; u < n; u++) {
            for (int v = directed ? 0 : u + 1; v < n; v++) {
                if (u != v && random.nextDouble() < density) {
                    builder.edge(u, v);
                }
            }
        }
        return builder.build();
    }

    /** A random subset of the vertices, possibly none or all of them. */
    public static VertexSet subset(Graph graph, long seed) {
        Random random = new Random(~seed);
        BitSet bits = new BitSet();
        for (int v = 0; v < graph.vertexCount(); v++) {
            bits.set(v, random.nextBoolean());
        }
        return VertexSet.of(graph.vertexCount(), bits);
    }

    /** A random permutation of the vertices. */
    public static int[] permutation(int n, long seed) {
        Random random = new Random(seed);
        int[] image = new int[n];
        for (int v = 0; v < n; v++) {
            int w = random.nextInt(v + 1);
            image[v] = image[w];
            image[w] = v;
        }
        return image;
    }

    /** The graph with vertex v renamed to image[v]. */
    public static Graph relabelled(Graph graph, int[] image) {
        GraphBuilder builder = GraphBuilder.over(graph.vertexCount(), graph.directed());
        for (int e = 0; e < graph.edgeCount(); e++) {
            builder.edge(image[graph.source(e)], image[graph.target(e)]);
        }
        return builder.build();
    }

    /** The set with vertex v renamed to image[v]. */
    public static VertexSet relabelled(VertexSet set, int[] image) {
        return VertexSet.of(set.universe(), set.stream().map(v -> image[v]).toArray());
    }
}
