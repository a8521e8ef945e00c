package org.seprank.rewire.toward;

/** Which moves are compared at every step. */
public sealed interface Candidates {
    /** All pairs of vertices, all edges, all exchanges of two edges. For small graphs. */
    static Candidates all() {
        return All.INSTANCE;
    }

    /**
     * The moves near an interaction: arcs u→v for which, in the graph before all edits, v is within k steps of the
     * target of an interaction, and u is within k steps of its boundary or on the other side of its partition than v;
     * an undirected edge counts if either direction does. An exchange is near if one of the edges it puts in is
     * (weakening: takes away). For k = L-1 every single edge is near that would change a walk index of the graph
     * before.
     */
    static Candidates kHop(int k) {
        return new KHop(k);
    }

    /**
     * So many moves drawn afresh at every step, the kinds of moves in turn. An arc u→v that is put in (weakening: taken
     * away) has its head v among the vertices with a walk to the target of a random interaction, short enough to leave
     * a step for the arc, and its tail among all vertices (in-neighbours of v); the other edge of an exchange is a
     * random one at a random vertex. Draws that are impossible count. Comparing a random subset of all moves is the
     * stochastic greedy algorithm of Mirzasoleiman et al. (arXiv 1409.7938).
     */
    static Candidates sampled(int count, long seed) {
        return new Sampled(count, seed);
    }

    /** Everything. */
    enum All implements Candidates {
        /** The only one. */
        INSTANCE;

        @Override
        public String toString() {
            return "all moves";
        }
    }

    /**
     * Moves near an interaction.
     *
     * @param k the number of steps, at least 0
     */
    record KHop(int k) implements Candidates {
        /** Checks the number. */
        public KHop {
            if (k < 0) {
                throw new IllegalArgumentException("k = " + k + " steps is negative");
            }
        }

        @Override
        public String toString() {
            return "moves within " + k + " steps of boundary and target";
        }
    }

    /**
     * Moves drawn at random.
     *
     * @param count how many draws per step, at least 1
     * @param seed the same seed gives the same draws
     */
    record Sampled(int count, long seed) implements Candidates {
        /** Checks the number. */
        public Sampled {
            if (count < 1) {
                throw new IllegalArgumentException("count " + count + " of draws per step is not at least 1");
            }
        }

        @Override
        public String toString() {
            return count + " random moves per step, seed " + seed;
        }
    }
}
