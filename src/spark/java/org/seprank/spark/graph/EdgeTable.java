package org.seprank.spark.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.trim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Edges as rows of a table, read from any file system that Spark knows: Parquet, CSV with a header, or text with two
 * words on each line. The ends are the columns {@code src} and {@code dst}, or else the first two; whole numbers or
 * words. Vertices are the ends that occur, numbered in ascending order. Rows without one of the ends are left out.
 */
final class EdgeTable {
    private static final String U = "__u";
    private static final String V = "__v";
    private static final String WEIGHT = "weight";

    private final Dataset<Row> rows; // the input's columns, and the numbers of the smaller and of the larger end
    private final Dataset<Row> ids; // id, v
    private final Counted counted;

    private EdgeTable(Dataset<Row> rows, Dataset<Row> ids, Counted counted) {
        this.rows = rows;
        this.ids = ids;
        this.counted = counted;
    }

    /**
     * What was read and what of it is no edge.
     *
     * @param rows of the table
     * @param vertices n
     * @param withoutEnd rows of which an end is missing
     * @param loops rows whose ends are one vertex
     */
    record Counted(long rows, int vertices, long withoutEnd, long loops) {}

    /**
     * Reads a table and numbers its vertices.
     *
     * @throws IllegalArgumentException if it has fewer than two columns
     */
    static EdgeTable read(SparkSession session, String place) {
        Dataset<Row> table = table(session, place);
        List<String> names = Arrays.asList(table.columns());
        if (names.size() < 2) {
            throw new IllegalArgumentException(place + " has the columns " + names + ", but an edge has two ends");
        }
        String src = names.contains("src") ? "src" : names.get(0);
        String dst = names.contains("dst") ? "dst" : names.get(1);
        boolean whole = integral(table, src) && integral(table, dst);
        DataType type = whole ? DataTypes.LongType : DataTypes.StringType;
        Dataset<Row> ends = table.withColumn("__s", col(src).cast(type)).withColumn("__d", col(dst).cast(type));
        long all = ends.count();
        Dataset<Row> complete =
                ends.filter(col("__s").isNotNull().and(col("__d").isNotNull()));
        Dataset<Row> ids = numbered(session, complete, type).persist(StorageLevel.MEMORY_AND_DISK());
        long n = ids.count();
        if (n >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException(n + " vertices are more than " + (Integer.MAX_VALUE - 1));
        }
        Dataset<Row> joined = complete.join(ids.toDF("__s", "__a"), "__s")
                .join(ids.toDF("__d", "__b"), "__d")
                .withColumn(U, least(col("__a"), col("__b")))
                .withColumn(V, greatest(col("__a"), col("__b")))
                .drop("__s", "__d", "__a", "__b")
                .persist(StorageLevel.MEMORY_AND_DISK());
        long loops = joined.filter(col(U).equalTo(col(V))).count();
        return new EdgeTable(joined, ids, new Counted(all, (int) n, all - joined.count(), loops));
    }

    /** A table by the name of its file. */
    static Dataset<Row> table(SparkSession session, String place) {
        String name = place.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
            return session.read()
                    .option("header", true)
                    .option("inferSchema", true)
                    .csv(place);
        }
        if (name.endsWith(".parquet")) {
            return session.read().parquet(place);
        }
        Dataset<Row> words = session.read()
                .text(place)
                .filter(trim(col("value")).rlike("^[^#%]"))
                .select(split(trim(col("value")), "[\\s,]+").as("words"));
        Dataset<Row> ends = words.select(
                col("words").getItem(0).as("src"), col("words").getItem(1).as("dst"));
        boolean whole =
                !ends.filter(col("src").rlike("^\\d{1,18}$").and(col("dst").rlike("^\\d{1,18}$")))
                                .isEmpty()
                        && ends.filter(col("src").rlike("\\D").or(col("dst").rlike("\\D")))
                                .isEmpty();
        return whole
                ? ends.select(col("src").cast(DataTypes.LongType), col("dst").cast(DataTypes.LongType))
                : ends;
    }

    private static boolean integral(Dataset<Row> table, String column) {
        DataType type = table.schema().apply(column).dataType();
        return type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType);
    }

    private static Dataset<Row> numbered(SparkSession session, Dataset<Row> ends, DataType type) {
        StructType columns = new StructType(new StructField[] {
            DataTypes.createStructField("id", type, false),
            DataTypes.createStructField("v", DataTypes.IntegerType, false)
        });
        JavaRDD<Row> rows = ends.select(col("__s").as("id"))
                .union(ends.select(col("__d").as("id")))
                .distinct()
                .orderBy("id")
                .javaRDD()
                .zipWithIndex()
                .map(t -> RowFactory.create(t._1().get(0), t._2().intValue()));
        return session.createDataFrame(rows, columns);
    }

    Counted counted() {
        return counted;
    }

    /** The graph in so many blocks; weights are those of the column {@code weight}, where there is one. */
    BlockGraph graph(int parts) {
        boolean weighted = Arrays.asList(rows.columns()).contains(WEIGHT);
        JavaRDD<BlockGraph.WeightedEdge> edges = (weighted
                        ? rows.select(col(U), col(V), col(WEIGHT).cast(DataTypes.DoubleType))
                        : rows.select(col(U), col(V)))
                .javaRDD()
                .map(row -> new BlockGraph.WeightedEdge(
                        row.getInt(0), row.getInt(1), weighted && !row.isNullAt(2) ? row.getDouble(2) : 1));
        return BlockGraph.of(edges, counted.vertices(), parts, weighted);
    }

    /** Vertices by their ids. */
    Dataset<Row> ids() {
        return ids;
    }

    /** The table with the order and score of each edge; rows of edges without one have none. */
    Dataset<Row> with(SparkSession session, JavaRDD<BlockScores.OrderedEdge> order) {
        StructType columns = new StructType(new StructField[] {
            DataTypes.createStructField(U, DataTypes.IntegerType, false),
            DataTypes.createStructField(V, DataTypes.IntegerType, false),
            DataTypes.createStructField("order", DataTypes.LongType, false),
            DataTypes.createStructField("score", DataTypes.DoubleType, true)
        });
        Dataset<Row> places = session.createDataFrame(
                order.map(edge -> RowFactory.create(
                        edge.u(), edge.v(), edge.order(), Double.isNaN(edge.score()) ? null : edge.score())),
                columns);
        return rows.filter(col(U).notEqual(col(V)))
                .join(places, new String[] {U, V}, "left")
                .drop(U, V);
    }

    /** Writes a table, as CSV where the name says so and else as Parquet; what was there goes. */
    static void write(Dataset<Row> table, String place) {
        if (place.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            table.write().mode("overwrite").option("header", true).csv(place);
        } else {
            table.write().mode("overwrite").parquet(place);
        }
    }

    /** Lets go of what is kept of it. */
    void close() {
        rows.unpersist();
        ids.unpersist();
    }
}
