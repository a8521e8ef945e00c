package org.seprank.dataset.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.file.Source;
import org.seprank.file.FormatException;
import org.seprank.file.torch.SparseTensor;
import org.seprank.file.torch.Tensor;

/**
 * A folder of files of PyTorch: tensors of one graph each ({@code edge_indices.pt}, {@code node_features.pt},
 * {@code ..node_labels.pt}, {@code train_mask.pt}, as City-Networks, arXiv 2503.09008); the parts of a split
 * ({@code train.pt}, {@code val.pt}, {@code test.pt}, as LRGB, arXiv 2206.08164); or {@code processed/data.pt}.
 */
final class TorchFolder {
    private static final String EDGES = "edge_indices.pt";
    private static final String LABELS = "node_labels.pt";
    private static final List<String> FEATURES = List.of("node_features_augmented.pt", "node_features.pt");
    private static final List<String> WHOLE = List.of("data.pt", "geometric_data_processed.pt");
    private static final Map<Part, List<String>> PARTS = Map.of(
            Part.TRAIN, List.of("train.pt", "train.pickle"),
            Part.VALIDATION, List.of("val.pt", "valid.pt", "val.pickle", "valid.pickle"),
            Part.TEST, List.of("test.pt", "test.pickle"));

    private final Source source;
    private final Path folder;
    private final List<String> names;

    private TorchFolder(Source source, Path folder, List<String> names) {
        this.source = source;
        this.folder = folder;
        this.names = names;
    }

    /** The folder, or the one named {@code processed} in it, if it is of one of these kinds. */
    static Optional<TorchFolder> of(Source source) throws IOException {
        for (Path folder : List.of(source.path(), source.path().resolve("processed"))) {
            TorchFolder here = new TorchFolder(source, folder, Source.names(folder));
            boolean known = here.names.contains(EDGES)
                    || here.first(WHOLE).isPresent()
                    || (here.first(PARTS.getOrDefault(Part.TRAIN, List.of())).isPresent()
                            && here.first(PARTS.getOrDefault(Part.TEST, List.of()))
                                    .isPresent());
            if (known && Files.isDirectory(folder)) {
                return Optional.of(here);
            }
        }
        return Optional.empty();
    }

    private Optional<Path> first(List<String> wanted) {
        return wanted.stream().filter(names::contains).findFirst().map(folder::resolve);
    }

    Dataset dataset() throws IOException {
        if (names.contains(EDGES)) {
            return ofTensors();
        }
        Optional<Path> whole = first(WHOLE);
        return whole.isPresent() ? ofFiles(Map.of(Part.TRAIN, whole.get())) : ofFiles(parts());
    }

    private Map<Part, Path> parts() {
        Map<Part, Path> parts = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            first(PARTS.getOrDefault(part, List.of())).ifPresent(file -> parts.put(part, file));
        }
        return parts;
    }

    private Dataset ofFiles(Map<Part, Path> files) throws IOException {
        List<GraphValues> graphs = new ArrayList<>();
        Map<Part, Integer> ends = new LinkedHashMap<>();
        for (Map.Entry<Part, Path> file : files.entrySet()) {
            Object root = source.torch(file.getValue());
            graphs.addAll(Source.within(file.getValue(), () -> TorchDatasets.graphs(source, file.getValue(), root)));
            ends.put(file.getKey(), graphs.size());
        }
        return Source.within(folder, () -> {
            GraphAssembly assembly = new GraphAssembly(source, graphs);
            Dataset dataset = assembly.dataset(source.name());
            return files.size() == 1 ? dataset : dataset.withSplits(List.of(split(assembly, dataset, ends)));
        });
    }

    private static Split split(GraphAssembly assembly, Dataset dataset, Map<Part, Integer> ends) {
        Split.Builder split = Split.over("given", dataset.labels().size());
        int from = 0;
        for (Map.Entry<Part, Integer> end : ends.entrySet()) {
            int to = assembly.items(dataset, end.getValue());
            split.put(end.getKey(), IntStream.range(from, to).toArray());
            from = to;
        }
        return split.build();
    }

    private Dataset ofTensors() throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("edge_index", tensor(folder.resolve(EDGES)));
        Optional<Path> features = first(FEATURES);
        if (features.isPresent()) {
            values.put("x", tensor(features.get()));
        }
        List<String> labels =
                names.stream().filter(name -> name.endsWith(LABELS)).toList();
        if (labels.size() > 1) {
            throw FormatException.inFile(folder, "it has several files of labels: " + labels, "keep one");
        }
        if (!labels.isEmpty()) {
            values.put("y", tensor(folder.resolve(labels.get(0))));
        }
        for (String mask : Masks.NAMES) {
            if (names.contains(mask + ".pt")) {
                values.put(mask, tensor(folder.resolve(mask + ".pt")));
            }
        }
        return Source.within(
                folder, () -> new GraphAssembly(source, List.of(new GraphValues(values))).dataset(source.name()));
    }

    private Object tensor(Path file) throws IOException {
        Object root = source.torch(file);
        if (root instanceof Tensor || root instanceof SparseTensor) {
            return root;
        }
        throw FormatException.inFile(
                file,
                "it holds " + GraphForms.describe(root) + ", not a tensor",
                "save it with torch.save(tensor, FILE)");
    }
}
