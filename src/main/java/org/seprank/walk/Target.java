package org.seprank.walk;

import org.seprank.graph.VertexSet;

/** What a graph neural network predicts: one output for the whole graph, or one for a vertex t. */
public sealed interface Target {
    /** Where walks may end: V for graph prediction, {t} for vertex prediction. */
    VertexSet ends(int vertexCount);

    /** Graph prediction. */
    static Target graph() {
        return WholeGraph.INSTANCE;
    }

    /** Vertex prediction at {@code t}. */
    static Target vertex(int t) {
        return new AtVertex(t);
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
}
