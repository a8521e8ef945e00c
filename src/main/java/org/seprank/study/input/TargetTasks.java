package org.seprank.study.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.seprank.file.FormatException;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexIds;
import org.seprank.measure.range.TargetMatrix;
import org.seprank.report.Block;
import org.seprank.study.Question;

/**
 * The tasks whose range is measured, as on the command line: {@code dirac:K}, {@code rectangle:K} or {@code power:K},
 * each with {@code :transposed} or without, or a CSV file headed {@code target,source,weight} with a row for every
 * entry of the matrix that is not 0, vertices by their ids.
 *
 * @param texts in the order asked for
 */
public record TargetTasks(List<String> texts) {
    private static final List<String> HEADING = List.of("target", "source", "weight");

    /** Keeps the list. */
    public TargetTasks {
        texts = List.copyOf(texts);
    }

    /** None. */
    public static TargetTasks none() {
        return new TargetTasks(List.of());
    }

    /**
     * The matrices.
     *
     * @param graph whose vertices files name
     * @throws IllegalArgumentException if a text is neither a task nor a file
     * @throws FormatException if a file is not as described
     */
    public List<TargetMatrix> read(Graph graph) throws IOException {
        List<TargetMatrix> tasks = new ArrayList<>();
        for (String text : texts) {
            tasks.add(isFile(text) ? listed(Path.of(text), graph.ids()) : TargetMatrix.parse(text));
        }
        return tasks;
    }

    private static boolean isFile(String text) {
        return !TargetMatrix.isNamed(text) && Files.exists(Path.of(text));
    }

    private static TargetMatrix listed(Path file, VertexIds ids) throws IOException {
        List<TargetMatrix.Entry> entries = new ArrayList<>();
        try (TextLines lines = TextLines.open(file)) {
            if (!lines.fields(lines.require("a heading")).equals(HEADING)) {
                throw lines.error("expected the heading " + String.join(",", HEADING), "name the columns so");
            }
            for (String line = lines.nextFull(); line != null; line = lines.nextFull()) {
                List<String> fields = lines.fields(line);
                if (fields.size() != HEADING.size()) {
                    throw lines.error(
                            "found " + fields.size() + " fields, expected " + HEADING.size(),
                            "write target,source,weight");
                }
                entries.add(new TargetMatrix.Entry(
                        vertex(lines, fields.get(0), ids),
                        vertex(lines, fields.get(1), ids),
                        weight(lines, fields.get(2))));
            }
        }
        return new TargetMatrix.Listed(file.getFileName().toString(), entries);
    }

    private static int vertex(TextLines lines, String id, VertexIds ids) throws FormatException {
        OptionalInt vertex = ids.vertex(id.strip());
        if (vertex.isEmpty()) {
            throw lines.error("there is no vertex '" + id.strip() + "'", "name vertices as the graph does");
        }
        return vertex.getAsInt();
    }

    private static double weight(TextLines lines, String text) throws FormatException {
        double weight;
        try {
            weight = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw lines.error("weight '" + text.strip() + "' is not a number", "write it with a decimal point")
                    .causedBy(e);
        }
        if (!Double.isFinite(weight)) {
            throw lines.error("weight " + weight + " is not finite", "leave the entry out");
        }
        return weight;
    }

    /** The question with these tasks. */
    public Question addTo(Question question) {
        return question.with("target_matrix", texts);
    }

    /** What answers say of the files. */
    public List<Block.Input> inputs() throws IOException {
        List<Block.Input> inputs = new ArrayList<>();
        for (String text : texts) {
            if (isFile(text)) {
                inputs.add(FileHash.input("target matrix", Path.of(text)));
            }
        }
        return inputs;
    }
}
