package org.seprank.spark.graph;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Rows of greater neighbours, in the order of (degree, vertex), so that no row is longer than {@code sqrt(2m)}: some of
 * a block's, with the numbers of their vertices and the entries of the block that they come from.
 */
final class GreaterRows implements Serializable {
    private static final long serialVersionUID = 1L;

    final int from;
    final int[] vertices; // ascending
    final int[] offsets;
    final int[] neighbours; // by ascending number

    GreaterRows(int from, int[] vertices, int[] offsets, int[] neighbours) {
        this.from = from;
        this.vertices = vertices;
        this.offsets = offsets;
        this.neighbours = neighbours;
    }

    /** All rows of a block. */
    static GreaterRows of(Block block, int[] ghostDegrees) {
        int[] vertices = new int[block.rows()];
        int[] offsets = new int[block.rows() + 1];
        int[] neighbours = new int[block.columns.length];
        int size = 0;
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = block.vertex(i);
            for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                if (isBelow(block, i, k, ghostDegrees)) {
                    neighbours[size++] = block.neighbour(k);
                }
            }
            offsets[i + 1] = size;
        }
        return new GreaterRows(block.number, vertices, offsets, Arrays.copyOf(neighbours, size));
    }

    /** Whether an own vertex is less than the neighbour that an entry of it names. */
    static boolean isBelow(Block block, int place, int entry, int[] ghostDegrees) {
        int difference = ghostDegrees[block.columns[entry]] - block.degree(place);
        return difference != 0 ? difference > 0 : block.neighbour(entry) > block.vertex(place);
    }

    /** Those of the rows at some places that are not empty. */
    GreaterRows some(int[] places) {
        int[] filled =
                Arrays.stream(places).filter(i -> offsets[i + 1] > offsets[i]).toArray();
        int[] starts = new int[filled.length + 1];
        for (int i = 0; i < filled.length; i++) {
            starts[i + 1] = starts[i] + offsets[filled[i] + 1] - offsets[filled[i]];
        }
        int[] some = new int[starts[filled.length]];
        for (int i = 0; i < filled.length; i++) {
            System.arraycopy(neighbours, offsets[filled[i]], some, starts[i], starts[i + 1] - starts[i]);
        }
        int[] named = Arrays.stream(filled).map(i -> vertices[i]).toArray();
        return new GreaterRows(from, named, starts, some);
    }
}
