package org.seprank.rewire.edit;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.seprank.graph.Graph;

/**
 * Edit lists in files, with the vertex ids of the graph's input. A name that ends in {@code .json} means the form of
 * the official implementation, <code>{"dataset": .., "chunk_size": .., "removed_edges": [[u, ..], [v, ..]]}</code>,
 * which holds removals only; anything else is CSV with the header {@code step,action,source,target}, step counted from
 * 1, action {@code remove} or {@code add}; where additions have weights or relations, or there are new vertices, the
 * columns {@code weight,relation} follow.
 *
 * <p>Files are written to a temporary name and moved into place, so that a reader sees the old file or the whole new
 * one. {@link EditLog} writes CSV edit by edit.
 */
public final class EditFile {
    private EditFile() {}

    /**
     * What the official form says beside the edges.
     *
     * @param dataset the name of the graph
     * @param chunkSize how many edges were removed per ranking, at least 1
     */
    public record Origin(String dataset, int chunkSize) {
        /** Checks the chunk size. */
        public Origin {
            if (chunkSize < 1) {
                throw new IllegalArgumentException("chunk size " + chunkSize + " is not at least 1");
            }
        }
    }

    /**
     * Reads a list and checks that each edit can be made.
     *
     * @throws org.seprank.file.FormatException if the file is malformed, names a vertex that the graph does not have,
     *     removes what is no edge or adds what is one
     */
    public static EditList read(Path path, Graph graph) throws IOException {
        return isJson(path) ? EditJson.read(path, graph) : EditCsv.read(path, graph);
    }

    /**
     * Reads edits with what they give to edges, and new vertices, where the file says so.
     *
     * @throws org.seprank.file.FormatException as for {@link #read}
     */
    public static Rewiring readRewiring(Path path, Graph graph) throws IOException {
        return !isJson(path) && isExtended(path) ? RewiringCsv.read(path, graph) : Rewiring.of(read(path, graph));
    }

    private static boolean isExtended(Path path) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            String header = in.readLine();
            return header != null && header.strip().equalsIgnoreCase(RewiringCsv.HEADER);
        }
    }

    /**
     * Writes a list.
     *
     * @param origin written to JSON; CSV has no place for it
     * @throws IllegalArgumentException if the list adds edges and the file is JSON
     */
    public static void write(Path path, Graph graph, EditList edits, Origin origin) throws IOException {
        write(path, graph, Rewiring.of(edits), origin);
    }

    /** Writes edits; in CSV with two more columns where additions have weights or relations, or vertices are new. */
    public static void write(Path path, Graph graph, Rewiring rewiring, Origin origin) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path temporary = path.resolveSibling(path.getFileName() + ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                if (isJson(path)) {
                    EditJson.write(out, graph, rewiring.edits(), origin);
                } else if (RewiringCsv.isPlain(rewiring)) {
                    EditCsv.write(out, graph, rewiring.edits());
                } else {
                    RewiringCsv.write(out, graph, rewiring);
                }
            }
            moveInto(temporary, path);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static boolean isJson(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static void moveInto(Path temporary, Path path) throws IOException {
        try {
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plainMove) {
            Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
