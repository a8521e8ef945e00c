package org.seprank.study.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.seprank.measure.BeforeAfter;
import org.seprank.measure.Distribution;
import org.seprank.measure.Group;
import org.seprank.measure.Measure;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;

/**
 * The tables of measures of several graphs: one with a line per measure and a column per graph, where a distribution
 * shows its mean; the distributions of every group; and the histograms.
 */
public final class MeasureTables {
    private final List<BeforeAfter.Line> lines;
    private final List<String> graphs;

    private MeasureTables(List<BeforeAfter.Line> lines, List<String> graphs) {
        this.lines = lines;
        this.graphs = graphs;
    }

    /**
     * The tables.
     *
     * @param graphs their names as columns
     */
    public static MeasureTables of(BeforeAfter measured, List<String> graphs) {
        return new MeasureTables(measured.lines(), List.copyOf(graphs));
    }

    void addAll(Document.Builder document) {
        document.add(main("measures", "Measures of the graph"));
        for (Group group : Group.values()) {
            List<BeforeAfter.Line> some = lines.stream()
                    .filter(line -> line.measures().get(0).group() == group)
                    .filter(line -> line.measures().stream().anyMatch(MeasureTables::isSpread))
                    .toList();
            if (!some.isEmpty()) {
                document.add(distributions(group, some));
            }
        }
        lines.stream().filter(MeasureTables::hasHistogram).forEach(line -> document.add(histogram(line)));
    }

    public Block main(String key, String title) {
        List<String> columns = new ArrayList<>(List.of("measure"));
        columns.addAll(graphs);
        columns.add("certainty");
        List<List<Value>> rows = new ArrayList<>();
        for (BeforeAfter.Line line : lines) {
            List<Value> row = new ArrayList<>();
            boolean mean = line.measures().stream().anyMatch(MeasureTables::isSpread);
            row.add(Value.of(mean ? line.name() + ", mean" : line.name()));
            line.measures().forEach(measure -> row.add(value(measure)));
            row.add(Value.of(line.measures().stream()
                    .map(measure -> measure.sureness().describe())
                    .distinct()
                    .collect(Collectors.joining("; "))));
            rows.add(row);
        }
        return new Table(key, title, columns, rows);
    }

    /** Its number; of a distribution the mean. */
    static Value value(Measure measure) {
        if (measure.reading() instanceof Measure.Whole whole) {
            return Value.of(whole.value());
        }
        if (measure.reading() instanceof Measure.Real real) {
            return Value.of(real.value());
        }
        return isSpread(measure) ? Value.of(measure.distribution().mean()) : Value.missing();
    }

    private static boolean isSpread(Measure measure) {
        return measure.reading() instanceof Measure.Spread;
    }

    private static boolean hasHistogram(BeforeAfter.Line line) {
        return line.measures().stream()
                .anyMatch(measure ->
                        isSpread(measure) && !measure.distribution().histogram().isEmpty());
    }

    private Block distributions(Group group, List<BeforeAfter.Line> some) {
        List<String> columns = new ArrayList<>(List.of("measure", "graph", "values", "infinite"));
        Distribution.SHARE_NAMES.forEach(name -> columns.add(name.replace(' ', '_')));
        columns.add("mean");
        List<List<Value>> rows = new ArrayList<>();
        for (BeforeAfter.Line line : some) {
            for (int i = 0; i < graphs.size(); i++) {
                Measure measure = line.measures().get(i);
                if (isSpread(measure)) {
                    rows.add(distribution(line.name(), graphs.get(i), measure.distribution()));
                }
            }
        }
        return new Table(
                group.id() + "_distributions",
                "Distributions: " + group.id() + " (the mean is that of the finite values)",
                columns,
                rows);
    }

    private static List<Value> distribution(String name, String graph, Distribution distribution) {
        List<Value> row = new ArrayList<>();
        row.add(Value.of(name));
        row.add(Value.of(graph));
        row.add(Value.of(distribution.size()));
        row.add(Value.of(distribution.infinite()));
        distribution.quantiles().forEach(quantile -> row.add(Value.of(quantile)));
        row.add(Value.of(distribution.mean()));
        return row;
    }

    /** The bins that are not empty in all graphs. */
    private Block histogram(BeforeAfter.Line line) {
        List<String> columns = new ArrayList<>(List.of("from", "below"));
        columns.addAll(graphs);
        int bins = line.measures().stream()
                .filter(MeasureTables::isSpread)
                .mapToInt(measure -> measure.distribution().histogram().size())
                .max()
                .orElse(0);
        List<List<Value>> rows = IntStream.range(0, bins)
                .mapToObj(bin -> bin(line, bin))
                .filter(row -> row.stream()
                        .skip(2)
                        .anyMatch(value -> !value.equals(Value.of(0)) && !value.equals(Value.missing())))
                .toList();
        return new Table(
                "histogram_" + line.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_"),
                "Histogram: " + line.name(),
                columns,
                rows);
    }

    private static List<Value> bin(BeforeAfter.Line line, int bin) {
        List<Value> row = new ArrayList<>();
        for (Measure measure : line.measures()) {
            if (!isSpread(measure)) {
                row.add(Value.missing());
                continue;
            }
            Distribution.Bin counted = measure.distribution().histogram().get(bin);
            row.add(Value.of(counted.count()));
        }
        Distribution.Bin first = line.measures().stream()
                .filter(MeasureTables::isSpread)
                .findFirst()
                .orElseThrow()
                .distribution()
                .histogram()
                .get(bin);
        row.add(0, Value.of(first.from()));
        row.add(1, Value.of(first.to()));
        return row;
    }
}
