package org.seprank.rewire.toward;

import java.util.Arrays;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.toward.gain.LiveGraph;
import org.seprank.rewire.toward.gain.Move;

/**
 * Whether a move leaves every component in one piece, edge directions ignored: the ends of each edge it takes away must
 * still be joined. Searched from both ends in turn, so that cutting off a small part costs little; O(n + m) at worst.
 */
final class Connectivity {
    private final LiveGraph graph;
    private final int[] seen; // 0, or which side of the search has been here
    private final int[][] queues;
    private final int[] lengths = new int[2];
    private final int[] heads = new int[2];

    Connectivity(LiveGraph graph) {
        this.graph = graph;
        this.seen = new int[graph.vertexCount()];
        this.queues = new int[2][graph.vertexCount()];
    }

    /** Whether a move that the graph permits splits no component. */
    boolean survives(Move move) {
        return move.edits().stream()
                .filter(edit -> edit.kind() == Edit.Kind.REMOVE)
                .allMatch(edit -> joined(edit.u(), edit.v(), move));
    }

    private boolean joined(int u, int v, Move move) {
        Arrays.fill(lengths, 0);
        Arrays.fill(heads, 0);
        enqueue(0, u);
        enqueue(1, v);
        boolean met = false;
        for (int side = 0; !met && heads[side] < lengths[side]; side = 1 - side) {
            met = expand(side, queues[side][heads[side]++], move);
        }
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < lengths[side]; i++) {
                seen[queues[side][i]] = 0;
            }
        }
        return met;
    }

    private void enqueue(int side, int v) {
        seen[v] = side + 1;
        queues[side][lengths[side]++] = v;
    }

    private boolean expand(int side, int x, Move move) {
        boolean met = false;
        for (int k = 0; k < graph.outDegree(x) && !met; k++) {
            int y = graph.out(x)[k];
            met = !takes(move, x, y) && reach(side, y);
        }
        for (int k = 0; graph.directed() && k < graph.inDegree(x) && !met; k++) {
            int y = graph.in(x)[k];
            met = !takes(move, y, x) && reach(side, y);
        }
        if (move.kind() == Move.Kind.SWAP && !met) {
            met = along(side, x, move.a(), move.d()) || along(side, x, move.c(), move.b());
        }
        return met;
    }

    private boolean takes(Move move, int x, int y) {
        return same(x, y, move.a(), move.b()) || same(x, y, move.c(), move.d());
    }

    private boolean same(int x, int y, int u, int v) {
        return (x == u && y == v) || (!graph.directed() && x == v && y == u);
    }

    private boolean along(int side, int x, int u, int v) {
        return (x == u && reach(side, v)) || (x == v && reach(side, u));
    }

    /** Whether the other side of the search has been at {@code y}. */
    private boolean reach(int side, int y) {
        if (seen[y] == 0) {
            enqueue(side, y);
        }
        return seen[y] == 2 - side;
    }
}
