package org.seprank.rewire.structure;

import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.AddedVertex;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * Appends vertices with features 0, each joined with every vertex that was there before, so that any two of those are
 * at most two steps apart ("virtual node" or "master node"; Gilmer et al. 2017, arXiv 1704.01212; Battaglia et al.
 * 2018, arXiv 1806.01261).
 *
 * <p>The new edges are {@link #TOWARDS relation 1}; in a directed graph every pair gets two arcs, those towards the new
 * vertex in relation 1 and those from it in {@link #FROM relation 2}. One new vertex after the other, each joined with
 * 0, 1, .. n-1, in a directed graph towards and from the same vertex one after the other. All weigh 1. A graph without
 * vertices gets none.
 *
 * <p>Time O(n · number of new vertices).
 *
 * @param vertices how many are new, at least 1; no two of them are joined
 */
public record VirtualVertex(int vertices) implements Rewirer {
    /** Checks the number. */
    public VirtualVertex {
        if (vertices < 1) {
            throw new IllegalArgumentException("number of virtual vertices " + vertices + " is less than 1");
        }
    }

    /** The relation of arcs towards a new vertex, and of all new edges of an undirected graph. */
    public static final int TOWARDS = 1;

    /** The relation of arcs from a new vertex. */
    public static final int FROM = 2;

    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        EditList.Builder rewiring = EditList.builder();
        int n = graph.vertexCount();
        progress.start("joining with virtual vertices", Math.min(count, edits(graph)));
        for (int i = 0; i < vertices && n > 0 && rewiring.size() < count && !progress.cancelled(); i++) {
            rewiring.addVertex(new AddedVertex(List.of()));
            int added = Math.addExact(n, i);
            for (int v = 0; v < n && rewiring.size() < count; v++) {
                rewiring.add(Edit.add(v, added), 1, TOWARDS);
                if (graph.directed() && rewiring.size() < count) {
                    rewiring.add(Edit.add(added, v), 1, FROM);
                }
            }
            progress.advanceTo(rewiring.size());
        }
        return rewiring.build();
    }

    private long edits(Graph graph) {
        return (long) vertices * graph.vertexCount() * (graph.directed() ? 2 : 1);
    }
}
