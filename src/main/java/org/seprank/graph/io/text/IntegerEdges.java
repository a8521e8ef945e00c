package org.seprank.graph.io.text;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexIds;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.IntegerIds;

/** Edges between integer ids, to be made a graph: ids become vertices in ascending order. */
final class IntegerEdges {
    /** An undirected graph has 2 m entries in one array. */
    private static final long MOST_EDGES = 1L << 30;

    private final Input input;
    private final List<EdgeBlock> blocks;
    private final EdgeListHeader header = new EdgeListHeader();
    private int columns;
    private long edges;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    private IntegerEdges(Input input, List<EdgeBlock> blocks) {
        this.input = input;
        this.blocks = blocks;
    }

    static IntegerEdges of(Input input, List<EdgeBlock> blocks) {
        IntegerEdges all = new IntegerEdges(input, blocks);
        for (EdgeBlock block : blocks) {
            all.header.append(block.header());
            all.edges += block.count();
            all.columns = Math.max(all.columns, block.columns());
        }
        return all;
    }

    /** The graph, or empty if it takes the general reader, be it for an error. */
    Optional<Graph> graph() throws IOException {
        if (edges > MOST_EDGES) {
            throw input.error("has " + edges + " edges, more than " + MOST_EDGES, "split the graph");
        }
        boolean general = !header.vertices().isEmpty()
                || header.bipartite()
                || !header.isolated().stream().allMatch(IntegerIds::isInteger)
                || blocks.stream().anyMatch(block -> block.columns() != 0 && block.columns() != columns)
                || (header.vertexCount() >= 0 && !input.believes(header.vertexCount()))
                || (edges == 0 && header.vertexCount() < 0 && input.vertexCount() == 0);
        if (general) {
            return Optional.empty();
        }
        findRange();
        if (input.vertexCount() > 0 && edges > 0 && (min < 0 || max >= input.vertexCount())) {
            return Optional.empty();
        }
        return Optional.of(build());
    }

    private void findRange() {
        for (EdgeBlock block : blocks) {
            long[] ends = block.ends();
            for (int i = 0; i < 2 * block.count(); i++) {
                min = Math.min(min, ends[i]);
                max = Math.max(max, ends[i]);
            }
        }
        for (String id : header.isolated()) {
            min = Math.min(min, Long.parseLong(id));
            max = Math.max(max, Long.parseLong(id));
        }
    }

    /** The number n of vertices 0..n-1 if it is said and no id is beyond, or -1. */
    private int declaredVertices() {
        if (input.vertexCount() > 0) {
            return input.vertexCount();
        }
        boolean fits = min > max || (min >= 0 && max < header.vertexCount());
        return header.vertexCount() >= 0 && fits ? (int) header.vertexCount() : -1;
    }

    private Numbering numbering(int n) {
        if (n >= 0) {
            return new DenseIds(0, 0); // each id is its own number
        }
        long range = max - min; // negative where it exceeds 63 bits
        boolean dense = range >= 0 && range < 8 * edges + 1024 && range < Integer.MAX_VALUE - 8;
        Numbering numbering = dense ? new DenseIds(min, (int) range + 1) : new IdTable();
        for (EdgeBlock block : blocks) {
            long[] ends = block.ends();
            for (int i = 0; i < 2 * block.count(); i++) {
                numbering.add(ends[i]);
            }
        }
        header.isolated().forEach(id -> numbering.add(Long.parseLong(id)));
        return numbering;
    }

    private Graph build() throws IOException {
        int n = declaredVertices();
        Numbering vertices = numbering(n);
        VertexIds ids = n >= 0 ? VertexIds.consecutive(n) : VertexIds.ascending(vertices.number());
        GraphBuilder builder = GraphBuilder.over(ids, directed())
                .withParallelEdges(input.parallel())
                .expectEdges((int) edges);
        boolean weighted = columns == 3 && input.weights();
        boolean both = directed() && header.kind() == Kind.EDGE;
        for (int b = 0; b < blocks.size(); b++) {
            EdgeBlock block = blocks.get(b);
            blocks.set(b, EdgeBlock.parse(new byte[0], 0, 0)); // so that its memory can be used for the graph
            for (int e = 0; e < block.count(); e++) {
                int u = vertices.of(block.ends()[2 * e]);
                int v = vertices.of(block.ends()[2 * e + 1]);
                double weight = weighted ? block.weight(e) : Double.NaN;
                add(builder, u, v, weight);
                if (both && u != v) {
                    add(builder, v, u, weight);
                }
            }
        }
        return input.build(builder);
    }

    /** Adds an edge, without weight if that is NaN. */
    private static void add(GraphBuilder builder, int u, int v, double weight) {
        if (Double.isNaN(weight)) {
            builder.edge(u, v);
        } else {
            builder.edge(u, v, weight);
        }
    }

    private boolean directed() {
        return switch (input.direction()) {
            case AUTO -> header.kind() == Kind.ARC;
            case DIRECTED -> true;
            case UNDIRECTED -> false;
        };
    }
}
