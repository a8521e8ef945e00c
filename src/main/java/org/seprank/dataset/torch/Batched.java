package org.seprank.dataset.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seprank.file.torch.Tensor;

/**
 * The graphs of a batch of PyTorch Geometric, which lie side by side in its tensors: the vertices of each behind those
 * of the ones before, as {@code ptr} or {@code batch} say, and so the arcs, which name the moved vertices.
 */
final class Batched {
    private final GraphValues all;
    private final long[] vertices; // where those of each graph begin, and their number at the end
    private final long[] index;
    private final long[] arcs; // likewise
    private final int graphs;

    private Batched(GraphValues all, long[] vertices) {
        this.all = all;
        this.vertices = vertices;
        this.graphs = vertices.length - 1;
        this.index = all.tensor("edge_index")
                .orElseThrow(() -> new IllegalArgumentException("a batch has no edge_index"))
                .integers();
        this.arcs = arcs();
    }

    /** Its graphs; itself where nothing says which vertices are of which. */
    static List<GraphValues> parts(GraphValues all) {
        Optional<long[]> starts = all.tensor("ptr")
                .map(Tensor::integers)
                .or(() -> all.tensor("batch").map(Tensor::integers).map(Batched::starts));
        if (starts.isEmpty()) {
            return List.of(all);
        }
        Batched batched = new Batched(all, starts.get());
        List<GraphValues> parts = new ArrayList<>();
        for (int g = 0; g < batched.graphs; g++) {
            parts.add(batched.part(g));
        }
        return parts;
    }

    /** Of the number of its graph for each vertex. */
    private static long[] starts(long[] graphOf) {
        long last = graphOf.length == 0 ? -1 : graphOf[graphOf.length - 1];
        if (last < -1 || last >= graphOf.length) {
            throw new IllegalArgumentException("'batch' ends with " + last + ", which is no number of a graph");
        }
        long[] starts = new long[(int) last + 2];
        long before = 0;
        for (long g : graphOf) {
            if (g < before || g > last) {
                throw new IllegalArgumentException("'batch' does not ascend: " + g + " comes after " + before);
            }
            before = g;
            starts[(int) g + 1]++;
        }
        Arrays.parallelPrefix(starts, Long::sum);
        return starts;
    }

    private long[] arcs() {
        int m = index.length / 2;
        long[] starts = new long[graphs + 1];
        int g = 0;
        for (int k = 0; k < m; k++) {
            while (g < graphs && index[k] >= vertices[g + 1]) {
                starts[++g] = k;
            }
            boolean inside = g < graphs
                    && Math.min(index[k], index[m + k]) >= vertices[g]
                    && Math.max(index[k], index[m + k]) < vertices[g + 1];
            if (!inside) {
                throw new IllegalArgumentException("edge_index: column " + k + " is (" + index[k] + ", " + index[m + k]
                        + "), which is within no graph of the batch, or comes after those of a later one");
            }
        }
        Arrays.fill(starts, g + 1, graphs + 1, m);
        return starts;
    }

    private GraphValues part(int g) {
        Map<String, Object> part = new LinkedHashMap<>();
        all.values().forEach((name, value) -> part.put(name, part(name, value, g)));
        part.put("edge_index", index(g));
        part.put("num_nodes", Math.toIntExact(vertices[g + 1] - vertices[g]));
        part.remove("ptr");
        part.remove("batch");
        return new GraphValues(part);
    }

    private Tensor index(int g) {
        int m = index.length / 2;
        int from = (int) arcs[g];
        int size = (int) arcs[g + 1] - from;
        long[] both = new long[2 * size];
        for (int k = 0; k < size; k++) {
            both[k] = index[from + k] - vertices[g];
            both[size + k] = index[m + from + k] - vertices[g];
        }
        return Tensor.of(both, 2, size);
    }

    /** The rows of a graph's vertices, arcs or of itself, by their number. */
    private Object part(String name, Object value, int g) {
        if (!(value instanceof Tensor tensor) || tensor.dimensions() == 0) {
            return value;
        }
        long rows = tensor.length(0);
        if (name.startsWith("edge") && rows == arcs[graphs]) {
            return tensor.slice(0, arcs[g], arcs[g + 1]);
        }
        if (rows == vertices[graphs]) {
            return tensor.slice(0, vertices[g], vertices[g + 1]);
        }
        return rows == graphs ? tensor.slice(0, g, g + 1L) : value;
    }
}
