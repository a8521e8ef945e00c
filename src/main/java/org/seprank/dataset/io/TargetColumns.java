package org.seprank.dataset.io;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.seprank.dataset.TargetValues;
import org.seprank.file.FormatException;
import org.seprank.file.TextLines;

/** The columns {@code target:NAME} (numbers) or {@code event:NAME} (0 or 1) of a table of vertices. */
final class TargetColumns {
    private static final String NUMBER = "target:";
    private static final String EVENT = "event:";

    private final List<Integer> places = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final DoubleStream.Builder values = DoubleStream.builder();
    private boolean events;
    private int rows;

    /** Whether a heading is one of such a column. */
    static boolean isOne(String heading) {
        return heading.startsWith(NUMBER) || heading.startsWith(EVENT);
    }

    /** The headings of the columns of some values. */
    static List<String> headings(TargetValues values) {
        String kind = values.kind() == TargetValues.Kind.EVENTS ? EVENT : NUMBER;
        return values.names().stream().map(name -> kind + name).toList();
    }

    /** Takes those columns of a heading that are such. */
    static TargetColumns of(TextLines lines, List<String> heading) throws FormatException {
        TargetColumns columns = new TargetColumns();
        for (int c = 0; c < heading.size(); c++) {
            String text = heading.get(c);
            if (!isOne(text)) {
                continue;
            }
            boolean event = text.startsWith(EVENT);
            if (!columns.places.isEmpty() && event != columns.events) {
                throw lines.error("there are " + NUMBER + " and " + EVENT + " columns", "keep those of one kind");
            }
            columns.events = event;
            columns.places.add(c);
            columns.names.add(text.substring(text.indexOf(':') + 1));
        }
        return columns;
    }

    /** How many there are. */
    int count() {
        return places.size();
    }

    /** Takes a row; an empty field or {@code nan} is not known. */
    void add(TextLines lines, List<String> fields) throws FormatException {
        rows++;
        for (int c : places) {
            String field = fields.get(c).strip();
            boolean known = !field.isEmpty() && !field.equalsIgnoreCase("nan");
            double value = known ? lines.number(field) : Double.NaN;
            if (known && events && value != 0 && value != 1) {
                throw lines.error("event '" + field + "' is neither 0 nor 1", "leave it empty if it is not known");
            }
            values.add(value);
        }
    }

    /** What the rows said. */
    TargetValues build() {
        return places.isEmpty()
                ? TargetValues.none(rows)
                : TargetValues.of(
                        events ? TargetValues.Kind.EVENTS : TargetValues.Kind.NUMBERS,
                        names,
                        values.build().toArray());
    }
}
