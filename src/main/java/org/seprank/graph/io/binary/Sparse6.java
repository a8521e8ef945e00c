package org.seprank.graph.io.binary;

import java.io.IOException;
import java.util.Set;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.GraphSink;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;

/**
 * sparse6: a line per graph that begins with a colon, n and the edges in six bits per character (McKay, formats.txt of
 * nauty). Undirected, vertices 0..n-1. Lines of graph6 in the same file are read too.
 */
public final class Sparse6 implements Codec {
    @Override
    public boolean recognises(Head head) {
        String line = head.firstLine();
        return head.startsWith(NautyLines.SPARSE6)
                || (line.length() > 1 && line.charAt(0) == ':' && SixBits.isCode(line, 1));
    }

    @Override
    public Set<Feature> holds() {
        return Set.of(Feature.UNDIRECTED, Feature.ISOLATED_VERTICES, Feature.MANY_GRAPHS);
    }

    @Override
    public Graph read(Input input) throws IOException {
        return NautyLines.only(input);
    }

    @Override
    public void forEach(Input input, GraphSink sink) throws IOException {
        NautyLines.forEach(input, sink);
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        int n = graph.vertexCount();
        int length = NautyLines.bitsOf(n);
        output.text(":");
        SixBits code = new SixBits(output);
        code.writeNumber(n);
        Adjacency neighbours = graph.out();
        int current = 0;
        for (int v = 0; v < n; v++) {
            for (int i = neighbours.offsets()[v]; i < neighbours.offsets()[v + 1]; i++) {
                int u = neighbours.neighbours()[i];
                if (u > v) {
                    break;
                }
                writeEdge(code, u, v, new int[] {current, length});
                current = v;
            }
        }
        // otherwise the filling could be read as an edge of the last vertex
        boolean ambiguous = length < 6 && n == 1 << length && code.missing() >= length + 1 && current == n - 2;
        if (ambiguous) {
            code.write(0);
        }
        code.fill(1);
        output.line("");
    }

    /**
     * Writes the edge of u and the larger v when the reader's v is {@code state[0]} and numbers have {@code state[1]}
     * bits.
     */
    private static void writeEdge(SixBits code, int u, int v, int[] state) throws IOException {
        code.write(v == state[0] ? 0 : 1);
        if (v > state[0] + 1) {
            code.write(v, state[1]);
            code.write(0);
        }
        code.write(u, state[1]);
    }
}
