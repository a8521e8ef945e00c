package org.seprank.dataset.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.GraphRanges;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.file.ListedArcs;
import org.seprank.dataset.file.Source;
import org.seprank.dataset.torch.GraphValues.Ends;
import org.seprank.dataset.torch.GraphValues.Range;
import org.seprank.file.ReadLimits;
import org.seprank.file.torch.Tensor;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/**
 * Makes a dataset of the values of graphs. Where {@code y} has a row for every vertex their vertices are labelled,
 * otherwise the graphs, with a row of {@code y} each.
 */
final class GraphAssembly {
    private static final List<String> USED = List.of(
            "x",
            "y",
            "edge_index",
            "edge_attr",
            "edge_weight",
            "adj",
            "adj_t",
            "num_nodes",
            "train_mask",
            "val_mask",
            "valid_mask",
            "test_mask",
            "batch",
            "ptr",
            "relation");

    private static final long BELIEVED = 1 << 24;
    private static final long VERTICES_PER_ARC = 1024;
    private static final int BYTES_PER_VERTEX = 64;

    private final Source source;
    private final List<GraphValues> graphs;
    private final Ends[] ends;
    private final long[] vertices;

    GraphAssembly(Source source, List<GraphValues> graphs) {
        this.source = source;
        this.graphs = graphs;
        this.ends = new Ends[graphs.size()];
        this.vertices = new long[graphs.size()];
        for (int g = 0; g < graphs.size(); g++) {
            int number = g;
            ends[g] = named(g, () -> graphs.get(number).ends());
            vertices[g] = vertexCount(g);
        }
        if (Arrays.stream(vertices).reduce(0, Math::addExact) > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the graphs have more vertices than are read");
        }
    }

    private interface Step<T> {
        T run();
    }

    private <T> T named(int g, Step<T> step) {
        try {
            return step.run();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Stacked.at(graphs, g) + e.getMessage(), e);
        }
    }

    private long vertexCount(int g) {
        long largest = ends[g].largest() + 1;
        Optional<Tensor> y = graphs.get(g).tensor("y");
        boolean perVertex = graphs.size() == 1 && y.isPresent() && y.get().dimensions() > 0;
        long least = perVertex ? Math.max(largest, y.get().length(0)) : largest;
        return graphs.get(g).vertexCount().orElse(least);
    }

    /** Whether y has a row for each vertex. */
    private boolean perVertex() {
        boolean all = true;
        boolean single = true;
        for (int g = 0; g < graphs.size(); g++) {
            Optional<Tensor> y = graphs.get(g).tensor("y");
            all &= y.isPresent() && y.get().dimensions() > 0 && y.get().length(0) == vertices[g];
            single &= y.isEmpty() || y.get().length(0) == 1;
        }
        boolean masked = graphs.get(0).tensor("train_mask").isPresent();
        boolean unlabelled = graphs.size() == 1 && graphs.get(0).tensor("y").isEmpty();
        return unlabelled || masked || (all && (!single || graphs.size() == 1));
    }

    /** The dataset of that name. */
    Dataset dataset(String name) {
        List<String> others = graphs.isEmpty() ? List.of() : graphs.get(0).others(USED);
        if (!others.isEmpty()) {
            source.warn("left out are " + String.join(", ", others));
        }
        return perVertex() ? ofVertices(name) : ofGraphs(name);
    }

    private ListedArcs arcs(int from, int to) {
        int size = 0;
        long n = 0;
        for (int g = from; g < to; g++) {
            size = Math.addExact(size, ends[g].size());
            n += vertices[g];
        }
        long most = Math.min(BELIEVED + VERTICES_PER_ARC * size, ReadLimits.roomFor(BYTES_PER_VERTEX));
        if (n > most) {
            throw new IllegalArgumentException(n + " vertices are more than " + size
                    + " edges bear out, or memory has room for (give Java more, as in SEPRANK_OPTS=-Xmx8g)");
        }
        int count = (int) n;
        return to - from == 1 ? named(from, () -> ends[from].arcs(count)) : sideBySide(from, to, size, count);
    }

    private ListedArcs sideBySide(int from, int to, int size, int count) {
        boolean weighted = false;
        for (int g = from; g < to; g++) {
            weighted |= ends[g].weighted();
        }
        int[] tails = new int[size];
        int[] heads = new int[size];
        double[] weights = new double[weighted ? size : 0];
        Arrays.fill(weights, 1);
        int at = 0;
        long first = 0;
        for (int g = from; g < to; g++) {
            int number = g;
            int place = at;
            Range range = new Range(first, vertices[g]);
            named(g, () -> {
                ends[number].into(tails, heads, ends[number].weighted() ? weights : new double[0], place, range);
                return range;
            });
            at += ends[g].size();
            first += vertices[g];
        }
        return new ListedArcs(count, tails, heads, weights);
    }

    private NodeDataset ofVertices(String name) {
        ListedArcs arcs = arcs(0, graphs.size());
        boolean directed = arcs.unmatched() > 0;
        Graph graph = related(graph(arcs, directed), arcs);
        Optional<Outcomes> outcomes = Outcomes.of(graphs, vertices, true);
        Labels labels = outcomes.map(Outcomes::labels).orElse(Labels.missing(arcs.vertexCount()));
        NodeDataset plain = NodeDataset.of(name, graph, Stacked.features(graphs, "x", vertices), labels);
        NodeDataset dataset = outcomes.map(y -> y.addTo(plain)).orElse(plain);
        NodeDataset found = graphs.size() == 1
                ? dataset.withSplits(Masks.of(graphs.get(0), arcs.vertexCount()))
                : dataset.withGraphs(ranges());
        Features perArc = edgeFeatures();
        return perArc.columns() == 0 ? found : found.withEdgeFeatures(perArc.select(arcs.firstOf(graph)));
    }

    private GraphRanges ranges() {
        int[] starts = new int[graphs.size() + 1];
        for (int g = 0; g < graphs.size(); g++) {
            starts[g + 1] = starts[g] + (int) vertices[g];
        }
        return GraphRanges.of(starts);
    }

    private Graph graph(ListedArcs arcs, boolean directed) {
        if (directed) {
            source.warn(arcs.unmatched() + " of " + arcs.size()
                    + " edges have no opposite in edge_index, so the graph is directed");
        } else if (arcs.unequal() > 0) {
            source.warn(arcs.unequal() + " edges have two weights, of which the first is taken");
        }
        return arcs.graph(directed, source.parallelEdges());
    }

    /** The graph with the relation of every edge, where arcs have one. */
    private Graph related(Graph graph, ListedArcs arcs) {
        Optional<Tensor> relation = graphs.size() == 1 ? graphs.get(0).tensor("relation") : Optional.empty();
        if (relation.isEmpty() || relation.get().elements() != arcs.size()) {
            return graph;
        }
        long[] numbers = relation.get().integers();
        int[] first = arcs.firstOf(graph);
        GraphBuilder builder = GraphBuilder.from(graph);
        builder.edgeAttributes().column("relation", Attributes.Type.INTEGER);
        for (int e = 0; e < first.length; e++) {
            builder.edgeAttributes().value("relation", e, Long.toString(numbers[first[e]]));
        }
        return builder.build();
    }

    private Features edgeFeatures() {
        return Stacked.features(
                graphs, "edge_attr", Arrays.stream(ends).mapToLong(Ends::size).toArray());
    }

    private GraphDataset ofGraphs(String name) {
        List<Graph> built = new ArrayList<>();
        List<int[]> rows = new ArrayList<>();
        boolean described = graphs.get(0).has("edge_attr");
        List<ListedArcs> all = new ArrayList<>();
        boolean directed = false;
        for (int g = 0; g < graphs.size(); g++) {
            all.add(arcs(g, g + 1));
            directed |= all.get(g).unmatched() > 0;
        }
        if (directed) {
            source.warn("edges have no opposite in edge_index, so the graphs are directed");
        }
        int first = 0;
        for (ListedArcs arcs : all) {
            Graph graph = arcs.graph(directed, source.parallelEdges());
            built.add(graph);
            int start = first;
            if (described) {
                rows.add(Arrays.stream(arcs.firstOf(graph))
                        .map(row -> row + start)
                        .toArray());
            }
            first += arcs.size();
        }
        Optional<Outcomes> outcomes = Outcomes.of(graphs, vertices, false);
        Labels labels = outcomes.map(Outcomes::labels).orElse(Labels.missing(graphs.size()));
        GraphDataset plain = GraphDataset.of(name, built, Stacked.features(graphs, "x", vertices), labels);
        GraphDataset dataset = outcomes.map(y -> y.addTo(plain)).orElse(plain);
        return described
                ? dataset.withEdgeFeatures(edgeFeatures()
                        .select(rows.stream().flatMapToInt(Arrays::stream).toArray()))
                : dataset;
    }

    /** The number of items of the first graphs: vertices, or graphs. */
    int items(Dataset dataset, int first) {
        return dataset instanceof NodeDataset
                ? (int) Arrays.stream(vertices, 0, first).sum()
                : first;
    }
}
