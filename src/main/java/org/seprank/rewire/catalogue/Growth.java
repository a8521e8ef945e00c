package org.seprank.rewire.catalogue;

/**
 * What the time of a method grows with, for n vertices, m edges, mean degree d and k edits. Constants and logarithms
 * are left out: it serves to carry a measured time over to another graph.
 */
public enum Growth {
    /** A few passes over vertices and edges, and sorting. */
    EDGES("O(n + m log m)") {
        @Override
        double steps(double n, double m, double k) {
            return n + m;
        }
    },
    /** Neighbours of the ends of every edge: triangles, similarities, curvatures. */
    NEIGHBOURS("O(m d)") {
        @Override
        double steps(double n, double m, double k) {
            return n + m * m / Math.max(1, n);
        }
    },
    /** A search from every vertex, or all pairs. */
    SEARCHES("O(n m)") {
        @Override
        double steps(double n, double m, double k) {
            return n * (n + m);
        }
    },
    /** Passes over the graph for every edit. */
    PASSES("O(k (n + m))") {
        @Override
        double steps(double n, double m, double k) {
            return (1 + k) * (n + m);
        }
    },
    /** All pairs of vertices. */
    PAIRS("O(n^2)") {
        @Override
        double steps(double n, double m, double k) {
            return n * n + m;
        }
    },
    /** Dense matrices of all vertices, followed through every edit. */
    MATRICES("O(n^3 + k n^2)") {
        @Override
        double steps(double n, double m, double k) {
            return n * n * n + k * n * n;
        }
    },
    /** Exact resistances of components of up to 4000 vertices, projections of larger ones. */
    RESISTANCES("O(n^3) up to 4,000 vertices, O(m log n) above") {
        @Override
        double steps(double n, double m, double k) {
            return n <= MOST_INVERTED ? n * n * n : Math.pow(MOST_INVERTED, 3) * m * Math.log(n) / PROJECTED;
        }
    },
    /** Trainings of a network, one for each round. */
    TRAININGS("trainings, one a round") {
        @Override
        double steps(double n, double m, double k) {
            return (1 + k / Math.max(1, m)) * (n + m);
        }
    },
    /** It is not stated. */
    UNSTATED("") {
        @Override
        double steps(double n, double m, double k) {
            return Double.NaN;
        }
    };

    private static final double MOST_INVERTED = 4000;
    private static final double PROJECTED = 20_000 * Math.log(MOST_INVERTED); // as long as the largest inversion

    private final String order;

    Growth(String order) {
        this.order = order;
    }

    /** In the usual notation; empty where it is not stated. */
    public String order() {
        return order;
    }

    /** In proportion to the time; NaN where it is not stated. */
    abstract double steps(double n, double m, double k);
}
