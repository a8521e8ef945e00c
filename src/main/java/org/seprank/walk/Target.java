package org.seprank.walk;

import org.seprank.graph.VertexSet;

/** What a graph neural network predicts: one output for the whole graph, for a vertex t, or for a pair of vertices. */
public sealed interface Target {
    /** Where walks may end: V for graph prediction, {t} for vertex prediction, {u, v} for that of a pair. */
    VertexSet ends(int vertexCount);

    /** Graph prediction. */
    static Target graph() {
        return WholeGraph.INSTANCE;
    }

    /** Vertex prediction at {@code t}. */
    static Target vertex(int t) {
        return new AtVertex(t);
    }

    /** Prediction of the pair of {@code u} and {@code v} from the entry-wise product of what is known of both. */
    static Target pair(int u, int v) {
        return new OfPair(u, v);
    }

    /** One output for the whole graph. */
    enum WholeGraph implements Target {
        /** The only one. */
        INSTANCE;

        @Override
        public VertexSet ends(int vertexCount) {
            return VertexSet.all(vertexCount);
        }
    }

    /**
     * One output for a vertex.
     *
     * @param t the vertex, at least 0
     */
    record AtVertex(int t) implements Target {
        /** Checks the vertex. */
        public AtVertex {
            if (t < 0) {
                throw new IllegalArgumentException("target vertex " + t + " is negative");
            }
        }

        @Override
        public VertexSet ends(int vertexCount) {
            return VertexSet.of(vertexCount, t);
        }
    }

    /**
     * One output for a pair of vertices, from the entry-wise product of their last vectors, as link prediction has it.
     *
     * @param u a vertex, at least 0
     * @param v another one
     */
    record OfPair(int u, int v) implements Target {
        /** Checks the vertices. */
        public OfPair {
            if (Math.min(u, v) < 0 || u == v) {
                throw new IllegalArgumentException("target pair " + u + ", " + v + " is not of two vertices");
            }
        }

        @Override
        public VertexSet ends(int vertexCount) {
            return VertexSet.of(vertexCount, u, v);
        }
    }
}
