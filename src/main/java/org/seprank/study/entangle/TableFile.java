package org.seprank.study.entangle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.seprank.entangle.DataTable;
import org.seprank.entangle.SiteGrid;
import org.seprank.file.FormatException;
import org.seprank.file.Npz;
import org.seprank.file.ReadLimits;
import org.seprank.file.TextLines;
import org.seprank.study.input.FileHash;

/**
 * A file of a table: CSV, a line of names and a line for every sample, numbers but for the column of labels; or npz
 * with an array {@code X}: [M, N] or [M, H, W] and perhaps one of labels {@code y}: [M], under these names or those of
 * {@link #ARRAYS} and {@link #LABELS}.
 *
 * @param path the file
 * @param reading what of it is taken
 */
record TableFile(Path path, TableReading reading) {
    private static final List<String> ARRAYS = List.of("X", "x", "features", "data");
    private static final List<String> LABELS = List.of("label", "y", "Y", "labels", "class", "target");

    TableInput read(Consumer<String> warnings) throws IOException {
        return String.valueOf(path.getFileName()).endsWith(".npz") ? ofNpz(warnings) : ofCsv(warnings);
    }

    private TableInput ofCsv(Consumer<String> warnings) throws IOException {
        try (TextLines lines = TextLines.open(path)) {
            List<String> heading = lines.fields(lines.require("a line of column names")).stream()
                    .map(String::strip)
                    .toList();
            int label = label(heading).map(heading::indexOf).orElse(-1);
            int[] columns = columns(lines, heading, label);
            List<double[]> rows = new ArrayList<>();
            List<String> labels = new ArrayList<>();
            for (String line = lines.nextFull(); line != null; line = lines.nextFull()) {
                List<String> fields = lines.fields(line);
                if (fields.size() != heading.size()) {
                    throw lines.error("expected " + heading.size() + " fields, found " + fields.size(), "fill the row");
                }
                double[] row = new double[columns.length];
                for (int c = 0; c < columns.length; c++) {
                    row[c] = number(lines, heading.get(columns[c]), fields.get(columns[c]));
                }
                rows.add(row);
                labels.add(label < 0 ? "" : fields.get(label).strip());
            }
            if (rows.isEmpty()) {
                throw lines.endOfFile("a sample");
            }
            List<String> sites = Arrays.stream(columns).mapToObj(heading::get).toList();
            SampleLabels signs =
                    label < 0 ? SampleLabels.none(rows.size()) : SampleLabels.named(labels, reading.positive());
            DataTable table = TableInput.table(sites, 1, rows::get, signs, rows.size(), warnings);
            return input(table, SiteGrid.line(sites.size()), signs);
        }
    }

    private static double number(TextLines lines, String column, String field) throws FormatException {
        try {
            return lines.number(field);
        } catch (FormatException e) {
            throw lines.error(
                            "column '" + column + "' holds '" + TextLines.shortened(field.strip())
                                    + "', not a finite number",
                            "leave the column out with --leave-out, or name it as --label")
                    .causedBy(e);
        }
    }

    /** The places of the columns that are sites. */
    private int[] columns(TextLines lines, List<String> heading, int label) throws FormatException {
        for (String name : reading.leftOut()) {
            if (!heading.contains(name)) {
                throw lines.error("there is no column '" + name + "' to leave out", "name columns as the first line");
            }
        }
        int[] columns = IntStream.range(0, heading.size())
                .filter(c -> c != label && !reading.leftOut().contains(heading.get(c)))
                .toArray();
        if (columns.length < 2 || new TreeSet<>(heading).size() < heading.size()) {
            throw lines.error(
                    "expected two columns of numbers or more, all of different names, found " + columns.length
                            + " among " + heading.size(),
                    "the first line names the columns");
        }
        return columns;
    }

    /** The name of the labels among those there are. */
    private Optional<String> label(List<String> names) throws FormatException {
        if (!reading.labelled()) {
            return Optional.empty();
        }
        if (reading.label().isEmpty()) {
            return LABELS.stream().filter(names::contains).findFirst();
        }
        if (!names.contains(reading.label())) {
            throw FormatException.inFile(
                    path,
                    "there is no column or array '" + reading.label() + "' of labels",
                    "name one of it, or say --label " + TableReading.NONE);
        }
        return Optional.of(reading.label());
    }

    private TableInput ofNpz(Consumer<String> warnings) throws IOException {
        try (Npz npz = Npz.open(path, ReadLimits.defaults())) {
            String name = ARRAYS.stream()
                    .filter(npz::has)
                    .findFirst()
                    .orElseThrow(() ->
                            npz.error("X", "there is no array of that name with the samples, only " + npz.names()));
            List<Long> shape = npz.shape(name);
            if (shape.size() < 2 || shape.size() > 4 || shape.contains(0L)) {
                throw npz.error(name, "its shape " + shape + " is not [M, N], [M, H, W] or [M, D, H, W]");
            }
            int samples = Math.toIntExact(shape.get(0));
            double[] values = npz.reals(name);
            int columns = values.length / samples;
            SampleLabels signs = labels(npz, samples);
            List<Integer> axes = shape.stream().skip(1).map(Math::toIntExact).toList();
            List<String> sites =
                    IntStream.range(0, columns).mapToObj(Integer::toString).toList();
            DataTable table = TableInput.table(
                    sites,
                    1,
                    m -> Arrays.copyOfRange(values, m * columns, (m + 1) * columns),
                    signs,
                    samples,
                    warnings);
            return input(table, new SiteGrid(axes), signs);
        }
    }

    private SampleLabels labels(Npz npz, int samples) throws IOException {
        Optional<String> name = label(npz.names());
        if (name.isEmpty()) {
            return SampleLabels.none(samples);
        }
        double[] labels = npz.reals(name.get());
        if (labels.length != samples) {
            throw npz.error(name.get(), "it has " + labels.length + " labels of " + samples + " samples");
        }
        Stream<String> names = Arrays.stream(labels)
                .mapToObj(y -> Double.isNaN(y) ? "" : y % 1 == 0 ? Long.toString((long) y) : Double.toString(y));
        return SampleLabels.named(names.toList(), reading.positive());
    }

    private TableInput input(DataTable table, SiteGrid grid, SampleLabels labels) throws IOException {
        return new TableInput(
                table, grid, labels.words(), TableInput.Sites.features(), List.of(FileHash.input("table", path)));
    }
}
