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
    private TargetRows() {}

    /**
     * What those rows say of the items: classes for one column of whole numbers from -1 (not known), events for several
     * columns of 0 and 1, otherwise numbers.
     */
    static Truth truth(Source source, Path file) throws IOException {
        DoubleStream.Builder values = DoubleStream.builder();
        int width = 0;
        int rows = 0;
        boolean decimals = false;
        Optional<FormatException> noClass = Optional.empty(); // of the first whole number that is none
        try (TextLines lines = source.lines(file)) {
            for (String text = lines.nextFull(); text != null; text = lines.nextFull()) {
                List<String> fields = TextLines.words(text, true);
                if (rows > 0 && fields.size() != width) {
                    throw lines.error(
                            "expected " + width + " labels, found " + fields.size(),
                            "write nan for what is not known");
                }
                width = fields.size();
                rows++;
                for (String field : fields) {
                    boolean missing = field.toLowerCase(Locale.ROOT).equals("nan");
                    double value = missing ? Double.NaN : lines.number(field);
                    values.add(value);
                    decimals |= field.indexOf('.') >= 0;
                    if (noClass.isEmpty() && !missing && !isClass(value)) {
                        noClass = Optional.of(lines.error(
                                "label " + field + " is no class in -1.." + (Labels.MAX_CLASSES - 1),
                                "number the classes from 0; numbers to predict have a decimal point"));
                    }
                }
            }
        }
        double[] all = values.build().toArray();
        if (width == 1 && !decimals && noClass.isPresent()) {
            throw noClass.get();
        }
        int columns = width;
        int items = rows;
        return Source.within(file, () -> truth(items, columns, all));
    }

    /** The same of numbers that are there already, row by row. */
    static Truth truth(int rows, int columns, double[] values) {
        if (rows == 0) {
            return Truth.of(Labels.of());
        }
        boolean classes = columns == 1 && Arrays.stream(values).allMatch(TargetRows::isClass);
        if (!classes) {
            return new Truth(Labels.missing(rows), TargetValues.guessed(columns, values));
        }
        return Truth.of(Labels.of(Arrays.stream(values)
                .mapToInt(value -> Double.isNaN(value) ? Labels.MISSING : (int) value)
                .toArray()));
    }

    private static boolean isClass(double value) {
        return Double.isNaN(value)
                || value >= Labels.MISSING && value < Labels.MAX_CLASSES && Math.rint(value) == value;
    }
}
