package org.seprank.spark.set;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.ContentSummary;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.input.PortableDataStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.seprank.report.Facts;
import org.seprank.report.Value;
import scala.Tuple2;

/**
 * Many graphs by the path of Hadoop at which they are: a file with a graph on each line (graph6, sparse6, packed or
 * not), a folder of files with a graph each, a folder of the TUDataset form, or a Parquet table with the columns
 * {@code graph}, {@code src} and {@code dst} and a row for each edge. Nothing of them is in this process.
 *
 * @param session of Spark
 * @param path at which they are
 */
record GraphItems(SparkSession session, String path) {
    private static final String INDICATOR = "_graph_indicator.txt";
    private static final List<String> LINES = List.of(".g6", ".s6", ".graph6", ".sparse6");

    /** The graphs; numbers are those of the source's own order. */
    JavaRDD<GraphItem> read() throws IOException {
        Path place = new Path(path);
        FileSystem files = place.getFileSystem(session.sparkContext().hadoopConfiguration());
        if (!files.exists(place)) {
            throw new IOException("no such file: " + path);
        }
        String name = plain(place.getName());
        if (LINES.stream().anyMatch(name::endsWith)) {
            return lines(name.substring(name.lastIndexOf('.')));
        }
        if (name.endsWith(".parquet")) {
            return table();
        }
        if (files.getFileStatus(place).isFile()) {
            throw new IllegalArgumentException(path + " is one file that holds no graph a line; allowed: " + LINES
                    + ", a .parquet table with graph, src and dst, or a folder");
        }
        List<String> names = names(files, place);
        List<String> sets =
                names.stream().filter(one -> one.endsWith(INDICATOR)).toList();
        if (!sets.isEmpty()) {
            return new TuItems(
                            session,
                            path + "/" + sets.get(0).substring(0, sets.get(0).length() - INDICATOR.length()))
                    .read();
        }
        boolean parquet = !names.isEmpty() && names.stream().allMatch(one -> one.endsWith(".parquet"));
        return parquet ? table() : folder();
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    }

    /** The files of a folder that are not hidden. */
    private static List<String> names(FileSystem files, Path place) throws IOException {
        List<String> names = new ArrayList<>();
        for (FileStatus one : files.listStatus(place)) {
            String name = one.getPath().getName();
            if (one.isFile() && !name.startsWith(".") && !name.startsWith("_")) {
                names.add(name);
            }
        }
        return names;
    }

    private JavaSparkContext spark() {
        return new JavaSparkContext(session.sparkContext());
    }

    private JavaRDD<GraphItem> lines(String ending) {
        return spark().textFile(path, spark().defaultParallelism())
                .filter(line -> !line.isBlank())
                .zipWithIndex()
                .map(line -> new GraphItem(
                        line._2() + 1,
                        "",
                        new FileContent("graph" + ending, (line._1() + "\n").getBytes(StandardCharsets.ISO_8859_1))));
    }

    private JavaRDD<GraphItem> folder() {
        JavaPairRDD<String, PortableDataStream> files =
                spark().binaryFiles(path, spark().defaultParallelism()).filter(file -> !hidden(new Path(file._1())));
        return files.sortByKey()
                .zipWithIndex()
                .map(file -> item(file._1()._1(), file._1()._2(), file._2() + 1));
    }

    private static boolean hidden(Path file) {
        return file.getName().startsWith(".") || file.getName().startsWith("_");
    }

    private static GraphItem item(String path, PortableDataStream bytes, long number) {
        String name = new Path(path).getName();
        return new GraphItem(number, name, new FileContent(name, bytes.toArray()));
    }

    /** Graphs are numbered by their ids in order; a row without {@code dst} is a vertex that may have no edge. */
    private JavaRDD<GraphItem> table() {
        List<String> columns = Arrays.asList(session.read().parquet(path).columns());
        if (!columns.containsAll(List.of("graph", "src", "dst"))) {
            throw new IllegalArgumentException(
                    path + " has the columns " + columns + ", but graph, src and dst are needed");
        }
        JavaRDD<Row> rows = session.read()
                .parquet(path)
                .selectExpr("graph", "cast(src as string)", "cast(dst as string)")
                .groupBy("graph")
                .agg(functions
                        .expr("sort_array(collect_list(struct(src, dst)))")
                        .as("edges"))
                .orderBy("graph")
                .selectExpr("cast(graph as string)", "edges")
                .toJavaRDD();
        return rows.zipWithIndex().map(GraphItems::item);
    }

    private static GraphItem item(Tuple2<Row, Long> numbered) {
        Row row = numbered._1();
        List<Row> pairs = row.getList(1);
        List<String> vertices = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        for (Row pair : pairs) {
            if (pair.isNullAt(0) || pair.isNullAt(1)) {
                vertices.add(pair.isNullAt(0) ? pair.getString(1) : pair.getString(0));
            } else {
                sources.add(pair.getString(0));
                targets.add(pair.getString(1));
            }
        }
        EdgeContent content = new EdgeContent(
                vertices.toArray(String[]::new), sources.toArray(String[]::new), targets.toArray(String[]::new));
        return new GraphItem(numbered._2() + 1, row.getString(0), content);
    }

    /** How much there is to read, and in how many pieces. */
    Facts expected() throws IOException {
        Path place = new Path(path);
        FileSystem files = place.getFileSystem(session.sparkContext().hadoopConfiguration());
        ContentSummary content = files.getContentSummary(place);
        return Facts.of("estimate", "What Spark would read")
                .add("source", path)
                .add("files", content.getFileCount())
                .add("bytes", Value.bytes((double) content.getLength()))
                .add("shuffled", "each graph once where it is a TUDataset folder or a table, else nothing")
                .add("pieces", read().getNumPartitions())
                .add("processors", spark().defaultParallelism());
    }
}
