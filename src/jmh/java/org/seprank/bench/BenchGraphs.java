package org.seprank.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.StringTokenizer;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/** Graphs to measure on. */
final class BenchGraphs {
    private BenchGraphs() {}

    /**
     * Reads a graph or makes one: {@code powerlaw:m=1000000} is preferential attachment with ten edges per vertex, else
     * the name is a file of lines {@code u v}.
     */
    static Graph of(String name) {
        if (name.startsWith("powerlaw:m=")) {
            return powerLaw(Integer.parseInt(name.substring("powerlaw:m=".length())));
        }
        try {
            return read(Path.of(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Graph read(Path file) throws IOException {
        int n = 0;
        int[][] edges;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            edges = in.lines().map(BenchGraphs::ends).toArray(int[][]::new);
        }
        for (int[] edge : edges) {
            n = Math.max(n, Math.max(edge[0], edge[1]) + 1);
        }
        return Graph.undirected(n, edges);
    }

    private static int[] ends(String line) {
        StringTokenizer tokens = new StringTokenizer(line);
        return new int[] {Integer.parseInt(tokens.nextToken()), Integer.parseInt(tokens.nextToken())};
    }

    /** Each new vertex joins ten ends of earlier edges, so degrees follow a power law with exponent about 3. */
    private static Graph powerLaw(int m) {
        int perVertex = 10;
        int n = m / perVertex + 1;
        SplittableRandom random = new SplittableRandom(1);
        int[] ends = new int[2 * m];
        int count = 0;
        GraphBuilder builder = GraphBuilder.over(n, false).expectEdges(m);
        for (int v = 1; v < n; v++) {
            for (int i = 0; i < perVertex; i++) {
                int w = count == 0 ? 0 : ends[random.nextInt(count)];
                builder.edge(v, w);
                ends[count++] = v;
                ends[count++] = w;
            }
        }
        return builder.build();
    }
}
