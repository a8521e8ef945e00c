package org.seprank.study.analyze;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.graph.Graph;
import org.seprank.measure.Distribution;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.walk.SingletonWalkIndices;

/**
 * The walk indices of all partitions ({t}, V\{t}) with target t: their distribution, and who is weakest and strongest.
 */
public final class SingletonTables {
    private final Graph graph;
    private final SingletonWalkIndices indices;
    private final int[] ascending;

    private SingletonTables(Graph graph, SingletonWalkIndices indices, int[] ascending) {
        this.graph = graph;
        this.indices = indices;
        this.ascending = ascending;
    }

    /** The tables of these indices. */
    public static SingletonTables of(Graph graph, SingletonWalkIndices indices) {
        int[] ascending = IntStream.range(0, graph.vertexCount())
                .boxed()
                .sorted(Comparator.comparing((Integer t) -> indices.at(t)).thenComparing(t -> t))
                .mapToInt(Integer::intValue)
                .toArray();
        return new SingletonTables(graph, indices, ascending);
    }

    /** Five-number summary and mean. */
    Block distribution(String title) {
        return Facts.of("singletons", title)
                .add("minimum", quantile(0))
                .add("lower_quartile", quantile(0.25))
                .add("median", quantile(0.5))
                .add("upper_quartile", quantile(0.75))
                .add("maximum", quantile(1))
                .add("mean", mean());
    }

    /** The value below or at which a share of the vertices lies: no interpolation, so that it is one of the values. */
    public Value quantile(double share) {
        if (ascending.length == 0) {
            return Value.missing();
        }
        return Value.of(indices.at(ascending[Distribution.place(ascending.length, share)]));
    }

    /** Their mean. */
    public double mean() {
        BigInteger sum = BigInteger.ZERO;
        for (int t : ascending) {
            sum = sum.add(indices.at(t));
        }
        return sum.doubleValue() / Math.max(1, ascending.length);
    }

    private record Extremes(String weakest, BigInteger walkIndex, String strongest, BigInteger itsWalkIndex) {}

    private record Vertex(String vertex, BigInteger walkIndex) {}

    /** The {@code top} weakest vertices from the weakest and the {@code top} strongest from the strongest. */
    Block extremes(int top) {
        int count = Math.min(top, ascending.length);
        List<Extremes> rows = new ArrayList<>();
        List<List<Value>> shown = new ArrayList<>(); // in whose rows both have the same place
        for (int i = 0; i < count; i++) {
            int weak = ascending[i];
            int strong = ascending[ascending.length - 1 - i];
            rows.add(new Extremes(
                    graph.ids().id(weak), indices.at(weak), graph.ids().id(strong), indices.at(strong)));
            shown.add(List.of(Value.of(i + 1L), named(weak), named(strong)));
        }
        Table table = Table.of("extreme_vertices", "Weakest and strongest vertices", Extremes.class, rows);
        return table.shownAs(new Table(table.key(), table.title(), List.of("place", "weakest", "strongest"), shown));
    }

    private Value named(int vertex) {
        return Value.of(
                graph.ids().id(vertex) + " (" + Value.of(indices.at(vertex)).text() + ")");
    }

    /** All vertices in the graph's order. */
    Block all() {
        List<Vertex> rows = IntStream.range(0, graph.vertexCount())
                .mapToObj(t -> new Vertex(graph.ids().id(t), indices.at(t)))
                .toList();
        return Table.of("vertices", "Walk index of every vertex", Vertex.class, rows);
    }
}
