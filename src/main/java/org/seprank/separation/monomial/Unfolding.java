package org.seprank.separation.monomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.walk.WalkCounts;

/**
 * The computation tree of a product-aggregation network: a root, below it the copies of (L-1, j) for j in N(i) and i in
 * the set of ends, below a copy of (l, i) one of (l-1, j) for each j in N(i), down to the inputs (0, i). N(i) has i
 * itself and its in-neighbours. Immutable. Memory O(L n).
 */
public final class Unfolding {
    private final Graph graph;
    private final VertexSet ends;
    private final WalkCounts[] copies;

    private Unfolding(Graph graph, VertexSet ends, WalkCounts[] copies) {
        this.graph = graph;
        this.ends = ends;
        this.copies = copies;
    }

    /**
     * The tree of a network of that depth. Time O(depth · (n + m)).
     *
     * @param ends V for graph prediction, {t} for vertex prediction
     * @param depth L, at least 1
     */
    public static Unfolding of(Graph graph, VertexSet ends, int depth) {
        WalkCounts[] copies = new WalkCounts[depth + 1];
        copies[depth] = WalkCounts.of(ends);
        for (int layer = depth - 1; layer >= 0; layer--) {
            copies[layer] = copies[layer + 1].prepended(graph);
        }
        return new Unfolding(graph, ends, copies);
    }

    /** The graph. */
    public Graph graph() {
        return graph;
    }

    /** The vertices whose last layer the root multiplies. */
    public VertexSet ends() {
        return ends;
    }

    /** L. */
    public int depth() {
        return copies.length - 1;
    }

    /**
     * How often (layer, i) occurs in the tree, {@code rho_{L-layer}({i}, ends)}: the degree of the network's output in
     * {@code h^(layer,i)}.
     */
    public WalkCounts copies(int layer) {
        return copies[layer];
    }

    /** {@link #copies} of a layer by vertex, as far as they fit a {@code long}; larger ones are cut to its maximum. */
    public long[] degrees(int layer) {
        BigInteger max = BigInteger.valueOf(Long.MAX_VALUE);
        long[] degrees = new long[graph.vertexCount()];
        Arrays.setAll(degrees, i -> copies[layer].at(i).min(max).longValueExact());
        return degrees;
    }

    /**
     * The shape of the tree, order of children aside, when input (0, i) is marked {@code marks[i]}: two markings get
     * the same shape in the same {@code shapes} exactly if their trees are equal, and then the network's output is
     * equal too. Time O(L m log degree).
     */
    List<Integer> shape(int[] marks, Map<List<Integer>, Integer> shapes) {
        int[] current = marks.clone();
        for (int layer = 1; layer < depth(); layer++) {
            int[] next = new int[current.length];
            for (int i = 0; i < next.length; i++) {
                List<Integer> children = new ArrayList<>(children(i, current));
                children.sort(null);
                children.add(-layer);
                Integer known = shapes.putIfAbsent(children, shapes.size());
                next[i] = known == null ? shapes.size() - 1 : known;
            }
            current = next;
        }
        List<Integer> root = new ArrayList<>();
        for (int i = ends.next(0); i >= 0; i = ends.next(i + 1)) {
            root.addAll(children(i, current));
        }
        root.sort(null);
        return root;
    }

    private List<Integer> children(int i, int[] marks) {
        Adjacency in = graph.in();
        List<Integer> children = new ArrayList<>(in.degree(i) + 1);
        children.add(marks[i]);
        for (int k = in.offsets()[i]; k < in.offsets()[i + 1]; k++) {
            children.add(marks[in.neighbours()[k]]);
        }
        return children;
    }

    /** Whether the network's output stays the same when the inputs move as the permutation says. */
    boolean isInvariant(Permutation permutation) {
        int[] marks = new int[graph.vertexCount()];
        Arrays.setAll(marks, i -> i);
        Map<List<Integer>, Integer> shapes = new HashMap<>();
        List<Integer> before = shape(marks, shapes);
        for (int k = 0; k < permutation.size(); k++) {
            marks[permutation.from(k)] = permutation.to(k);
        }
        return before.equals(shape(marks, shapes));
    }
}
