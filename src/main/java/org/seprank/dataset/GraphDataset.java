package org.seprank.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.seprank.graph.Graph;

/**
 * Many graphs with features and one label each, or {@linkplain TargetValues values} to be predicted, and splits of the
 * graphs. Features of all graphs are stacked: vertex v of graph i has row {@code vertexOffset(i) + v} of
 * {@link #features()}, edge e row {@code edgeOffset(i) + e} of {@link #edgeFeatures()}. The label is one of the graph,
 * or of its {@linkplain #target target vertex}. Graphs may be the same object many times over. Immutable.
 */
public final class GraphDataset implements Dataset {
    private final String name;
    private final List<Graph> graphs;
    private final Features features;
    private final Truth truth;
    private final Options options;
    private final int[] vertexOffsets;
    private final int[] edgeOffsets;

    /** What a dataset may have besides graphs, features and labels. */
    private record Options(
            List<Split> splits, Provenance provenance, Features edgeFeatures, List<Integer> targets, Coding coding) {}

    private GraphDataset(String name, List<Graph> graphs, Features features, Truth truth, Options options) {
        this.name = name;
        this.graphs = List.copyOf(graphs);
        this.features = features;
        this.truth = truth;
        this.vertexOffsets = new int[graphs.size() + 1];
        this.edgeOffsets = new int[graphs.size() + 1];
        for (int i = 0; i < graphs.size(); i++) {
            vertexOffsets[i + 1] = Math.addExact(vertexOffsets[i], graphs.get(i).vertexCount());
            edgeOffsets[i + 1] = Math.addExact(edgeOffsets[i], graphs.get(i).edgeCount());
        }
        check("features", features.rows(), vertexOffsets[graphs.size()]);
        check("labels", truth.size(), graphs.size());
        this.options = checked(options);
    }

    private Options checked(Options asked) {
        int total = edgeOffsets[graphs.size()];
        if (asked.edgeFeatures().columns() > 0) {
            check("edge features", asked.edgeFeatures().rows(), total);
        }
        for (Split split : asked.splits()) {
            check("split '" + split.name() + "'", split.size(), graphs.size());
        }
        List<Split> known =
                asked.splits().stream().map(split -> split.knownOnly(truth)).toList();
        return new Options(known, asked.provenance(), asked.edgeFeatures(), asked.targets(), asked.coding());
    }

    private static void check(String what, int size, int expected) {
        if (size != expected) {
            throw new IllegalArgumentException(what + " for " + size + " items where there are " + expected);
        }
    }

    /**
     * A dataset without splits, edge features and target vertices.
     *
     * @param features [total number of vertices, d], graph after graph
     * @throws IllegalArgumentException if features or labels do not fit the graphs
     */
    public static GraphDataset of(String name, List<Graph> graphs, Features features, Labels labels) {
        Options options = new Options(List.of(), Provenance.inMemory(), Features.none(0), List.of(), Coding.none());
        return new GraphDataset(name, graphs, features, Truth.of(labels), options);
    }

    @Override
    public GraphDataset withSplits(List<Split> splits) {
        return with(new Options(splits, options.provenance, options.edgeFeatures, options.targets, options.coding));
    }

    @Override
    public GraphDataset withTargetValues(TargetValues values) {
        return new GraphDataset(name, graphs, features, new Truth(truth.labels(), values), options);
    }

    @Override
    public GraphDataset withProvenance(Provenance provenance) {
        return with(new Options(options.splits, provenance, options.edgeFeatures, options.targets, options.coding));
    }

    /** The same data with features of edges, [total number of edges, e], graph after graph in the order of edges. */
    public GraphDataset withEdgeFeatures(Features edgeFeatures) {
        return with(new Options(options.splits, options.provenance, edgeFeatures, options.targets, options.coding));
    }

    /** The same data where the label of graph i is that of its vertex {@code targets[i]}. */
    public GraphDataset withTargets(int... targets) {
        check("targets", targets.length, graphs.size());
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] < 0 || targets[i] >= graphs.get(i).vertexCount()) {
                throw new IllegalArgumentException("target " + targets[i] + " of graph " + i + " is not in 0.."
                        + (graphs.get(i).vertexCount() - 1));
            }
        }
        List<Integer> boxed = Arrays.stream(targets).boxed().toList();
        return with(new Options(options.splits, options.provenance, options.edgeFeatures, boxed, options.coding));
    }

    /** The same data, of which it is known by what numbers a file said it. */
    public GraphDataset withCoding(Coding coding) {
        return with(new Options(options.splits, options.provenance, options.edgeFeatures, options.targets, coding));
    }

    /**
     * The same labels, splits and targets on other graphs, as after rewiring.
     *
     * @param others as many as there are
     * @param stacked the features of their vertices
     * @param ofEdges the features of their edges; none where {@code columns()} is 0
     */
    public GraphDataset withGraphs(List<Graph> others, Features stacked, Features ofEdges) {
        check("graphs", others.size(), size());
        Options changed = new Options(options.splits, options.provenance, ofEdges, options.targets, options.coding);
        return new GraphDataset(name, others, stacked, truth, changed);
    }

    private GraphDataset with(Options changed) {
        return new GraphDataset(name, graphs, features, truth, changed);
    }

    @Override
    public String name() {
        return name;
    }

    /** The graphs. */
    public List<Graph> graphs() {
        return graphs;
    }

    /** The number of graphs. */
    public int size() {
        return graphs.size();
    }

    /** The stacked features of the vertices. */
    public Features features() {
        return features;
    }

    /** The features of the vertices of graph {@code i}: [its n, d]. */
    public Features features(int i) {
        int[] rows = IntStream.range(vertexOffset(i), vertexOffset(i + 1)).toArray();
        return features.select(rows);
    }

    @Override
    public Features edgeFeatures() {
        return options.edgeFeatures;
    }

    /** The features of the edges of graph {@code i}: [its m, e]; none where {@code columns()} is 0. */
    public Features edgeFeatures(int i) {
        return options.edgeFeatures.columns() == 0
                ? options.edgeFeatures
                : options.edgeFeatures.select(
                        IntStream.range(edgeOffset(i), edgeOffset(i + 1)).toArray());
    }

    /** The row of vertex 0 of graph {@code i}; the total number of vertices for i = size. */
    public int vertexOffset(int i) {
        return vertexOffsets[i];
    }

    /** The row of edge 0 of graph {@code i}; the total number of edges for i = size. */
    public int edgeOffset(int i) {
        return edgeOffsets[i];
    }

    /** The vertex of graph {@code i} that its label is about; empty for a label of the whole graph. */
    public OptionalInt target(int i) {
        return options.targets.isEmpty() ? OptionalInt.empty() : OptionalInt.of(options.targets.get(i));
    }

    /** By what numbers a file said classes and categories. */
    public Coding coding() {
        return options.coding;
    }

    @Override
    public int featureCount() {
        return features.columns();
    }

    @Override
    public Truth truth() {
        return truth;
    }

    @Override
    public List<Split> splits() {
        return options.splits;
    }

    @Override
    public Provenance provenance() {
        return options.provenance;
    }

    @Override
    public String contentHash() {
        ContentHash hash = new ContentHash();
        graphs.forEach(hash::add);
        int[] targets = options.targets.stream().mapToInt(Integer::intValue).toArray();
        return hash.add(features)
                .add(options.edgeFeatures)
                .add(truth)
                .add(targets)
                .hex();
    }

    @Override
    public String toString() {
        return name + ": " + graphs.size() + " graphs, " + vertexOffsets[graphs.size()] + " vertices, "
                + edgeOffsets[graphs.size()] + " edges, " + featureCount() + " features, " + truth.described();
    }
}
