package org.seprank.rewire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;

/** Seeded graphs for the tests of this package. */
public final class TestGraphs {
    private static final int[] CHUNKS = {1, 2, 3, 100};

    private TestGraphs() {}

    /** Erdos-Renyi; the last vertices are left isolated. */
    public static Graph random(long seed, int n, int isolated, double probability, boolean directed) {
        SplittableRandom random = new SplittableRandom(seed);
        GraphBuilder builder = GraphBuilder.over(n + isolated, directed);
        for (int u = 0; u < n; u++) {
            for (int v = directed ? 0 : u + 1; v < n; v++) {
                if (u != v && random.nextDouble() < probability) {
                    builder.edge(u, v);
                }
            }
        }
        return builder.build();
    }

    /** 3..8 vertices, up to two isolated ones more, any density. */
    public static Graph small(long seed, boolean directed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5eed);
        return random(seed, 3 + random.nextInt(6), random.nextInt(3), 0.15 + 0.75 * random.nextDouble(), directed);
    }

    /** Preferential attachment with hubs and triangles; in a directed graph a third of the edges goes both ways. */
    public static Graph hubs(long seed, int n, int perVertex, boolean directed) {
        SplittableRandom random = new SplittableRandom(seed);
        GraphBuilder builder = GraphBuilder.over(n, directed);
        List<Integer> ends = new ArrayList<>(List.of(0));
        for (int v = 1; v < n; v++) {
            for (int i = 0; i < perVertex; i++) {
                int w = ends.get(random.nextInt(ends.size()));
                if (w != v) {
                    builder.edge(v, w);
                    if (directed && random.nextInt(3) == 0) {
                        builder.edge(w, v);
                    }
                    ends.add(w);
                }
            }
            ends.add(v);
        }
        return builder.build();
    }

    /** A star with centre 0. */
    public static Graph star(int leaves) {
        GraphBuilder builder = GraphBuilder.over(leaves + 1, false);
        for (int v = 1; v <= leaves; v++) {
            builder.edge(0, v);
        }
        return builder.build();
    }

    /** A cycle. */
    public static Graph cycle(int n) {
        GraphBuilder builder = GraphBuilder.over(n, false);
        for (int v = 0; v < n; v++) {
            builder.edge(v, (v + 1) % n);
        }
        return builder.build();
    }

    /** A grid. */
    public static Graph grid(int rows, int columns) {
        GraphBuilder builder = GraphBuilder.over(rows * columns, false);
        for (int v = 0; v < rows * columns; v++) {
            if (v % columns + 1 < columns) {
                builder.edge(v, v + 1);
            }
            if (v + columns < rows * columns) {
                builder.edge(v, v + columns);
            }
        }
        return builder.build();
    }

    /** A complete graph. */
    public static Graph clique(int n) {
        return random(0, n, 0, 2, false);
    }

    /** Lines {@code u v}. */
    public static Graph read(Path edges, int n) throws IOException {
        GraphBuilder builder = GraphBuilder.over(n, false);
        for (String line : Files.readAllLines(edges)) {
            String[] ends = line.strip().split("\\s+", 2);
            builder.edge(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
        }
        return builder.build();
    }

    /** ({t}, V \ {t}) with target t, for every vertex t. */
    public static List<Interaction> singletons(int n) {
        List<Interaction> singletons = new ArrayList<>();
        for (int t = 0; t < n; t++) {
            singletons.add(new Interaction(VertexSet.of(n, t), Target.vertex(t)));
        }
        return singletons;
    }

    /** Random partitions, half of them for graph prediction. */
    public static List<Interaction> partitions(long seed, int n, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Interaction> partitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] side = random.ints(n)
                    .filter(x -> x > 0)
                    .map(x -> x % n)
                    .limit(n / 2)
                    .toArray();
            Target target = random.nextBoolean() ? Target.graph() : Target.vertex(random.nextInt(n));
            partitions.add(new Interaction(VertexSet.of(n, side), target));
        }
        return partitions;
    }

    /** Rules of removals, all combinations as the seed goes on. */
    public static RemovalRules rules(int seed) {
        return new RemovalRules(
                (seed & 1) == 0 ? Ties.FIRST : Ties.LAST,
                CHUNKS[seed >> 1 & 3],
                (seed >> 3 & 1) == 1,
                (seed >> 4 & 1) == 1);
    }
}
