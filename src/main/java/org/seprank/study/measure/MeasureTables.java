package org.seprank.study.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.seprank.measure.BeforeAfter;
import org.seprank.measure.Distribution;
import org.seprank.measure.Group;
import org.seprank.measure.Measure;
import org.seprank.rank.Certainty;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.Chart;
import org.seprank.report.chart.Histogram;
import org.seprank.report.chart.Panels;

/**
 * The tables of measures of several graphs: one with a line per measure and a column per graph, where a distribution
 * shows its mean; the distributions of every group; and the histograms.
 */
public final class MeasureTables {
    private static final int MOST_PANELS = 12;

    private final List<BeforeAfter.Line> lines;
    private final List<String> graphs;
    private final boolean weighted;

    private MeasureTables(List<BeforeAfter.Line> lines, List<String> graphs, boolean weighted) {
        this.lines = lines;
        this.graphs = graphs;
        this.weighted = weighted;
    }

    /**
     * The tables.
     *
     * @param graphs their names as columns
     * @param weighted whether a graph has weights: then it is said which measures use them
     */
    public static MeasureTables of(BeforeAfter measured, List<String> graphs, boolean weighted) {
        return new MeasureTables(measured.lines(), List.copyOf(graphs), weighted);
    }

    /** All tables; and where figures are wanted the histograms, a panel for each of each graph. */
    void addAll(Document.Builder document, boolean draws) {
        MeasureLead.of(lines, graphs).ifPresent(document::note);
        document.add(main("measures", "Measures of the graph"));
        if (draws) {
            histograms().ifPresent(document::add);
        }
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

    /**
     * What a number is about: machines know the measure by its id, people by its name.
     *
     * @param graph none where there is one graph only
     */
    private record About(String id, String measure, Value partition, Value depth, Value graph) {}

    private record Sure(Value certainty, Value samples, Value seed, Value standardError, Value weights) {}

    private record Row(About about, Value value, Value statistic, Sure sure) {}

    /** A line per measure and a column per graph; for machines a row for each measure of each graph. */
    public Table main(String key, String title) {
        List<String> columns = new ArrayList<>(List.of("measure"));
        columns.addAll(graphs);
        columns.add("certainty");
        List<List<Value>> shown = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (BeforeAfter.Line line : lines) {
            List<Value> row = new ArrayList<>();
            boolean mean = line.measures().stream().anyMatch(MeasureTables::isSpread);
            row.add(Value.of(mean ? line.name() + ", mean" : line.name()));
            line.measures().forEach(measure -> row.add(value(measure)));
            row.add(Value.of(certainty(line)));
            shown.add(row);
            for (int g = 0; g < graphs.size(); g++) {
                Measure measure = line.measures().get(g);
                Value statistic = isSpread(measure) ? Value.of("mean") : Value.none();
                rows.add(new Row(about(measure, g), value(measure), statistic, sure(measure)));
            }
        }
        return Table.of(key, title, Row.class, rows).without("measure").shownAs(new Table(key, title, columns, shown));
    }

    private About about(Measure measure, int graph) {
        return new About(
                measure.id(),
                measure.name(),
                measure.partition().isEmpty() ? Value.none() : Value.of(measure.partition()),
                measure.depth() == 0 ? Value.none() : Value.of(measure.depth()),
                graph(graph));
    }

    private Value graph(int index) {
        Value name = Value.of(graphs.get(index));
        return graphs.size() > 1 ? name : Value.none().shown(name.text());
    }

    private String certainty(BeforeAfter.Line line) {
        String sure = line.measures().stream()
                .map(measure -> measure.certainty().describe())
                .distinct()
                .collect(Collectors.joining("; "));
        return weighted && !line.measures().get(0).usesWeights() ? sure + "; every edge counts as 1" : sure;
    }

    private Sure sure(Measure measure) {
        Certainty certainty = measure.certainty();
        Value weights = weighted ? Value.of(measure.usesWeights() ? "used" : "ignored") : Value.none();
        if (certainty instanceof Certainty.Estimated how) {
            Value error = Double.isNaN(how.standardError()) ? Value.none() : Value.of(how.standardError());
            return new Sure(Value.of(certainty.id()), Value.of(how.samples()), Value.of(how.seed()), error, weights);
        }
        Value word = certainty instanceof Certainty.NotComputed ? Value.none() : Value.of(certainty.id());
        return new Sure(word, Value.none(), Value.none(), Value.none(), weights);
    }

    /** Its number; of a distribution the mean. */
    static Value value(Measure measure) {
        if (measure.reading() instanceof Measure.Whole whole) {
            return Value.of(whole.value());
        }
        if (measure.reading() instanceof Measure.Real real) {
            return Value.of(real.value());
        }
        return isSpread(measure)
                ? mean(measure.distribution())
                : Value.missing(measure.certainty().describe());
    }

    /** Infinite where a value is: the mean of the finite ones alone would look like less. */
    private static Value mean(Distribution distribution) {
        boolean infinite = distribution.quantiles().get(4) == Double.POSITIVE_INFINITY;
        return Value.of(infinite ? Double.POSITIVE_INFINITY : distribution.mean());
    }

    private static boolean isSpread(Measure measure) {
        return measure.reading() instanceof Measure.Spread;
    }

    private static boolean hasHistogram(BeforeAfter.Line line) {
        return line.measures().stream()
                .anyMatch(measure ->
                        isSpread(measure) && !measure.distribution().histogram().isEmpty());
    }

    private record Spread(
            About about,
            int values,
            int infinite,
            double minimum,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double maximum,
            double mean) {}

    private Table distributions(Group group, List<BeforeAfter.Line> some) {
        List<Spread> rows = new ArrayList<>();
        for (BeforeAfter.Line line : some) {
            for (int g = 0; g < graphs.size(); g++) {
                Measure measure = line.measures().get(g);
                if (isSpread(measure)) {
                    rows.add(spread(about(measure, g), measure.distribution()));
                }
            }
        }
        String title = "Distributions: " + group.id() + " (the mean is that of the finite values)";
        return Table.of(group.id() + "_distributions", title, Spread.class, rows)
                .hiding("id", "partition", "depth");
    }

    private static Spread spread(About about, Distribution distribution) {
        List<Double> q = distribution.quantiles();
        return new Spread(
                about,
                distribution.size(),
                distribution.infinite(),
                q.get(0),
                q.get(1),
                q.get(2),
                q.get(3),
                q.get(4),
                distribution.mean());
    }

    private Optional<Block> histograms() {
        List<Chart> panels = new ArrayList<>();
        for (BeforeAfter.Line line : lines) {
            for (int g = 0; g < graphs.size() && panels.size() < MOST_PANELS; g++) {
                Measure measure = line.measures().get(g);
                if (hasHistogram(line) && isSpread(measure)) {
                    String title = graphs.size() == 1 ? line.name() : line.name() + ", " + graphs.get(g);
                    panels.add(new Histogram(title, Axis.linear(line.name()), bars(measure.distribution())));
                }
            }
        }
        String title = "How the measures are spread";
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Figure("histograms", title, new Panels(title, panels)));
    }

    private static List<Histogram.Bin> bars(Distribution distribution) {
        List<Histogram.Bin> bars = new ArrayList<>();
        for (Distribution.Bin bin : distribution.histogram()) {
            double from = Math.max(bin.from(), distribution.quantiles().get(0)); // the outer bins have no ends
            double to = Math.min(bin.to(), distribution.quantiles().get(4));
            if (bin.count() > 0 && Double.isFinite(bin.from()) && Double.isFinite(bin.to())) {
                bars.add(new Histogram.Bin(bin.from(), bin.to(), bin.count()));
            } else if (bin.count() > 0 && from < to && Double.isFinite(to)) {
                bars.add(new Histogram.Bin(from, to, bin.count()));
            }
        }
        return bars;
    }

    private record Bin(Value graph, double from, double below, Value count) {}

    /** The bins that are not empty in all graphs. */
    private Table histogram(BeforeAfter.Line line) {
        Measure first = line.measures().stream()
                .filter(MeasureTables::isSpread)
                .findFirst()
                .orElseThrow();
        List<Bin> rows = new ArrayList<>();
        for (int b = 0; b < first.distribution().histogram().size(); b++) {
            Distribution.Bin bin = first.distribution().histogram().get(b);
            List<Value> counts = new ArrayList<>();
            for (Measure measure : line.measures()) {
                counts.add(
                        isSpread(measure)
                                ? Value.of(measure.distribution()
                                        .histogram()
                                        .get(b)
                                        .count())
                                : value(measure));
            }
            if (counts.stream().anyMatch(count -> count.asDouble() > 0)) {
                for (int g = 0; g < graphs.size(); g++) {
                    rows.add(new Bin(graph(g), bin.from(), bin.to(), counts.get(g)));
                }
            }
        }
        return Table.of("histogram_" + first.id(), "Histogram: " + line.name(), Bin.class, rows)
                .pivoted("graph", "count");
    }
}
