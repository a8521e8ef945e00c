package org.seprank.gnn.batch;

/** A part of a batch that was drawn for some of its vertices, which are its first. Immutable. */
public final class NeighbourSample {
    private final int[] vertices;
    private final int asked;
    private final GraphBatch batch;

    NeighbourSample(int[] vertices, int asked, GraphBatch batch) {
        this.vertices = vertices;
        this.asked = asked;
        this.batch = batch;
    }

    /** Which vertices of the whole those of the part are. Read only. */
    public int[] vertices() {
        return vertices;
    }

    /** How many of them, the first ones, are those that were asked for. */
    public int asked() {
        return asked;
    }

    /** The part, with the features of its vertices. */
    public GraphBatch batch() {
        return batch;
    }
}
