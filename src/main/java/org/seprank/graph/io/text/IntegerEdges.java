package org.seprank.graph.io.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
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
        VertexIds ids = ids();
        return Optional.of(build(ids));
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

    private VertexIds ids() {
        if (input.vertexCount() > 0) {
            return VertexIds.consecutive(input.vertexCount());
        }
        boolean none = min > max;
        if (header.vertexCount() >= 0 && (none || (min >= 0 && max < header.vertexCount()))) {
            return VertexIds.consecutive((int) header.vertexCount());
        }
        long range = max - min; // negative where it exceeds 63 bits
        long[] ids = range >= 0 && range < 8 * edges + 1024 ? occurring((int) range + 1) : sorted();
        return VertexIds.ascending(ids);
    }

    /** The ids that occur, when they are dense enough for a table. */
    private long[] occurring(int range) {
        BitSet occur = new BitSet(range);
        for (EdgeBlock block : blocks) {
            long[] ends = block.ends();
            for (int i = 0; i < 2 * block.count(); i++) {
                occur.set((int) (ends[i] - min));
            }
        }
        header.isolated().forEach(id -> occur.set((int) (Long.parseLong(id) - min)));
        return occur.stream().mapToLong(i -> i + min).toArray();
    }

    private long[] sorted() {
        int count = Math.toIntExact(2 * edges);
        long[] ids = new long[count + header.isolated().size()];
        int filled = 0;
        for (EdgeBlock block : blocks) {
            System.arraycopy(block.ends(), 0, ids, filled, 2 * block.count());
            filled += 2 * block.count();
        }
        for (String id : header.isolated()) {
            ids[filled++] = Long.parseLong(id);
        }
        Arrays.parallelSort(ids);
        int distinct = 0;
        for (long id : ids) {
            if (distinct == 0 || ids[distinct - 1] != id) {
                ids[distinct++] = id;
            }
        }
        return Arrays.copyOf(ids, distinct);
    }

    private Graph build(VertexIds ids) {
        Numbering vertices = Numbering.of(ids, min, max);
        GraphBuilder builder = GraphBuilder.over(ids, directed()).expectEdges((int) edges);
        boolean both = directed() && header.kind() == Kind.EDGE;
        for (int b = 0; b < blocks.size(); b++) {
            EdgeBlock block = blocks.get(b);
            blocks.set(b, EdgeBlock.parse(new byte[0], 0, 0)); // so that its memory can be used for the graph
            for (int e = 0; e < block.count(); e++) {
                int u = vertices.of(block.ends()[2 * e]);
                int v = vertices.of(block.ends()[2 * e + 1]);
                add(builder, u, v, block, e);
                if (both && u != v) {
                    add(builder, v, u, block, e);
                }
            }
        }
        return builder.build();
    }

    private void add(GraphBuilder builder, int u, int v, EdgeBlock block, int e) {
        if (columns == 3 && input.weights()) {
            builder.edge(u, v, block.weight(e));
        } else {
            builder.edge(u, v);
        }
    }

    private boolean directed() {
        return switch (input.direction()) {
            case AUTO -> header.kind() == Kind.ARC;
            case DIRECTED -> true;
            case UNDIRECTED -> false;
        };
    }

    /** From id to vertex: the number itself, a table, or binary search. */
    private sealed interface Numbering {
        int of(long id);

        static Numbering of(VertexIds ids, long min, long max) {
            int n = ids.size();
            boolean same = n == 0 || (ids.id(0).equals("0") && ids.id(n - 1).equals(Integer.toString(n - 1)));
            if (same) {
                return new Same();
            }
            long[] sorted = new long[n];
            Arrays.setAll(sorted, v -> Long.parseLong(ids.id(v)));
            long range = max - min;
            if (range < 0 || range >= 16L * n + 1024) {
                return new Search(sorted);
            }
            int[] table = new int[(int) range + 1];
            for (int v = 0; v < n; v++) {
                table[(int) (sorted[v] - min)] = v;
            }
            return new Table(min, table);
        }
    }

    private record Same() implements Numbering {
        @Override
        public int of(long id) {
            return (int) id;
        }
    }

    private static final class Table implements Numbering {
        private final long min;
        private final int[] vertices;

        Table(long min, int[] vertices) {
            this.min = min;
            this.vertices = vertices;
        }

        @Override
        public int of(long id) {
            return vertices[(int) (id - min)];
        }
    }

    private static final class Search implements Numbering {
        private final long[] sorted;

        Search(long[] sorted) {
            this.sorted = sorted;
        }

        @Override
        public int of(long id) {
            return Arrays.binarySearch(sorted, id);
        }
    }
}
