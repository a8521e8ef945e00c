package org.seprank.separation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * The computation of a product-aggregation network as a graph without repetition. A leaf holds {@code W^(1) x^(i)}; any
 * other node of layer l holds {@code W^(l+1) h}, where h is the entry-wise product of powers of nodes of layer l-1; the
 * root holds {@code W^(o) h}. Only what the output depends on is there, and vertices with the same closed in-neighbours
 * (after merging below) share a node. Nodes are in ascending order of layers, the root last. At most L·n nodes.
 *
 * <p>Every node depends on inputs of side I only, of side Iᶜ only, or is mixed; the root counts as mixed always.
 */
final class ProductNetworkCircuit {
    /** Which inputs a node depends on. */
    enum Side {
        /** Inputs in I. */
        INNER,
        /** Inputs in Iᶜ. */
        OUTER,
        /** Both. */
        MIXED;

        private Side with(Side other) {
            return this == other ? this : MIXED;
        }
    }

    /**
     * A factor of a product.
     *
     * @param node a node's number
     * @param exponent how often, at least 1
     */
    record Factor(int node, long exponent) {}

    /**
     * A node.
     *
     * @param layer 0 for leaves, L for the root
     * @param side what it depends on
     * @param vertex of a leaf; the smallest of those that share any other node, -1 for the root
     * @param factors ascending by node; none for leaves
     */
    record Node(int layer, Side side, int vertex, List<Factor> factors) {}

    private final List<Node> nodes = new ArrayList<>();

    private ProductNetworkCircuit() {}

    /** The circuit of a problem. Time O(L m log m), memory O(L m). */
    static ProductNetworkCircuit of(SeparationProblem problem) {
        ProductNetworkCircuit circuit = new ProductNetworkCircuit();
        Graph graph = problem.graph();
        List<BitSet> needed = neededByLayer(problem);
        int[] nodeOf = new int[graph.vertexCount()];
        needed.get(0).stream().forEach(v -> {
            nodeOf[v] = circuit.nodes.size();
            Side side = problem.partition().contains(v) ? Side.INNER : Side.OUTER;
            circuit.nodes.add(new Node(0, side, v, List.of()));
        });
        int[] below = nodeOf;
        for (int layer = 1; layer < problem.depth(); layer++) {
            below = circuit.addLayer(graph.in(), layer, needed.get(layer), below);
        }
        circuit.addRoot(problem, below);
        return circuit;
    }

    /** For each layer 0..L the vertices with a walk of the remaining length to the target. */
    private static List<BitSet> neededByLayer(SeparationProblem problem) {
        Adjacency in = problem.graph().in();
        VertexSet ends = problem.target().ends(problem.graph().vertexCount());
        BitSet needed = new BitSet();
        ends.stream().forEach(needed::set);
        List<BitSet> layers = new ArrayList<>();
        layers.add(needed);
        for (int layer = problem.depth(); layer > 0; layer--) {
            BitSet more = (BitSet) needed.clone();
            needed.stream().forEach(i -> {
                for (int k = in.offsets()[i]; k < in.offsets()[i + 1]; k++) {
                    more.set(in.neighbours()[k]);
                }
            });
            layers.add(0, more);
            needed = more;
        }
        return layers;
    }

    private int[] addLayer(Adjacency in, int layer, BitSet needed, int[] below) {
        int[] nodeOf = new int[below.length];
        Map<List<Factor>, Integer> known = new HashMap<>();
        needed.stream().forEach(i -> {
            SortedMap<Integer, Long> exponents = new TreeMap<>();
            multiplyNeighbours(in, i, below, exponents);
            nodeOf[i] = known.computeIfAbsent(factors(exponents), key -> {
                nodes.add(new Node(layer, side(key), i, key));
                return nodes.size() - 1;
            });
        });
        return nodeOf;
    }

    /** The final product has no weights between it and layer L, so it takes in the factors of that layer's products. */
    private void addRoot(SeparationProblem problem, int[] below) {
        Graph graph = problem.graph();
        SortedMap<Integer, Long> exponents = new TreeMap<>();
        problem.target().ends(graph.vertexCount()).stream()
                .forEach(i -> multiplyNeighbours(graph.in(), i, below, exponents));
        nodes.add(new Node(problem.depth(), Side.MIXED, -1, factors(exponents)));
    }

    private static void multiplyNeighbours(Adjacency in, int i, int[] below, Map<Integer, Long> exponents) {
        exponents.merge(below[i], 1L, Long::sum);
        for (int k = in.offsets()[i]; k < in.offsets()[i + 1]; k++) {
            exponents.merge(below[in.neighbours()[k]], 1L, Long::sum);
        }
    }

    private static List<Factor> factors(SortedMap<Integer, Long> exponents) {
        List<Factor> factors = new ArrayList<>(exponents.size());
        exponents.forEach((node, exponent) -> factors.add(new Factor(node, exponent)));
        return List.copyOf(factors);
    }

    private Side side(List<Factor> factors) {
        Side side = nodes.get(factors.get(0).node()).side();
        for (Factor factor : factors) {
            side = side.with(nodes.get(factor.node()).side());
        }
        return side;
    }

    /** The nodes; factors refer to places in this list. */
    List<Node> nodes() {
        return nodes;
    }

    /** The side of a node. */
    Side side(int node) {
        return nodes.get(node).side();
    }

    /** The factors of a node that are of one side. */
    List<Factor> factors(int node, Side side) {
        return nodes.get(node).factors().stream()
                .filter(factor -> side(factor.node()) == side)
                .toList();
    }

    /** The numbers of the mixed nodes, ascending; the last is the root. */
    int[] mixed() {
        return of(Side.MIXED);
    }

    /** The numbers of the nodes of a side, ascending. */
    int[] of(Side side) {
        return IntStream.range(0, nodes.size())
                .filter(node -> side(node) == side)
                .toArray();
    }

    /** The numbers of the leaves of a side, ascending by vertex. */
    int[] leaves(Side side) {
        return Arrays.stream(of(side))
                .filter(node -> nodes.get(node).layer() == 0)
                .toArray();
    }
}
