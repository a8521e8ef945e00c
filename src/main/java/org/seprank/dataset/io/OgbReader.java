package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.Truth;
import org.seprank.dataset.file.EntryCollector;
import org.seprank.dataset.file.ListedArcs;
import org.seprank.dataset.file.ListedEdges;
import org.seprank.dataset.file.MirroredEdges;
import org.seprank.dataset.file.Source;
import org.seprank.file.FormatException;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;

/**
 * The unpacked folder of an Open Graph Benchmark dataset (arXiv 2005.00687): {@code raw/edge.csv.gz},
 * {@code raw/num-node-list.csv.gz}, {@code raw/num-edge-list.csv.gz}, {@code raw/node-feat.csv.gz},
 * {@code raw/edge-feat.csv.gz}, and {@code raw/node-label.csv.gz} or {@code raw/graph-label.csv.gz}, whose columns are
 * one class, several events or numbers; one split per folder of {@code split/} with {@code train.csv.gz},
 * {@code valid.csv.gz}, {@code test.csv.gz}. Files may also be plain {@code .csv}. Edges are read as undirected.
 */
final class OgbReader implements DatasetReader {
    @Override
    public boolean recognises(Source source) {
        return source.isFolder()
                && Files.isRegularFile(file(source.path().resolve("raw"), "edge"))
                && Files.isRegularFile(file(source.path().resolve("raw"), "num-node-list"));
    }

    private static Path file(Path folder, String name) {
        Path plain = folder.resolve(name + ".csv");
        return Files.isRegularFile(plain) ? plain : folder.resolve(name + ".csv.gz");
    }

    @Override
    public Dataset read(Source source) throws IOException {
        Path raw = source.path().resolve("raw");
        int[] sizes = source.indices(file(raw, "num-node-list"));
        boolean manyGraphs = Files.isRegularFile(file(raw, "graph-label"));
        if (!manyGraphs && sizes.length != 1) {
            throw FormatException.inFile(
                    file(raw, "num-node-list"),
                    "it is of " + sizes.length + " graphs, but there are no labels of graphs",
                    "add raw/graph-label.csv");
        }
        Truth labels = TargetRows.read(source, file(raw, manyGraphs ? "graph-label" : "node-label"))
                .truth();
        Features features = manyGraphs
                ? features(source, file(raw, "node-feat"), total(file(raw, "num-node-list"), sizes))
                : features(source, file(raw, "node-feat"), labels.size());
        check(file(raw, "num-node-list"), manyGraphs, sizes, labels, features);
        List<Graph> graphs = new ArrayList<>();
        boolean perEdge = Files.isRegularFile(file(raw, "edge-feat"));
        long[] entries = readGraphs(source, sizes, graphs, perEdge);
        List<Split> splits = splits(source, labels.size());
        if (manyGraphs) {
            GraphDataset dataset = GraphDataset.of(source.name(), graphs, features, labels.labels())
                    .withTargetValues(labels.values())
                    .withSplits(splits);
            return perEdge ? withEdgeFeatures(dataset, source, ListedEdges.over(entries, offsets(sizes))) : dataset;
        }
        NodeDataset dataset = NodeDataset.of(source.name(), graphs.get(0), features, labels.labels())
                .withTargetValues(labels.values())
                .withSplits(splits);
        return perEdge ? withEdgeFeatures(dataset, source, entries) : dataset;
    }

    private static NodeDataset withEdgeFeatures(NodeDataset dataset, Source source, long[] entries) throws IOException {
        int[] tails = new int[entries.length];
        int[] heads = new int[entries.length];
        for (int k = 0; k < entries.length; k++) {
            tails[k] = (int) (entries[k] >>> 32);
            heads[k] = (int) entries[k];
        }
        ListedArcs arcs = new ListedArcs(dataset.graph().vertexCount(), tails, heads, new double[0]);
        return dataset.withEdgeFeatures(edgeFeatures(source, entries.length).select(arcs.firstOf(dataset.graph())));
    }

    private static GraphDataset withEdgeFeatures(GraphDataset dataset, Source source, ListedEdges edges)
            throws IOException {
        return edges.withFeatures(dataset, edgeFeatures(source, edges.size()));
    }

    private static Features edgeFeatures(Source source, int edges) throws IOException {
        Path file = file(source.path().resolve("raw"), "edge-feat");
        Features features = features(source, file, edges);
        if (features.rows() != edges) {
            throw FormatException.inFile(
                    file, "it has " + features.rows() + " rows for " + edges + " edges", "unpack the archive again");
        }
        return features;
    }

    private static int[] offsets(int[] sizes) {
        int[] offsets = new int[sizes.length + 1];
        for (int g = 0; g < sizes.length; g++) {
            offsets[g + 1] = offsets[g] + sizes[g];
        }
        return offsets;
    }

    private static int total(Path file, int[] sizes) throws FormatException {
        long total = Arrays.stream(sizes).asLongStream().sum();
        if (total > Integer.MAX_VALUE - 8) {
            throw FormatException.inFile(file, "its graphs have " + total + " vertices", "unpack the archive again");
        }
        return (int) total;
    }

    /** Sizes are believed only where as many lines of features or labels bear them out. */
    private static void check(Path file, boolean manyGraphs, int[] sizes, Truth labels, Features features)
            throws FormatException {
        int total = total(file, sizes);
        boolean fits = manyGraphs
                ? labels.size() == sizes.length && features.rows() == total
                : labels.size() == sizes[0] && features.rows() == sizes[0];
        if (!fits) {
            throw FormatException.inFile(
                    file,
                    "it declares " + total + " vertices in " + sizes.length + " graphs for " + features.rows()
                            + " rows of features and " + labels.size() + " labels",
                    "unpack the archive again");
        }
    }

    private static Features features(Source source, Path file, int rows) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Features.none(rows);
        }
        EntryCollector entries = new EntryCollector();
        int row = 0;
        int width = -1;
        try (TextLines lines = source.lines(file)) {
            for (String text = lines.nextFull(); text != null; text = lines.nextFull()) {
                List<String> fields = TextLines.words(text, true);
                if (width >= 0 && fields.size() != width) {
                    throw lines.error(
                            "expected " + width + " features, found " + fields.size(), "unpack the archive again");
                }
                width = fields.size();
                for (int j = 0; j < width; j++) {
                    entries.add(row, j, lines.real(fields.get(j)));
                }
                row++;
            }
        }
        int rowCount = row;
        int columns = Math.max(0, width);
        return Source.within(file, () -> entries.build(rowCount, columns));
    }

    /** Adds the graphs; returns their edges in the order of the file, if they are wanted. */
    private static long[] readGraphs(Source source, int[] sizes, List<Graph> graphs, boolean wanted)
            throws IOException {
        Path counts = file(source.path().resolve("raw"), "num-edge-list");
        int[] edgeCounts = sizes.length == 1 && !Files.isRegularFile(counts)
                ? new int[] {Integer.MAX_VALUE}
                : source.indices(counts);
        if (edgeCounts.length != sizes.length) {
            throw FormatException.inFile(
                    counts,
                    "it is about " + edgeCounts.length + " graphs, not " + sizes.length,
                    "unpack the archive again");
        }
        LongStream.Builder listed = LongStream.builder();
        long first = 0;
        try (TextLines lines = source.edgeLines(file(source.path().resolve("raw"), "edge"))) {
            for (int g = 0; g < sizes.length; g++) {
                MirroredEdges edges = source.edges(sizes[g]);
                for (int k = 0; k < edgeCounts[g]; k++) {
                    String text = lines.nextFull();
                    if (text == null && edgeCounts[g] == Integer.MAX_VALUE) {
                        break;
                    }
                    if (text == null) {
                        throw lines.error("the file ends before the edges of graph " + g, "unpack the archive again");
                    }
                    long entry = edges.add(text, lines, "unpack the archive again");
                    if (wanted) {
                        listed.add(entry + ListedEdges.entry(first, first));
                    }
                }
                graphs.add(edges.build());
                first += sizes[g];
            }
            if (lines.nextFull() != null) {
                throw lines.error("more edges than raw/num-edge-list declares", "unpack the archive again");
            }
        }
        return listed.build().toArray();
    }

    private static List<Split> splits(Source source, int items) throws IOException {
        List<Split> splits = new ArrayList<>();
        Map<Part, String> parts = Map.of(Part.TRAIN, "train", Part.VALIDATION, "valid", Part.TEST, "test");
        Path folder = source.path().resolve("split");
        for (String name : Source.names(folder)) {
            Path scheme = folder.resolve(name);
            if (Files.isRegularFile(file(scheme, "train"))) {
                Split.Builder split = Split.over(name, items);
                for (Part part : Part.values()) {
                    Path file = file(scheme, parts.getOrDefault(part, ""));
                    int[] indices = source.indices(file);
                    Source.within(file, () -> split.put(part, indices));
                }
                splits.add(Source.within(scheme, split::build));
            }
        }
        return splits;
    }
}
