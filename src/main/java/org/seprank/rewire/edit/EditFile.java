package org.seprank.rewire.edit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.seprank.file.AtomicFile;
import org.seprank.graph.Graph;

/**
 * Edit lists in files, with the vertex ids of the graph's input, and a header that says what they were made for and by.
 *
 * <p>A name that ends in {@code .json} means the form of the official implementation, <code>{"dataset": ..,
 * "chunk_size": .., "removed_edges": [[u, ..], [v, ..]]}</code>, which holds removals only, with our own members
 * {@code header} and, where edits have scores, {@code scores}. Anything else is CSV: the header as lines {@code # name:
 * value}, the names of the columns {@code step,action,source,target}, and an edit per line, step counted from 1, action
 * {@code remove} or {@code add}. Where additions have weights or relations, or there are new vertices, the columns
 * {@code weight,relation} follow, and where edits have scores, {@code score}. Files without a header, such as those of
 * other programs, are read too.
 *
 * <p>A file is written as a whole or not at all. {@link EditLog} writes CSV edit by edit.
 */
public final class EditFile {
    private EditFile() {}

    /** What is let pass when a list is read. */
    public enum Allowance {
        /** A header that names another graph. Every edit must still be possible. */
        ANY_GRAPH,
        /** A last line that was not wholly written, which is left out. */
        TORN_END
    }

    /**
     * What a file holds.
     *
     * @param header {@link EditHeader#none} where it has none
     * @param edits in order
     */
    public record Content(EditHeader header, EditList edits) {}

    /**
     * Reads a list of the graph and checks that each edit can be made.
     *
     * @throws org.seprank.file.FormatException if the file is malformed, says that it is of another graph, names a
     *     vertex that the graph does not have, removes what is no edge or adds what is one
     */
    public static Content read(Path path, Graph graph) throws IOException {
        return read(path, graph, Set.of());
    }

    /**
     * Reads a list and checks that each edit can be made.
     *
     * @throws org.seprank.file.FormatException as for {@link #read(Path, Graph)}, but for what is allowed
     */
    public static Content read(Path path, Graph graph, Set<Allowance> allowed) throws IOException {
        EditReplay replay = new EditReplay(path, graph, allowed.contains(Allowance.ANY_GRAPH));
        return isJson(path)
                ? EditJson.read(path, replay)
                : EditCsvReader.read(path, replay, allowed.contains(Allowance.TORN_END));
    }

    /**
     * Writes a list; the folder is made if there is none.
     *
     * @throws IllegalArgumentException if the list adds edges and the file is JSON
     */
    public static void write(Path path, Graph graph, EditHeader header, EditList edits) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        AtomicFile.write(path, bytes -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
            if (isJson(path)) {
                EditJson.write(out, graph, header, edits);
            } else {
                EditCsv.write(out, graph, header, edits);
            }
            out.flush();
        });
    }

    static boolean isJson(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }
}
