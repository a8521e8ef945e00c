package org.seprank.dataset.torch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.file.Source;
import org.seprank.file.FormatException;
import org.seprank.file.torch.TorchFile;

/** Reads files of PyTorch, and folders of them, as datasets. */
public final class TorchDatasets {
    private TorchDatasets() {}

    /** Whether a file or folder is of PyTorch. */
    public static boolean recognises(Source source) throws IOException {
        return source.isFolder() ? TorchFolder.of(source).isPresent() : TorchFile.recognises(source.path());
    }

    /** The dataset of a file or folder. */
    public static Dataset read(Source source) throws IOException {
        Optional<TorchFolder> folder = source.isFolder() ? TorchFolder.of(source) : Optional.empty();
        if (folder.isPresent()) {
            return folder.get().dataset();
        }
        Path file = source.path();
        Object root = source.torch(file);
        String name = source.name().replaceFirst("\\.(pt|pth|pickle|pkl)$", "");
        return Source.within(file, () -> new GraphAssembly(source, graphs(source, file, root)).dataset(name));
    }

    /** The graphs in an object of a file. */
    static List<GraphValues> graphs(Source source, Path file, Object root) throws FormatException {
        List<HeteroForm> hetero = HeteroForm.all(root, source::warn);
        if (!hetero.isEmpty()) {
            return hetero.stream().map(form -> form.merged(source.part())).toList();
        }
        if (!source.part().isEmpty()) {
            throw FormatException.inFile(
                    file, "it has no relations, so no '" + source.part() + "'", "name the file without #");
        }
        return GraphForms.of(root)
                .orElseThrow(() -> FormatException.inFile(
                        file,
                        "it holds " + GraphForms.describe(root) + ", which is no graph",
                        "a graph is an edge_index [2, m], a Data, its dictionary, a list of them, (data, slices), or a"
                                + " tuple (x, edge_attr, edge_index, y)"));
    }
}
