package org.seprank.oracle;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;

/** Small separation problems drawn from a seed. */
public final class RandomProblems {
    private RandomProblems() {}

    /** So many problems on 2 to maxVertices vertices; every other graph is directed. */
    public static List<SeparationProblem> of(int count, int maxVertices, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SeparationProblem> problems = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            problems.add(problem(random, 2 + random.nextInt(maxVertices - 1), k % 2 == 1));
        }
        return problems;
    }

    private static SeparationProblem problem(SplittableRandom random, int n, boolean directed) {
        Graph graph = graph(random, n, directed);
        BitSet inside = new BitSet(n);
        while (inside.isEmpty() || inside.cardinality() == n) {
            inside.clear();
            for (int v = 0; v < n; v++) {
                inside.set(v, random.nextBoolean());
            }
        }
        Target target = random.nextBoolean() ? Target.graph() : Target.vertex(random.nextInt(n));
        int depth = 1 + random.nextInt(3);
        return new SeparationProblem(
                graph, VertexSet.of(n, inside), target, depth, 1 + random.nextInt(3), 1 + random.nextInt(3));
    }

    /** A graph with each possible edge present with probability 0.45. */
    public static Graph graph(SplittableRandom random, int n, boolean directed) {
        GraphBuilder builder = GraphBuilder.over(n, directed);
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                if ((directed ? u != v : u < v) && random.nextDouble() < 0.45) {
                    builder.edge(u, v);
                }
            }
        }
        return builder.build();
    }
}
