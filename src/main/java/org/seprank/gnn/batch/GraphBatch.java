package org.seprank.gnn.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.seprank.gnn.kernel.CounterRandom;
import org.seprank.gnn.kernel.Csr;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * One graph, or many packed block-diagonally, with the features of its vertices. Vertices of the g-th graph are
 * {@code graphOffsets()[g] .. graphOffsets()[g+1]-1}. Immutable and safe to share between threads.
 *
 * <p>A vertex receives the messages of its in-neighbours, which in an undirected graph are all neighbours. Operators
 * are made on first use and kept.
 */
public final class GraphBatch {
    private final Csr neighbours;
    private final int[] graphOffsets;
    private final int edgeCount;
    private final boolean undirected;
    private final int[] relationOfEdge; // empty: one relation
    private final int relations;
    private final Features features;
    private final Map<OperatorKind, Csr> operators = new ConcurrentHashMap<>();

    private GraphBatch(Csr neighbours, int[][] numbers, boolean undirected, Features features) {
        this.neighbours = neighbours;
        this.graphOffsets = numbers[0];
        this.relationOfEdge = numbers[1];
        this.edgeCount = numbers[2][0];
        this.relations = numbers[2][1];
        this.undirected = undirected;
        this.features = features;
    }

    /**
     * One graph.
     *
     * @throws IllegalArgumentException unless there are features for every vertex
     */
    public static GraphBatch of(Graph graph, Features features) {
        int n = graph.vertexCount();
        if (features.rows() != n) {
            throw new IllegalArgumentException(
                    "features of " + features.rows() + " vertices do not fit a graph with " + n);
        }
        Adjacency in = graph.in();
        double[] weights = new double[in.edges().length];
        Arrays.setAll(weights, k -> graph.weight(in.edges()[k]));
        Csr matrix = Csr.of(n, in.offsets(), in.neighbours(), weights).withEdges(in.edges());
        int[][] numbers = {{0, n}, {}, {graph.edgeCount(), 1}};
        return new GraphBatch(graph.directed() ? matrix : matrix.asSymmetric(), numbers, !graph.directed(), features);
    }

    /**
     * Many batches as one, vertices, edges and graphs in their order. Time O(total size).
     *
     * @throws IllegalArgumentException if there are none, or feature widths differ
     */
    public static GraphBatch pack(List<GraphBatch> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there is no graph to pack");
        }
        boolean undirected = parts.stream().allMatch(GraphBatch::undirected);
        Csr matrix = StackedRows.diagonal(parts);
        int[] sizes = parts.stream()
                .flatMapToInt(
                        p -> IntStream.range(0, p.graphCount()).map(g -> p.graphOffsets[g + 1] - p.graphOffsets[g]))
                .toArray();
        int[] offsets = new int[sizes.length + 1];
        for (int g = 0; g < sizes.length; g++) {
            offsets[g + 1] = offsets[g] + sizes[g];
        }
        int relations = parts.stream().mapToInt(GraphBatch::relations).max().orElse(1);
        int[] relationOfEdge = relations == 1
                ? new int[0]
                : parts.stream()
                        .flatMapToInt(p -> Arrays.stream(p.relationOfEdge()))
                        .toArray();
        int edges = parts.stream().mapToInt(GraphBatch::edgeCount).sum();
        Features features =
                Features.stacked(parts.stream().map(GraphBatch::features).toList());
        int[][] numbers = {offsets, relationOfEdge, {edges, relations}};
        return new GraphBatch(undirected ? matrix.asSymmetric() : matrix, numbers, undirected, features);
    }

    /**
     * The same batch whose edges belong to relations.
     *
     * @param ofEdge the relation of each edge, in 0..count-1
     * @param count the number of relations
     */
    public GraphBatch withRelations(int[] ofEdge, int count) {
        if (ofEdge.length != edgeCount) {
            throw new IllegalArgumentException(ofEdge.length + " relations for " + edgeCount + " edges");
        }
        for (int relation : ofEdge) {
            if (relation < 0 || relation >= count) {
                throw new IllegalArgumentException("relation " + relation + " is not in 0.." + (count - 1));
            }
        }
        int[][] numbers = {graphOffsets, ofEdge.clone(), {edgeCount, count}};
        return new GraphBatch(neighbours, numbers, undirected, features);
    }

    /** The same graphs with other features. */
    public GraphBatch withFeatures(Features other) {
        if (other.rows() != vertexCount()) {
            throw new IllegalArgumentException(
                    "features of " + other.rows() + " vertices do not fit a batch with " + vertexCount());
        }
        int[][] numbers = {graphOffsets, relationOfEdge, {edgeCount, relations}};
        return new GraphBatch(neighbours, numbers, undirected, other);
    }

    /**
     * The same batch without the edges that a random choice drops, both directions of an undirected edge together;
     * edges keep their numbers (DropEdge, arXiv 1907.10903). Time O(n + m).
     *
     * @param rate the probability of an edge to go, in [0, 1)
     */
    public GraphBatch dropEdges(double rate, long seed) {
        boolean[] dropped = new boolean[edgeCount];
        CounterRandom random = CounterRandom.of(seed);
        for (int e = 0; e < edgeCount; e++) {
            dropped[e] = random.nextDouble() < rate;
        }
        int[] offsets = new int[vertexCount() + 1];
        int[] indices = new int[neighbours.entryCount()];
        int[] edges = new int[indices.length];
        double[] values = new double[indices.length];
        int at = 0;
        for (int i = 0; i < vertexCount(); i++) {
            for (int k = neighbours.offsets()[i]; k < neighbours.offsets()[i + 1]; k++) {
                if (!dropped[neighbours.edges()[k]]) {
                    indices[at] = neighbours.indices()[k];
                    edges[at] = neighbours.edges()[k];
                    values[at++] = neighbours.values()[k];
                }
            }
            offsets[i + 1] = at;
        }
        Csr kept = Csr.of(vertexCount(), offsets, Arrays.copyOf(indices, at), Arrays.copyOf(values, at))
                .withEdges(Arrays.copyOf(edges, at));
        int[][] numbers = {graphOffsets, relationOfEdge, {edgeCount, relations}};
        return new GraphBatch(undirected ? kept.asSymmetric() : kept, numbers, undirected, features);
    }

    /** The operator of that kind. */
    public Csr operator(OperatorKind kind) {
        Csr known = operators.get(kind);
        if (known == null) {
            Csr made = Operators.of(this, kind);
            Csr earlier = operators.putIfAbsent(kind, made);
            known = earlier == null ? made : earlier;
        }
        return known;
    }

    Csr neighbours() {
        return neighbours;
    }

    /** n over all graphs. */
    public int vertexCount() {
        return neighbours.rows();
    }

    /** m over all graphs; an undirected edge counts once. */
    public int edgeCount() {
        return edgeCount;
    }

    /** The number of graphs. */
    public int graphCount() {
        return graphOffsets.length - 1;
    }

    /** Where the vertices of each graph start. Read only. */
    public int[] graphOffsets() {
        return graphOffsets;
    }

    /** Whether all graphs are undirected. */
    public boolean undirected() {
        return undirected;
    }

    /** The number of relations, 1 unless told otherwise. */
    public int relations() {
        return relations;
    }

    int[] relationOfEdge() {
        return relations == 1 ? new int[edgeCount] : relationOfEdge;
    }

    /** The features of all vertices. */
    public Features features() {
        return features;
    }

    @Override
    public String toString() {
        return graphCount() + " graphs, " + vertexCount() + " vertices, " + edgeCount + " edges, feature width "
                + features.width();
    }
}
