package org.seprank.gnn.batch;

import java.util.Arrays;
import org.seprank.gnn.kernel.Csr;

/** Some vertices of a batch, and how often they are copied; cuts them out of the batch's operators. */
final class Excerpt implements Origin {
    private static final int ABSENT = -1;

    private final GraphBatch whole;
    private final int[] vertices;
    private final int[] place; // of every vertex of the whole, or absent
    private final int copies;

    private Excerpt(GraphBatch whole, int[] vertices, int[] place, int copies) {
        this.whole = whole;
        this.vertices = vertices;
        this.place = place;
        this.copies = copies;
    }

    /** So many copies of those vertices as that many rows are enough for. */
    static Excerpt of(GraphBatch whole, int[] vertices, int rows) {
        if (vertices.length == 0 || rows == 0 || rows % vertices.length != 0) {
            throw new IllegalArgumentException(
                    "features of " + rows + " vertices are not copies of " + vertices.length + " vertices");
        }
        int[] place = new int[whole.vertexCount()];
        Arrays.fill(place, ABSENT);
        for (int i = 0; i < vertices.length; i++) {
            int v = vertices[i];
            if (v < 0 || v >= place.length) {
                throw new IllegalArgumentException("vertex " + v + " is not in 0.." + (place.length - 1));
            }
            if (place[v] != ABSENT) {
                throw new IllegalArgumentException("vertex " + v + " is there twice");
            }
            place[v] = i;
        }
        return new Excerpt(whole, vertices.clone(), place, rows / vertices.length);
    }

    @Override
    public GraphBatch whole() {
        return whole;
    }

    @Override
    public Csr cut(Csr operator, OperatorKind kind) {
        return cut(operator);
    }

    @Override
    public Csr summed(Csr neighbours) {
        return neighbours;
    }

    @Override
    public int rowsAfter(int aggregations) {
        return vertices.length * copies;
    }

    /** Where the copies start. */
    int[] offsets() {
        int[] offsets = new int[copies + 1];
        Arrays.setAll(offsets, copy -> copy * vertices.length);
        return offsets;
    }

    /** The rows and columns of the vertices in an operator of the whole, copied along the diagonal. */
    Csr cut(Csr operator) {
        int groups = operator.columns() / place.length;
        int inCopy = 0;
        for (int v : vertices) {
            for (int k = operator.offsets()[v]; k < operator.offsets()[v + 1]; k++) {
                inCopy += place[operator.indices()[k] / groups] == ABSENT ? 0 : 1;
            }
        }
        int entries = Math.multiplyExact(inCopy, copies);
        int[] offsets = new int[vertices.length * copies + 1];
        int[][] structure = {offsets, new int[entries], new int[entries]};
        double[] values = new double[entries];
        fillFirst(operator, groups, structure, values);
        repeat(inCopy, vertices.length * groups, structure, values);
        Csr plain = Csr.of(vertices.length * copies * groups, offsets, structure[1], values);
        Csr result = operator.edges().length == 0 ? plain : plain.withEdges(structure[2]);
        return operator.symmetric() ? result.asSymmetric() : result;
    }

    private void fillFirst(Csr operator, int groups, int[][] structure, double[] values) {
        int at = 0;
        for (int i = 0; i < vertices.length; i++) {
            for (int k = operator.offsets()[vertices[i]]; k < operator.offsets()[vertices[i] + 1]; k++) {
                int column = operator.indices()[k];
                if (place[column / groups] != ABSENT) {
                    structure[1][at] = place[column / groups] * groups + column % groups;
                    structure[2][at] = operator.edges().length == 0 ? Csr.NO_EDGE : operator.edges()[k];
                    values[at++] = operator.doubles()[k];
                }
            }
            structure[0][i + 1] = at;
        }
    }

    private void repeat(int inCopy, int columns, int[][] structure, double[] values) {
        for (int copy = 1; copy < copies; copy++) {
            int first = copy * inCopy;
            for (int k = 0; k < inCopy; k++) {
                structure[1][first + k] = structure[1][k] + copy * columns;
            }
            System.arraycopy(structure[2], 0, structure[2], first, inCopy);
            System.arraycopy(values, 0, values, first, inCopy);
            for (int i = 1; i <= vertices.length; i++) {
                structure[0][copy * vertices.length + i] = first + structure[0][i];
            }
        }
    }
}
