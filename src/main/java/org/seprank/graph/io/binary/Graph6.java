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
 * graph6: a line per graph, n and the upper triangle of the adjacency matrix column by column in six bits per character
 * (McKay, formats.txt of nauty). Undirected, vertices 0..n-1. Lines of sparse6 in the same file are read too.
 */
public final class Graph6 implements Codec {
    private static final int LONGEST_SNIFFED = 1 << 15;

    @Override
    public boolean recognises(Head head) {
        return head.startsWith(NautyLines.GRAPH6) || isGraph(head.firstLine());
    }

    /** A word whose length is the one that its first characters ask for is hardly anything else. */
    private static boolean isGraph(String line) {
        boolean code = !line.isEmpty()
                && line.length() < LONGEST_SNIFFED
                && SixBits.isCode(line, 0)
                && SixBits.lengthOfNumber(line, 0) <= line.length();
        if (!code) {
            return false;
        }
        long n = SixBits.number(line, 0);
        return n < LONGEST_SNIFFED && line.length() - SixBits.lengthOfNumber(line, 0) == (n * (n - 1) / 2 + 5) / 6;
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
        SixBits code = new SixBits(output);
        code.writeNumber(graph.vertexCount());
        Adjacency neighbours = graph.out();
        for (int v = 1; v < graph.vertexCount(); v++) {
            int next = neighbours.offsets()[v];
            int end = neighbours.offsets()[v + 1];
            for (int u = 0; u < v; u++) {
                boolean edge = next < end && neighbours.neighbours()[next] == u;
                code.write(edge ? 1 : 0);
                next += edge ? 1 : 0;
            }
        }
        code.fill(0);
        output.line("");
    }
}
