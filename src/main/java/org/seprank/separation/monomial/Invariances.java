package org.seprank.separation.monomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.graph.Adjacency;
import org.seprank.graph.VertexSet;

/**
 * All permutations of one side's vertices that leave the output unchanged, found by trying. Only vertices that agree in
 * the degrees of the products that they are in can change places.
 */
final class Invariances {
    private static final int MAX_CANDIDATES = 5040;
    private static final long MAX_WORK = 4_000_000;

    private final Unfolding unfolding;
    private final int[] vertices;
    private final List<int[]> classes;
    private final List<int[]> found = new ArrayList<>();

    private Invariances(Unfolding unfolding, VertexSet side) {
        this.unfolding = unfolding;
        this.vertices = side.toArray();
        this.classes = classes(unfolding, side);
    }

    /**
     * The group, each element as the images of the side's vertices, ascending; empty if that would be too much work.
     */
    static List<int[]> of(Unfolding unfolding, VertexSet side) {
        Invariances search = new Invariances(unfolding, side);
        if (search.isTooLarge()) {
            return List.of();
        }
        int[] image = new int[unfolding.graph().vertexCount()];
        Arrays.setAll(image, i -> i);
        search.extend(image, 0);
        return search.found;
    }

    private static List<int[]> classes(Unfolding unfolding, VertexSet side) {
        Adjacency out = unfolding.graph().out();
        long[] degrees = unfolding.degrees(1);
        Map<List<Long>, List<Integer>> classes = new LinkedHashMap<>();
        for (int i = side.next(0); i >= 0; i = side.next(i + 1)) {
            List<Long> key = new ArrayList<>();
            key.add(degrees[i]);
            for (int k = out.offsets()[i]; k < out.offsets()[i + 1]; k++) {
                key.add(degrees[out.neighbours()[k]]);
            }
            key.removeIf(degree -> degree == 0);
            key.sort(null);
            if (!key.isEmpty()) {
                classes.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
            }
        }
        return Interchange.several(classes.values());
    }

    private boolean isTooLarge() {
        long candidates = 1;
        for (int[] members : classes) {
            for (int k = 2; k <= members.length && candidates <= MAX_CANDIDATES; k++) {
                candidates *= k;
            }
        }
        long perCandidate = unfolding.depth()
                * (unfolding.graph().vertexCount() + 2L * unfolding.graph().edgeCount());
        return candidates > MAX_CANDIDATES || (candidates > 1 && candidates * perCandidate > MAX_WORK);
    }

    /** Permutes the classes from {@code depth} on in all ways. */
    private void extend(int[] image, int depth) {
        if (depth < classes.size()) {
            permute(image, depth, 0);
            return;
        }
        int[] to = Arrays.stream(vertices).map(i -> image[i]).toArray();
        if (Arrays.equals(to, vertices) || unfolding.isInvariant(Permutation.of(vertices, to))) {
            found.add(to);
        }
    }

    private void permute(int[] image, int depth, int fixed) {
        int[] members = classes.get(depth);
        if (fixed == members.length) {
            extend(image, depth + 1);
            return;
        }
        for (int k = fixed; k < members.length; k++) {
            swap(image, members[fixed], members[k]);
            permute(image, depth, fixed + 1);
            swap(image, members[fixed], members[k]);
        }
    }

    private static void swap(int[] image, int i, int j) {
        int kept = image[i];
        image[i] = image[j];
        image[j] = kept;
    }
}
