package org.seprank.study.rewire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.seprank.dataset.io.Datasets;
import org.seprank.file.AtomicFile;
import org.seprank.graph.Graph;
import org.seprank.graph.io.GraphFormat;
import org.seprank.graph.io.GraphWriter;
import org.seprank.rewire.edit.EditFile;
import org.seprank.rewire.edit.EditHeader;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.study.input.EditedDataset;
import org.seprank.study.input.EditsFile;
import org.seprank.study.input.GraphInput;

/**
 * The files of a rewiring.
 *
 * @param graph where the graph, or the dataset, is written after the edits
 * @param edits where the edits are written
 * @param resume the edits of an interrupted run that is gone on with
 */
public record RewireFiles(Optional<Path> graph, Optional<Path> edits, Optional<EditsFile> resume) {
    /** Decides on edits, handing each to the sink. */
    @FunctionalInterface
    interface Decision {
        /**
         * Does it.
         *
         * @param decided the first of them, from an interrupted run
         */
        EditList decide(EditList decided, EditSink sink) throws IOException;
    }

    /** Says before the work what would go wrong after it. */
    void check(GraphInput input) throws IOException {
        if (graph.isPresent() && edits.isPresent() && absolute(graph.get()).equals(absolute(edits.get()))) {
            throw new IllegalArgumentException("--graph-out and --edits both name " + graph.get() + "; name two files");
        }
        if (edits.isPresent()) {
            AtomicFile.checkFile(edits.get());
        }
        if (graph.isPresent()) {
            checkGraph(graph.get(), input);
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static void checkGraph(Path file, GraphInput input) throws IOException {
        Optional<GraphFormat> format = GraphFormat.forName(file);
        boolean asDataset = input.dataset().isPresent();
        if (asDataset && !file.toString().endsWith(".npz")) {
            AtomicFile.checkFolder(file);
        } else {
            AtomicFile.checkFile(file);
        }
        if (asDataset && format.isPresent() && !file.toString().endsWith(".npz")) {
            throw new IllegalArgumentException(
                    "--graph-out " + file + " names a graph format, but a dataset is written as a"
                            + " folder or as .npz; 'seprank convert' makes graph files of them");
        }
        if (!asDataset && format.isEmpty()) {
            throw new IllegalArgumentException(
                    "--graph-out " + file + " names no graph format; see 'seprank convert --help'");
        }
    }

    /** The edits of a decision, kept while they are decided on and at its end. */
    EditList decided(Graph before, EditHeader header, Decision decision) throws IOException {
        EditList first = resume.isPresent() ? resume.get().resumed(before, header) : EditList.empty();
        Optional<Path> kept = edits.or(() -> resume.map(EditsFile::path));
        try (EditOutput sink = EditOutput.to(kept.orElse(null), before, header, first)) {
            EditList all = decision.decide(first, sink);
            sink.finish(all);
            return all;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Writes edits that were known before. */
    void keep(EditList list, EditHeader header, Graph before) throws IOException {
        if (edits.isPresent()) {
            EditFile.write(edits.get(), before, header, list);
        }
    }

    /** Writes the graph or dataset after the edits; {@code warnings} gets what the format cannot hold. */
    void write(GraphInput input, EditList list, Consumer<String> warnings) throws IOException {
        if (graph.isEmpty()) {
            return;
        }
        if (input.dataset().isPresent()) {
            Datasets.write(EditedDataset.of(input.dataset().get(), list), graph.get());
        } else {
            GraphWriter.write(list.applyWithRelations(input.graph()), graph.get())
                    .warnings()
                    .forEach(warnings);
        }
    }
}
