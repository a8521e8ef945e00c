package org.seprank.gnn.batch;

import java.util.Arrays;
import org.seprank.gnn.kernel.Csr;

/**
 * Vertices of a batch, those first that are asked about, and for each some of its in-neighbours. Edges of the part are
 * the entries that were chosen, in their order.
 */
final class SampledRows implements Origin {
    private final GraphBatch whole;
    private final int[] vertices;
    private final int[] hops; // how many vertices are within so many hops
    private final int[] chosenFrom; // by vertex
    private final int[] chosen; // places in the row of neighbours, ascending in each row
    private final int[] columns; // the place among the vertices of each that was chosen

    /**
     * Those rows; the arrays become its own.
     *
     * @param structure vertices, how many are within 0, 1, .. hops, where the choice of each vertex starts, what was
     *     chosen, and where that is among the vertices
     */
    SampledRows(GraphBatch whole, int[]... structure) {
        this.whole = whole;
        this.vertices = structure[0];
        this.hops = structure[1];
        this.chosenFrom = structure[2];
        this.chosen = structure[3];
        this.columns = structure[4];
    }

    @Override
    public GraphBatch whole() {
        return whole;
    }

    /** The vertices of the whole. Read only. */
    int[] vertices() {
        return vertices;
    }

    @Override
    public int rowsAfter(int aggregations) {
        return hops[Math.max(0, hops.length - 1 - aggregations)];
    }

    /** The edge of the whole that every edge of the part is. */
    int[] edges() {
        Csr all = whole.neighbours();
        int[] edges = new int[chosen.length];
        for (int r = 0; r < vertices.length; r++) {
            int start = all.offsets()[vertices[r]];
            for (int c = chosenFrom[r]; c < chosenFrom[r + 1]; c++) {
                edges[c] = all.edges()[start + chosen[c]];
            }
        }
        return edges;
    }

    private double scale(int row) {
        int picked = chosenFrom[row + 1] - chosenFrom[row];
        int[] offsets = whole.neighbours().offsets();
        int all = offsets[vertices[row] + 1] - offsets[vertices[row]];
        return picked == 0 || picked == all ? 1 : (double) all / picked;
    }

    @Override
    public Csr summed(Csr neighbours) {
        double[] values = neighbours.doubles().clone();
        for (int r = 0; r < vertices.length; r++) {
            double scale = scale(r);
            for (int k = neighbours.offsets()[r]; k < neighbours.offsets()[r + 1]; k++) {
                values[k] *= scale;
            }
        }
        return neighbours.withValues(values);
    }

    @Override
    public Csr cut(Csr operator, OperatorKind kind) {
        int groups = operator.columns() / whole.vertexCount();
        boolean selves = operator.entryCount() > whole.neighbours().entryCount(); // one in every row, then
        int[] offsets = new int[vertices.length + 1];
        int most = chosen.length + vertices.length;
        int[] indices = new int[most];
        int[] edges = new int[most];
        double[] values = new double[most];
        int at = 0;
        for (int r = 0; r < vertices.length; r++) {
            int c = chosenFrom[r];
            int neighbour = 0;
            double scale = kind.adds() ? scale(r) : 1;
            int left = (selves ? 1 : 0) + chosenFrom[r + 1] - c; // most rows are there for others and have none
            for (int k = operator.offsets()[vertices[r]]; left > 0; k++) {
                int group = operator.indices()[k] % groups;
                if (operator.edges()[k] == Csr.NO_EDGE) {
                    indices[at] = r * groups + group;
                    edges[at] = Csr.NO_EDGE;
                    values[at++] = operator.doubles()[k];
                    left--;
                } else if (c < chosenFrom[r + 1] && chosen[c] == neighbour++) {
                    indices[at] = columns[c] * groups + group;
                    edges[at] = c++;
                    values[at++] = scale * operator.doubles()[k];
                    left--;
                }
            }
            offsets[r + 1] = at;
        }
        Csr plain = Csr.of(vertices.length * groups, offsets, Arrays.copyOf(indices, at), Arrays.copyOf(values, at));
        return plain.withEdges(Arrays.copyOf(edges, at));
    }
}
