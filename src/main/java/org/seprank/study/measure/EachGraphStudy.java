package org.seprank.study.measure;

import java.io.BufferedOutputStream;
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
import java.util.stream.Stream;
import org.seprank.dataset.Labels;
import org.seprank.file.AtomicFile;
import org.seprank.graph.Graph;
import org.seprank.measure.GraphReview;
import org.seprank.measure.Measure;
import org.seprank.measure.MeasureOptions;
import org.seprank.report.Block;
import org.seprank.report.CsvRenderer;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.FileHash;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.work.Progress;

/**
 * Measures of every graph of a file of several, a row each, written as the graphs are read: memory is that of one
 * graph, however many there are. The answer holds mean, least and greatest value over the graphs.
 *
 * @param source a file; its number of a graph is not used
 * @param rows the CSV file that is written, with a header and a row per graph: the columns are the measures of the
 *     first graph; a graph that does not have one leaves it empty
 * @param network the network's widths and target; its depth is not used
 * @param partitions as on the command line; empty: none
 * @param options groups, depths, seed and samples
 */
public record EachGraphStudy(
        GraphSource source, Path rows, NetworkShape network, List<String> partitions, MeasureOptions options)
        implements Study {
    /** Keeps the list. */
    public EachGraphStudy {
        partitions = List.copyOf(partitions);
    }

    @Override
    public Question question() {
        return MeasureQuestion.of("measure-each", source, network, options)
                .with("partition", partitions)
                .with("seed", options.effort().seed());
    }

    @Override
    public Outcome run(Context context) throws IOException {
        List<Outcome> outcome = new ArrayList<>();
        AtomicFile.write(rows, out -> outcome.add(measured(new BufferedOutputStream(out), context)));
        return outcome.get(0);
    }

    private Outcome measured(OutputStream out, Context context) throws IOException {
        Rows written = new Rows(out);
        boolean complete = true;
        Progress progress = context.progress();
        progress.start("graphs", -1);
        try {
            source.forEach(graph -> {
                written.add(graph, review(graph, progress.silent()));
                progress.advanceTo(written.count);
            });
        } catch (CancellationException interrupted) {
            complete = false;
        }
        out.flush();
        List<Block.Input> inputs = List.of(FileHash.input("graphs", Path.of(source.location())));
        return new Outcome(context.provenance(question(), inputs), document(written, complete), Verdict.of(complete));
    }

    private GraphReview review(Graph graph, Progress progress) throws IOException {
        long seed = options.effort().seed();
        MeasureOptions.Question question = new MeasureOptions.Question(
                ChosenPartitions.ofNone(source.about(graph), partitions, seed).partitions(),
                network.targetIn(graph),
                network.inputWidth(),
                network.hiddenWidth());
        return GraphReview.of(graph, Labels.missing(graph.vertexCount()), options.withQuestion(question), progress);
    }

    private Document document(Rows written, boolean complete) {
        Document.Builder document = Document.of("measure-each")
                .add(Facts.of("graphs", "Graphs")
                        .add("source", source.location())
                        .add("graphs", written.count));
        List<List<Value>> lines = new ArrayList<>();
        written.columns.forEach((name, column) -> lines.add(column.row(name)));
        document.add(new Table(
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
                line(Stream.concat(Stream.of("graph"), columns.keySet().stream())
                        .map(Value::of)
                        .toList());
            }
            List<Value> cells = new ArrayList<>(List.of(Value.of(count)));
            for (Map.Entry<String, Column> column : columns.entrySet()) {
                Value value = value(column.getKey(), graph, review);
                column.getValue().add(value.asDouble());
                cells.add(value);
            }
            line(cells);
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

        private void line(List<Value> cells) throws IOException {
            out.write(CsvRenderer.line(cells).getBytes(StandardCharsets.UTF_8));
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
