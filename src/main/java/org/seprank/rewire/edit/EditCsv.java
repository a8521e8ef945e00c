package org.seprank.rewire.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexIds;

/**
 * Writes edits as comma-separated lines, quoted as in RFC 4180: the header as comments, the names of the columns, a
 * line per edit. Where additions have weights or relations, or vertices are new, the edits have two columns more. A
 * line of action {@code vertex} then appends the vertex in {@code source}; its {@code target} lists the shares of its
 * features as {@code weight|id|weight|id..}. It stands before the edits that touch the vertex and counts as no step.
 */
final class EditCsv {
    static final List<String> PLAIN = List.of("step", "action", "source", "target");
    static final List<String> WEIGHTED = List.of("weight", "relation");
    static final String SCORE = "score";
    static final String VERTEX = "vertex";
    static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setQuoteMode(QuoteMode.MINIMAL)
            .setCommentMarker('#')
            .setIgnoreSurroundingSpaces(true)
            .get();
    static final CSVFormat PARTS = FORMAT.builder().setDelimiter('|').get();

    private final CSVPrinter out;
    private final VertexIds ids;
    private final boolean weighted;
    private final boolean scored;
    private int step;

    /** Starts a list with its header and the names of its columns. */
    EditCsv(Appendable out, VertexIds ids, EditHeader header, boolean weighted, boolean scored) throws IOException {
        this.out = new CSVPrinter(out, FORMAT);
        this.ids = ids;
        this.weighted = weighted;
        this.scored = scored;
        for (String line : EditHeaderText.lines(header)) {
            this.out.printComment(line);
        }
        this.out.printRecord(columns(weighted, scored));
    }

    static List<String> columns(boolean weighted, boolean scored) {
        List<String> columns = new ArrayList<>(PLAIN);
        columns.addAll(weighted ? WEIGHTED : List.of());
        columns.addAll(scored ? List.of(SCORE) : List.of());
        return columns;
    }

    /** Writes a whole list. */
    static void write(Appendable out, Graph graph, EditHeader header, EditList edits) throws IOException {
        VertexIds ids = graph.ids().extendedBy(edits.vertices().size());
        EditCsv csv = new EditCsv(out, ids, header, !edits.plain(), edits.scored());
        int appended = 0;
        for (int i = 0; i < edits.size(); i++) {
            for (; appended < edits.vertices().size() && edits.editsBefore(appended) == i; appended++) {
                csv.vertex(graph.vertexCount() + appended, edits.vertices().get(appended));
            }
            csv.edit(
                    edits.get(i),
                    edits.weight(i),
                    edits.relation(i),
                    edits.score(i).orElse(Double.NaN));
        }
    }

    /** Writes the next edit. */
    void edit(Edit edit, double weight, int relation, double score) throws IOException {
        boolean adds = edit.kind() == Edit.Kind.ADD;
        out.print(++step);
        out.print(edit.kind().name().toLowerCase(Locale.ROOT));
        out.print(ids.id(edit.u()));
        out.print(ids.id(edit.v()));
        if (weighted) {
            out.print(adds ? weight : null);
            out.print(adds ? relation : null);
        }
        if (scored) {
            out.print(Double.isNaN(score) ? null : score);
        }
        out.println();
    }

    private void vertex(int v, AddedVertex vertex) throws IOException {
        List<Object> parts = new ArrayList<>();
        for (AddedVertex.Part part : vertex.parts()) {
            parts.add(part.weight());
            parts.add(ids.id(part.vertex()));
        }
        out.print(null);
        out.print(VERTEX);
        out.print(ids.id(v));
        out.print(parts.isEmpty() ? null : PARTS.format(parts.toArray()));
        for (int i = PLAIN.size(); i < columns(weighted, scored).size(); i++) {
            out.print(null);
        }
        out.println();
    }
}
