package org.seprank.graph.io.binary;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.seprank.file.Npz;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;

/**
 * The graphs of "A critical look at the evaluation of GNNs under heterophily" (arXiv 2302.11640): a NumPy archive with
 * {@code edges: [m, 2]}; n is the first dimension of {@code node_labels} or {@code node_features}, else the largest
 * vertex and one. Undirected unless the name says {@code directed}, as its authors read it. Read only.
 */
public final class NpzGraph implements Codec {
    @Override
    public boolean recognises(Head head) {
        return head.startsWith("PK\u0003\u0004")
                && (head.name().endsWith(".npz") || head.text().contains("edges.npy"));
    }

    @Override
    public Set<Feature> holds() {
        return Set.of(Feature.DIRECTED, Feature.UNDIRECTED, Feature.ISOLATED_VERTICES);
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (Npz file = Npz.open(input.content(), Input.LIMITS)) {
            List<Long> shape = file.shape("edges");
            if (shape.size() != 2 || shape.get(1) != 2) {
                throw file.error("edges", "its shape " + shape + " is not [m, 2]");
            }
            input.requireMemory(0, shape.get(0));
            long[] ends = file.integers("edges");
            int n = input.vertices(vertexCount(file, ends), 1);
            boolean directed = input.head().name().contains("directed")
                    && !input.head().name().contains("undirected");
            Draft draft = new Draft(input).numbered(n, 0).directed(directed);
            for (int i = 0; i < ends.length; i += 2) {
                int u = vertex(file, ends[i], n);
                draft.edge(u, vertex(file, ends[i + 1], n), directed ? Kind.ARC : Kind.UNSAID);
            }
            return draft.build();
        }
    }

    @Override
    public double memoryPerByte(Head head) {
        return 0; // labels and features are not read
    }

    private static long vertexCount(Npz file, long[] ends) throws IOException {
        for (String name : List.of("node_labels", "node_features")) {
            if (file.has(name) && !file.shape(name).isEmpty()) {
                return file.shape(name).get(0);
            }
        }
        return Arrays.stream(ends).max().orElse(-1) + 1;
    }

    private static int vertex(Npz file, long v, int n) throws IOException {
        if (v < 0 || v >= n) {
            throw file.error("edges", "it has vertex " + v + ", not in 0.." + (n - 1));
        }
        return (int) v;
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public void write(Graph graph, Output output) {
        throw new IllegalArgumentException("format npz is read only");
    }
}
