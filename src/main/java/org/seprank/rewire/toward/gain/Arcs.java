package org.seprank.rewire.toward.gain;

/**
 * A move as signed arcs between at most four ends; an undirected edge is two arcs. Reused for one move after the other.
 */
final class Arcs {
    private final boolean directed;
    private final int[] ends = new int[4];
    private final int[] tails = new int[8]; // places among the ends
    private final int[] heads = new int[8];
    private final int[] signs = new int[8];
    private int endCount;
    private int size;

    Arcs(boolean directed) {
        this.directed = directed;
    }

    Arcs load(Move move) {
        size = 0;
        ends[0] = move.a();
        ends[1] = move.b();
        ends[2] = move.c();
        ends[3] = move.d();
        if (move.kind() == Move.Kind.SWAP) {
            endCount = 4;
            edge(0, 1, -1);
            edge(2, 3, -1);
            edge(0, 3, 1);
            edge(2, 1, 1);
        } else {
            endCount = 2;
            edge(0, 1, move.kind() == Move.Kind.ADD ? 1 : -1);
        }
        return this;
    }

    private void edge(int tail, int head, int sign) {
        arc(tail, head, sign);
        if (!directed) {
            arc(head, tail, sign);
        }
    }

    private void arc(int tail, int head, int sign) {
        tails[size] = tail;
        heads[size] = head;
        signs[size++] = sign;
    }

    int endCount() {
        return endCount;
    }

    int end(int p) {
        return ends[p];
    }

    int size() {
        return size;
    }

    /** The place of the tail of arc {@code f} among the ends. */
    int tailPlace(int f) {
        return tails[f];
    }

    int headPlace(int f) {
        return heads[f];
    }

    int tail(int f) {
        return ends[tails[f]];
    }

    int head(int f) {
        return ends[heads[f]];
    }

    /** 1 for an arc that is put in, -1 for one that is taken away. */
    int sign(int f) {
        return signs[f];
    }
}
