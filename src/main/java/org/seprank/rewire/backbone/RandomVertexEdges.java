package org.seprank.rewire.backbone;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.rewire.row.UnsortedRows;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.work.Progress;

/**
 * Random edges of random vertices (J. Leskovec and C. Faloutsos, KDD 2006, in the form of NetworKit's
 * {@code RandomNodeEdgeScore}): again and again, with probability {@code ratio} a random vertex that has edges left
 * loses a random one of them, otherwise a random edge of all that are left goes. Edges between vertices of low degree
 * go first; at ratio 0 all orders are equally likely. The score is the edge's place in the sequence, from 0, divided by
 * m. In a directed graph directions are ignored. Time and memory O(n + m).
 *
 * @param ratio in 0..1; 0.8 is usual
 * @param seed of the sequence
 */
public record RandomVertexEdges(double ratio, long seed) implements EdgeScore {
    /** Checks the ratio. */
    public RandomVertexEdges {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("ratio " + ratio + " of edges of random vertices is not in 0..1");
        }
    }

    @Override
    public double[] scores(Graph graph, Progress progress) {
        UnsortedRows rows = UnsortedRows.bothEnds(graph);
        SplittableRandom random = new SplittableRandom(seed);
        Pool vertices = new Pool(graph.vertexCount());
        Pool edges = new Pool(graph.edgeCount());
        for (int v = 0; v < graph.vertexCount(); v++) {
            if (rows.degree(v) == 0) {
                vertices.take(v);
            }
        }
        double[] scores = new double[graph.edgeCount()];
        for (int place = 0; place < scores.length; place++) {
            int e;
            if (random.nextDouble() < ratio) {
                int v = vertices.pick(random);
                e = rows.edge(rows.start(v) + random.nextInt(rows.degree(v)));
            } else {
                e = edges.pick(random);
            }
            scores[e] = (double) place / scores.length;
            rows.remove(e);
            edges.take(e);
            for (int end : new int[] {graph.source(e), graph.target(e)}) {
                if (rows.degree(end) == 0) {
                    vertices.take(end);
                }
            }
        }
        return scores;
    }

    /** Numbers that are left of 0..size-1. */
    private static final class Pool {
        private final int[] left;
        private final int[] places;
        private int size;

        Pool(int size) {
            this.left = new int[size];
            this.places = new int[size];
            this.size = size;
            Arrays.setAll(left, i -> i);
            Arrays.setAll(places, i -> i);
        }

        int pick(SplittableRandom random) {
            return left[random.nextInt(size)];
        }

        void take(int number) {
            int last = left[--size];
            left[places[number]] = last;
            places[last] = places[number];
        }
    }
}
