package org.seprank.gnn.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    private final int[] relationOfEdge; // empty: one relation
    private final int relations;
    private final FeatureMatrix features;
    private final List<Origin> origin; // empty: not a part of another batch
    private final Extras extras;
    private final Map<OperatorKind, Csr> operators;
    private volatile @Nullable FeatureMatrix looped;

    private GraphBatch(Csr neighbours, int[][] numbers, FeatureMatrix features, List<Origin> origin) {
        this.neighbours = neighbours;
        this.graphOffsets = numbers[0];
        this.relationOfEdge = numbers[1];
        this.edgeCount = numbers[2][0];
        this.relations = numbers[2][1];
        this.features = features;
        this.origin = origin;
        this.extras = Extras.none(edgeCount);
        this.operators = new ConcurrentHashMap<>();
    }

    /**
     * What only some networks look at.
     *
     * @param pairs first and second vertices of those that are asked about
     * @param ofEdges the features of edges, a 1 for each where they have none
     * @param described whether they have some
     */
    private record Extras(List<int[]> pairs, FeatureMatrix ofEdges, boolean described) {
        static Extras none(int edges) {
            return new Extras(List.of(new int[0], new int[0]), FeatureMatrix.constant(edges, 1), false);
        }
    }

    private GraphBatch(GraphBatch structure, FeatureMatrix features, Extras extras) {
        this.neighbours = structure.neighbours;
        this.graphOffsets = structure.graphOffsets;
        this.relationOfEdge = structure.relationOfEdge;
        this.edgeCount = structure.edgeCount;
        this.relations = structure.relations;
        this.features = features;
        this.origin = structure.origin;
        this.extras = extras;
        boolean same = extras.pairs == structure.extras.pairs;
        this.operators = same // they do not depend on features
                ? structure.operators
                : new ConcurrentHashMap<>(structure.operators);
        if (!same) {
            operators.remove(OperatorKind.PAIRS);
        }
    }

    /**
     * One graph.
     *
     * @throws IllegalArgumentException unless there are features for every vertex
     */
    public static GraphBatch of(Graph graph, FeatureMatrix features) {
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
        return new GraphBatch(graph.directed() ? matrix : matrix.asSymmetric(), numbers, features, List.of());
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
        FeatureMatrix features =
                FeatureMatrix.stacked(parts.stream().map(GraphBatch::features).toList());
        int[][] numbers = {offsets, relationOfEdge, {edges, relations}};
        GraphBatch packed = new GraphBatch(undirected ? matrix.asSymmetric() : matrix, numbers, features, List.of());
        return parts.stream().anyMatch(p -> p.extras.described)
                ? packed.withEdgeFeatures(FeatureMatrix.stacked(
                        parts.stream().map(GraphBatch::edgeFeatures).toList()))
                : packed;
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
        return new GraphBatch(new GraphBatch(neighbours, numbers, features, List.of()), features, extras);
    }

    /**
     * The same graphs, where pairs of vertices are asked about.
     *
     * @param first an end of each
     * @param second the other end of each
     * @throws IllegalArgumentException if an end is no vertex, or both are the same
     */
    public GraphBatch withPairs(int[] first, int[] second) {
        for (int p = 0; p < first.length; p++) {
            boolean there = Math.min(first[p], second[p]) >= 0 && Math.max(first[p], second[p]) < vertexCount();
            if (!there || first[p] == second[p]) {
                throw new IllegalArgumentException(
                        first[p] + " and " + second[p] + " are no two of " + vertexCount() + " vertices");
            }
        }
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " first ends for " + second.length + " second ends");
        }
        return new GraphBatch(
                this, features, new Extras(List.of(first.clone(), second.clone()), extras.ofEdges, extras.described));
    }

    /** Both ends of the pairs that are asked about. Read only. */
    List<int[]> pairs() {
        return extras.pairs;
    }

    /**
     * The same graphs with features of edges, in the order of their numbers.
     *
     * @throws IllegalArgumentException unless there are features for every edge
     */
    public GraphBatch withEdgeFeatures(FeatureMatrix ofEdges) {
        if (ofEdges.rows() != edgeCount) {
            throw new IllegalArgumentException(
                    "features of " + ofEdges.rows() + " edges do not fit a batch with " + edgeCount);
        }
        return new GraphBatch(this, features, new Extras(extras.pairs, ofEdges, true));
    }

    /** The features of all edges; a 1 for each where they have none. */
    public FeatureMatrix edgeFeatures() {
        return extras.ofEdges;
    }

    /**
     * The features of all edges, and below them for each vertex the mean of those of its edges in, 0 where it has none:
     * what stands for an edge of the vertex with itself. Made on first use and kept; time O(m + n + entries).
     */
    public FeatureMatrix edgeFeaturesWithLoops() {
        FeatureMatrix known = looped;
        if (known == null) {
            known = Operators.withLoops(this);
            looped = known;
        }
        return known;
    }

    /** The same graphs with other features. */
    public GraphBatch withFeatures(FeatureMatrix other) {
        if (other.rows() != vertexCount()) {
            throw new IllegalArgumentException(
                    "features of " + other.rows() + " vertices do not fit a batch with " + vertexCount());
        }
        return new GraphBatch(this, other, extras);
    }

    /**
     * The part that those vertices of this batch induce, block-diagonally copied as often as there are features for,
     * one graph per copy. Operators are cut out of those of this batch, so a degree counts neighbours outside of the
     * part as well: a vertex all of whose in-neighbours are in the part receives there what it receives here. Edges
     * keep the numbers that they have here, in all copies. Packed again or without edges, the result forgets where it
     * comes from and counts its own degrees. Time O(n + m + size of the result).
     *
     * @param vertices of this batch, each at most once, in the order that they have in every copy
     * @param copied features of all copies, one below the other
     * @throws IllegalArgumentException if vertices repeat or do not exist, or features do not fit
     */
    public GraphBatch excerpt(int[] vertices, FeatureMatrix copied) {
        Excerpt excerpt = Excerpt.of(this, vertices, copied.rows());
        int[][] numbers = {excerpt.offsets(), relationOfEdge, {edgeCount, relations}};
        GraphBatch part = new GraphBatch(excerpt.cut(neighbours), numbers, copied, List.of(excerpt));
        return new GraphBatch(part, copied, new Extras(part.extras.pairs, extras.ofEdges, extras.described));
    }

    /**
     * The same batch without the edges that a random choice drops, both directions of an undirected edge together;
     * edges keep their numbers. Time O(n + m).
     *
     * @param rates the probability of each edge to go
     */
    GraphBatch dropEdges(double[] rates, long seed) {
        boolean[] dropped = new boolean[edgeCount];
        CounterRandom random = CounterRandom.of(seed);
        for (int e = 0; e < edgeCount; e++) {
            dropped[e] = random.nextDouble() < rates[e];
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
                    values[at++] = neighbours.doubles()[k];
                }
            }
            offsets[i + 1] = at;
        }
        Csr kept = Csr.of(vertexCount(), offsets, Arrays.copyOf(indices, at), Arrays.copyOf(values, at))
                .withEdges(Arrays.copyOf(edges, at));
        int[][] numbers = {graphOffsets, relationOfEdge, {edgeCount, relations}};
        GraphBatch thinned = new GraphBatch(undirected() ? kept.asSymmetric() : kept, numbers, features, List.of());
        return new GraphBatch(thinned, features, extras);
    }

    /**
     * The graph that consecutive vertices of this batch are, with edges of its own. Time O(size of the result).
     *
     * @throws IllegalArgumentException if an edge comes from elsewhere
     */
    public GraphBatch slice(int from, int to) {
        int start = neighbours.offsets()[from];
        int end = neighbours.offsets()[to];
        int[] used = Arrays.stream(neighbours.edges(), start, end)
                .sorted()
                .distinct()
                .toArray();
        int[] offsets = new int[to - from + 1];
        int[] indices = new int[end - start];
        int[] edges = new int[end - start];
        Arrays.setAll(offsets, i -> neighbours.offsets()[from + i] - start);
        Arrays.setAll(indices, k -> neighbours.indices()[start + k] - from);
        Arrays.setAll(edges, k -> Arrays.binarySearch(used, neighbours.edges()[start + k]));
        double[] values = Arrays.copyOfRange(neighbours.doubles(), start, end);
        Csr own = Csr.of(to - from, offsets, indices, values).withEdges(edges);
        int[] relation = relations == 1
                ? new int[0]
                : Arrays.stream(used).map(e -> relationOfEdge[e]).toArray();
        int[][] numbers = {{0, to - from}, relation, {used.length, relations}};
        FeatureMatrix x = features.select(IntStream.range(from, to).toArray());
        GraphBatch part = new GraphBatch(undirected() ? own.asSymmetric() : own, numbers, x, List.of());
        return new GraphBatch(part, x, new Extras(part.extras.pairs, extras.ofEdges.select(used), extras.described));
    }

    /** The operator of that kind. */
    public Csr operator(OperatorKind kind) {
        Csr known = operators.get(kind);
        if (known == null) {
            Csr made = made(kind);
            Csr earlier = operators.putIfAbsent(kind, made);
            known = earlier == null ? made : earlier;
        }
        return known;
    }

    private Csr made(OperatorKind kind) {
        return origin.isEmpty() || !kind.cut()
                ? Operators.of(this, kind)
                : origin.get(0).cut(origin.get(0).whole().operator(kind), kind);
    }

    /** The neighbours as sums take them. */
    Csr summed() {
        return origin.isEmpty() ? neighbours : origin.get(0).summed(neighbours);
    }

    /**
     * How many vertices, the first ones, have after so many aggregations the values that the batch is for: all, unless
     * it is a {@linkplain NeighbourSampler sample}, whose last ones are there for the first.
     */
    int rowsAfter(int aggregations) {
        return origin.isEmpty() ? vertexCount() : origin.get(0).rowsAfter(aggregations);
    }

    /** The part of this batch that those rows are, with edges of its own. */
    GraphBatch sampled(SampledRows rows) {
        int[] edges = rows.edges();
        int[] relation = relations == 1
                ? new int[0]
                : Arrays.stream(edges).map(e -> relationOfEdge[e]).toArray();
        int[][] numbers = {{0, rows.vertices().length}, relation, {edges.length, relations}};
        FeatureMatrix gathered = features.select(rows.vertices());
        GraphBatch part =
                new GraphBatch(rows.cut(neighbours, OperatorKind.NEIGHBOURS), numbers, gathered, List.of(rows));
        return new GraphBatch(
                part, gathered, new Extras(part.extras.pairs, extras.ofEdges.select(edges), extras.described));
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
    int[] graphOffsets() {
        return graphOffsets;
    }

    /** Whether all graphs are undirected. */
    boolean undirected() {
        return neighbours.symmetric();
    }

    /** The number of relations, 1 unless told otherwise. */
    public int relations() {
        return relations;
    }

    int[] relationOfEdge() {
        return relations == 1 ? new int[edgeCount] : relationOfEdge;
    }

    /** The features of all vertices. */
    public FeatureMatrix features() {
        return features;
    }

    @Override
    public String toString() {
        return graphCount() + " graphs, " + vertexCount() + " vertices, " + edgeCount + " edges, feature width "
                + features.width();
    }
}
