package org.seprank.graph.io.binary;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.seprank.file.FormatException;
import org.seprank.file.Pickle;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Mirrored;
import org.seprank.graph.io.codec.Output;

/**
 * {@code ind.NAME.graph} of the Planetoid data sets (arXiv 1603.08861): a pickle of {@code {v: [neighbours of v]}} for
 * the vertices 0..n-1. Undirected; every edge is listed at both ends. Read only.
 */
public final class Planetoid implements Codec {
    private static final String PICKLE = "\u0080\u0002";
    private static final String TORCH = PICKLE + "\u008a\n"; // a long number, by which PyTorch marks its files

    @Override
    public boolean recognises(Head head) {
        return head.startsWith(PICKLE)
                && !head.startsWith(TORCH)
                && !head.text().contains("torch");
    }

    @Override
    public Set<Feature> holds() {
        return Set.of(Feature.UNDIRECTED, Feature.ISOLATED_VERTICES);
    }

    @Override
    public Graph read(Input input) throws IOException {
        Map<?, ?> lists = unpickle(input);
        int n = lists.size();
        Mirrored entries = new Mirrored();
        for (Map.Entry<?, ?> entry : lists.entrySet()) {
            int v = vertex(input, entry.getKey(), n);
            if (!(entry.getValue() instanceof List<?> neighbours)) {
                throw input.error("the neighbours of vertex " + v + " are no list", "get the file again");
            }
            for (Object neighbour : neighbours) {
                entries.add(v, vertex(input, neighbour, n));
            }
        }
        Draft draft = new Draft(input).numbered(n, 0);
        entries.into(draft);
        return draft.build();
    }

    private static int vertex(Input input, Object value, int n) throws FormatException {
        if (value instanceof Integer v && v >= 0 && v < n) {
            return v;
        }
        throw input.error(
                "expected a vertex in 0.." + (n - 1) + ", found " + (value instanceof Number ? value : "no number"),
                "every vertex has a list of neighbours, even if it is empty");
    }

    private static Map<?, ?> unpickle(Input input) throws IOException {
        try (InputStream in = input.open()) {
            if (Pickle.ofPlainData().read(input.path(), in) instanceof Map<?, ?> lists) {
                return lists;
            }
            throw input.error("the pickle is no dictionary", "a graph is {vertex: [neighbours]}");
        }
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public void write(Graph graph, Output output) {
        throw new IllegalArgumentException("format planetoid is read only");
    }
}
