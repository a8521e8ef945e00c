package org.seprank.gnn.probe;

/** Numbers that networks say. */
final class Scalars {
    private Scalars() {}

    static Scalar vertexLogit(int vertex, int ofClass) {
        return new Scalar.Logit(new Scalar.AtVertex(vertex), ofClass);
    }

    static Scalar vertexMargin(int vertex, int ofClass) {
        return new Scalar.Margin(new Scalar.AtVertex(vertex), ofClass);
    }

    static Scalar pairLogit(int u, int v, int ofClass) {
        return new Scalar.Logit(new Scalar.OfPair(u, v), ofClass);
    }

    static Scalar graphLogit(int ofClass) {
        return new Scalar.Logit(new Scalar.OfGraph(), ofClass);
    }

    static Scalar graphMargin(int ofClass) {
        return new Scalar.Margin(new Scalar.OfGraph(), ofClass);
    }
}
