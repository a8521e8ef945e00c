package org.seprank.graph.family;

import org.jgrapht.generate.CompleteGraphGenerator;
import org.jgrapht.generate.GeneralizedPetersenGraphGenerator;
import org.jgrapht.generate.GraphGenerator;
import org.jgrapht.generate.GridGraphGenerator;
import org.jgrapht.generate.HyperCubeGraphGenerator;
import org.jgrapht.generate.LinearGraphGenerator;
import org.jgrapht.generate.RingGraphGenerator;
import org.jgrapht.generate.StarGraphGenerator;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.util.SupplierUtil;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.setting.Settings;

/** Graphs without any choice in them. */
final class RegularGraphs {
    private static final int MOST_VERTICES = 100_000_000;

    private RegularGraphs() {}

    /** What a generator of JGraphT makes; vertices are numbered in the order of their creation. */
    static Graph generated(GraphGenerator<Integer, Integer, ?> generator) {
        var graph = new SimpleGraph<Integer, Integer>(
                SupplierUtil.createIntegerSupplier(), SupplierUtil.createIntegerSupplier(), false);
        generator.generateGraph(graph);
        return Graph.from(graph);
    }

    static Graph path(Settings settings) {
        return generated(new LinearGraphGenerator<>(settings.integer("n")));
    }

    static Graph cycle(Settings settings) {
        return generated(new RingGraphGenerator<>(settings.integer("n")));
    }

    static Graph star(Settings settings) {
        return generated(new StarGraphGenerator<>(settings.integer("n")));
    }

    static Graph complete(Settings settings) {
        return generated(new CompleteGraphGenerator<>(settings.integer("n")));
    }

    static Graph grid(Settings settings) {
        return generated(new GridGraphGenerator<>(settings.integer("rows"), settings.integer("cols")));
    }

    static Graph hypercube(Settings settings) {
        return generated(new HyperCubeGraphGenerator<>(settings.integer("d")));
    }

    static Graph petersen(Settings settings) {
        return generated(new GeneralizedPetersenGraphGenerator<>(5, 2));
    }

    /** The clique 0..c-1, a path of p vertices, the clique c+p..2c+p-1, joined in the order of their numbers. */
    static Graph barbell(Settings settings) {
        int clique = settings.integer("clique");
        int path = settings.integer("path");
        GraphBuilder builder = GraphBuilder.over(2 * clique + path, false);
        addClique(builder, 0, clique);
        addClique(builder, clique + path, clique);
        for (int v = clique - 1; v < clique + path; v++) {
            builder.edge(v, v + 1);
        }
        return builder.build();
    }

    static Graph twoCliques(Settings settings) {
        int k = settings.integer("k");
        GraphBuilder builder = GraphBuilder.over(2 * k, false);
        addClique(builder, 0, k);
        addClique(builder, k, k);
        builder.edge(0, k);
        return builder.build();
    }

    private static void addClique(GraphBuilder builder, int first, int size) {
        for (int u = first; u < first + size; u++) {
            for (int v = u + 1; v < first + size; v++) {
                builder.edge(u, v);
            }
        }
    }

    /** The children of v are b v + 1, .., b v + b. */
    static Graph tree(Settings settings) {
        int branching = settings.integer("branching");
        int depth = settings.integer("depth");
        long n = 1;
        long level = 1;
        for (int d = 0; d < depth; d++) {
            level *= branching;
            n += level;
            if (n > MOST_VERTICES) {
                throw new IllegalArgumentException("branching=" + branching + " and depth=" + depth + " give more than "
                        + MOST_VERTICES + " vertices");
            }
        }
        GraphBuilder builder = GraphBuilder.over((int) n, false);
        for (int v = 1; v < n; v++) {
            builder.edge((v - 1) / branching, v);
        }
        return builder.build();
    }
}
