package org.seprank.rewire.toward.gain;

import org.seprank.graph.Graph;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.row.SortedRows;

/**
 * A graph that moves change: ascending rows of neighbours in both directions. An edit takes O(d), asking for an edge
 * O(log d). Memory 8 bytes per arc.
 */
public final class LiveGraph {
    private final boolean directed;
    private final SortedRows out;
    private final SortedRows in; // the same object as out in an undirected graph

    LiveGraph(Graph graph) {
        this.directed = graph.directed();
        this.out = SortedRows.copyOf(graph.out());
        this.in = directed ? SortedRows.copyOf(graph.in()) : out;
    }

    /** Whether edges have a direction. */
    public boolean directed() {
        return directed;
    }

    /** n. */
    public int vertexCount() {
        return out.size();
    }

    /** Out-neighbours of {@code v}, ascending, the first {@link #outDegree} entries; read only. */
    public int[] out(int v) {
        return out.neighbours(v);
    }

    /** In-neighbours of {@code v}, ascending, the first {@link #inDegree} entries; read only. */
    public int[] in(int v) {
        return in.neighbours(v);
    }

    /** The number of out-neighbours. */
    public int outDegree(int v) {
        return out.end(v);
    }

    /** The number of in-neighbours. */
    public int inDegree(int v) {
        return in.end(v);
    }

    /** Whether there is an edge from {@code u} to {@code v} (undirected: between them). */
    public boolean has(int u, int v) {
        return out.has(u, v);
    }

    /** Whether the move takes away only edges that are there and puts in only such as are not. */
    public boolean permits(Move move) {
        return switch (move.kind()) {
            case ADD -> !has(move.a(), move.b());
            case REMOVE -> has(move.a(), move.b());
            case SWAP ->
                has(move.a(), move.b())
                        && has(move.c(), move.d())
                        && !has(move.a(), move.d())
                        && !has(move.c(), move.b());
        };
    }

    /** Makes a move. */
    void apply(Move move) {
        move.edits().forEach(this::apply);
    }

    /** Makes an edit: the edge is there before a removal and not before an addition. */
    void apply(Edit edit) {
        if (edit.kind() == Edit.Kind.ADD) {
            out.insert(edit.u(), edit.v());
            in.insert(edit.v(), edit.u());
        } else {
            out.erase(edit.u(), edit.v());
            in.erase(edit.v(), edit.u());
        }
    }
}
