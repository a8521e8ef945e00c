package org.seprank.separation.pair;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.walk.Target;

/**
 * Scratch memory for searches around pairs of vertices of one graph, 20 n bytes; a search takes time in proportion to
 * what it visits. For one thread.
 */
final class PairSearch {
    private static final int FAR = Integer.MAX_VALUE;

    private final Graph graph;
    private final Wave forth;
    private final Wave back;
    private final int[] places; // of the field's vertices; -1 elsewhere

    PairSearch(Graph graph) {
        this.graph = graph;
        this.forth = new Wave(graph.out());
        this.back = new Wave(graph.in());
        this.places = new int[graph.vertexCount()];
        Arrays.fill(places, -1);
    }

    /**
     * An edge that is taken for absent.
     *
     * @param u an end; -1: every edge is there
     * @param v the other end
     */
    record Gap(int u, int v) {
        /** No edge is absent. */
        static final Gap NONE = new Gap(-1, -1);

        boolean joins(int x, int w) {
            return (x == u && w == v) || (x == v && w == u);
        }
    }

    /** Vertices by their distance from some, found level by level. */
    private static final class Wave {
        private final Adjacency rows;
        private final int[] distances;
        private final int[] queue;
        private int levelStart;
        private int size;
        private int level;

        Wave(Adjacency rows) {
            int n = rows.offsets().length - 1;
            this.rows = rows;
            this.distances = new int[n];
            this.queue = new int[n];
            Arrays.fill(distances, FAR);
        }

        void start(int... sources) {
            for (int i = 0; i < size; i++) {
                distances[queue[i]] = FAR;
            }
            size = 0;
            level = 0;
            levelStart = 0;
            for (int source : sources) {
                reach(source);
            }
        }

        private void reach(int v) {
            distances[v] = level;
            queue[size++] = v;
        }

        boolean ended() {
            return levelStart == size;
        }

        /** Goes one edge further; whether it meets the other wave. */
        boolean advance(Gap gap, int[] others) {
            int end = size;
            boolean met = false;
            level++;
            for (; levelStart < end; levelStart++) {
                int x = queue[levelStart];
                for (int k = rows.offsets()[x]; k < rows.offsets()[x + 1]; k++) {
                    int w = rows.neighbours()[k];
                    if (distances[w] == FAR && !gap.joins(x, w)) {
                        reach(w);
                        met |= others[w] != FAR;
                    }
                }
            }
            return met;
        }
    }

    /** The fewest edges of a path from one to the other. */
    int distance(Target.OfPair pair, Gap gap) {
        int there = distance(pair.u(), pair.v(), gap);
        if (!graph.directed()) {
            return there;
        }
        int again = distance(pair.v(), pair.u(), gap);
        return there < 0 || (again >= 0 && again < there) ? again : there;
    }

    /** By two waves that go towards each other, the smaller one first. */
    private int distance(int from, int to, Gap gap) {
        forth.start(from);
        back.start(to);
        while (!forth.ended() && !back.ended()) {
            boolean forward = forth.size - forth.levelStart <= back.size - back.levelStart;
            boolean met = forward ? forth.advance(gap, back.distances) : back.advance(gap, forth.distances);
            if (met) {
                return forth.level + back.level;
            }
        }
        return PairSeparation.NO_PATH;
    }

    /**
     * What a network of that depth sees between the two: the vertices on walks of at most so many steps from one of
     * them to one of them, first u and v, and the edges among these.
     */
    Graph field(Target.OfPair pair, int depth, Gap gap) {
        int radius = graph.directed() ? depth : depth / 2;
        spread(forth, pair, radius, gap);
        if (graph.directed()) {
            spread(back, pair, radius, gap);
        }
        int[] vertices = Arrays.stream(forth.queue, 0, forth.size)
                .filter(v -> !graph.directed() || near(v, depth))
                .toArray();
        for (int i = 0; i < vertices.length; i++) {
            places[vertices[i]] = i;
        }
        GraphBuilder builder = GraphBuilder.over(vertices.length, graph.directed());
        Adjacency out = graph.out();
        for (int x : vertices) {
            for (int k = out.offsets()[x]; k < out.offsets()[x + 1]; k++) {
                int w = out.neighbours()[k];
                boolean once = graph.directed() || x < w;
                if (once && places[w] >= 0 && !gap.joins(x, w)) {
                    builder.edge(places[x], places[w]);
                }
            }
        }
        for (int v : vertices) {
            places[v] = -1;
        }
        return builder.build();
    }

    private boolean near(int v, int depth) {
        return back.distances[v] != FAR && forth.distances[v] + back.distances[v] <= depth;
    }

    private static void spread(Wave wave, Target.OfPair pair, int radius, Gap gap) {
        wave.start(pair.u(), pair.v());
        while (wave.level < radius && !wave.ended()) {
            wave.advance(gap, wave.distances);
        }
    }
}
