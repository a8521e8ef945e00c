package org.seprank.rewire.toward.gain;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.rewire.edit.Edit;

/**
 * A graph that moves change: ascending rows of neighbours in both directions. An edit takes O(d), asking for an edge
 * O(log d). Memory 8 bytes per arc.
 */
public final class LiveGraph {
    private final boolean directed;
    private final int[][] out;
    private final int[][] in; // the same object as out in an undirected graph
    private final int[] outDegrees;
    private final int[] inDegrees;

    LiveGraph(Graph graph) {
        this.directed = graph.directed();
        this.out = rows(graph.out(), graph.vertexCount());
        this.outDegrees = degrees(out);
        this.in = directed ? rows(graph.in(), graph.vertexCount()) : out;
        this.inDegrees = directed ? degrees(in) : outDegrees;
    }

    private static int[][] rows(Adjacency adjacency, int n) {
        int[][] rows = new int[n][];
        Arrays.setAll(
                rows,
                v -> Arrays.copyOfRange(
                        adjacency.neighbours(),
                        adjacency.offsets()[v],
                        adjacency.offsets()[v + 1]));
        return rows;
    }

    private static int[] degrees(int[][] rows) {
        return Arrays.stream(rows).mapToInt(row -> row.length).toArray();
    }

    /** Whether edges have a direction. */
    public boolean directed() {
        return directed;
    }

    /** n. */
    public int vertexCount() {
        return out.length;
    }

    /** Out-neighbours of {@code v}, ascending, the first {@link #outDegree} entries; read only. */
    public int[] out(int v) {
        return out[v];
    }

    /** In-neighbours of {@code v}, ascending, the first {@link #inDegree} entries; read only. */
    public int[] in(int v) {
        return in[v];
    }

    /** The number of out-neighbours. */
    public int outDegree(int v) {
        return outDegrees[v];
    }

    /** The number of in-neighbours. */
    public int inDegree(int v) {
        return inDegrees[v];
    }

    /** Whether there is an edge from {@code u} to {@code v} (undirected: between them). */
    public boolean has(int u, int v) {
        return Arrays.binarySearch(out[u], 0, outDegrees[u], v) >= 0;
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
        boolean adds = edit.kind() == Edit.Kind.ADD;
        change(out, outDegrees, edit.u(), edit.v(), adds);
        change(in, inDegrees, edit.v(), edit.u(), adds);
    }

    private static void change(int[][] rows, int[] degrees, int v, int w, boolean adds) {
        int[] row = rows[v];
        int degree = degrees[v];
        int at = Arrays.binarySearch(row, 0, degree, w);
        if (at >= 0 == adds) {
            throw new IllegalStateException((adds ? "already" : "not") + " an edge: " + v + ", " + w);
        }
        if (!adds) {
            System.arraycopy(row, at + 1, row, at, degree - at - 1);
            degrees[v]--;
            return;
        }
        int place = -at - 1;
        int[] longer = degree < row.length ? row : Arrays.copyOf(row, degree + 4 + degree / 8);
        System.arraycopy(row, place, longer, place + 1, degree - place);
        longer[place] = w;
        rows[v] = longer;
        degrees[v]++;
    }
}
