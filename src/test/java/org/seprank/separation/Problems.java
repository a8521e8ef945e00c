package org.seprank.separation;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.walk.Target;

/** Problems to test with. */
final class Problems {
    private Problems() {}

    static Graph path(int n) {
        return Graph.undirected(
                n, IntStream.range(0, n - 1).mapToObj(i -> new int[] {i, i + 1}).toArray(int[][]::new));
    }

    static Graph complete(int n) {
        GraphBuilder builder = GraphBuilder.over(n, false);
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                builder.edge(u, v);
            }
        }
        return builder.build();
    }

    static Graph random(int n, boolean directed, double density, SplittableRandom random) {
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

    /** A small problem of any kind. */
    static SeparationProblem random(long seed, int maxDepth) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(2, 6);
        Graph graph = random(n, random.nextBoolean(), random.nextDouble(), random);
        int side = random.nextInt(1, (1 << n) - 1);
        VertexSet partition = VertexSet.of(
                n, IntStream.range(0, n).filter(v -> (side >> v & 1) == 1).toArray());
        Target target = random.nextBoolean() ? Target.graph() : Target.vertex(random.nextInt(n));
        int depth = random.nextInt(1, maxDepth + 1);
        return new SeparationProblem(graph, partition, target, depth, random.nextInt(1, 4), random.nextInt(1, 4));
    }

    static SeparationProblem withSwappedSides(SeparationProblem problem) {
        return new SeparationProblem(
                problem.graph(),
                problem.partition().complement(),
                problem.target(),
                problem.depth(),
                problem.inputWidth(),
                problem.hiddenWidth());
    }

    static SeparationProblem withWidths(SeparationProblem problem, int inputWidth, int hiddenWidth) {
        return new SeparationProblem(
                problem.graph(), problem.partition(), problem.target(), problem.depth(), inputWidth, hiddenWidth);
    }
}
