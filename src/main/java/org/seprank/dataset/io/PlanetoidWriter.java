package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.SparseFeatures;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.file.PickleOutput;
import org.seprank.file.AtomicFile;
import org.seprank.graph.Graph;

/**
 * Writes the files {@code ind.NAME.*} that {@link PlanetoidReader} reads into a folder. They say which vertices are for
 * training by how many there are, so only a split like the public one has a place: the first vertices, the next 500,
 * and for test vertices behind all others that have labels or features.
 */
final class PlanetoidWriter implements DatasetWriter {
    private static final String INSTEAD = "; write format heterophilous-npz or csv instead";

    /**
     * Which vertices are in which file.
     *
     * @param train vertices 0..train-1 are for training
     * @param known vertices 0..known-1 are in allx and ally
     * @param split the only split
     */
    private record Layout(int train, int known, Split split) {
        int[] test() {
            return split.indices(Part.TEST);
        }
    }

    @Override
    public void write(NodeDataset dataset, Path folder) throws IOException {
        Graph graph = dataset.graph();
        refuse(graph.directed(), "directed graphs");
        refuse(graph.weighted(), "edge weights");
        refuse(dataset.graphs().several(), "several graphs");
        refuse(graph.edgeAttributes().has(Relations.ATTRIBUTE), "relations of edges");
        refuse(dataset.splits().size() != 1, dataset.splits().size() + " splits, only for one");
        refuse(!dataset.name().matches("[\\w-]+"), "the name '" + dataset.name() + "' in the names of files");
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("'" + folder + "' is a file, not a folder");
        }
        Layout layout = layout(dataset);
        int[] test = layout.test();
        int[] before = IntStream.range(0, layout.known()).toArray();
        String prefix = "ind." + dataset.name() + ".";
        labels(dataset.labels(), folder.resolve(prefix + "y"), Arrays.copyOf(before, layout.train()));
        labels(dataset.labels(), folder.resolve(prefix + "ally"), before);
        labels(dataset.labels(), folder.resolve(prefix + "ty"), test);
        if (dataset.featureCount() > 0) {
            features(dataset, folder.resolve(prefix + "x"), Arrays.copyOf(before, layout.train()));
            features(dataset, folder.resolve(prefix + "allx"), before);
            features(dataset, folder.resolve(prefix + "tx"), test);
        }
        file(folder.resolve(prefix + "graph"), out -> PickleOutput.neighbours(out, graph));
        StringBuilder index = new StringBuilder();
        Arrays.stream(test).forEach(v -> index.append(v).append('\n'));
        file(
                folder.resolve(prefix + "test.index"),
                out -> out.write(index.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    private static void file(Path file, AtomicFile.Content content) throws IOException {
        AtomicFile.makeFolder(file);
        AtomicFile.write(file, content);
    }

    private static void labels(Labels labels, Path file, int[] vertices) throws IOException {
        int[] classes = Arrays.stream(vertices).map(labels::label).toArray();
        file(file, out -> PickleOutput.oneHot(out, classes, labels.classCount()));
    }

    private static void features(NodeDataset dataset, Path file, int[] vertices) throws IOException {
        SparseFeatures rows = dataset.features().select(vertices).toSparse();
        file(file, out -> PickleOutput.rows(out, rows));
    }

    private static Layout layout(NodeDataset dataset) {
        Split split = dataset.splits().get(0);
        SparseFeatures features = dataset.features().toSparse();
        int known = 0;
        for (int v = 0; v < split.size(); v++) {
            boolean filled = features.offsets()[v + 1] > features.offsets()[v]
                    || dataset.labels().known(v);
            if (filled && !split.contains(Part.TEST, v)) {
                known = v + 1;
            }
        }
        int train = split.count(Part.TRAIN);
        int validation = Math.max(0, Math.min(PlanetoidReader.VALIDATION, known - train));
        boolean fits = split.count(Part.VALIDATION) == validation;
        for (int v = 0; v < known; v++) {
            fits &= split.contains(Part.TRAIN, v) == v < train
                    && !split.contains(Part.TEST, v)
                    && split.contains(Part.VALIDATION, v) == (v >= train && v < train + validation);
        }
        refuse(!fits, "the split '" + split.name() + "', only for one like the public split");
        return new Layout(train, known, split);
    }

    private static void refuse(boolean present, String what) {
        if (present) {
            throw new IllegalArgumentException("format planetoid has no place for " + what + INSTEAD);
        }
    }
}
