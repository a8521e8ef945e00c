package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Provenance;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.file.EntryCollector;
import org.seprank.dataset.file.MirroredEdges;
import org.seprank.dataset.file.PickledRows;
import org.seprank.dataset.file.Source;
import org.seprank.file.FormatException;
import org.seprank.file.PickledArray;
import org.seprank.graph.Graph;

/**
 * The files {@code ind.NAME.*} of Yang, Cohen, Salakhutdinov (arXiv 1603.08861): {@code graph} (a dictionary of
 * neighbour lists), {@code allx/ally} (vertices 0, 1, ..), {@code tx/ty} (the vertices that {@code test.index} lists),
 * {@code y} (its length is the number of training vertices). Vertices of the graph that neither covers get zero
 * features and no label (15 of CiteSeer's). Public split: the first |y| vertices, the next 500, the test vertices.
 * Where both allx and tx are absent the dataset has no features, which its provenance says; one alone is a fault.
 */
final class PlanetoidReader implements DatasetReader {
    private static final Pattern FILE = Pattern.compile("ind\\.(.+)\\.(?:x|y|tx|ty|allx|ally|graph|test\\.index)");
    static final int VALIDATION = 500;

    /** Where the parts are. */
    private record Parts(Path folder, String name) {
        Path part(String part) {
            return folder.resolve("ind." + name + "." + part);
        }

        boolean has(String part) {
            return Files.isRegularFile(part(part));
        }
    }

    @Override
    public boolean recognises(Source source) throws IOException {
        return !candidates(source).isEmpty();
    }

    private static List<String> candidates(Source source) throws IOException {
        Matcher own = FILE.matcher(source.name());
        if (Files.isRegularFile(source.path())) {
            return own.matches() ? List.of(own.group(1)) : List.of();
        }
        TreeSet<String> names = new TreeSet<>();
        for (String file : Source.names(source.isFolder() ? source.path() : source.folder())) {
            Matcher matcher = FILE.matcher(file);
            if (matcher.matches() && (source.isFolder() || matcher.group(1).equals(source.name()))) {
                names.add(matcher.group(1));
            }
        }
        return List.copyOf(names);
    }

    @Override
    public Dataset read(Source source) throws IOException {
        List<String> names = candidates(source);
        if (names.size() != 1) {
            throw source.error("it holds several datasets: " + names, "name one, as in " + names.get(0));
        }
        Parts files = new Parts(source.folder(), names.get(0));
        int[] test = source.indices(files.part("test.index"));
        PickledArray ally = array(source, files, "ally");
        PickledArray ty = array(source, files, "ty");
        PickledArray y = array(source, files, "y");
        if (y.length(0) > ally.length(0)) {
            throw fault(files, "y", "it has " + y.length(0) + " rows, ally has " + ally.length(0));
        }
        if (ty.length(0) != test.length) {
            throw fault(files, "ty", "it has " + ty.length(0) + " rows for " + test.length + " test vertices");
        }
        Graph graph = Source.within(files.part("graph"), () -> graph(source, files));
        int n = graph.vertexCount();
        Labels labels = Source.within(files.part("ally"), () -> labels(n, ally, ty, test));
        Optional<Features> features = features(source, files, n, test);
        checkTraining(source, files, y.length(0), features);
        NodeDataset dataset = NodeDataset.of(names.get(0), graph, features.orElse(Features.none(n)), labels);
        if (features.isEmpty()) {
            Provenance without = dataset.provenance().then("no features: allx and tx are absent");
            dataset = dataset.withProvenance(without);
        }
        Split split = Source.within(files.part("test.index"), () -> split(n, y.length(0), ally.length(0), test));
        return dataset.withSplits(List.of(split));
    }

    private static Split split(int n, int train, int known, int[] test) {
        int validation = Math.max(0, Math.min(VALIDATION, known - train));
        return Split.over("public", n)
                .put(Part.TRAIN, IntStream.range(0, train).toArray())
                .put(Part.VALIDATION, IntStream.range(train, train + validation).toArray())
                .put(Part.TEST, test)
                .build();
    }

    private static PickledArray array(Source source, Parts files, String part) throws IOException {
        if (source.unpickle(files.part(part)) instanceof PickledArray array && array.dimensions() == 2) {
            return array;
        }
        throw fault(files, part, "it does not hold a NumPy matrix");
    }

    private static PickledRows rows(Source source, Parts files, String part) throws IOException {
        if (source.unpickle(files.part(part)) instanceof PickledRows rows) {
            return rows;
        }
        throw fault(files, part, "it does not hold a SciPy matrix");
    }

    private static FormatException fault(Parts files, String part, String what) {
        return FormatException.inFile(files.part(part), what, "get the eight files again, all from one place");
    }

    private static Graph graph(Source source, Parts files) throws IOException {
        if (!(source.unpickle(files.part("graph")) instanceof Map<?, ?> lists)) {
            throw fault(files, "graph", "it does not hold a dictionary");
        }
        if (lists.isEmpty()) {
            throw fault(files, "graph", "it has no vertex");
        }
        MirroredEdges edges = source.edges(lists.size());
        for (Map.Entry<?, ?> entry : lists.entrySet()) {
            if (!(entry.getValue() instanceof List<?> neighbours)) {
                throw fault(files, "graph", "vertex " + vertex(files, entry.getKey()) + " has no list of neighbours");
            }
            for (Object neighbour : neighbours) {
                edges.add(vertex(files, entry.getKey()), vertex(files, neighbour));
            }
        }
        return edges.build();
    }

    private static long vertex(Parts files, @Nullable Object value) throws FormatException {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw fault(files, "graph", "a vertex is not a whole number");
    }

    private static Labels labels(int n, PickledArray ally, PickledArray ty, int[] test) {
        int[] classes = new int[n];
        Arrays.fill(classes, Labels.MISSING);
        checkRows(n, ally.length(0), test);
        for (int i = 0; i < ally.length(0); i++) {
            classes[i] = hot(ally, i);
        }
        for (int i = 0; i < test.length; i++) {
            classes[test[i]] = hot(ty, i);
        }
        return Labels.of(classes, Math.max(ally.length(1), ty.length(1)));
    }

    private static void checkRows(int n, int rows, int[] test) {
        int last = Arrays.stream(test).max().orElse(-1);
        if (rows > n || last >= n) {
            throw new IllegalArgumentException(
                    "the graph has " + n + " vertices, but there are " + rows + " rows and test vertex " + last);
        }
    }

    private static int hot(PickledArray oneHot, int row) {
        int width = oneHot.length(1);
        for (int j = 0; j < width; j++) {
            if (oneHot.integer(row * width + j) != 0) {
                return j;
            }
        }
        return Labels.MISSING;
    }

    private static Optional<Features> features(Source source, Parts files, int n, int[] test) throws IOException {
        if (!files.has("allx") && !files.has("tx") && !files.has("x")) {
            return Optional.empty();
        }
        PickledRows allx = rows(source, files, "allx");
        PickledRows tx = rows(source, files, "tx");
        if (tx.rows() != test.length || tx.columns() != allx.columns()) {
            throw fault(
                    files,
                    "tx",
                    "its shape [" + tx.rows() + ", " + tx.columns() + "] does not fit " + test.length
                            + " test vertices and " + allx.columns() + " features");
        }
        checkRows(n, allx.rows(), test);
        EntryCollector entries = new EntryCollector();
        Source.within(files.part("allx"), () -> {
            for (int i = 0; i < allx.rows(); i++) {
                allx.addRow(i, i, entries);
            }
            return entries;
        });
        return Optional.of(Source.within(files.part("tx"), () -> {
            for (int i = 0; i < test.length; i++) {
                tx.addRow(i, test[i], entries);
            }
            return entries.build(n, allx.columns());
        }));
    }

    /** The features of the training vertices, which allx has too. */
    private static void checkTraining(Source source, Parts files, int training, Optional<Features> features)
            throws IOException {
        if (!files.has("x")) {
            return;
        }
        PickledRows x = rows(source, files, "x");
        int columns = features.map(Features::columns).orElse(x.columns());
        if (x.rows() != training || x.columns() != columns) {
            throw fault(
                    files,
                    "x",
                    "its shape [" + x.rows() + ", " + x.columns() + "] does not fit " + training
                            + " training vertices and " + columns + " features");
        }
        Source.within(files.part("x"), () -> {
            EntryCollector entries = new EntryCollector();
            for (int i = 0; i < x.rows(); i++) {
                x.addRow(i, i, entries);
            }
            return entries.build(training, columns);
        });
    }
}
