package org.seprank.study.train;

import java.util.ArrayList;
import java.util.List;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.Truth;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.training.LinkTask;
import org.seprank.gnn.training.Reliability;
import org.seprank.gnn.training.Task;
import org.seprank.graph.VertexIds;
import org.seprank.report.Table;
import org.seprank.report.Value;

/** Predictions item by item, and how far their probabilities can be believed. */
final class PredictionTables {
    private PredictionTables() {}

    private record Bin(double from, double to, int count, double probability, double share) {}

    /** A line per item: its id, what is known of it, what is predicted; of links a line per edge and per rival. */
    static Table lines(Dataset dataset, Task task, Predictions predictions) {
        if (dataset instanceof LinkDataset links && task instanceof LinkTask pairs) {
            return links(links.whole().graph().ids(), pairs, predictions);
        }
        Truth truth = dataset.truth();
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < predictions.rows(); i++) {
            List<Value> row = new ArrayList<>();
            row.add(Value.of(
                    dataset instanceof NodeDataset nodes ? nodes.graph().ids().id(i) : Integer.toString(i)));
            row.addAll(
                    truth.kind() == Truth.Kind.CLASSES
                            ? ofClass(truth, predictions, i)
                            : ofValues(truth, predictions, i));
            rows.add(row);
        }
        return new Table("predictions", "Predictions", columns(truth, predictions.width()), rows);
    }

    private static Table links(VertexIds ids, LinkTask task, Predictions predictions) {
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < predictions.rows(); i++) {
            rows.add(List.of(
                    Value.of(ids.id(task.first(i))),
                    Value.of(ids.id(task.second(i))),
                    Value.of((long) task.truth().values().value(i, 0)),
                    Value.of(predictions.value(i, 0))));
        }
        return new Table("predictions", "Predictions", List.of("source", "target", "link", "p_link"), rows);
    }

    private static List<String> columns(Truth truth, int width) {
        List<String> columns = new ArrayList<>(List.of("item"));
        if (truth.kind() == Truth.Kind.CLASSES) {
            columns.addAll(List.of("label", "predicted"));
        }
        for (int c = 0; c < width; c++) {
            switch (truth.kind()) {
                case CLASSES -> columns.add("p_" + c);
                case EVENTS, LINKS ->
                    columns.addAll(List.of(
                            truth.values().names().get(c),
                            "p_" + truth.values().names().get(c)));
                case NUMBERS ->
                    columns.addAll(List.of(
                            truth.values().names().get(c),
                            "predicted_" + truth.values().names().get(c)));
            }
        }
        return columns;
    }

    private static List<Value> ofClass(Truth truth, Predictions predictions, int i) {
        List<Value> row = new ArrayList<>();
        row.add(truth.known(i) ? Value.of(truth.labels().label(i)) : Value.missing());
        row.add(Value.of(predictions.argmax(i)));
        for (int c = 0; c < predictions.width(); c++) {
            row.add(Value.of(predictions.value(i, c)));
        }
        return row;
    }

    private static List<Value> ofValues(Truth truth, Predictions predictions, int i) {
        TargetValues values = truth.values();
        List<Value> row = new ArrayList<>();
        for (int c = 0; c < predictions.width(); c++) {
            double known = values.value(i, c);
            row.add(Double.isNaN(known) ? Value.missing() : Value.of(known));
            row.add(Value.of(predictions.value(i, c)));
        }
        return row;
    }

    /** Bins of probability over all known items, with what came true. */
    static Table calibration(Predictions predictions, Truth truth, int[] known) {
        String of = switch (truth.kind()) {
            case CLASSES -> "the likeliest class";
            case LINKS -> "edges";
            default -> "all events";
        };
        List<Bin> bins = Reliability.of(predictions, truth, known).bins().stream()
                .map(bin -> new Bin(bin.from(), bin.to(), bin.count(), bin.probability(), bin.share()))
                .toList();
        return Table.of(
                "calibration",
                "Probability of " + of + " and share that came true, over all labelled items",
                Bin.class,
                bins);
    }
}
