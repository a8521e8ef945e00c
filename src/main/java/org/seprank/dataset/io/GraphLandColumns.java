package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.seprank.dataset.Features;
import org.seprank.dataset.file.EntryCollector;
import org.seprank.dataset.file.Source;
import org.seprank.file.TextLines;

/** A CSV file of numbers and truth values by column, whose first column numbers the rows; an empty field is NaN. */
final class GraphLandColumns {
    private final Path file;
    private final Map<String, double[]> columns;
    private final int rows;

    private GraphLandColumns(Path file, Map<String, double[]> columns, int rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
    }

    static GraphLandColumns read(Source source, Path file) throws IOException {
        try (TextLines lines = source.lines(file)) {
            List<String> heading = lines.fields(lines.require("a heading"));
            List<DoubleStream.Builder> builders = new ArrayList<>();
            heading.forEach(name -> builders.add(DoubleStream.builder()));
            int rows = 0;
            for (String text = lines.nextFull(); text != null; text = lines.nextFull()) {
                List<String> fields = lines.fields(text);
                if (fields.size() != heading.size()) {
                    throw lines.error("expected " + heading.size() + " fields, found " + fields.size(), "fill the row");
                }
                for (int c = 1; c < fields.size(); c++) {
                    builders.get(c).add(value(fields.get(c), lines));
                }
                rows++;
            }
            Map<String, double[]> columns = new LinkedHashMap<>();
            for (int c = 1; c < heading.size(); c++) {
                columns.put(heading.get(c).strip(), builders.get(c).build().toArray());
            }
            return new GraphLandColumns(file, columns, rows);
        }
    }

    private static double value(String field, TextLines lines) throws IOException {
        return switch (field.strip().toLowerCase(Locale.ROOT)) {
            case "", "nan" -> Double.NaN;
            case "true" -> 1;
            case "false" -> 0;
            default -> lines.number(field.strip());
        };
    }

    int rows() {
        return rows;
    }

    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    double[] column(String name) {
        double[] column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "column '" + name + "' is not in " + file.getFileName() + ", only " + columns.keySet());
        }
        return column;
    }

    /** The rows at which a column of truth values is 1. */
    int[] set(String name) {
        double[] column = column(name);
        return IntStream.range(0, rows).filter(i -> column[i] == 1).toArray();
    }

    /**
     * The features: numbers by their normal quantiles, fractions as they are, both with the most frequent value where
     * one is missing, and each category a column of its own (of two, only the second).
     *
     * @param fitted the rows that quantiles, values and categories are taken from
     */
    Features features(GraphLandInfo info, int[] fitted) {
        boolean transformed = info.text("dataset_name", "").matches("avazu-ctr|artnet-views");
        EntryCollector entries = new EntryCollector();
        int width = 0;
        for (String name : info.numbers()) {
            number(entries, width++, column(name), fitted, true);
        }
        for (String name : info.fractions()) {
            number(entries, width++, column(name), fitted, transformed);
        }
        for (String name : info.categories()) {
            width += categories(entries, width, column(name), fitted);
        }
        return entries.build(rows, width);
    }

    private void number(EntryCollector entries, int place, double[] column, int[] fitted, boolean transformed) {
        double[] own = Arrays.stream(fitted).mapToDouble(i -> column[i]).toArray();
        QuantileTransform transform = QuantileTransform.fit(own);
        double[] values = column.clone();
        for (int i = 0; i < rows && transformed; i++) {
            values[i] = transform.apply(values[i]);
        }
        double filler = mostFrequent(values, fitted);
        for (int i = 0; i < rows; i++) {
            entries.add(i, place, (float) (Double.isNaN(values[i]) ? filler : values[i]));
        }
    }

    /** The least of the most frequent ones; 0 where none is known. */
    private static double mostFrequent(double[] values, int[] rows) {
        double[] sorted = Arrays.stream(rows)
                .mapToDouble(i -> values[i])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double best = 0;
        int most = 0;
        for (int i = 0, j = 0; i < sorted.length; i = j) {
            while (j < sorted.length && sorted[j] == sorted[i]) {
                j++;
            }
            if (j - i > most) {
                most = j - i;
                best = sorted[i];
            }
        }
        return best;
    }

    private int categories(EntryCollector entries, int first, double[] column, int[] fitted) {
        TreeMap<Double, Integer> places = new TreeMap<>();
        for (int i : fitted) {
            places.put(column[i], 0);
        }
        boolean binary = places.size() == 2;
        int next = binary ? -1 : 0;
        for (Map.Entry<Double, Integer> place : places.entrySet()) {
            place.setValue(next++);
        }
        for (int i = 0; i < rows; i++) {
            int place = places.getOrDefault(column[i], -1);
            if (place >= 0) {
                entries.add(i, first + place, 1);
            }
        }
        return Math.max(0, next);
    }
}
