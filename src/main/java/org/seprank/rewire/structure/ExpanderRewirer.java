package org.seprank.rewire.structure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.AddedVertex;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * Lays a sparse expander over the vertices ("expander graph propagation", EGP; Deac, Lackenby, Veličković 2022, arXiv
 * 2210.02997): the Cayley graph of SL(2, Z_q) with the generators {@code [1 1; 0 1]} and {@code [1 0; 1 1]} and their
 * inverses, q the smallest with {@code q³ ∏_{p|q} (1 - p⁻²) ≥ n} elements, cut to the first n of a breadth-first search
 * from the identity. The whole group is 4-regular (q = 2: a cycle of 6) and its diameter is O(log n).
 *
 * <p>The edges of the expander that are no edges yet are added in relation 1 with weight 1; in a directed graph both
 * arcs of each. First come all edges of the one generator, then those of the other, each in the order of the search:
 * half of the edits give nearly every vertex two of its four new neighbours. Vertex v is element v of the search. In
 * the paper layers take turns between the graph and the expander; relations serve that.
 *
 * <p>Cut off, the expander is one no longer: its outermost vertices have a single neighbour. Kept whole, it is regular,
 * and elements n and above are appended as virtual vertices with features 0, all before the first edge ("Cayley graph
 * propagation", CGP; Wilson, Bechler-Speicher, Veličković 2024, arXiv 2410.03424). There are up to 3 n elements and
 * more for a small n; an edge to a virtual vertex is one as every other.
 *
 * <p>At most 2 edges per element. Time and memory O(n).
 *
 * @param whole whether the Cayley graph is kept whole
 */
public record ExpanderRewirer(boolean whole) implements Rewirer {
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        int vertices = graph.vertexCount();
        int n = whole && vertices > 0 ? elements(vertices) : vertices;
        CayleyGraph expander = CayleyGraph.over(n);
        Laid laid = new Laid(graph, count);
        for (int v = vertices; v < n; v++) {
            laid.rewiring.addVertex(new AddedVertex(List.of()));
        }
        progress.start("laying an expander", 2L * n);
        for (int i = 0; i < 2 * (long) n && !laid.full() && !progress.cancelled(); i++) {
            int element = i < n ? i : i - n;
            int to = i < n ? expander.alongS(element) : expander.alongT(element);
            if (to >= 0) {
                laid.join(element, to);
            }
            if (i % 1024 == 0) {
                progress.advanceTo(i);
            }
        }
        return laid.rewiring.build();
    }

    private static int elements(int vertices) {
        return Math.toIntExact(CayleyGraph.order(CayleyGraph.smallestModulus(vertices)));
    }

    /** The new edges so far. */
    private static final class Laid {
        private final Graph graph;
        private final int count;
        private final Set<Long> pairs = new HashSet<>();
        private final EditList.Builder rewiring = EditList.builder();

        Laid(Graph graph, int count) {
            this.graph = graph;
            this.count = count;
        }

        boolean full() {
            return rewiring.size() >= count;
        }

        /** In small groups two generators may lead to the same element. */
        void join(int u, int v) {
            if (u == v || !pairs.add((long) Math.min(u, v) << 32 | Math.max(u, v))) {
                return;
            }
            arc(u, v);
            if (graph.directed()) {
                arc(v, u);
            }
        }

        private void arc(int u, int v) {
            boolean fresh = Math.max(u, v) >= graph.vertexCount() || graph.edgeBetween(u, v) < 0;
            if (!full() && fresh) {
                rewiring.add(Edit.add(u, v));
            }
        }
    }
}
