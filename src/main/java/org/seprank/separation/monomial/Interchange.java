package org.seprank.separation.monomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * A group of permutations of one side's vertices that leave the network's output unchanged for all weights when their
 * inputs are permuted and the other side's stay. Functions of that side then only matter up to the group: monomials in
 * the same orbit have equal rows in the coefficient matrix.
 *
 * <p>It is the whole group where trying the candidates is cheap, and otherwise the one that twins generate: vertices
 * with the same neighbours, each other aside.
 */
public final class Interchange {
    private final VertexSet side;
    private final List<int[]> classes; // sets within which every permutation is allowed
    private final List<int[]> elements; // the group, as images of side's vertices; empty if only the classes are known

    private Interchange(VertexSet side, List<int[]> classes, List<int[]> elements) {
        this.side = side;
        this.classes = classes;
        this.elements = elements;
    }

    /** The group of the identity alone. */
    static Interchange none(VertexSet side) {
        return new Interchange(side, List.of(), List.of());
    }

    /** The permutations of {@code side} found for that network. */
    public static Interchange of(Unfolding unfolding, VertexSet side) {
        List<int[]> elements = Invariances.of(unfolding, side);
        return elements.isEmpty()
                ? new Interchange(side, twins(unfolding, side), elements)
                : new Interchange(side, List.of(), elements);
    }

    /** The classes of more than one vertex. */
    static List<int[]> several(Iterable<List<Integer>> classes) {
        List<int[]> several = new ArrayList<>();
        for (List<Integer> members : classes) {
            if (members.size() > 1) {
                several.add(members.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        return several;
    }

    /** Classes of vertices with the same open, or the same closed, in- and out-neighbours. */
    private static List<int[]> twins(Unfolding unfolding, VertexSet side) {
        Graph graph = unfolding.graph();
        boolean everywhere = unfolding.ends().size() == graph.vertexCount();
        List<int[]> twins = new ArrayList<>();
        for (boolean closed : new boolean[] {false, true}) {
            Map<List<Integer>, List<Integer>> classes = new LinkedHashMap<>();
            for (int i = side.next(0); i >= 0; i = side.next(i + 1)) {
                // exchanging the target with an open twin would change what is predicted
                if (closed || everywhere || !unfolding.ends().contains(i)) {
                    List<Integer> key = neighbours(graph.in(), i, closed);
                    key.add(-1);
                    key.addAll(graph.directed() ? neighbours(graph.out(), i, closed) : List.of());
                    classes.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
                }
            }
            twins.addAll(several(classes.values()));
        }
        return twins;
    }

    private static List<Integer> neighbours(Adjacency adjacency, int i, boolean closed) {
        List<Integer> neighbours = new ArrayList<>();
        for (int k = adjacency.offsets()[i]; k < adjacency.offsets()[i + 1]; k++) {
            neighbours.add(adjacency.neighbours()[k]);
        }
        if (closed) {
            neighbours.add(i);
            neighbours.sort(null);
        }
        return neighbours;
    }

    /** Permutations that generate the group. */
    List<Permutation> generators() {
        List<Permutation> generators = new ArrayList<>();
        for (int[] members : classes) {
            for (int k = 1; k < members.length; k++) {
                generators.add(Permutation.transposition(members[k - 1], members[k]));
            }
        }
        int[] vertices = side.toArray();
        Set<List<Integer>> generated = new LinkedHashSet<>();
        generated.add(boxed(vertices));
        List<int[]> chosen = new ArrayList<>();
        for (int[] element : elements) {
            if (!generated.contains(boxed(element))) {
                chosen.add(element);
                generators.add(Permutation.of(vertices, element));
                close(generated, chosen, vertices);
            }
        }
        return generators;
    }

    private static List<Integer> boxed(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** Adds every product with one of the chosen elements. */
    private static void close(Set<List<Integer>> generated, List<int[]> chosen, int[] vertices) {
        List<List<Integer>> queue = new ArrayList<>(generated);
        for (int head = 0; head < queue.size(); head++) {
            for (int[] element : chosen) {
                List<Integer> product = queue.get(head).stream()
                        .map(i -> element[Arrays.binarySearch(vertices, i)])
                        .toList();
                if (generated.add(product)) {
                    queue.add(product);
                }
            }
        }
    }

    /**
     * The number of orbits on the choices of one of {@code kinds.apply(i)} kinds for each vertex i of the side, where
     * interchangeable vertices have equally many: by the lemma of Cauchy and Frobenius, the mean over the group of the
     * number of fixed choices.
     */
    public Magnitude orbits(IntFunction<Magnitude> kinds) {
        return elements.isEmpty() ? orbitsOfClasses(kinds) : orbitsOfElements(kinds);
    }

    private Magnitude orbitsOfClasses(IntFunction<Magnitude> kinds) {
        Magnitude product = Magnitude.ONE;
        Set<Integer> inClass = new LinkedHashSet<>();
        for (int[] members : classes) {
            product = product.times(Magnitude.multisets(kinds.apply(members[0]), members.length));
            Arrays.stream(members).forEach(inClass::add);
        }
        for (int i = side.next(0); i >= 0; i = side.next(i + 1)) {
            if (!inClass.contains(i)) {
                product = product.times(kinds.apply(i));
            }
        }
        return product;
    }

    private Magnitude orbitsOfElements(IntFunction<Magnitude> kinds) {
        int[] vertices = side.toArray();
        Magnitude[] ofVertex = Arrays.stream(vertices).mapToObj(kinds).toArray(Magnitude[]::new);
        Magnitude sum = fixed(vertices, elements.get(0), ofVertex);
        for (int[] element : elements.subList(1, elements.size())) {
            sum = sum.plus(fixed(vertices, element, ofVertex));
        }
        return sum.dividedBy(elements.size());
    }

    /** The number of choices that are constant on the cycles of an element. */
    private static Magnitude fixed(int[] vertices, int[] element, Magnitude[] kinds) {
        boolean[] seen = new boolean[vertices.length];
        Magnitude product = Magnitude.ONE;
        for (int k = 0; k < vertices.length; k++) {
            if (seen[k]) {
                continue;
            }
            product = product.times(kinds[k]);
            for (int at = k; !seen[at]; at = Arrays.binarySearch(vertices, element[at])) {
                seen[at] = true;
            }
        }
        return product;
    }
}
