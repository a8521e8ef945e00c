package org.seprank.rewire.edit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.seprank.file.FormatException;
import org.seprank.file.ShortLines;
import org.seprank.file.TextReader;

/** Reads what {@link EditCsv} writes, and lists without a header. */
final class EditCsvReader {
    private static final List<List<String>> FORMS = List.of(
            EditCsv.columns(false, false),
            EditCsv.columns(true, false),
            EditCsv.columns(false, true),
            EditCsv.columns(true, true));

    private static final Pattern NUMBER =
            Pattern.compile("-?Infinity|[-+]?(\\d{1,400}\\.?\\d{0,400}|\\.\\d{1,400})([eE][-+]?\\d{1,5})?");

    /** A line of the table, which is several lines of the file where a field has line breaks. */
    private record Row(long line, List<String> fields, String comment) {
        boolean blank() {
            return fields.size() == 1 && fields.get(0).isBlank();
        }
    }

    private static final int LONGEST_LINE = 1 << 20; // characters

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final EditReplay replay;
    private final boolean interrupted;
    private boolean torn; // whether the last row read is not whole
    private final EditList.Builder edits = EditList.builder();
    private EditHeader header = EditHeader.none();
    private List<String> columns = List.of();
    private boolean weighted;
    private boolean scored;
    private long linesRead;
    private @Nullable Row next;

    private EditCsvReader(CSVParser parser, EditReplay replay, boolean interrupted, boolean torn) {
        this.parser = parser;
        this.records = parser.iterator();
        this.replay = replay;
        this.interrupted = interrupted;
        this.torn = torn;
    }

    /** @param interrupted whether a last line that was not wholly written is left out */
    static EditFile.Content read(Path path, EditReplay replay, boolean interrupted) throws IOException {
        try (Reader text = ShortLines.over(path, TextReader.open(path), LONGEST_LINE);
                CSVParser parser = CSVParser.builder()
                        .setReader(text)
                        .setFormat(EditCsv.FORMAT)
                        .get()) {
            boolean torn = interrupted && !endsWithItsLine(path);
            return new EditCsvReader(parser, replay, interrupted, torn).content();
        }
    }

    private static boolean endsWithItsLine(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 1));
            return file.read() == '\n';
        }
    }

    private EditFile.Content content() throws IOException {
        advance();
        while (next != null) {
            Row row = next;
            advance();
            if (next == null && torn) {
                break;
            }
            if (columns.isEmpty()) {
                begin(row);
            } else if (!row.blank()) {
                line(row);
            }
        }
        if (columns.isEmpty() && !interrupted) {
            throw noColumns(1, "");
        }
        return new EditFile.Content(header, edits.build());
    }

    private void advance() throws IOException {
        try {
            next = records.hasNext() ? row(parser.getCurrentLineNumber(), records.next()) : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FormatException fault) {
                throw fault;
            }
            boolean open = String.valueOf(e.getMessage()).contains("EOF");
            if (!open || !interrupted) {
                String what = open ? "a quote is not closed" : "a quoted field is malformed";
                throw replay.fault(linesRead + 1, what, "double the quotes inside a quoted field, and close it")
                        .causedBy(e);
            }
            next = null;
            torn = false; // the row before is
        }
    }

    private Row row(long lastLine, CSVRecord record) {
        long breaks = 0;
        for (String field : record) {
            breaks += field.indexOf('\n') < 0 && field.indexOf('\r') < 0 ? 0 : field.split("\\R", -1).length - 1;
        }
        linesRead = lastLine;
        return new Row(lastLine - breaks, record.toList(), record.hasComment() ? record.getComment() : "");
    }

    /** Reads the header and the names of the columns. */
    private void begin(Row row) throws IOException {
        List<String> names =
                row.fields().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (!FORMS.contains(names)) {
            throw noColumns(row.line(), String.join(",", row.fields()));
        }
        columns = names;
        weighted = names.containsAll(EditCsv.WEIGHTED);
        scored = names.contains(EditCsv.SCORE);
        List<String> comments = row.comment().lines().toList();
        try {
            header = EditHeaderText.parse(comments);
        } catch (IOException malformed) {
            throw replay.fault(1, "the parameters in the header are malformed", "write them as a JSON object")
                    .causedBy(malformed);
        }
        long line = 1;
        while (line < comments.size() && !comments.get((int) line - 1).startsWith(EditHeaderText.HASH)) {
            line++;
        }
        replay.requireSameGraph(header, line);
    }

    private FormatException noColumns(long line, String found) {
        return replay.fault(
                line,
                "expected the header '" + String.join(",", EditCsv.PLAIN) + "', found '" + found + "'",
                "is this an edit list?");
    }

    private void line(Row row) throws IOException {
        List<String> fields = row.fields();
        if (fields.size() != columns.size()) {
            throw replay.fault(
                    row.line(),
                    "expected " + columns.size() + " fields, found " + fields.size() + ": '" + String.join(",", fields)
                            + "'",
                    "fields: " + String.join(",", columns));
        }
        String action = fields.get(1).toLowerCase(Locale.ROOT);
        if (weighted && action.equals(EditCsv.VERTEX)) {
            replay.append(row.line(), fields.get(2));
            edits.addVertex(new AddedVertex(parts(row)));
            return;
        }
        Edit.Kind kind = switch (action) {
            case "remove" -> Edit.Kind.REMOVE;
            case "add" -> Edit.Kind.ADD;
            default ->
                throw replay.fault(
                        row.line(),
                        "unknown action '" + fields.get(1) + "'",
                        "an action is 'remove'" + (weighted ? ", 'add' or 'vertex'" : " or 'add'"));
        };
        edit(row, kind);
    }

    private void edit(Row row, Edit.Kind kind) throws IOException {
        List<String> fields = row.fields();
        int step = replay.size() + 1;
        if (!fields.get(0).equals(Integer.toString(step))) {
            throw replay.fault(
                    row.line(),
                    "expected step " + step + ", found '" + fields.get(0) + "'",
                    "steps count from 1 without gaps");
        }
        Edit edit = replay.edit(row.line(), kind, fields.get(2), fields.get(3));
        if (weighted && kind == Edit.Kind.ADD) {
            edits.add(edit, number(row, fields.get(4)), relation(row, fields.get(5)));
        } else {
            edits.add(edit);
        }
        String last = fields.get(fields.size() - 1);
        if (scored && !last.isEmpty()) {
            edits.scored(score(row, last));
        }
    }

    private List<AddedVertex.Part> parts(Row row) throws IOException {
        List<AddedVertex.Part> parts = new ArrayList<>();
        String text = row.fields().get(3);
        if (!text.isEmpty()) {
            List<String> words = words(row, text);
            if (words.size() % 2 == 1) {
                throw replay.fault(row.line(), "'" + text + "' has a share without a vertex", "write weight|id|..");
            }
            for (int i = 0; i < words.size(); i += 2) {
                int vertex = replay.vertex(row.line(), words.get(i + 1));
                parts.add(new AddedVertex.Part(vertex, number(row, words.get(i))));
            }
        }
        return parts;
    }

    private List<String> words(Row row, String text) throws IOException {
        try (CSVParser words = CSVParser.parse(text, EditCsv.PARTS)) {
            List<CSVRecord> found = words.getRecords();
            return found.isEmpty() ? List.of(text) : found.get(0).toList(); // one word is half a share
        } catch (UncheckedIOException | IOException e) {
            throw replay.fault(row.line(), "'" + text + "' are no shares of features", "write weight|id|weight|id|..")
                    .causedBy(e);
        }
    }

    private int relation(Row row, String text) throws FormatException {
        double relation = number(row, text);
        if (!(relation >= 0 && relation == Math.rint(relation) && relation < Integer.MAX_VALUE)) {
            throw replay.fault(row.line(), "relation '" + text + "'", "a relation is a whole number from 0 on");
        }
        return (int) relation;
    }

    private double number(Row row, String text) throws FormatException {
        double number = score(row, text);
        if (!Double.isFinite(number)) {
            throw replay.fault(row.line(), "'" + text + "' is not a finite number", "write one");
        }
        return number;
    }

    private double score(Row row, String text) throws FormatException {
        if (!NUMBER.matcher(text).matches()) {
            throw replay.fault(row.line(), "'" + text + "' is not a finite number", "write one, such as 0.5 or 1e-3");
        }
        return Double.parseDouble(text);
    }
}
