package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.seprank.dataset.Labels;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.Truth;
import org.seprank.dataset.file.Source;
import org.seprank.file.FormatException;
import org.seprank.file.TextLines;

/** A text file of a row of numbers per item, separated by commas or blanks; {@code nan} is not known. */
final class TargetRows {
    private final Path file;
    private final DoubleStream.Builder read = DoubleStream.builder();
    private double[] values = new double[0];
    private int columns;
    private int rows;
    private boolean decimals;
    private Optional<FormatException> noClass = Optional.empty(); // of the first number that is none

    private TargetRows(Path file) {
        this.file = file;
    }

    /** Those of that file. */
    static TargetRows read(Source source, Path file) throws IOException {
        TargetRows rows = new TargetRows(file);
        try (TextLines lines = source.lines(file)) {
            for (String text = lines.nextFull(); text != null; text = lines.nextFull()) {
                rows.add(TextLines.words(text, true), lines);
            }
        }
        rows.values = rows.read.build().toArray();
        return rows;
    }

    private void add(List<String> fields, TextLines lines) throws IOException {
        if (rows > 0 && fields.size() != columns) {
            throw lines.error(
                    "expected " + columns + " labels, found " + fields.size(), "write nan for what is not known");
        }
        columns = fields.size();
        rows++;
        for (String field : fields) {
            double value = field.toLowerCase(Locale.ROOT).equals("nan") ? Double.NaN : lines.number(field);
            read.add(value);
            decimals |= field.indexOf('.') >= 0;
            if (noClass.isEmpty() && !isClass(value)) {
                noClass = Optional.of(lines.error(
                        "label " + field + " is no class in -1.." + (Labels.MAX_CLASSES - 1),
                        "number the classes from 0; numbers to predict have a decimal point"));
            }
        }
    }

    private static boolean isClass(double value) {
        return Double.isNaN(value)
                || (value >= Labels.MISSING && value < Labels.MAX_CLASSES && Math.rint(value) == value);
    }

    /**
     * What they say of the items: classes for one column of whole numbers from -1 (not known), otherwise values.
     *
     * @throws FormatException if a whole number is no class
     */
    Truth truth() throws IOException {
        if (columns == 1 && !decimals && noClass.isPresent()) {
            throw noClass.get();
        }
        return rows == 0 ? Truth.of(Labels.of()) : Source.within(file, () -> truth(rows, columns, values));
    }

    /** What numbers say that are there already, row by row. */
    static Truth truth(int rows, int columns, double[] values) {
        if (columns != 1 || !Arrays.stream(values).allMatch(TargetRows::isClass)) {
            return new Truth(Labels.missing(rows), TargetValues.guessed(columns, values));
        }
        return Truth.of(Labels.of(Arrays.stream(values)
                .mapToInt(value -> Double.isNaN(value) ? Labels.MISSING : (int) value)
                .toArray()));
    }

    /** They as values: events where several columns are all 0 and 1, otherwise numbers. */
    TargetValues values() throws IOException {
        return rows == 0 ? TargetValues.none(0) : Source.within(file, () -> TargetValues.guessed(columns, values));
    }
}
