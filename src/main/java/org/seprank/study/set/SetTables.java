package org.seprank.study.set;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seprank.measure.Distribution;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.input.GraphSet;

/**
 * The numbers of many graphs: how each is distributed over them, and a row for every graph.
 *
 * @param set the graphs
 * @param members what each came to, in their order; empty where the work was stopped before
 */
record SetTables(GraphSet set, List<Optional<GraphRow>> members) {
    private static final List<String> SHOWN = List.of("graph", "class", "vertices", "edges", "components", "left");
    private static final int SHOWN_ROWS = 10;

    /**
     * A number over the graphs.
     *
     * @param number its name
     * @param graphs that have it
     * @param infinite those in which it is infinite
     */
    private record Over(
            String number,
            int graphs,
            int infinite,
            double mean,
            double minimum,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double maximum) {
        static Over of(String number, double[] values) {
            Distribution all = Distribution.of(values);
            List<Double> q = all.quantiles();
            return new Over(
                    number, all.size(), all.infinite(), all.mean(), q.get(0), q.get(1), q.get(2), q.get(3), q.get(4));
        }
    }

    private record Left(String reason, int graphs, int first) {}

    Document document() {
        List<GraphRow> finished = members.stream().flatMap(Optional::stream).toList();
        long left = finished.stream().filter(one -> !one.left().isEmpty()).count();
        Document.Builder document = Document.of("graph-set")
                .add(set.facts().add("answered", finished.size() - left).add("left_as_they_are", left));
        document.add(numbers(finished));
        if (left > 0) {
            document.add(left());
        }
        document.add(graphs());
        long remarks = finished.stream().filter(one -> !one.remark().isEmpty()).count();
        if (remarks > 0) {
            document.note("Of " + remarks + " graphs there is something to remark; see the table graphs.");
        }
        if (finished.size() < set.size()) {
            document.note("Interrupted after " + finished.size() + " of " + set.size() + " graphs.");
        }
        return document.build();
    }

    private Table numbers(List<GraphRow> finished) {
        List<Over> rows = new ArrayList<>();
        for (String name : names()) {
            double[] values = finished.stream()
                    .map(one -> one.numbers().getOrDefault(name, Value.missing()))
                    .mapToDouble(Value::asDouble)
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (values.length > 0) {
                rows.add(Over.of(name, values));
            }
        }
        return Table.of(
                "numbers",
                "Numbers over the graphs that have them (the mean is that of the finite values)",
                Over.class,
                rows);
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        members.forEach(
                member -> member.ifPresent(one -> names.addAll(one.numbers().keySet())));
        return names;
    }

    private Table left() {
        Map<String, List<Integer>> graphs = new LinkedHashMap<>();
        for (int g = 0; g < members.size(); g++) {
            String why = members.get(g).map(GraphRow::left).orElse("");
            if (!why.isEmpty()) {
                graphs.computeIfAbsent(why, reason -> new ArrayList<>()).add(g + 1);
            }
        }
        return Table.of(
                "left",
                "Graphs left as they are, and why",
                Left.class,
                graphs.entrySet().stream()
                        .map(one -> new Left(
                                one.getKey(),
                                one.getValue().size(),
                                one.getValue().get(0)))
                        .toList());
    }

    /** A row for every graph; people see what it is, machines its numbers. */
    private Table graphs() {
        Set<String> names = names();
        List<String> columns = new ArrayList<>(List.of("graph"));
        if (set.dataset().isPresent()) {
            columns.add("class");
        }
        columns.addAll(names);
        columns.addAll(List.of("left", "remark"));
        List<List<Value>> rows = new ArrayList<>();
        for (int g = 0; g < members.size(); g++) {
            if (members.get(g).isPresent()) {
                rows.add(row(g, members.get(g).get(), names));
            }
        }
        int shown = Math.min(SHOWN_ROWS, rows.size());
        String title = "Each graph: " + shown + " of " + rows.size()
                + "; all, with all numbers, in the JSON form and by" + " --format csv --table each";
        Table first = new Table("each", title, columns, rows.subList(0, shown));
        return new Table("each", title, columns, rows)
                .shownAs(first.only(SHOWN.stream().filter(columns::contains).toArray(String[]::new)));
    }

    private List<Value> row(int g, GraphRow member, Set<String> names) {
        List<Value> row = new ArrayList<>(List.of(Value.of(g + 1L)));
        set.dataset()
                .ifPresent(data -> row.add(
                        data.labels().known(g)
                                ? Value.of(
                                        data.coding().classNumber(data.labels().label(g)))
                                : Value.missing("no label")));
        names.forEach(name -> row.add(member.numbers().getOrDefault(name, Value.missing("not computed"))));
        row.add(Value.of(member.left()));
        row.add(Value.of(member.remark()));
        return row;
    }
}
