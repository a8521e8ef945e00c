package org.seprank.spark.set;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * A table with a row for each graph, in the order of the graphs: a folder of CSV files where its name ends with .csv,
 * else of Parquet files.
 *
 * @param path of Hadoop
 */
public record RowTable(String path) {
    /** Says before the work what would go wrong after it. */
    void check(SparkSession session) throws IOException {
        Path place = new Path(path);
        FileSystem files = place.getFileSystem(session.sparkContext().hadoopConfiguration());
        if (files.exists(place)) {
            throw new IllegalArgumentException(path + " is there already; remove it, or name another with --out");
        }
    }

    void write(SparkSession session, JavaRDD<ItemRow> rows, Map<String, NumberColumn> columns, boolean rewired) {
        List<StructField> fields = new ArrayList<>();
        fields.add(DataTypes.createStructField("graph", DataTypes.LongType, false));
        fields.add(DataTypes.createStructField("name", DataTypes.StringType, true));
        columns.forEach((name, column) ->
                fields.add(DataTypes.createStructField(name, column.kind().type(), true)));
        fields.add(DataTypes.createStructField("left", DataTypes.StringType, true));
        fields.add(DataTypes.createStructField("remark", DataTypes.StringType, true));
        if (rewired) {
            fields.add(DataTypes.createStructField("rewired", DataTypes.StringType, true));
        }
        JavaRDD<Row> cells = rows.map(row -> row(row, columns, rewired));
        var writer = session.createDataFrame(cells, DataTypes.createStructType(fields))
                .write();
        if (path.endsWith(".csv")) {
            writer.option("header", true).csv(path);
        } else {
            writer.parquet(path);
        }
    }

    private static Row row(ItemRow row, Map<String, NumberColumn> columns, boolean rewired) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.number());
        cells.add(orMissing(row.name()));
        for (Map.Entry<String, NumberColumn> column : columns.entrySet()) {
            Serializable value = row.values().get(column.getKey());
            cells.add(value == null ? null : column.getValue().cell(value));
        }
        cells.add(orMissing(row.left()));
        cells.add(orMissing(row.remark()));
        if (rewired) {
            cells.add(orMissing(row.rewired()));
        }
        return RowFactory.create(cells.toArray());
    }

    private static @Nullable String orMissing(String text) {
        return text.isEmpty() ? null : text;
    }
}
