package org.seprank.spark.graph;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.walk.WalkIndex;

/**
 * Walk counts, walk indices of partitions and triangles of a graph in blocks, exact.
 *
 * @param plan how it is spread
 * @param depth L, in 1..64
 * @param target the id of the vertex of vertex prediction; empty: graph prediction
 * @param vertices a table with a column {@code id}, or else the first, has the ids; empty: no partitions
 * @param columns of it; every value is the partition of the vertices that have it and the rest
 * @param triangles whether they are counted
 */
public record BlockAnalysis(
        BlockPlan plan, int depth, String target, String vertices, List<String> columns, boolean triangles)
        implements Study {
    /** Checks the depth. */
    public BlockAnalysis {
        columns = List.copyOf(columns);
        if (depth < 1 || depth > WalkIndex.MAX_DEPTH) {
            throw new IllegalArgumentException("depth " + depth + " is not in 1.." + WalkIndex.MAX_DEPTH);
        }
        if (columns.isEmpty() != vertices.isEmpty()) {
            throw new IllegalArgumentException("--vertices and --column go together: a table, and columns of it");
        }
    }

    @Override
    public Question question() {
        return Question.of("spark-graph-analyze")
                .with("input", plan.input())
                .with("depth", depth)
                .with("target", target.isEmpty() ? "graph" : target)
                .with("vertices", vertices)
                .with("columns", columns)
                .with("triangles", triangles);
    }

    @Override
    public Outcome run(Context context) throws IOException {
        try (SparkSession session = plan.open("graph-analyze")) {
            EdgeTable table = EdgeTable.read(session, plan.input());
            BlockGraph graph = table.graph(plan.parts(session));
            Facts facts = BlockPlan.facts(table, graph);
            if (triangles) {
                JavaPairRDD<Integer, int[]> counts = BlockTriangles.perEntry(graph);
                facts = facts.add(
                        "triangles",
                        graph.blocks()
                                        .join(counts, graph.partitioner())
                                        .values()
                                        .map(t -> sum(BlockTriangles.perVertex(t._1(), t._2())))
                                        .fold(0L, Long::sum)
                                / 3);
            }
            Document document = Document.of("spark-graph-analyze")
                    .add(facts)
                    .add(indices(session, table, graph))
                    .build();
            return new Outcome(context.provenance(question(), List.of()), document, Verdict.ANSWERED);
        }
    }

    private static long sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }

    private Table indices(SparkSession session, EdgeTable table, BlockGraph graph) {
        Map<String, Integer> sets = new LinkedHashMap<>();
        JavaRDD<Starts.Label> labels = new JavaSparkContext(session.sparkContext()).emptyRDD();
        if (!vertices.isEmpty()) {
            Dataset<Row> given = EdgeTable.table(session, vertices);
            for (String column : columns) {
                labels = labels.union(labels(table, given, column, sets));
            }
        }
        Starts starts = Starts.of(graph, labels, sets.size());
        long[] sizes = starts.sizes();
        BigInteger[][] counts = BlockWalks.count(graph, ends(table), starts, depth - 1);
        List<String> names = new ArrayList<>(List.of("all vertices"));
        names.addAll(sets.keySet());
        List<List<Value>> rows = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            for (int l = 0; l < depth; l++) {
                rows.add(List.of(Value.of(names.get(c)), Value.of(sizes[c]), Value.of(l + 1), Value.of(counts[c][l])));
            }
        }
        return new Table("walk_indices", "Walk indices", List.of("partition", "boundary", "depth", "walk_index"), rows);
    }

    /** The labels of a column, whose values become further sets. */
    private static JavaRDD<Starts.Label> labels(
            EdgeTable table, Dataset<Row> given, String column, Map<String, Integer> sets) {
        String id = List.of(given.columns()).contains("id") ? "id" : given.columns()[0];
        Dataset<Row> named = given.select(
                        col(id).cast(DataTypes.StringType).as("__id"),
                        col(column).cast(DataTypes.StringType).as("__value"))
                .filter(col("__value").isNotNull())
                .join(table.ids().select(col("id").cast(DataTypes.StringType).as("__id"), col("v")), "__id")
                .select(col("v"), col("__value"));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (Row value : named.select("__value").distinct().orderBy("__value").collectAsList()) {
            numbers.put(value.getString(0), sets.size());
            sets.put(column + "=" + value.getString(0), sets.size());
        }
        return named.javaRDD().map(row -> new Starts.Label(row.getInt(0), set(numbers, row.getString(1))));
    }

    private static int set(Map<String, Integer> numbers, String value) {
        Integer set = numbers.get(value);
        if (set == null) {
            throw new IllegalStateException("value '" + value + "' appeared while the table was read");
        }
        return set;
    }

    private BitSet ends(EdgeTable table) {
        BitSet ends = new BitSet();
        if (!target.isEmpty()) {
            List<Row> found = table.ids()
                    .filter(col("id").cast(DataTypes.StringType).equalTo(target))
                    .collectAsList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("target " + target + " is no vertex of " + plan.input());
            }
            ends.set(found.get(0).getInt(1));
        }
        return ends;
    }
}
