package org.seprank.study.measure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.seprank.dataset.Labels;
import org.seprank.graph.Graph;
import org.seprank.graph.io.GraphReader;
import org.seprank.measure.GraphReview;
import org.seprank.measure.Measure;
import org.seprank.measure.MeasureOptions;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.study.Outcome;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.work.Progress;

/**
 * Measures of every graph of a file of several, a row each, written as the graphs are read: memory is that of one
 * graph, however many there are. The answer holds mean, least and greatest value over the graphs.
 *
 * @param source a file; its number of a graph is not used
 * @param network the network's widths and target; its depth is not used
 * @param partitions as on the command line; empty: none
 * @param options groups, depths, seed and samples
 */
public record EachGraphStudy(
        GraphSource source, NetworkShape network, List<String> partitions, MeasureOptions options) {
    /** Keeps the list. */
    public EachGraphStudy {
        partitions = List.copyOf(partitions);
    }

    /**
     * Runs the study. The columns are the measures of the first graph; a graph that does not have one leaves it empty.
     *
     * @param rows takes a CSV file with a header, one row per graph
     */
    public Outcome run(OutputStream rows, Progress progress) throws IOException {
        long start = System.nanoTime();
        Rows written = new Rows(rows);
        boolean complete = true;
        progress.start("graphs", -1);
        try {
            GraphReader.forEach(Path.of(source.location()), source.options(), graph -> {
                written.add(graph, review(graph, progress.silent()));
                progress.advanceTo(written.count);
            });
        } catch (CancellationException interrupted) {
            complete = false;
        }
        rows.flush();
        return new Outcome(document(written, complete, start), complete);
    }

    private GraphReview review(Graph graph, Progress progress) throws IOException {
        long seed = options.effort().seed();
        MeasureOptions.Question question = new MeasureOptions.Question(
                partitions.isEmpty() ? List.of() : ChosenPartitions.of(graph, partitions, seed),
                network.targetIn(graph),
                network.inputWidth(),
                network.hiddenWidth());
        return GraphReview.of(graph, Labels.missing(graph.vertexCount()), options.withQuestion(question), progress);
    }

    private Document document(Rows written, boolean complete, long start) {
        Document.Builder document = Document.of("measure-each")
                .facts(
                        "graphs",
                        "Graphs",
                        "source",
                        Value.of(source.location()),
                        "graphs",
                        Value.of(written.count),
                        "seconds",
                        Value.of((System.nanoTime() - start) / 1e9));
        List<List<Value>> lines = new ArrayList<>();
        written.columns.forEach((name, column) -> lines.add(column.row(name)));
        document.add(new Block.Table(
                "measures",
                "Measures over the graphs",
                List.of("measure", "graphs", "mean", "least", "greatest"),
                lines));
        if (!complete) {
            document.note("Interrupted after " + written.count + " graphs.");
        }
        return document.build();
    }

    /** Writes rows and keeps a running summary of every column. */
    private static final class Rows {
        private final OutputStream out;
        private final Map<String, Column> columns = new LinkedHashMap<>();
        private long count;

        Rows(OutputStream out) {
            this.out = out;
        }

        void add(Graph graph, GraphReview review) throws IOException {
            count++;
            if (count == 1) {
                columns.put("vertices", new Column());
                columns.put("edges", new Column());
                review.measures().forEach(measure -> columns.put(measure.name(), new Column()));
                line("graph", List.copyOf(columns.keySet()));
            }
            List<String> cells = new ArrayList<>();
            for (Map.Entry<String, Column> column : columns.entrySet()) {
                Value value = value(column.getKey(), graph, review);
                column.getValue().add(value.asDouble());
                cells.add(plain(value));
            }
            line(Long.toString(count), cells);
        }

        private static Value value(String name, Graph graph, GraphReview review) {
            if (name.equals("vertices")) {
                return Value.of(graph.vertexCount());
            }
            if (name.equals("edges")) {
                return Value.of(graph.edgeCount());
            }
            Optional<Measure> measure = review.named(name);
            return measure.isEmpty() ? Value.missing() : MeasureTables.value(measure.get());
        }

        private static String plain(Value value) {
            if (value instanceof Value.Whole whole) {
                return whole.number().toString();
            }
            return value instanceof Value.Real real ? Double.toString(real.number()) : "";
        }

        private void line(String first, List<String> rest) throws IOException {
            String cells = rest.stream().map(Rows::quoted).collect(Collectors.joining(","));
            out.write((first + "," + cells + "\n").getBytes(StandardCharsets.UTF_8));
        }

        private static String quoted(String cell) {
            return cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
        }
    }

    /** A running summary of the finite values of a measure. */
    private static final class Column {
        private long count;
        private double mean;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;

        void add(double value) {
            if (Double.isFinite(value)) {
                count++;
                mean += (value - mean) / count;
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }

        List<Value> row(String name) {
            return count == 0
                    ? List.of(Value.of(name), Value.of(0), Value.missing(), Value.missing(), Value.missing())
                    : List.of(Value.of(name), Value.of(count), Value.of(mean), Value.of(least), Value.of(greatest));
        }
    }
}
