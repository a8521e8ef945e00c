package org.seprank.study.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.number.Numbers;
import org.seprank.study.Sample;
import org.seprank.study.statistics.HolmCorrection;
import org.seprank.study.statistics.PairedComparison;

/**
 * Differences of methods to their random control at the same budget: random addition where a method adds, else random
 * removal. They are taken over pairs of equal seeds; a method that no seed matters to is beside every run of the
 * control.
 *
 * @param entries of all methods
 * @param partitions whose walk indices are compared
 */
record ControlDifferences(List<ComparedMethods.Entry> entries, List<Partition> partitions) {
    static final String REMOVAL = "random";
    static final String ADDITION = "random-add";

    /** What is compared: machines know it by its id, people by its name. */
    private record Quantity(
            String id, String name, Value partition, ToDoubleFunction<ComparedMethods.State> measured) {}

    private record Row(
            String method,
            Value budget,
            Value edits,
            String control,
            String quantity,
            Value partition,
            int pairs,
            double difference,
            double from,
            double to,
            Value wilcoxonPValue,
            double leastPValue,
            Value holmPValue) {
        Row corrected(Value holm) {
            return new Row(
                    method,
                    budget,
                    edits,
                    control,
                    quantity,
                    partition,
                    pairs,
                    difference,
                    from,
                    to,
                    wilcoxonPValue,
                    leastPValue,
                    holm);
        }
    }

    /** A row for each method, budget and quantity; none where there is no control. */
    Optional<Table> table() {
        List<Quantity> quantities = quantities();
        List<Row> raw = new ArrayList<>();
        for (ComparedMethods.Entry entry : entries.subList(1, entries.size())) {
            control(entry).ifPresent(control -> quantities.forEach(one -> raw.add(row(entry, control, one))));
        }
        List<Value> corrected =
                HolmCorrection.of(raw.stream().map(Row::wilcoxonPValue).toList());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            rows.add(raw.get(i).corrected(corrected.get(i)));
        }
        List<List<Value>> shown = shown(rows, quantities.size());
        List<String> columns = new ArrayList<>(List.of("method", "budget", "edits", "control"));
        quantities.forEach(quantity -> columns.add(quantity.name()));
        String title =
                "Difference to the random control over pairs of equal seeds, with its 95 % interval (Student's t) and, where"
                        + " there are pairs enough, Wilcoxon's exact p-value after Holm's correction over all of them";
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Table.of("against_control", title, Row.class, rows)
                        .shownAs(new Table("against_control", title, columns, shown)));
    }

    /** A line for each method and budget, for people. */
    private static List<List<Value>> shown(List<Row> rows, int quantities) {
        List<List<Value>> shown = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += quantities) {
            Row first = rows.get(i);
            List<Value> line = new ArrayList<>(
                    List.of(Value.of(first.method()), first.budget(), first.edits(), Value.of(first.control())));
            rows.subList(i, i + quantities)
                    .forEach(row -> line.add(Value.of(row.difference()).shown(text(row))));
            shown.add(line);
        }
        return shown;
    }

    private List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>(List.of(
                new Quantity("mean_walk_index", "mean_ln(1 + walk index)", Value.none(), ComparedMethods.State::mean),
                new Quantity("spectral_gap", "spectral_gap", Value.none(), ComparedMethods.State::gap)));
        for (int p = 0; p < partitions.size(); p++) {
            int at = p;
            String name = partitions.get(p).name();
            quantities.add(new Quantity(
                    "ln_walk_index",
                    "ln walk index of " + name,
                    Value.of(name),
                    state -> state.walks().get(at)));
        }
        return quantities;
    }

    /** The control of an entry with as many edits asked for: its place among those of the control is the same. */
    private Optional<ComparedMethods.Entry> control(ComparedMethods.Entry entry) {
        String id = entry.adds() ? ADDITION : REMOVAL;
        if (entry.method().equals(REMOVAL) || entry.method().equals(ADDITION)) {
            return Optional.empty();
        }
        List<ComparedMethods.Entry> controls = named(id);
        int place = named(entry.method()).indexOf(entry);
        return place < controls.size() ? Optional.of(controls.get(place)) : Optional.empty();
    }

    private List<ComparedMethods.Entry> named(String method) {
        return entries.stream().filter(entry -> entry.method().equals(method)).toList();
    }

    private static Row row(ComparedMethods.Entry entry, ComparedMethods.Entry control, Quantity quantity) {
        int pairs = control.states().size();
        double[] differences = new double[pairs];
        double[] none = new double[pairs];
        for (int k = 0; k < pairs; k++) {
            ComparedMethods.State own =
                    entry.states().get(Math.min(k, entry.states().size() - 1));
            differences[k] = quantity.measured().applyAsDouble(own)
                    - quantity.measured().applyAsDouble(control.states().get(k));
        }
        Sample sample = Sample.of(differences);
        PairedComparison test = PairedComparison.of(differences, none);
        return new Row(
                entry.method(),
                entry.budget(),
                entry.mean(ComparedMethods.State::edits),
                control.method(),
                quantity.id(),
                quantity.partition(),
                sample.runs(),
                sample.mean(),
                sample.low(),
                sample.high(),
                test.wilcoxonPValue(),
                test.leastPValue(),
                Value.missing());
    }

    private static String text(Row row) {
        String interval =
                Double.isNaN(row.from()) ? "" : " (" + Numbers.real(row.from()) + ".." + Numbers.real(row.to()) + ")";
        double p = row.holmPValue().asDouble();
        return Value.of(row.difference()).text() + interval + (Double.isNaN(p) ? "" : ", p " + Numbers.real(p));
    }
}
